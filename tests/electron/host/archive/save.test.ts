import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { saveArchive } from '../../../../electron/host/archive/save-archive'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import { minutesFragment } from '../../../../shared/minutes/fragments'
import { applyChanges } from '../../../../shared/record/document'
import { invert } from '../../../../shared/review/change'
import { makeReview, paragraph } from '../../../helpers/review-maker'
import { faultyFiles } from '../../helpers/faulty-files'
import { plainSetter } from '../../helpers/paper-setters'
import { addMaterial, filesOf, newPlace, quietTools, saveInput, saveReview } from '../../helpers/bundles'

test('[ARC1] a bundle is one bag with everything a reader and a program need', async () => {
  const place = newPlace()
  const review = makeReview()
  addMaterial(review, place.materialsFolder, 'Slides.pdf', Buffer.from('slides'))
  const saved = await saveReview(review, place)
  expect(saved.path).toBe(join(place.folder, 'heat-demand-forecast-to-production-2026-11-24.zip'))
  expect(saved.missing).toEqual([])
  expect([...(await filesOf(saved.path)).keys()]).toEqual([
    'data/action-plan/actions.csv',
    'data/action-plan/actions.ics',
    'data/action-plan/actions.json',
    'data/action-plan/actions.md',
    'data/decision/decision.md',
    'data/feedback/feedback.csv',
    'data/feedback/feedback.json',
    'data/feedback/risks.csv',
    'data/index.html',
    'data/materials/Slides.pdf',
    'data/minutes/minutes.docx',
    'data/minutes/minutes.html',
    'data/minutes/minutes.md',
    'data/minutes/minutes.pdf',
    'data/minutes/time-ledger.csv',
    'data/record/log-payloads.jsonl',
    'data/record/log.jsonl',
    'data/record/minutes.ydoc',
    'data/record/record.ydoc',
    'data/record/review.json',
    'data/ro-crate-metadata.json',
    'data/ro-crate-preview.html',
    'data/summary/executive-summary.md',
    'data/summary/executive-summary.pdf',
  ])
})

test('[ARC3] the same record gives the same bytes: in another zone, after a reload, from another peer', async () => {
  const place = newPlace()
  const review = makeReview()
  addMaterial(review, place.materialsFolder, 'Slides.pdf', Buffer.from('slides'))
  const item = Object.keys(review.state().record.agenda)[0] ?? null
  review.write(item, paragraph('one'), paragraph('two'))
  minutesFragment(review.docs.minutes, item).delete(0, 1)
  const first = await saveReview(review, place)

  const zone = process.env['TZ']
  onTestFinished(() => {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  })
  process.env['TZ'] = 'Pacific/Auckland'
  const reloaded = review.parts().map(({ docId, update }) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    return { docId, update: Y.encodeStateAsUpdate(doc) }
  })
  const again = await saveReview(review, place, { parts: reloaded, log: [...review.log].reverse() })
  expect(again.sha512).toBe(first.sha512)
  // ARC10
  expect(readdirSync(place.folder).sort()).toEqual([
    'heat-demand-forecast-to-production-2026-11-24 (2).zip',
    'heat-demand-forecast-to-production-2026-11-24.zip',
  ])
})

test('[ARC2] what was deleted is in no file: text, values, and the notes of removed items', async () => {
  const place = newPlace()
  const review = makeReview()
  const [item = ''] = Object.keys(review.state().record.agenda)
  review.write(item, paragraph('CANARY-TYPED'))
  const fragment = minutesFragment(review.docs.minutes, item)
  fragment.delete(fragment.length - 1, 1)
  review.act('editReview', { purpose: 'CANARY-EDITED' })
  review.act('editReview', { purpose: 'Something else' })
  const added = review.act('addItem', { title: 'CANARY-ITEM', kind: 'discussion', plannedMs: 60_000 })
  const removed = String(added[0]?.path[1])
  review.write(removed, paragraph('CANARY-NOTES'))
  review.act('removeItem', { itemId: removed })
  // DOC6: entries of lists, too: an option, and the answer to a finding that is given up.
  const [proposed] = review.act('proposeDecision', { statement: 'Wait', outcome: 'hold' })
  const decisionId = String(proposed?.path[1])
  review.act('editDecision', { decisionId, options: ['CANARY-OPTION'] })
  review.act('editDecision', { decisionId, options: [] })
  const [raised] = review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'Seen', location: 'page 3' })
  const presenter = Object.values(review.state().record.people).find(({ roles }) => roles.includes('presenter'))?.id ?? ''
  const feedbackId = String(raised?.path[1])
  const answer = { feedbackId, disposition: 'accepted', rationale: 'CANARY-ANSWER' } as const
  applyChanges(review.docs, invert(review.actAs(presenter, 'disposeFinding', answer)), 'test')
  // DEC14: of an action what was accepted is kept, not what it was worked on with.
  const [planned] = review.act('addCondition', { decisionId, text: 'Measured' })
  const actionId = String(planned?.path[1])
  review.act('editAction', { actionId, notes: 'CANARY-NOTE' })
  review.act('acceptDecision', { decisionId })
  review.act('editAction', { actionId, notes: '' })
  const saved = await saveReview(review, place)
  for (const [path, bytes] of await filesOf(saved.path)) expect(bytes.includes('CANARY'), path).toBe(false)
})

