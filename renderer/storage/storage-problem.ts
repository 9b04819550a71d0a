/** Why a review could not be opened or made; `message` is a full sentence for the person. */
export interface StorageProblem {
  readonly kind: 'not-found' | 'deleted' | 'unreadable' | 'unreachable' | 'failed'
  readonly message: string
}

const words: Record<StorageProblem['kind'], string> = {
  'not-found': 'This review is not on this computer.',
  deleted: 'This review was deleted. It can be brought back from the library for 30 days.',
  unreadable: 'This review cannot be read. Its files were left as they are.',
  unreachable: 'The program behind this page does not answer. Start it again, then reload this page.',
  failed: 'The review could not be saved. Nothing was changed.',
}

export function storageProblem(kind: StorageProblem['kind'], message = words[kind]): StorageProblem {
  return { kind, message }
}
