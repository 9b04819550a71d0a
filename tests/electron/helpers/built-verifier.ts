import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll } from 'vitest'

export interface Verdict {
  readonly code: number | null
  readonly out: string
  readonly err: string
  /** Largest memory it ever held, in MB. */
  readonly peak: number
  /** Time of its processors, in ms: what it took does not depend on what else this machine does. */
  readonly ms: number
}

/** Says at the end what memory it held; the system's own count would start with that of the test. */
const telling = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from 'node:fs'
  process.on('exit', () => {
    const kb = process.platform === 'linux' ? /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] : process.resourceUsage().maxRSS
    const { user, system } = process.cpuUsage()
    process.stderr.write('peak ' + kb + ' ' + (user + system) / 1000)
  })`)}`

/** Builds the verifier once per test file; answers how to run it in a process of its own. */
export function builtVerifier(): (...args: readonly string[]) => Promise<Verdict> {
  let folder = ''
  beforeAll(async () => {
    mkdirSync('.cache', { recursive: true })
    folder = mkdtempSync(join('.cache', 'verify-'))
    const outDir = join(process.cwd(), folder)
    await build({ configFile: 'build/vite.verify.ts', logLevel: 'silent', build: { outDir } })
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (...args) =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, ['--import', telling, join(folder, 'main.js'), ...args])
      let [out, err] = ['', '']
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
      child.once('close', (code) => {
        const [said = '', figures = ''] = err.split('peak ')
        const [kb, ms] = figures.split(' ').map(Number)
        resolve({ code, out, err: said, peak: (kb ?? NaN) / 1024, ms: ms ?? NaN })
      })
    })
}
