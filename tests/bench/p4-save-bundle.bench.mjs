import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { median, rowOf } from './helpers/figures.mjs'
import { runJob, shellMs } from './helpers/jobs.mjs'
import { inPlace } from './helpers/place.mjs'

const MEGABYTE = 1_000_000
/** Peak memory aimed at, in bytes. */
const MEMORY_LIMIT = 200 * MEGABYTE

/**
 * P4: a bundle of 1 GiB in one material and 20,000 small ones, written, fsynced and read back, beside copying the same files with `cp`,
 * `sync`, and `sha512sum` of source and copy. Memory: the peak of the process that does it, and the same with a tenth of the large one.
 */
export async function rows({ runs, root, load, log }) {
  return inPlace(async (folder) => {
    const { manyMaterials } = await load('tests/bench/helpers/many-materials.ts')
    const version = '1.2.3'
    const inputOf = async (name, mebibytes, small) => {
      const materialsFolder = join(folder, name)
      mkdirSync(materialsFolder)
      log(`making ${mebibytes} MiB and ${small} small materials`)
      return {
        ...(await manyMaterials(materialsFolder, mebibytes, small)),
        materialsFolder,
        withDesk: false,
        beside: false,
        version,
      }
    }
    const whole = await inputOf('whole', 1024, 20_000)
    const tenth = await inputOf('tenth', 102, 20_000)
    const few = await inputOf('few', 1024, 10)
    const out = join(folder, 'out')
    const save = (input) => {
      mkdirSync(out)
      const job = runJob(root, folder, 'saveArchive', { ...input, folder: out })
      rmSync(out, { recursive: true })
      return job
    }
    const copy = () => {
      const sums = (place) => `(cd ${place} && find . -type f -print0 | xargs -0 sha512sum | sort > ../${place}.sums)`
      const ms = shellMs(`cp -r whole copy; sync -f copy; ${sums('whole')}; ${sums('copy')}; cmp whole.sums copy.sums`, folder)
      rmSync(join(folder, 'copy'), { recursive: true })
      return ms
    }
    const samples = { whole: [], tenth: [], few: [], copy: [] }
    for (let round = 0; round < runs; round++) {
      log(`bundle, round ${round + 1} of ${runs}`)
      samples.whole.push(save(whole))
      samples.copy.push(copy())
      samples.tenth.push(save(tenth))
      samples.few.push(save(few))
    }
    const peak = (name) => median(samples[name].map(({ peakBytes }) => peakBytes))
    const memory = (name, value, reference, referenceValue, goal) => ({
      name,
      value: value / MEGABYTE,
      unit: 'MB',
      reference,
      referenceValue: referenceValue / MEGABYTE,
      ratio: value / referenceValue,
      runs,
      goal,
    })
    return [
      rowOf({
        name: 'P4 bundle of 1 GiB and 20,000 small files, p50',
        sample: samples.whole.map(({ ms }) => ms),
        reference: 'cp, sync, sha512sum of both',
        referenceSample: samples.copy,
        figure: median,
        runs,
        goal: 1.2,
      }),
      memory('P4 peak memory with 1 GiB and 10 small files', peak('few'), 'limit', MEMORY_LIMIT, 1),
      memory('P4 peak memory with 20,000 small files', peak('whole'), 'limit', MEMORY_LIMIT, 1),
      memory('P4 peak memory with 1 GiB', peak('whole'), 'with a tenth of it', peak('tenth'), 1.1),
    ]
  })
}
