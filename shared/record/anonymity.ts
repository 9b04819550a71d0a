import type { Context } from '../context'
import type { Change } from '../review/change'
import type { ReviewState } from './state'

/**
 * ANO1: who acts in the log: never the person on whose behalf an anonymous item is written, but the hands that wrote it.
 * Asked of the state before and after, so that undo and redo keep the secret too.
 */
export function loggedContext(changes: readonly Change[], { record, desk }: ReviewState, context: Context): Context {
  const isSecret = changes.some(({ doc, path: [collection, id], before, after }) => {
    if (collection !== 'feedback') return false
    const item = (doc === 'desk' ? desk : record).feedback[id]
    return (item?.isAnonymous ?? false) || isAnonymous(before) || isAnonymous(after)
  })
  return isSecret ? { ...context, actor: context.operator } : context // ANO1
}

function isAnonymous(entity: Change['before']): boolean {
  return typeof entity === 'object' && entity !== null && 'isAnonymous' in entity && entity['isAnonymous'] === true
}
