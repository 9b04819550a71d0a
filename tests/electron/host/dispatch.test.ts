import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOutsideLink } from '../../../electron/host/links'
import { type HostCall, hostContract } from '../../../shared/host-contract'
import { unwrap } from '../../../shared/result'
import { createWriter, REVIEW } from '../helpers/commits'
import { faultyFiles } from '../helpers/faulty-files'
import { testHost } from '../helpers/test-host'

const names = Object.keys(hostContract) as HostCall[]

test('[HST7] arguments that do not fit are refused by name, for every call, without effect', async () => {
  const { host, folder } = await testHost()
  const before = readdirSync(folder.root)
  for (const name of names) {
    const misfits = fc.anything().filter((request) => !hostContract[name].request.safeParse(request).success)
    await fc.assert(
      fc.asyncProperty(misfits, async (request) => {
        const result = await host.call(name, request, { isTrusted: true })
        expect(result).toMatchObject({
          ok: false,
          error: { kind: 'bad-request', message: expect.stringContaining(name) as string },
        })
      }),
      { numRuns: 40 },
    )
  }
  expect(readdirSync(folder.root)).toEqual(before)
})

test('[HST7] who is not trusted is refused by name for every call, and unknown names are refused', async () => {
  const { host } = await testHost()
  for (const name of names)
    expect(await host.call(name, {}, { isTrusted: false })).toMatchObject({
      ok: false,
      error: { kind: 'forbidden', message: `${name}: not from here` },
    })
  for (const name of ['', 'toString', '__proto__', 'review:drop', 'x'.repeat(10_000), 7 as unknown as string]) {
    const result = await host.call(name, {}, { isTrusted: true })
    expect(result).toMatchObject({ ok: false, error: { kind: 'bad-request' } })
    expect(JSON.stringify(result).length).toBeLessThan(200)
  }
})

test('[HST7] errors of the disk and of our own come back as results', async () => {
  let isBroken = false
  const { call } = await testHost({ files: faultyFiles(() => (isBroken ? 'EIO' : null)) })
  isBroken = true
  const commits = [createWriter().next('one')]
  expect(await call('review:append', { reviewId: REVIEW, clientId: 'a', create: true, commits })).toMatchObject({
    ok: false,
    error: { kind: 'failed' },
  })
  expect(await call('device:write', { theme: 'dark' })).toMatchObject({ ok: false })
})

test('[HST7] a patch of the device changes only what it names, and survives a restart', async () => {
  const first = await testHost()
  unwrap(await first.call('device:write', { operatorName: 'Ada', theme: 'dark' }))
  unwrap(await first.call('device:write', { wallTheme: 'light' }))
  await first.host.close()
  const second = await testHost({ root: first.folder.root })
  expect(unwrap(await second.call('device:read', {}))).toMatchObject({
    operatorName: 'Ada',
    theme: 'dark',
    wallTheme: 'light',
  })
})

test('[HST8] the log knows calls and kinds, never texts, names, paths or secrets', async () => {
  const { call, log, folder } = await testHost({ jobs: { run: () => Promise.reject(new TypeError('canary-message')) } })
  unwrap(
    await call('review:append', {
      reviewId: REVIEW,
      clientId: 'canary-client',
      create: true,
      commits: [createWriter().next('canary-word')],
    }),
  )
  await call('review:append', {
    reviewId: REVIEW,
    clientId: 'other',
    create: true,
    commits: [createWriter().next('canary-other')],
  })
  await call('archive:verify', { jobId: 'j', path: `${folder.root}/canary-path` })
  await call('link:open', { url: 'javascript:canary-link' })
  await call('canary-call' as 'app:hello', { clientId: '' })
  expect(log.join('')).toContain('"call":"archive:verify"')
  expect(log.join('')).toContain('TypeError')
  expect(log.join('')).not.toMatch(/canary|review-room-/)
})

test.each([
  ['https://example.org/a?b#c', true],
  ['HTTP://example.org', true],
  ['mailto:a@example.org', true],
  ['javascript:alert(1)', false],
  ['java\nscript:alert(1)', false],
  ['&#106;avascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['//host/share', false],
  ['\\\\host\\share', false],
  ['https:\\\\host', false],
  ['https:host', false],
  ['https://user:pass@host', false],
  ['data:text/html,x', false],
  ['vbscript:x', false],
  ['ms-settings:', false],
  ['blob:https://x/1', false],
  [' https://example.org', false],
  ['', false],
])('[HST9] %j may leave the program: %s', async (url, isAllowed) => {
  expect(isOutsideLink(url)).toBe(isAllowed)
  const { call } = await testHost()
  expect((await call('link:open', { url })).ok).toBe(isAllowed)
})
