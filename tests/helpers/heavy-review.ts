import { createHash } from 'node:crypto'
import { makeReview, type MadeReview, paragraph } from './review-maker'

const names = [
  'Prof. Dr. Wilhelmina Überreuther',
  'Maximiliane von und zu Kirchhof',
  'عبد الرحمن بن محمد الخطيب',
  '欧阳修远',
  '佐々木 小次郎',
  'Nguyễn Thị Minh Khai',
  'Øystein Ærø',
  'Ada',
] as const
const titles = [
  'Eröffnung, Zweck und Ablauf der heutigen Sitzung',
  'Data: sources, gaps, leakage, and who may use them',
  'تدريب النموذج والتحقق من صحته',
  '評価結果と既知の問題',
  'Deployment',
  'Monitoring, alarms, and what the dispatchers do at three in the morning',
  'Design choices and why',
  'Kosten und Nutzen',
  'Break',
  'Questions of the panel',
  'Decision and conditions',
  'Actions, owners, next review',
] as const
const remarks = [
  'Is the split by time? The error of a random split says nothing about tomorrow.',
  'Die Prognose für Feiertage ist systematisch zu hoch; bitte je Region zeigen und den Norden getrennt ausweisen.',
  'العرض واضح والأسئلة أجيب عنها كلها.',
  '欠測データの扱いを説明してください。',
  'Clear baseline.',
  'Averylongwordwithoutanyplacetobreakitwhichsomebodypastedfromaprogramandwhichmuststillnotleavethecolumn',
] as const
const labels = ['question', 'issue', 'praise', 'risk', 'suggestion', 'nitpick'] as const

/** As much as a real meeting leaves, in four scripts: 12 items, 30 findings, names of 30 characters, a title of two lines. */
export function heavyReview(): { review: MadeReview; materials: readonly Uint8Array[] } {
  const review = makeReview(9)
  const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])
  review.act('editReview', {
    title: 'Wärmebedarfsprognose für das Fernwärmenetz Nord: Übernahme der Version 2.1 in den Regelbetrieb vor der Heizperiode',
    subject: 'District heating forecast for the northern network',
    version: '2.1.0-rc.3',
  })
  for (const itemId of Object.keys(review.state().record.agenda)) review.act('removeItem', { itemId })
  const people = names.map((name, at) =>
    made(
      review.act('addPerson', { name, roles: [(['presenter', 'reviewer', 'decision-maker'] as const)[at % 3] ?? 'observer'] }),
    ),
  )
  const items = titles.map((title, at) =>
    made(
      review.act('addItem', {
        title,
        kind: title === 'Break' ? 'break' : 'discussion',
        plannedMs: (5 + (at % 3) * 5) * 60_000,
        presenterId: people[at % people.length] ?? null,
      }),
    ),
  )
  for (const [at, personId] of people.entries())
    if (at % 3 === 1)
      review.act('recordPreparation', { personId, outcome: 'sufficient', spentMs: at * 600_000, note: remarks[at] ?? '' })
  for (let at = 0; at < 30; at++) {
    const isPresenter = at % 4 === 3
    const label = labels[at % labels.length] ?? 'note'
    review.act('addFeedback', {
      side: isPresenter ? 'presenter' : 'reviewer',
      label: isPresenter ? 'response' : label,
      text: remarks[at % remarks.length] ?? '',
      authorId: people[at % people.length] ?? null,
      itemId: items[at % items.length] ?? null,
      ...(label === 'issue' && !isPresenter && { force: 'blocking' as const, severity: 'major' as const }),
    })
  }
  review.act('addFeedback', {
    side: 'reviewer',
    label: 'issue',
    text: 'Kept back until the panel has heard the answer',
    isPrivate: true,
  })
  review.act('writeNote', { itemId: items[0] ?? '', text: 'Ask about the budget only if time is left' })
  for (let at = 0; at < 12; at++)
    review.act('addAction', {
      what: remarks[(at + 1) % remarks.length] ?? '',
      ownerId: at % 3 === 0 ? null : (people[at % people.length] ?? null),
      due: at % 4 === 0 ? null : `2026-${at % 2 === 0 ? '11' : '12'}-0${1 + (at % 9)}`,
      source: { kind: 'minutes', id: items[at] ?? null },
    })
  for (const text of ['Who is on call at night?', remarks[1], remarks[3]])
    review.act('queueQuestion', { text, askedBy: people[2] ?? null })
  review.act('parkTopic', { text: 'Costs of the second sensor in the north' })
  const bytes = [Buffer.from('%PDF-1.7\n'), Buffer.from('a,b\n1,2\n')]
  ;['Wärmebedarf – Vorstellung für das Gremium (endgültige Fassung 3).pdf', '負荷データ.csv'].forEach((name, at) => {
    const content = bytes[at] ?? Buffer.alloc(0)
    review.act('addMaterial', {
      name,
      mediaType: 'application/octet-stream',
      bytes: content.length,
      sha512: createHash('sha512').update(content).digest('hex'),
    })
  })
  items.forEach((itemId, at) => review.write(itemId, paragraph(remarks[at % remarks.length] ?? ''), paragraph('Agreed.')))
  review.act('proposeDecision', {
    statement: 'Version 2.1 replaces 1.8 on 1 December, region by region, the north last.',
    outcome: 'proceed-with-conditions',
  })
  return { review, materials: bytes }
}
