/** Origin of the app's own pages. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'review-room'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** DSK1: whether an address is one of the app's own: exactly our scheme and host, no port, no user. */
export function isTrustedUrl(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  return (
    protocol === `${APP_SCHEME}:` && host === APP_HOST && username === '' && password === '' && url.startsWith(`${APP_ORIGIN}/`)
  )
}

export interface SenderFacts {
  /** Address of the frame that sent; null when the frame is gone. */
  readonly frameUrl: string | null
  readonly isMainFrame: boolean
  /** Whether the window is one that we opened for control, not the wall. */
  readonly isControlWindow: boolean
}

/** DSK2: only the main frame of our control window, while it shows our page, may call the host. */
export function isTrustedSender({ frameUrl, isMainFrame, isControlWindow }: SenderFacts): boolean {
  return frameUrl !== null && isMainFrame && isControlWindow && isTrustedUrl(frameUrl)
}
