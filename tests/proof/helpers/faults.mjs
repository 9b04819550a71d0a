import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { spawnSync } from 'node:child_process'
import { root } from './judge.mjs'

/** What our verifier says of a bag: its exit code and what it printed as JSON. */
export function verified(path) {
  const ran = spawnSync(process.execPath, [join(root, 'build', 'verify.mjs'), path, '--json'], { encoding: 'utf8' })
  if (ran.status !== 0 && ran.status !== 1) throw new Error(`verify ended with ${ran.status}: ${ran.stderr}`)
  return { isValid: ran.status === 0, ...JSON.parse(ran.stdout) }
}

const edit = (path, turn) => writeFileSync(path, turn(readFileSync(path, 'utf8')))

/** Payload of a bag to be made: with names and texts that programs trip over. */
export const payload = {
  'notes.txt': 'notes\n',
  'minutes/minutes.md': '# Minutes\n',
  'empty.txt': '',
  'Übersicht – قرار 長.txt': 'names\n',
  'with blanks  and 100%.txt': 'percent\n',
}

/** Faults of a bag in a folder with manifests by sha256: what each is, and how it is made. */
export const faults = {
  'a byte changed': (bag) => edit(join(bag, 'data/notes.txt'), () => 'nores\n'),
  'a file longer': (bag) => appendFileSync(join(bag, 'data/notes.txt'), 'more'),
  'a file emptied': (bag) => writeFileSync(join(bag, 'data/notes.txt'), ''),
  'a file gone': (bag) => rmSync(join(bag, 'data/notes.txt')),
  'a sum changed': (bag) =>
    edit(join(bag, 'manifest-sha256.txt'), (text) => text.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))),
  'a file listed that is not there': (bag) =>
    appendFileSync(join(bag, 'manifest-sha256.txt'), `${'0'.repeat(64)}  data/gone.txt\n`),
}
