import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import type { LineKind } from '../../../shared/minutes/extensions'
import { removedLine } from '../../../shared/minutes/render-html'
import { useAct } from '../../storage/use-act'
import { useReview } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { WrappedText } from '../../ui/wrapped-text'
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
    <NodeViewWrapper className={styles['recordLine'] ?? ''} contentEditable={false}>
      {words ? (
        <>
          <span className={styles['lineLabel']}>{words.label}</span>
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
    <div className={styles['recordLine']}>
      <span className={styles['lineLabel']}>{words?.label ?? ''}</span>
      <span className={styles['lineText']}>{words?.text ?? removedLine(kind)}</span>
      <span className={styles['lineNote']}>{words?.note ?? ''}</span>
    </div>
  )
}

function useWords(kind: LineKind, id: string) {
  const record = useReview((snapshot) => snapshot.record)
  return lineWords(kind, id, record)
}
