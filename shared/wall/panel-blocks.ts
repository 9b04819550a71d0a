import { failedWords, numberWords, scoredWords, spreadWords } from '../record/words'
import type { RecordState } from '../record/state'
import { type PanelLine, panelResults } from '../rubric/results'
import { panelistsOf } from '../rubric/panel'
import { scaleOf, type Tick, ticksOf } from '../rubric/scale'
import type { WallBlock } from './wall-schema'

/**
 * WAL16: what the panel said, once it is revealed: in sum, each criterion with its scores as dots and in words, and the response. Never who gave
 * which, a comment, or why somebody is recused.
 */
export function panelBlocks(record: RecordState): WallBlock[] {
  const panel = record.panel['panel']
  if (!panel) return [{ kind: 'text', text: 'The panel has not revealed its scores yet.', isQuiet: true }] // WAL16
  const { lines, total, panelists } = panelResults(record)
  const failed = lines.filter(({ hasFailed }) => hasFailed).length
  const response = panel.response.trim()
  return [
    {
      kind: 'badge',
      text: total === null ? 'Not scored' : `Weighted score ${numberWords(total)} %`,
      tone: total === null ? 'neutral' : failed > 0 ? 'danger' : 'ok',
      note: `${failedWords(failed, lines.length)}; ${scoredWords(panelists.length, panelistsOf(record.people).length)}`,
      isProposed: false,
    },
    ...lines.map(scores),
    ...(response === ''
      ? []
      : ([
          { kind: 'heading', text: 'Response of the presenters' },
          { kind: 'text', text: response, isQuiet: false },
        ] as const)),
  ]
}

function scores(line: PanelLine): WallBlock {
  const { criterion, least, most, low, high, consensus, counted, careful, isFarApart, hasFailed } = line
  const said = consensus === null ? (isFarApart ? 'far apart' : spreadWords(low, high)) : 'agreed'
  return {
    kind: 'scores',
    text: criterion.name,
    ...scaleOf(line),
    ticks: ticksOf(line).map(({ points, ...tick }) => ({ ...tick, words: tickWords({ points, ...tick }) })), // WAL22
    isHigh: false,
    who:
      counted === null
        ? 'Not scored'
        : hasFailed && consensus === null
          ? `lowest ${numberWords(careful ?? least)} of ${numberWords(most)}` // PAN18
          : `${numberWords(counted)} of ${numberWords(most)}`,
    when: counted === null ? '' : hasFailed ? `\u26a0\ufe0e failed, below ${numberWords(criterion.passPoints ?? 0)}` : said,
    tone: hasFailed ? 'danger' : 'neutral',
  }
}

const tickWords = ({ points, isPass }: Tick): string => (isPass ? `${numberWords(points)} pass` : numberWords(points))
