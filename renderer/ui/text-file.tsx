import { FileTrigger } from 'react-aria-components'
import { Button } from './button'
import { useToast } from './toast'

/** What a text in a file is to be read as. */
export interface TextFileKind {
  /** "an agenda" */
  readonly name: string
  readonly endings: readonly string[]
  /** What such texts are, as a sentence. */
  readonly kinds: string
}

/** Texts are read whole; a larger file is none that people wrote. */
const LARGEST_TEXT = 5_000_000

interface OpenTextFileProps {
  readonly kind: TextFileKind
  readonly onText: (text: string) => void
}

export function OpenTextFile({ kind, onText }: OpenTextFileProps) {
  const read = useTextFile(kind, onText)
  return (
    <FileTrigger acceptedFileTypes={[...kind.endings]} onSelect={(files) => void read(files?.[0])}>
      <Button icon="file">Open a file</Button>
    </FileTrigger>
  )
}

/** Reads the text of a file that was chosen or dropped; what cannot be such a text is told. */
export function useTextFile(
  { name, kinds }: TextFileKind,
  onText: (text: string) => void,
): (file: File | undefined) => Promise<void> {
  const toast = useToast()
  return async (file) => {
    if (!file) return
    const refuse = (why: string) => void toast({ tone: 'danger', message: `"${file.name}" ${why} Nothing was changed.` })
    if (file.size > LARGEST_TEXT) return refuse(`is larger than 5 MB and cannot be ${name}.`)
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      // UTF-8, else what spreadsheets on Windows write.
      const decode = (encoding: string) => new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes)
      const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
      if (!isWide && bytes.includes(0)) return refuse(`is no text. ${kinds}`)
      try {
        onText(isWide ? decode(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : decode('utf-8'))
      } catch {
        onText(decode('windows-1252'))
      }
    } catch {
      refuse('could not be read.')
    }
  }
}
