import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { bundle, figure, filesUnder, isThere, need, run, unpacked } from './helpers/judge.mjs'

// ARC1, ARC3, ARC5: a bundle is a zip to unzip and a bag to sha512sum, and the same bytes whoever saves it when and where.

need('unzip')
need('sha512sum', 'coreutils')
const faketime = isThere('faketime')
for (const name of ['sample', 'heavy', 'hostile']) judge(name)
if (!faketime) figure('the clock was not changed: faketime is not on this machine')

function judge(name) {
  const path = bundle(name)
  run('unzip', ['-tq', path])
  const folder = unpacked(path)
  const files = filesUnder(folder)
  const listed = run('unzip', ['-Z1', path]).trim().split('\n')
  assert.deepEqual(listed.map((each) => each.slice(basename(folder).length + 1)).sort(), files)
  assert.equal(basename(folder), basename(path, '.zip'))

  const payload = files.filter((each) => each.startsWith('data/'))
  const tags = files.filter((each) => !each.startsWith('data/'))
  assert.deepEqual(tags, ['bag-info.txt', 'bagit.txt', 'manifest-sha512.txt', 'tagmanifest-sha512.txt'])
  assert.deepEqual(checked(folder, 'manifest-sha512.txt'), payload)
  assert.deepEqual(checked(folder, 'tagmanifest-sha512.txt'), tags.slice(0, 3))
  const bytes = payload.reduce((sum, each) => sum + statSync(join(folder, each)).size, 0)
  assert.match(
    readFileSync(join(folder, 'bag-info.txt'), 'utf8'),
    new RegExp(`^Payload-Oxum: ${bytes}\\.${payload.length}$`, 'm'),
  )
  files.forEach(judgeName)

  const elsewhere = bundle(name, {
    env: { TZ: 'Pacific/Auckland', LC_ALL: '', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
    through: faketime ? ['faketime', '2041-02-28 23:59:59'] : [],
  })
  assert.equal(basename(elsewhere), basename(path))
  assert.ok(readFileSync(elsewhere).equals(readFileSync(path)), `${name} is not the same bytes elsewhere`)
  figure(
    `${name}: ${payload.length} files of ${bytes} bytes, all as in the manifests; the same bytes in Auckland, in Turkish${faketime ? ', in 2041' : ''}`,
  )
}

/** Paths that sha512sum found to be as the manifest says. */
function checked(folder, manifest) {
  return run('sha512sum', ['--check', '--strict', manifest], { cwd: folder })
    .trim()
    .split('\n')
    .map((line) => /^(.+): OK$/.exec(line)?.[1])
    .sort()
}

/** Names that Windows, macOS, Linux and a share all take, and take for the same. */
function judgeName(path) {
  for (const part of path.split('/')) {
    assert.ok(Buffer.byteLength(part) <= 100, `${part} is too long`)
    assert.equal(part, part.normalize('NFC'))
    assert.doesNotMatch(part, /[<>:"\\|?*\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e]|^[ .]|[ .]$/)
    assert.doesNotMatch(part, /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
  }
}
