import { forces, hasForce, labelsOf, severities } from '../feedback/item'
import { preparationOutcomes } from '../readiness/preparation'
import { confidenceWords, forceWords, labelWord, preparationWords } from '../record/words'
import { confidences } from '../rubric/score'

interface Option {
  readonly key: string
  readonly word: string
}

/** The app's own words, which go with the page: its script holds no list of them, and no schema. */
export interface PageWords {
  readonly fileName: string
  readonly labels: readonly (Option & { readonly hasForce: boolean })[]
  readonly forces: readonly Option[]
  readonly severities: readonly Option[]
  readonly outcomes: readonly Option[]
  readonly confidences: readonly Option[]
}

const options = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>): Option[] =>
  keys.map((key) => ({ key, word: words[key] }))

const severityWords = { major: 'Major', minor: 'Minor', editorial: 'Editorial' } as const

export function pageWords(fileName: string): PageWords {
  return {
    fileName,
    labels: labelsOf('reviewer').map((key) => ({ key, word: labelWord(key), hasForce: hasForce(key) })),
    forces: options(forces, forceWords),
    severities: options(severities, severityWords),
    outcomes: options(preparationOutcomes, preparationWords),
    confidences: options(confidences, confidenceWords),
  }
}
