import { useRef, useState } from 'react'
import type { HostError } from '../../../shared/host-contract'
import { LARGEST_MATERIAL, LARGEST_MATERIAL_WORDS } from '../../../shared/review/materials'
import { useAct } from '../../storage/use-act'
import { useHost } from '../../storage/use-host'

export interface Upload {
  readonly id: string
  readonly name: string
  readonly sent: number
  readonly total: number
  /** Why it failed, in words; '' while it goes on. */
  readonly error: string
}

export interface Uploads {
  readonly list: readonly Upload[]
  readonly add: (files: readonly File[]) => void
  /** Cancels what is under way, or takes a failed one off the list. */
  readonly dismiss: (id: string) => void
}

/** Files on their way into the store, one after another; each becomes a material when all its bytes are there. */
export function useUploads(): Uploads {
  const host = useHost()
  const act = useAct()
  const [list, setList] = useState<readonly Upload[]>([])
  const aborts = useRef(new Map<string, AbortController>())
  const queue = useRef(Promise.resolve())

  const change = (id: string, patch: Partial<Upload>) =>
    setList((before) => before.map((upload) => (upload.id === id ? { ...upload, ...patch } : upload)))
  const drop = (id: string) => setList((before) => before.filter((upload) => upload.id !== id))

  async function send(id: string, file: File, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    const refused = file.size > LARGEST_MATERIAL ? tooLarge : await store(id, file, signal)
    if (refused === null || signal.aborted) drop(id)
    else change(id, { error: `${file.name} was not added: ${refused}. The review is unchanged.` })
  }

  async function store(id: string, file: File, signal: AbortSignal): Promise<string | null> {
    const stored = await host.uploadMaterial(file, { signal, onProgress: (sent, total) => change(id, { sent, total }) })
    if (!stored.ok) return uploadWords(stored.error)
    return act('addMaterial', { name: file.name, mediaType: file.type || 'application/octet-stream', ...stored.value })
  }

  return {
    list,
    add(files) {
      for (const file of files) {
        const id = crypto.randomUUID()
        const abort = new AbortController()
        aborts.current.set(id, abort)
        setList((before) => [...before, { id, name: file.name, sent: 0, total: file.size, error: '' }])
        queue.current = queue.current.then(() => send(id, file, abort.signal))
      }
    },
    dismiss(id) {
      aborts.current.get(id)?.abort()
      drop(id)
    },
  }
}

const tooLarge = `it has more than ${LARGEST_MATERIAL_WORDS}`

function uploadWords({ kind, message }: HostError): string {
  if (kind === 'disk-full') return 'the disk is full'
  if (kind === 'too-large') return tooLarge
  if (kind === 'unreachable') return 'the program behind this page does not answer'
  return message
}
