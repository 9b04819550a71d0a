import { useEffect, useState } from 'react'
import type { Material } from '../../../shared/review/materials'
import { largest, type ParserName } from './limits'
import type { ParseAnswer, Parsed } from './parsers'
import { readPiece } from './read-piece'
import type { Piece } from './text-file'

export type Reading<Value> =
  | { readonly state: 'reading' }
  | { readonly state: 'read'; readonly value: Value }
  /** `why` goes into a sentence. */
  | { readonly state: 'failed'; readonly why: string }

/** VIW3: how long a file may take to be understood, in milliseconds. */
const PATIENCE_MS = 3_000

/** A material's content, read and understood in a worker; given up when the component goes. Keyed by its material: one of each. */
export function useParsed<Name extends ParserName>(name: Name, material: Material, url: string): Reading<Parsed<Name>> {
  const [reading, setReading] = useState<Reading<Parsed<Name>>>({ state: 'reading' })
  useEffect(() => {
    const abort = new AbortController()
    readPiece(url, material, largest[name], abort.signal)
      .then((piece) => understand(name, piece, abort.signal))
      .then(
        ({ value, why }) => setReading(value === null ? { state: 'failed', why } : { state: 'read', value }),
        (error: unknown) => {
          if (!abort.signal.aborted) setReading({ state: 'failed', why: error instanceof Error ? error.message : String(error) })
        },
      )
    return () => abort.abort()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- its name may change while it is open, its bytes cannot
  }, [name, url])
  return reading
}

/** In a worker of its own, which is ended with the answer, by the abort, or when it takes too long. */
function understand<Name extends ParserName>(name: Name, piece: Piece, signal: AbortSignal): Promise<ParseAnswer<Name>> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), { type: 'module' })
    const end = () => {
      clearTimeout(timer)
      worker.terminate()
    }
    const timer = setTimeout(() => {
      end()
      resolve({ value: null, why: 'it takes too long to be understood' })
    }, PATIENCE_MS)
    signal.addEventListener('abort', () => (end(), reject(new Error('given up'))), { once: true })
    worker.onmessage = ({ data }: MessageEvent<ParseAnswer<Name>>) => (end(), resolve(data))
    worker.onerror = () => (end(), resolve({ value: null, why: 'what reads it could not be started' }))
    worker.postMessage({ name, piece }, [piece.bytes.buffer as ArrayBuffer])
  })
}
