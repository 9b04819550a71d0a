import { fileURLToPath } from 'node:url'
import { bundle, figure, need, run, unpacked } from './helpers/judge.mjs'

// ARC1, ARC6: Python's csv and json read from the tables and from review.json the same rows and texts.

need('unzip')
need('python3')
const script = fileURLToPath(new URL('helpers/tables.py', import.meta.url))
for (const name of ['sample', 'heavy', 'hostile'])
  figure(`${name}: ${run('python3', [script, unpacked(bundle(name))]).trim()}, as in the tables`)
