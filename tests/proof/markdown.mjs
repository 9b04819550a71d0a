import assert from 'node:assert/strict'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { bundle, figure, filesUnder, isThere, json, need, run, unpacked } from './helpers/judge.mjs'

// ARC6, MIN4: the reference program of CommonMark reads the headings of the agenda and every text as it was written, and nothing that would run.

need('unzip')
need('cmark')
const isGfmThere = isThere('cmark-gfm')
/** Headings of what the minutes tell of the record, beside what was written. */
const fromTheRecord = new Set([
  ...['Attendance', 'Readiness', 'Exit criteria', 'Prepared questions', 'Parking lot', 'Lessons learned', 'Next review'],
])
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

for (const name of ['sample', 'heavy', 'hostile', 'markdown']) {
  const bag = unpacked(bundle(name))
  const review = json(bag, 'data/record/review.json')
  const files = filesUnder(bag).filter((path) => path.endsWith('.md') && !path.includes('/materials/'))
  for (const path of files) {
    const tree = parsed(join(bag, path))
    assert.deepEqual(all(tree, 'html_block', 'html_inline', 'code_block', 'thematic_break', 'block_quote'), [], path)
    for (const link of all(tree, 'link', 'image'))
      assert.match(link.getAttribute('destination') ?? '', /^(https?:|mailto:|\.\.\/materials\/)/)
  }
  const minutes = parsed(join(bag, 'data/minutes/minutes.md'))
  const agenda = new Map(review.record.agenda.map(({ id }, at) => [id, at + 1]))
  const written = review.minutes.filter(({ content }) => textsOf(content).length > 0)
  const headings = [
    tidy(review.title),
    ...written.map(({ itemId, title }) => tidy(itemId === null ? title : `${agenda.get(itemId)}. ${title}`)),
  ]
  const sections = sectionsOf(minutes)
  const [said, told] = [true, false].map((isSaid) => sections.filter(({ heading }) => headings.includes(heading) === isSaid))
  assert.deepEqual(
    said.map(({ heading }) => heading),
    headings,
  )
  assert.deepEqual(
    told.map(({ heading }) => heading).filter((heading) => !fromTheRecord.has(heading)),
    [],
  )
  const texts = written.flatMap(({ content }) => textsOf(content))
  assert.deepEqual(
    said.slice(1).flatMap(({ paragraphs }) => paragraphs),
    texts,
  )
  if (isGfmThere) judgeTable(bag)
  figure(
    `${name}: ${files.length} Markdown files, ${headings.length} headings and ${texts.length} paragraphs of minutes as written`,
  )
}

if (!isGfmThere) figure('tables were not judged: cmark-gfm is not on this machine')

/** The parts between headings of the first two levels, with what their paragraphs say. */
function sectionsOf(tree) {
  const sections = []
  for (const node of tree.documentElement.children) {
    if (node.nodeName === 'heading' && Number(node.getAttribute('level')) <= 2)
      sections.push({ heading: wordsOf(node), paragraphs: [] })
    else
      sections
        .at(-1)
        ?.paragraphs.push(...[...(node.nodeName === 'paragraph' ? [node] : all(node, 'paragraph'))].map(wordsOf).filter(Boolean))
  }
  return sections
}

/** The action plan is a table, and each cell holds what the record says. */
function judgeTable(bag) {
  const { actions } = json(bag, 'data/action-plan/actions.json')
  const rows = all(parsed(join(bag, 'data/action-plan/actions.md'), 'cmark-gfm', ['--extension', 'table']), 'table_row')
  const plain = (text) => tidy((text ?? '').replace(/\s+/g, ' '))
  assert.deepEqual(
    rows.map((row) => all(row, 'table_cell').map(wordsOf).slice(0, 4)),
    actions.map(({ number, what, owner, due }) =>
      [number, what, owner, due && day.format(Date.parse(due))].map((cell) => plain(cell?.toString())),
    ),
  )
}

function parsed(path, program = 'cmark', options = []) {
  return new JSDOM(run(program, ['--to', 'xml', ...options, path]), { contentType: 'text/xml' }).window.document
}

function all(tree, ...names) {
  return names.flatMap((name) => [...tree.getElementsByTagName(name)])
}

function wordsOf(node) {
  const words = (each) =>
    /^(softbreak|linebreak)$/.test(each.nodeName)
      ? '\n'
      : each.children.length > 0
        ? [...each.children].map(words).join('')
        : each.textContent
  return tidy(words(node))
}

/** Markdown does not keep blanks at the ends of lines. */
function tidy(text) {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim()
}

/** Texts of the paragraphs of minutes, from the ProseMirror JSON. */
function textsOf(node) {
  if (node.type === 'paragraph')
    return [tidy((node.content ?? []).map(({ text }) => text?.replace(/[ \t\n]+/g, ' ') ?? '\n').join(''))].filter(Boolean)
  return (node.content ?? []).flatMap(textsOf)
}
