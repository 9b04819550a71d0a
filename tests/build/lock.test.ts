import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withLock } from '../../build/lock.mjs'

const freshPath = () => join(mkdtempSync(join(tmpdir(), 'review-room-')), '.cache', 'setup.lock')

test('two who install or build in one folder take turns', async () => {
  const path = freshPath()
  const steps: string[] = []
  const work = (name: string) => async () => {
    steps.push(`${name} begins`)
    await wait(50)
    steps.push(`${name} ends`)
  }
  await Promise.all([withLock(work('one'), path), withLock(work('two'), path)])
  expect(steps).toEqual(['one begins', 'one ends', 'two begins', 'two ends'])
  expect(existsSync(path)).toBe(false)
})

test('the lock of a process that is gone is taken over', async () => {
  const path = freshPath()
  await withLock(() => Promise.resolve(), path)
  writeFileSync(path, '999999999')
  expect(await withLock(() => Promise.resolve(readFileSync(path, 'utf8')), path)).toBe(String(process.pid))
})

test('work that throws gives the lock back', async () => {
  const path = freshPath()
  await expect(withLock(() => Promise.reject(new Error('no')), path)).rejects.toThrow('no')
  expect(existsSync(path)).toBe(false)
})
