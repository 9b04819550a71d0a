import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { saveArchive, saveMinutes } from '../../../../electron/host/archive/save-archive'
import { nodeFileSystem } from '../../../../electron/host/files/file-system'
import { unwrap } from '../../../../shared/result'
import { fullReview } from '../../../helpers/full-review'
import { faultyFiles } from '../../helpers/faulty-files'
import { plainSetter } from '../../helpers/paper-setters'
import { filesOf, newPlace, quietTools, saveInput } from '../../helpers/bundles'

const files = nodeFileSystem()
const name = 'heat-demand-forecast-to-production-2026-11-24'

test('[RND7] minutes and actions lie beside the bundle, the same as in it, and nothing is overwritten', async () => {
  const place = newPlace()
  const { review } = fullReview()
  const save = async () => unwrap(await saveArchive(files, saveInput(review, place, { beside: true }), quietTools(), plainSetter))
  const { path, beside, notBeside } = await save()
  expect(beside.map((each) => each.name)).toEqual([`${name}-minutes.pdf`, `${name}-actions.csv`])
  expect(notBeside).toEqual([])
  const bundle = await filesOf(path)
  const loose = (file: string) => readFileSync(join(place.folder, file))
  expect(loose(`${name}-minutes.pdf`)).toEqual(bundle.get('data/minutes/minutes.pdf'))
  expect(loose(`${name}-actions.csv`)).toEqual(bundle.get('data/action-plan/actions.csv'))
  expect((await save()).beside.map((each) => each.name)).toEqual([`${name}-minutes (2).pdf`, `${name}-actions (2).csv`])
  expect(readdirSync(place.folder)).toHaveLength(6)
})

test('[RND7] what cannot be written beside the bundle is told, and the bundle is saved', async () => {
  const place = newPlace()
  const full = faultyFiles(({ name: call, path }) => (call === 'open' && /-(minutes|actions)\./.test(path) ? 'ENOSPC' : null))
  const saved = unwrap(
    await saveArchive(full, saveInput(fullReview().review, place, { beside: true }), quietTools(), plainSetter),
  )
  expect(saved.notBeside).toEqual([`${name}-minutes.pdf`, `${name}-actions.csv`])
  expect(readdirSync(place.folder)).toEqual([`${name}.zip`])
})

test('[RND6] a document that cannot be set is left out and told, and no page leads to it', async () => {
  const place = newPlace()
  const failing = {
    ...plainSetter,
    pdf: () => {
      throw new Error('no faces')
    },
  }
  const { path, unset } = unwrap(await saveArchive(files, saveInput(fullReview().review, place), quietTools(), failing))
  expect([...unset].sort()).toEqual(['data/minutes/minutes.pdf', 'data/summary/executive-summary.pdf'])
  const bundle = await filesOf(path)
  expect([...bundle.keys()].filter((each) => each.endsWith('.pdf'))).toEqual([])
  expect(bundle.get('data/index.html')?.toString()).not.toContain('.pdf"')
  expect(bundle.get('data/index.html')?.toString()).toContain('minutes.docx"')
})

test('[RND7] the minutes alone are one file, read back and under a free name', async () => {
  const place = newPlace()
  const input = saveInput(fullReview().review, place)
  for (const twin of ['', ' (2)']) {
    const { path } = unwrap(await saveMinutes(files, input, quietTools(), plainSetter))
    expect(path).toBe(join(place.folder, `${name}-minutes${twin}.pdf`))
  }
  expect(await saveMinutes(files, { ...input, folder: join(place.folder, 'gone') }, quietTools(), plainSetter)).toMatchObject({
    ok: false,
    error: { kind: 'not-found' },
  })
})