test('[ARC4] the desk stays out, unless the bundle is private and says so', async () => {
  const place = newPlace()
  const review = makeReview()
  const [item = ''] = Object.keys(review.state().record.agenda)
  review.act('writeNote', { itemId: item, text: 'CANARY-NOTE' })
  review.act('addFeedback', { side: 'reviewer', label: 'issue', text: 'CANARY-HIDDEN', isPrivate: true })
  const open = await saveReview(review, place)
  expect(readFileSync(open.path).includes('CANARY')).toBe(false)
  const moved = await saveReview(review, place, { withDesk: true })
  expect(moved.path).toMatch(/-private\.zip$/)
  const files = await filesOf(moved.path)
  expect(files.get('data/record/desk.json')?.toString()).toMatch(/CANARY-HIDDEN[^]*CANARY-NOTE/)
})

test('[ARC10] a material that is gone or damaged is named, and does not keep the minutes from being saved', async () => {
  const place = newPlace()
  const review = makeReview()
  for (const name of ['whole.csv', 'gone.csv', 'damaged.csv', 'flipped.csv'])
    addMaterial(review, place.materialsFolder, name, Buffer.from(name))
  const { materials } = review.state().record
  const stored = (name: string) =>
    join(place.materialsFolder, Object.values(materials).find((one) => one.name === name)?.sha512 ?? '')
  rmSync(stored('gone.csv'))
  writeFileSync(stored('damaged.csv'), 'something else')
  writeFileSync(stored('flipped.csv'), 'Flipped.csv')
  const saved = await saveReview(review, place)
  expect([...saved.missing].sort()).toEqual(['damaged.csv', 'flipped.csv', 'gone.csv'])
  const files = await filesOf(saved.path)
  expect(files.get('data/materials/whole.csv')?.toString()).toBe('whole.csv')
  expect(files.get('data/index.html')?.toString()).toContain('was missing when this was saved')
})

test('[ARC10] a bundle too large to be opened again is refused before anything is written', async () => {
  const place = newPlace()
  const review = makeReview()
  addMaterial(review, place.materialsFolder, 'Slides.pdf', Buffer.alloc(100_000))
  const { bytes } = await saveReview(review, { ...newPlace(), materialsFolder: place.materialsFolder })
  const save = (limit: number) =>
    saveArchive(nodeFileSystem(), saveInput(review, place, { beside: true }), quietTools(), plainSetter, limit)
  expect(await save(bytes - 1)).toMatchObject({
    ok: false,
    error: { kind: 'too-large', message: expect.stringContaining('safe') as string },
  })
  expect(readdirSync(place.folder)).toEqual([])
  expect(await save(bytes + 10_000)).toMatchObject({ ok: true })
})

test('[ARC10] a full drive, a vanished folder and a cancel leave nothing behind', async () => {
  const place = newPlace()
  const review = makeReview()
  const full = faultyFiles(({ name }) => (name === 'write' ? 'ENOSPC' : null))
  const failed = await saveArchive(full, saveInput(review, place), quietTools(), plainSetter)
  expect(failed).toMatchObject({ ok: false, error: { kind: 'disk-full' } })
  const nowhere = { ...place, folder: join(place.folder, 'gone') }
  expect(await saveArchive(nodeFileSystem(), saveInput(review, nowhere), quietTools(), plainSetter)).toMatchObject({
    ok: false,
    error: { kind: 'not-found' },
  })
  const abort = new AbortController()
  const cancelling = { signal: abort.signal, onProgress: (step: string) => (step === 'Writing' ? abort.abort() : undefined) }
  addMaterial(review, place.materialsFolder, 'big.bin', Buffer.alloc(4 << 20, 7))
  expect(await saveArchive(nodeFileSystem(), saveInput(review, place), cancelling, plainSetter)).toMatchObject({
    ok: false,
    error: { kind: 'cancelled' },
  })
  expect(readdirSync(place.folder)).toEqual([])
})
