import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import type { LineKind } from '../../../shared/minutes/extensions'
import { removedLine } from '../../../shared/minutes/render-html'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { jumpSoon } from '../../ui/jump'
import { pressNamed } from '../../ui/use-keys'
import { WrappedText } from '../../ui/wrapped-text'
import { lineKey } from '../../../shared/minutes/record-lines'
import { lineWords } from '../../../shared/record/line-words'
import styles from './minutes.module.css'

/** A record line inside the editor: its words are the record's, edited here through verbs. */
export function RecordLineView({ node, deleteNode }: NodeViewProps) {
  const { kind, id } = node.attrs as { kind: LineKind; id: string }
  const act = useAct()
  const words = useWords(kind, id)
  const edit = (text: string) => {
    if (kind === 'action') return act('editAction', { actionId: id, what: text })
    if (kind === 'decision') return act('editDecision', { decisionId: id, statement: text })
    return act('editFeedback', { feedbackId: id, text })
  }
  return (
    <NodeViewWrapper className={styles['recordLine'] ?? ''} contentEditable={false} data-jump={`line-${lineKey(kind, id)}`}>
      {words ? (
        <>
          <ToRecord kind={kind} id={id} label={words.label} />
          <WrappedText label={`Words of ${words.label}`} value={words.text} onCommit={edit} />
          <span className={styles['lineNote']}>{words.note}</span>
        </>
      ) : (
        <>
          <span className={styles['lineNote']}>{removedLine(kind)}</span>
          <Button size="small" onPress={deleteNode}>
            Remove line
          </Button>
        </>
      )}
    </NodeViewWrapper>
  )
}

/** The same line where nobody writes. */
export function StaticRecordLine({ kind, id }: { readonly kind: LineKind; readonly id: string }) {
  const words = useWords(kind, id)
  return (
    <div className={styles['recordLine']} data-jump={`line-${lineKey(kind, id)}`}>
      {words ? <ToRecord kind={kind} id={id} label={words.label} /> : <span />}
      <span className={styles['lineText']}>{words?.text ?? removedLine(kind)}</span>
      <span className={styles['lineNote']}>{words?.note ?? ''}</span>
    </div>
  )
}

/** LIN2: what the line is called leads to the record. */
function ToRecord({ kind, id, label }: { readonly kind: LineKind; readonly id: string; readonly label: string }) {
  return (
    <button
      type="button"
      className={styles['lineLabel']}
      title={`Go to ${label.toLowerCase()}`}
      onClick={() => goToRecord(kind, id)}
    >
      {label}
    </button>
  )
}

function goToRecord(kind: LineKind, id: string): void {
  if (kind === 'finding') pressNamed('paneFeedback')
  else pressNamed('goFollowUp')
  jumpSoon(kind === 'finding' ? `feedback-${id}` : kind === 'action' ? `action-${id}` : 'decision')
}

function useWords(kind: LineKind, id: string) {
  const record = useReview((snapshot) => snapshot.record)
  return lineWords(kind, id, record)
}
