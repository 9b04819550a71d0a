import assert from 'node:assert/strict'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { faults, payload, verified } from './helpers/faults.mjs'
import { bundle, figure, filesUnder, isThere, need, run, tempFolder } from './helpers/judge.mjs'

// VRF1: bags made without our code - sums by coreutils, zips by Info-ZIP and by Python - are valid to our verifier, and it finds what sha256sum finds.

need('sha256sum', 'coreutils')
need('zip')
need('python3')

const good = join(tempFolder(), 'bag')
for (const [name, text] of Object.entries(payload)) {
  mkdirSync(dirname(join(good, 'data', name)), { recursive: true })
  writeFileSync(join(good, 'data', name), text)
}
writeFileSync(join(good, 'bagit.txt'), 'BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n')
const listed = filesUnder(good).filter((path) => path.startsWith('data/'))
for (const tool of ['md5', 'sha1', 'sha256', 'sha512'])
  writeFileSync(join(good, `manifest-${tool}.txt`), run(`${tool}sum`, listed, { cwd: good }))
writeFileSync(
  join(good, 'tagmanifest-sha256.txt'),
  run('sha256sum', ['--binary', 'bagit.txt', 'manifest-md5.txt'], { cwd: good }),
)

const zips = {
  'Info-ZIP, deflated': (folder, to) => run('zip', ['-qr', to, 'bag'], { cwd: folder }),
  'Info-ZIP, stored': (folder, to) => run('zip', ['-qr0', to, 'bag'], { cwd: folder }),
  'Info-ZIP, from a stream, to one': (folder, to) => run('sh', ['-c', `zip -qr - bag | cat > '${to}'`], { cwd: folder }),
  Python: (folder, to) => run('python3', ['-m', 'zipfile', '-c', to, 'bag'], { cwd: folder }),
  ...(isThere('7z') && { '7-Zip': (folder, to) => run('7z', ['a', '-bd', to, 'bag'], { cwd: folder }) }),
}

const bytes = Object.values(payload).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
function isWhole(bag) {
  try {
    run('sha256sum', ['--check', '--strict', '--quiet', 'manifest-sha256.txt'], { cwd: bag })
    return true
  } catch {
    return false
  }
}

assert.ok(isWhole(good))
for (const [name, pack] of Object.entries(zips)) {
  const to = join(tempFolder(), 'bag.zip')
  pack(dirname(good), to)
  const { isValid, files, bytes: found, findings } = verified(to)
  assert.deepEqual({ isValid, files, found, findings }, { isValid: true, files: listed.length, found: bytes, findings: [] }, name)
}
for (const [name, fault] of Object.entries(faults)) {
  const folder = tempFolder()
  const bag = join(folder, 'bag')
  cpSync(good, bag, { recursive: true })
  fault(bag)
  assert.equal(isWhole(bag), false, name)
  const told = verified(bag)
  assert.equal(told.isValid, false, name)
  for (const pack of Object.values(zips)) {
    const to = join(folder, 'bag.zip')
    pack(folder, to)
    // In whatever order a zip has them.
    assert.deepEqual(
      new Set(verified(to).findings.map(({ message }) => message)),
      new Set(told.findings.map(({ message }) => message)),
      name,
    )
    run('rm', [to])
  }
}
for (const name of ['sample', 'heavy', 'hostile']) assert.ok(verified(bundle(name)).isValid, name)
figure(
  `bags by coreutils in zips by ${Object.keys(zips).join('; ')}: valid; ${Object.keys(faults).length} faults found, in each as by sha256sum`,
)
