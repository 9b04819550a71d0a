import type { Delivery, HostError } from '../../../shared/host-contract'

/** The name under which the first file of a delivery lies in its folder, or will lie. */
export function nameOf({ files }: Delivery): string {
  return files[0]?.as ?? files[0]?.name ?? ''
}

/** Where it lies, once it is there. */
export function pathOf(delivery: Delivery): string {
  const { folder } = delivery
  const slash = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  return `${folder.replace(/[/\\]$/, '')}${slash}${nameOf(delivery)}`
}

/** Whether a later one has taken its place in the folder. */
export function isReplaced(delivery: Delivery, all: readonly Delivery[]): boolean {
  return all.some((one) => one.state === 'delivered' && one.savedAt > delivery.savedAt && pathOf(one) === pathOf(delivery))
}

export function bytesOf({ files }: Delivery): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** Names that differ from what was saved, because another file had the name. */
export function conflictsOf({ files }: Delivery): string[] {
  return files.flatMap(({ name, as }) => (as === null || as === name ? [] : [as]))
}

/** Why something did not reach its folder, as one sentence. */
export function problemWords({ kind, message }: Pick<HostError, 'kind' | 'message'>): string {
  if (kind === 'disk-full') return 'The drive is full.'
  if (kind === 'unwritable') return 'The folder cannot be written to.'
  if (kind === 'altered') return 'The copy on this computer is gone or damaged. Save again.'
  if (kind === 'too-large') return 'The drive takes no file of this size.'
  if (kind === 'not-found')
    return message.includes('answer') ? 'The drive does not answer.' : 'The folder is gone, or its drive is not connected.'
  return `It could not be written there (${message}).`
}
