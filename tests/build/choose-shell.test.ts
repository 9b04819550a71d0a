import { expect, test } from 'vitest'
import { chooseShell, hasDisplay } from '../../build/choose-shell.mjs'
import { readyAddress } from '../../build/open-browser.mjs'

const desk = { platform: 'linux', env: { DISPLAY: ':0' }, uid: 1000, sandbox: true }

test('with a display and a sandbox the desktop shell is chosen', () => {
  expect(chooseShell([], desk)).toEqual({ shell: 'desktop' })
  expect(chooseShell([], { ...desk, env: { WAYLAND_DISPLAY: 'wayland-0' } })).toEqual({ shell: 'desktop' })
  expect(chooseShell([], { ...desk, platform: 'darwin', env: {}, uid: 501 })).toEqual({ shell: 'desktop' })
  expect(chooseShell([], { ...desk, platform: 'win32', env: {}, uid: null })).toEqual({ shell: 'desktop' })
})

test('without a display, as root or without a sandbox the browser shell is chosen, with the reason', () => {
  for (const surroundings of [
    { ...desk, env: {} },
    { ...desk, env: { DISPLAY: '' } },
    { ...desk, uid: 0 },
    { ...desk, sandbox: false },
  ]) {
    expect(chooseShell(['--port', '1'], surroundings)).toEqual({
      shell: 'browser',
      why: expect.stringMatching(/^\S.*\S$/) as string,
    })
  }
})

test('asked for, the browser shell needs no reason', () => {
  expect(chooseShell(['--browser', '--no-open'], desk)).toEqual({ shell: 'browser', why: null })
})

test('a display is where windows can appear', () => {
  expect(hasDisplay(desk)).toBe(true)
  expect(hasDisplay({ platform: 'darwin', env: {} })).toBe(true)
  expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false)
})

test('the address is taken from the ready line only', () => {
  expect(readyAddress('Review Room is ready: http://127.0.0.1:47600/#s3cr-et_\n')).toBe('http://127.0.0.1:47600/#s3cr-et_')
  expect(readyAddress('see http://127.0.0.1:47600/#s3cret\n')).toBeNull()
  expect(readyAddress('Review Room is ready: http://example.org/#s3cret\n')).toBeNull()
})
