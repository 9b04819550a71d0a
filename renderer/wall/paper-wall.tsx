import { handsWords, labelWord } from '../../shared/record/words'
import type { PaperKind, WallBlock, WallView } from '../../shared/wall/wall-schema'
import { Scale, Ticks } from '../ui/scale'
import styles from './paper-wall.module.css'

type Paper = Extract<WallView['content'], { readonly blocks: unknown }>

const paperTitles: Readonly<Record<PaperKind, string>> = {
  feedback: 'Feedback',
  decision: 'Decision',
  actions: 'Action plan',
  summary: 'Executive summary',
  risks: 'Risks and blocking issues',
  panel: 'Scores of the panel',
  'read-back': 'Read-back',
}

/** WAL6: a page of feedback, decision, actions, summary, risks, scores or read-back; every text is large enough for the last row. */
export function PaperWall({ content: { kind, aside, page, pages, blocks, isLarge } }: { readonly content: Paper }) {
  return (
    <section className={styles['paper']}>
      <div className={styles['head']}>
        <h1>{paperTitles[kind]}</h1>
        {aside !== '' && <p>{aside}</p>}
        {pages > 1 && (
          <p className={styles['page']}>
            Page {page} of {pages}
          </p>
        )}
      </div>
      <div className={styles['blocks']} data-large={isLarge}>
        {groups(blocks).map((group, at) =>
          group[0] && isListed(group[0]) ? (
            <ol key={at} className={styles['rows']} data-of={group[0].kind}>
              {group.map((block, row) => (
                <li key={row}>
                  <Block block={block} />
                </li>
              ))}
            </ol>
          ) : (
            group.map((block, each) => <Block key={`${at} ${each}`} block={block} />)
          ),
        )}
      </div>
    </section>
  )
}

const isListed = ({ kind }: WallBlock): boolean => kind === 'row' || kind === 'scores' || kind === 'entry'

/** Rows and entries that follow each other are one list. */
function groups(blocks: readonly WallBlock[]): WallBlock[][] {
  const found: WallBlock[][] = []
  for (const block of blocks) {
    const last = found.at(-1)
    if (isListed(block) && last?.[0] && isListed(last[0])) last.push(block)
    else found.push([block])
  }
  return found
}

function Block({ block }: { readonly block: WallBlock }) {
  switch (block.kind) {
    case 'badge':
      return (
        <p className={styles['badge']} data-tone={block.tone} data-proposed={block.isProposed}>
          <b>{block.text}</b>
          <span>{block.note}</span>
        </p>
      )
    case 'lead':
      return (
        <p className={styles['lead']} dir="auto">
          {block.text}
        </p>
      )
    case 'heading':
      return <h2 className={styles['heading']}>{block.text}</h2>
    case 'text':
      return (
        <p className={styles['text']} data-quiet={block.isQuiet} dir="auto">
          {block.text}
        </p>
      )
    case 'row':
      return (
        <div className={styles['row']} data-tone={block.tone}>
          <b>{block.mark}</b>
          <p dir="auto">{block.text}</p>
          <span className={styles['who']}>
            <span dir="auto" data-nobody={block.isNobody}>
              {block.who}
            </span>
            {block.when && <span>{block.when}</span>}
          </span>
        </div>
      )
    case 'scores':
      return (
        <div className={styles['scores']} data-tone={block.tone} data-high={block.isHigh}>
          <p dir="auto">{block.text}</p>
          <div>
            {block.dots.length > 0 && <Scale scale={block} size={block.isHigh ? 'high' : 'wall'} />}
            {block.dots.length > 0 && block.isHigh && <Ticks ticks={block.ticks} />}
          </div>
          <span className={styles['said']}>
            <span>{block.who}</span>
            <span>{block.when}</span>
          </span>
        </div>
      )
    case 'entry':
      return (
        <div className={styles['entry']} data-side={block.side}>
          <span className={styles['label']}>
            {block.side === 'presenter' ? 'Presenters' : 'Reviewers'}
            <span aria-hidden="true">·</span>
            <b>{labelWord(block.label)}</b>
            {block.isBlocking && <b className={styles['blocking']}>{'\u26a0\ufe0e'} blocking</b>}
            {block.isContinued && 'continued'}
            {block.hands !== null && <b className={styles['hands']}>{handsWords(block.hands)}</b>}
          </span>
          <p dir="auto">{block.text}</p>
        </div>
      )
  }
}
