/** A file that a viewer cannot show; the message says why, to go into a sentence: "it is not a notebook". */
export class Unreadable extends Error {}
