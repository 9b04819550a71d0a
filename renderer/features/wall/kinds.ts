import type { WallKind, WallView } from '../../../shared/wall/wall-schema'
import type { KeyName } from '../../ui/key-table'

/** Names of the views as people see them, and their keys. */
export const kindWords: Readonly<Record<WallKind, { readonly label: string; readonly key: KeyName }>> = {
  item: { label: 'Item and time', key: 'wallItem' },
  slide: { label: 'Slide', key: 'wallSlide' },
  feedback: { label: 'Feedback', key: 'wallFeedback' },
  decision: { label: 'Decision', key: 'wallDecision' },
  actions: { label: 'Action plan', key: 'wallActions' },
  summary: { label: 'Executive summary', key: 'wallSummary' },
  risks: { label: 'Risks', key: 'wallRisks' },
  panel: { label: 'Scores of the panel', key: 'wallPanel' },
  'read-back': { label: 'Read-back', key: 'wallReadBack' },
  message: { label: 'Message', key: 'wallMessage' },
  blank: { label: 'Blank', key: 'wallBlank' },
}

/** `Slide 7 of 30`, `Action plan, page 2 of 3`, `Message: Back at ten`. */
export function viewWords({ content }: WallView): string {
  const { label } = kindWords[content.kind]
  if (content.kind === 'message') return `${label}: ${content.text}`
  if (content.kind === 'slide') return `${label} ${content.page} of ${content.pages}`
  return 'pages' in content && content.pages > 1 ? `${label}, page ${content.page} of ${content.pages}` : label
}

/** Where a view stands among its pages; null: it has one. */
export function pagesIn({ content }: WallView): { readonly page: number; readonly pages: number } | null {
  return 'pages' in content && content.pages > 1 ? content : null
}
