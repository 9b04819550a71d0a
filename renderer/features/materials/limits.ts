/** How much of a file is read for each parser, in bytes: what is understood well within the time it is given. */
export const largest = {
  markdown: 1_000_000,
  table: 4_000_000,
  notebook: 32_000_000,
  text: 2_000_000,
} as const

export type ParserName = keyof typeof largest
