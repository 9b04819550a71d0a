import { useFilter } from 'react-aria-components'

/** Whether a text has all the words that are typed, in any order and whatever their case and accents. */
export function useAllWords(): (text: string, typed: string) => boolean {
  const { contains } = useFilter({ sensitivity: 'base' })
  return (text, typed) => typed.split(/\s+/).every((word) => contains(text, word))
}
