import { useEffect, useMemo, useRef, useState } from 'react'
import type { LineKind } from '../../../shared/minutes/extensions'
import { isEditable, minutesFragment } from '../../../shared/minutes/fragments'
import { timelineOf } from '../../../shared/timer/timeline'
import { useReview, useSession } from '../../storage/use-review'
import { useMayEdit } from '../../storage/use-act'
import { Button, IconButton } from '../../ui/button'
import { cx } from '../../ui/cx'
import { useToast } from '../../ui/toast'
import { useKeys } from '../../ui/use-keys'
import styles from './minutes.module.css'
import { MinutesEditor } from './minutes-editor'
import { type Section, sectionsOf } from '../../../shared/minutes/sections'
import { StaticSection } from './static-section'
import { createTextHistories } from './undo-managers'

const TYPING_MS = 3_000
/** Space above a section that was scrolled in, in px. */
const SECTION_MARGIN = 8

interface Caret {
  readonly itemId: string | null
  /** A record line to be made at once. */
  readonly line?: LineKind
  readonly point: { readonly left: number; readonly top: number } | null
}

/** The minutes: one sheet, item by item. The section with the caret is an editor, the others are static. */
export function MinutesSheet() {
  const session = useSession()
  const agenda = useReview(({ record }) => record.agenda)
  const activeItemId = useReview(({ record }) => timelineOf(record.timer).activeItemId)
  const { mayEdit } = useMayEdit()
  const toast = useToast()
  const [caret, setCaret] = useState<Caret | null>(null)
  const [waiting, setWaiting] = useState<string | null>(null)
  const [histories] = useState(() => createTextHistories(session, (message) => toast({ message, tone: 'danger' })))
  const typedAt = useRef(0)
  const box = useRef<HTMLDivElement>(null)
  const sections = useMemo(() => sectionsOf(agenda), [agenda])
  const now = sections.find(({ itemId }) => itemId !== null && itemId === waiting && itemId !== caret?.itemId)

  function scrollTo(itemId: string | null): void {
    const section = box.current?.querySelector<HTMLElement>(`[data-section="${itemId ?? 'general'}"]`)
    if (section) box.current?.scrollTo({ top: section.offsetTop - SECTION_MARGIN })
  }

  // Starting an item brings its section in, but never takes the page away from somebody who is typing.
  useEffect(() => {
    if (activeItemId === null) return setWaiting(null)
    if (Date.now() - typedAt.current < TYPING_MS) return setWaiting(activeItemId)
    setWaiting(null)
    scrollTo(activeItemId)
  }, [activeItemId])

  /** Whoever goes to the current item by hand needs no way there any more. */
  function place(next: Caret | null): void {
    setCaret(next)
    if (next?.itemId === waiting) setWaiting(null)
  }

  const write = (line?: LineKind) => () => {
    const itemId = activeItemId ?? sections[0]?.itemId ?? null
    place({ itemId, point: null, ...(line && { line }) })
    scrollTo(itemId)
  }
  useKeys(mayEdit ? { minutes: write(), action: write('action'), decision: write('decision'), finding: write('finding') } : {})

  function jump(): void {
    if (!now) return
    place({ itemId: now.itemId, point: null })
    scrollTo(now.itemId)
  }

  return (
    <div
      className={styles['sheet']}
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) jump()
      }}
    >
      {sections.map((section) => (
        <SheetSection
          key={section.itemId ?? 'general'}
          section={section}
          isNow={section.itemId !== null && section.itemId === activeItemId}
          caret={caret && caret.itemId === section.itemId ? caret : null}
          mayEdit={mayEdit}
          histories={histories}
          onCaret={place}
          onTyped={() => (typedAt.current = Date.now())}
        />
      ))}
      {now && (
        <div className={styles['chip']}>
          <Button size="small" look="primary" onPress={jump}>
            Now: {now.number} {now.title} <kbd>Ctrl+Enter</kbd>
          </Button>
        </div>
      )}
    </div>
  )
}

interface SheetSectionProps {
  readonly section: Section
  readonly isNow: boolean
  readonly caret: Caret | null
  readonly mayEdit: boolean
  readonly histories: ReturnType<typeof createTextHistories>
  readonly onCaret: (caret: Caret | null) => void
  readonly onTyped: () => void
}

function SheetSection({ section, isNow, caret, mayEdit, histories, onCaret, onTyped }: SheetSectionProps) {
  const { docs } = useSession()
  const { itemId, number, title } = section
  const fragment = minutesFragment(docs.minutes, itemId)
  const isAsked = caret !== null
  // MIN3: asked again whenever the section is to become an editor, for other windows may have written meanwhile.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const isForeign = useMemo(() => !isEditable(docs.minutes, fragment), [docs, fragment, isAsked])
  const canWrite = mayEdit && !isForeign
  const writeButton = useRef<HTMLButtonElement>(null)
  const label = number ? `${number} ${title}` : title
  return (
    <section
      className={cx(styles['section'], isNow && styles['now'])}
      data-section={itemId ?? 'general'}
      aria-label={`Minutes: ${label}`}
    >
      <h3>
        {number && <span className={styles['number']}>{number}</span>}
        <span dir="auto">{title}</span>
        {isNow && <span className={styles['nowWord']}>now</span>}
        {canWrite && !caret && (
          <span className={styles['write']}>
            <IconButton
              ref={writeButton}
              icon="edit"
              size="small"
              label={`Write minutes: ${label}`}
              onPress={() => onCaret({ itemId, point: null })}
            />
          </span>
        )}
      </h3>
      {isForeign && <p className={styles['note']}>A newer version wrote this; it can be read here.</p>}
      {caret && canWrite ? (
        <MinutesEditor
          itemId={itemId}
          label={label}
          fragment={fragment}
          histories={histories}
          point={caret.point}
          {...(caret.line && { line: caret.line })}
          onTyped={onTyped}
          onLeave={() => {
            onCaret(null)
            queueMicrotask(() => writeButton.current?.focus())
          }}
        />
      ) : (
        <div
          className={styles['static']}
          {...(canWrite
            ? {
                onClick: (event) => {
                  const isLink = event.target instanceof Element && event.target.closest('a, button') !== null
                  if (!isLink) onCaret({ itemId, point: { left: event.clientX, top: event.clientY } })
                },
              }
            : {})}
        >
          <StaticSection itemId={itemId} fragment={fragment} />
        </div>
      )}
    </section>
  )
}
