import { z } from 'zod'
import { nameOf, roleWords } from '../record/words'
import { inOrder } from '../review/fields'
import type { Material } from '../review/materials'
import type { BundleView } from './bundle-view'
import { isoAt } from '../review/dates'
import { html, htmlPage } from './html'
import { stableJson } from './json-files'
import { reviewLine, subjectLine } from './review-words'

export const cratePath = 'data/ro-crate-metadata.json'
export const cratePreviewPath = 'data/ro-crate-preview.html'

const reference = z.object({ '@id': z.string().min(1) })
const entity = z.looseObject({ '@id': z.string().min(1), '@type': z.string().min(1) })
const root = entity.extend({
  '@id': z.literal('./'),
  '@type': z.literal('Dataset'),
  name: z.string().min(1),
  description: z.string().min(1),
  datePublished: z.iso.datetime(),
  license: reference,
  hasPart: z.array(reference),
})
const descriptor = entity.extend({
  '@id': z.literal('ro-crate-metadata.json'),
  '@type': z.literal('CreativeWork'),
  about: z.object({ '@id': z.literal('./') }),
  conformsTo: z.object({ '@id': z.literal('https://w3id.org/ro/crate/1.2') }),
})

/** RND8: what RO-Crate 1.2 asks of a crate: flat, described, every part a file and every reference to an entity that is there. */
export const crateSchema = z
  .object({
    '@context': z.literal('https://w3id.org/ro/crate/1.2/context'),
    '@graph': z.tuple([descriptor, root], entity),
  })
  .refine(({ '@graph': graph }) => new Set(graph.map((each) => each['@id'])).size === graph.length, 'an entity stands twice')
  .refine(({ '@graph': graph }) => {
    const known = new Set(graph.map((each) => each['@id']))
    const asked = graph.flatMap((each) => Object.values(each).flat()).flatMap((value) => reference.safeParse(value).data ?? [])
    return asked.every((each) => known.has(each['@id']) || each['@id'].startsWith('https://w3id.org/'))
  }, 'a reference leads nowhere')
  .refine(({ '@graph': [, { hasPart }, ...others] }) => {
    const files = others.filter((each) => each['@type'] === 'File').map((each) => each['@id'])
    return JSON.stringify(hasPart.map((part) => part['@id']).sort()) === JSON.stringify(files.sort())
  }, 'parts are not the files')

type Entity = z.infer<typeof entity>

const kinds: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  md: 'text/markdown',
  csv: 'text/csv',
  ics: 'text/calendar',
  json: 'application/json',
  jsonl: 'application/jsonl',
  ydoc: 'application/octet-stream',
}

const names: Readonly<Record<string, string>> = {
  'index.html': 'Overview: begin here',
  'minutes/minutes.pdf': 'Minutes, to print',
  'minutes/minutes.docx': 'Minutes, to edit',
  'minutes/minutes.html': 'Minutes, as a page',
  'minutes/minutes.md': 'Minutes, as text',
  'minutes/time-ledger.csv': 'Time ledger',
  'summary/executive-summary.pdf': 'Executive summary, one page',
  'summary/executive-summary.md': 'Executive summary, as text',
  'action-plan/actions.csv': 'Action plan, as a table',
  'action-plan/actions.ics': 'Action plan, for calendars',
  'action-plan/actions.json': 'Action plan, for programs',
  'action-plan/actions.md': 'Action plan, as text',
  'decision/decision.md': 'Decision, as text',
  'feedback/risks.csv': 'Risks, as a table',
  'feedback/feedback.csv': 'Feedback, as a table',
  'feedback/feedback.json': 'Feedback, for programs',
  'panel/scores.csv': 'Scores of the panel',
  'record/review.json': 'The whole record, for programs',
  'record/record.ydoc': 'The record as a Yjs document, to open it again',
  'record/minutes.ydoc': 'The minutes as a Yjs document, to open them again',
  'record/log.jsonl': 'Log of who did what when, hash-chained',
  'record/log-payloads.jsonl': 'What the entries of the log stand for, texts as salted hashes',
}

/** RND8: the bundle's payload described as RO-Crate 1.2. `sizes`: bytes of every file, by path in the bag. */
export function crateJson(view: BundleView, sizes: ReadonlyMap<string, number>): string {
  const { review, record, lastChange, program } = view
  const files = [...sizes].filter(([path]) => path !== cratePath && path !== cratePreviewPath)
  const materials = new Map(view.materials.map(({ path, material }) => [path, material]))
  const parts = files.map(([path, bytes]) => fileEntity(path, bytes, materials.get(path)))
  const people = inOrder(record.people)
  const subject = subjectLine(view)
  const graph: Entity[] = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: review.title || 'Review',
      description: [`Record of a review: ${reviewLine(view)}`, subject].filter(Boolean).join('. '),
      identifier: review.reviewId,
      datePublished: isoAt(lastChange),
      license: { '@id': '#no-licence' },
      hasPart: parts.map((part) => ({ '@id': part['@id'] })),
      contributor: people.map(({ id }) => ({ '@id': personId(id) })),
      mentions: { '@id': '#saving' },
    },
    { '@id': 'ro-crate-preview.html', '@type': 'CreativeWork', about: { '@id': './' }, encodingFormat: 'text/html' },
    {
      '@id': '#no-licence',
      '@type': 'CreativeWork',
      name: 'No licence is granted',
      description: 'For those who took part in the review, and those they hand it to.',
    },
    {
      '@id': '#saving',
      '@type': 'CreateAction',
      name: 'Saving of the record as it stood at its last change',
      endTime: isoAt(lastChange),
      instrument: { '@id': '#program' },
      result: { '@id': './' },
    },
    { '@id': '#program', '@type': 'SoftwareApplication', name: 'Review Room', softwareVersion: program.replace(/^\D+/, '') },
    ...people.map(({ id, roles }) => ({
      '@id': personId(id),
      '@type': 'Person',
      name: nameOf(id, record.people),
      ...(roles.length > 0 && { description: roles.map((role) => roleWords[role]).join(', ') }),
    })),
    ...parts,
  ]
  return stableJson({ '@context': 'https://w3id.org/ro/crate/1.2/context', '@graph': graph })
}

const personId = (id: string): string => `#person-${encodeURIComponent(id)}`

function fileEntity(path: string, bytes: number, material: Material | undefined): Entity {
  const inCrate = path.replace(/^data\//, '')
  const ending = inCrate.slice(inCrate.lastIndexOf('.') + 1)
  return {
    '@id': inCrate.split('/').map(encodeURIComponent).join('/'),
    '@type': 'File',
    name: (material?.name ?? names[inCrate]) || inCrate,
    encodingFormat: material?.mediaType ?? kinds[ending] ?? 'application/octet-stream',
    contentSize: String(bytes),
    ...(material && { dateCreated: isoAt(material.addedAt) }),
  }
}

/** The page that readers of crates open; the overview says it all. */
export function cratePreview({ review }: BundleView): string {
  return htmlPage(
    review.title,
    html`<header>
      <p class="kind">RO-Crate</p>
      <h1 dir="auto">${review.title}</h1>
      <p class="lead">
        <a href="index.html">The overview</a> leads to everything in here; <a href="ro-crate-metadata.json">the metadata</a> are
        for programs.
      </p>
    </header>`,
  )
}
