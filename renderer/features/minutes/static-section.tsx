import type { JSONContent } from '@tiptap/core'
import { renderToReactElement } from '@tiptap/static-renderer/pm/react'
import { useMemo, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import { type LineKind, minutesExtensions } from '../../../shared/minutes/extensions'
import { isEmptyMinutes, minutesJson } from '../../../shared/minutes/fragments'
import { deckOf, slideLink, SlideLink, withSlideLinks } from '../../../shared/minutes/slide-links'
import { useReview } from '../../storage/use-review'
import { useOpenMaterial } from '../../ui/open-material'
import styles from './minutes.module.css'
import { StaticRecordLine } from './record-line-view'
import { useMaterialUrl } from './use-material-url'

/** A section nobody writes in here; drawn anew when its text changes elsewhere. */
export function StaticSection({ itemId, fragment }: { readonly itemId: string | null; readonly fragment: Y.XmlFragment }) {
  const urlOf = useMaterialUrl()
  const openMaterial = useOpenMaterial()
  const deck = useReview(({ record }) => deckOf(record, itemId))
  const [subscribe, read] = useMemo(() => watch(fragment), [fragment])
  const json = useSyncExternalStore(subscribe, read)
  const content = useMemo(() => {
    if (isEmptyMinutes(json)) return null
    return renderToReactElement({
      content: withSlideLinks(json, deck), // SLD6
      extensions: [...minutesExtensions({ urlOf }), SlideLink],
      options: {
        nodeMapping: {
          recordLine: ({ node }) => {
            const { kind, id } = node.attrs as { kind: LineKind; id: string }
            return <StaticRecordLine kind={kind} id={id} />
          },
        },
        markMapping: {
          [slideLink]({ mark, children }) {
            const { materialId, page } = mark.attrs as { materialId: string; page: number }
            return (
              <button type="button" className={styles['slideLink']} onClick={() => openMaterial(materialId, [], page)}>
                {children}
              </button>
            )
          },
        },
        unhandledNode: ({ children }) => <div>{children}</div>,
        unhandledMark: ({ children }) => <>{children}</>,
      },
    })
  }, [json, urlOf, deck, openMaterial])
  return <div className={styles['text']}>{content ?? <p className={styles['empty']}>Nothing written yet</p>}</div>
}

function watch(fragment: Y.XmlFragment): [(listener: () => void) => () => void, () => JSONContent] {
  let json: JSONContent | null = null
  return [
    (listener) => {
      const onChange = () => {
        json = null
        listener()
      }
      fragment.observeDeep(onChange)
      return () => fragment.unobserveDeep(onChange)
    },
    () => (json ??= minutesJson(fragment)),
  ]
}
