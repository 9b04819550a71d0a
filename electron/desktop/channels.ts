/** The two channels between a control window and the main process. */
export const CALL_CHANNEL = 'review-room:call'
export const EVENT_CHANNEL = 'review-room:event'
