import { expect, test } from 'vitest'
import { isTrustedSender, isTrustedUrl } from '../../../electron/desktop/trusted-url'

test.each([
  ['app://review-room/', true],
  ['app://review-room/index.html#/reviews/1', true],
  ['app://review-room', false],
  ['app://review-room.evil/', false],
  ['app://review-room:80/', false],
  ['app://user@review-room/', false],
  ['app://evil/review-room/', false],
  ['APP://review-room/', false],
  ['app:/review-room/', false],
  ['https://review-room/', false],
  ['file:///review-room/', false],
  ['about:blank', false],
  ['data:text/html,app://review-room/', false],
  ['blob:app://review-room/1', false],
  ['javascript:app://review-room/', false],
  [' app://review-room/', false],
  ['', false],
])('[DSK1] %j is an address of the app: %s', (url, isOurs) => {
  expect(isTrustedUrl(url)).toBe(isOurs)
  expect(isTrustedSender({ frameUrl: url, isMainFrame: true, isControlWindow: true })).toBe(isOurs)
})

test('[DSK2] the page alone is not enough: main frame, control window and a living frame are needed too', () => {
  const right = { frameUrl: 'app://review-room/', isMainFrame: true, isControlWindow: true }
  expect(isTrustedSender(right)).toBe(true)
  for (const change of [{ frameUrl: null }, { isMainFrame: false }, { isControlWindow: false }])
    expect(isTrustedSender({ ...right, ...change })).toBe(false)
})
