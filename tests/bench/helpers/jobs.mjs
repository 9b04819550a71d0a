import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** Runs a job of the built app in a process of its own; answers { ms, peakBytes, value }. */
export function runJob(root, folder, name, input) {
  const [given, answered] = [join(folder, 'job-input'), join(folder, 'job-output')]
  writeFileSync(given, serialize({ name, input }))
  const kind = name === 'verifyArchive' ? 'courier' : 'thread'
  const built = join(root, 'dist', 'browser', kind === 'courier' ? 'courier.js' : 'worker.js')
  const process_ = spawnSync(process.execPath, [join(import.meta.dirname, 'job-process.mjs'), kind, built, given, answered], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (process_.status !== 0) throw new Error(`${name} ended with ${process_.status}`)
  const { ms, peakBytes, result } = deserialize(readFileSync(answered))
  for (const path of [given, answered]) rmSync(path)
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`)
  return { ms, peakBytes, value: result.value }
}

/** Milliseconds that a line of shell takes in a folder. */
export function shellMs(line, cwd) {
  const start = performance.now()
  const { status } = spawnSync('sh', ['-ec', line], { cwd, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`ended with ${status}: ${line}`)
  return performance.now() - start
}
