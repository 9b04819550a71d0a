import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faults, payload, verified } from './helpers/faults.mjs'
import { bundle, figure, need, notJudged, run, tempFolder, unpacked } from './helpers/judge.mjs'

// VRF1: bagit-python finds our bundles valid, we find its bags valid, and of the same faults both say the same.

need('unzip')
need('python3')
if (spawnSync('python3', ['-c', 'import bagit']).status !== 0)
  notJudged('Not judged: the Python package bagit is not on this machine (pip install bagit).')

const script = fileURLToPath(new URL('helpers/bags.py', import.meta.url))
const judged = (folder) => run('python3', [script, 'judge', folder]).trim() === 'valid'

const ours = ['sample', 'heavy', 'hostile'].map((name) => unpacked(bundle(name)))
for (const folder of ours) assert.ok(judged(folder), folder)

for (const algorithms of [['sha256'], ['md5', 'sha1', 'sha256', 'sha512']]) {
  const good = join(tempFolder(), 'bag')
  for (const [name, text] of Object.entries(payload)) {
    mkdirSync(dirname(join(good, name)), { recursive: true })
    writeFileSync(join(good, name), text)
  }
  run('python3', [script, 'make', good, ...algorithms])
  assert.ok(judged(good))
  assert.deepEqual(verified(good).findings, [], algorithms.join())
  for (const [name, fault] of Object.entries(faults)) {
    const bag = join(tempFolder(), 'bag')
    cpSync(good, bag, { recursive: true })
    fault(bag)
    assert.deepEqual([judged(bag), verified(bag).isValid], [false, false], name)
  }
}
figure(
  `bagit-python: ${ours.length} of our bundles valid to it, its bags to us, ${Object.keys(faults).length} faults found by both`,
)
