import { expect, test } from 'vitest'
import { browserArguments, chooseShell } from '../../build/choose-shell.mjs'

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

test('the browser is not opened where there is no display', () => {
  expect(browserArguments(['--browser', '--port', '0'], desk)).toEqual(['--port', '0'])
  expect(browserArguments(['--browser', '--port', '0'], { ...desk, env: {} })).toEqual(['--no-open', '--port', '0'])
  expect(browserArguments(['--no-open'], { ...desk, env: {} })).toEqual(['--no-open'])
})
