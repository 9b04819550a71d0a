const sentence = 'The error by region was shown; the north stays behind, and the panel wants to see it again in December'

/** Text of so many paragraphs, the same in every page: about 105 characters each. */
export function words(paragraphs: number): string[] {
  return Array.from({ length: paragraphs }, (_, at) => `${String(at).padStart(4, '0')} ${sentence}`)
}
