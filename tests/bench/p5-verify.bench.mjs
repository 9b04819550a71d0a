import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { median, rowOf } from './helpers/figures.mjs'
import { runJob, shellMs } from './helpers/jobs.mjs'
import { inPlace } from './helpers/place.mjs'

/** P5: a bundle of 1 GiB and a thousand small files compared with its manifest, beside `sha512sum -c` of the same files unpacked. */
export async function rows({ runs, root, load, log }) {
  return inPlace(async (folder) => {
    const { manyMaterials } = await load('tests/bench/helpers/many-materials.ts')
    const [materialsFolder, out] = [join(folder, 'materials'), join(folder, 'out')]
    for (const each of [materialsFolder, out]) mkdirSync(each)
    log('making a bundle of 1 GiB')
    const input = await manyMaterials(materialsFolder, 1024, 1000)
    const { value } = runJob(root, folder, 'saveArchive', {
      ...{ ...input, materialsFolder, folder: out, withDesk: false, beside: false, version: '1.2.3' },
    })
    shellMs(`unzip -q '${value.path}' && mv */data */*.txt .`, out)
    const samples = { verify: [], reference: [] }
    for (let round = 0; round < runs; round++) {
      log(`verify, round ${round + 1} of ${runs}`)
      samples.verify.push(runJob(root, folder, 'verifyArchive', { path: value.path }).ms)
      samples.reference.push(shellMs('sha512sum -c --quiet manifest-sha512.txt', out))
    }
    return [
      rowOf({
        name: 'P5 verify a bundle of 1 GiB, p50',
        sample: samples.verify,
        reference: 'sha512sum -c of its files',
        referenceSample: samples.reference,
        figure: median,
        runs,
        goal: 1.2,
      }),
    ]
  })
}
