import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'

const supervise = new URL('../../build/supervise.mjs', import.meta.url).href

/** Writes a launcher that supervises `shell`, a stand-in that prints its process id when it is ready; answers its path. */
function launcherOf(shell: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'review-room-'))
  const [stub, launcher] = [join(folder, 'shell.mjs'), join(folder, 'launcher.mjs')]
  writeFileSync(stub, `${shell}\nconsole.log(process.pid)`)
  writeFileSync(launcher, `import { supervise } from '${supervise}'\nsupervise(process.execPath, ['${stub}', 'first', 'second'])`)
  return launcher
}

function launch(shell: string) {
  return spawn(process.execPath, [launcherOf(shell)], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function firstLine(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout! })
  const [line] = (await once(lines, 'line')) as [string]
  return line
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const goesOn = 'setInterval(() => {}, 1000)\n'

test('arguments go to the shell and its exit code comes back', async () => {
  const child = launch("process.exit(process.argv.slice(2).join() === 'first,second' ? 7 : 1)")
  expect(await once(child, 'exit')).toEqual([7, null])
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s reaches the shell once, as TERM, and its own end is awaited',
  async (signal) => {
    const child = launch(
      `${goesOn}let asked = 0\nprocess.on('SIGTERM', () => asked++ || setTimeout(() => process.exit(asked), 200))`,
    )
    await firstLine(child)
    child.kill(signal)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([1, null])
  },
)

test('a killed launcher is noticed by the shell: channel and standard input close', async () => {
  const ends =
    "let seen = 0\nconst end = () => ++seen === 2 && process.exit()\nprocess.on('disconnect', end)\nprocess.stdin.on('end', end).resume()"
  const child = launch(goesOn + ends)
  const pid = Number(await firstLine(child))
  child.kill('SIGKILL')
  await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
})

test('the shell is told to end when the parent of the launcher is gone', async () => {
  const launcher = launcherOf(`${goesOn}process.on('SIGTERM', () => process.exit())`)
  const middle = `require('node:child_process').spawn(process.execPath, ['${launcher}'], { stdio: 'inherit' })`
  const parent = spawn(process.execPath, ['-e', middle], { stdio: ['ignore', 'pipe', 'inherit'] })
  const pid = Number(await firstLine(parent))
  parent.kill('SIGKILL')
  await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
})
