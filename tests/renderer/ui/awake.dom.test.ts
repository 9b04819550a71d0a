import { renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useAwake } from '../../../renderer/ui/use-awake'

afterEach(() => vi.unstubAllGlobals())

/** The browser's lock, as far as it is used: counts what is held. */
function wakeLock({ isRefused = false } = {}) {
  let held = 0
  const request = vi.fn(() => {
    if (isRefused) return Promise.reject(new Error('low battery'))
    held += 1
    return Promise.resolve({ released: false, release: () => Promise.resolve(void (held -= 1)) })
  })
  vi.stubGlobal('navigator', { wakeLock: { request } })
  return { request, held: () => held }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

function become(visibility: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility)
  document.dispatchEvent(new Event('visibilitychange'))
}

test('[DSK15] the screen is kept awake while an item is active, and let go when it ends or the page goes', async () => {
  const lock = wakeLock()
  const { rerender, unmount } = renderHook(({ isOn }) => useAwake(isOn), { initialProps: { isOn: false } })
  await settled()
  expect(lock.request).not.toHaveBeenCalled()
  rerender({ isOn: true })
  await settled()
  expect([lock.held(), lock.request.mock.calls]).toEqual([1, [['screen']]])
  rerender({ isOn: false })
  await settled()
  expect(lock.held()).toBe(0)
  rerender({ isOn: true })
  unmount()
  await settled()
  expect(lock.held()).toBe(0)
})

test('[DSK15] a page that was out of sight takes the lock again when it is back', async () => {
  const lock = wakeLock()
  become('hidden')
  const { unmount } = renderHook(() => useAwake(true))
  await settled()
  expect(lock.request).not.toHaveBeenCalled()
  become('visible')
  await settled()
  expect(lock.held()).toBe(1)
  unmount()
})

test('[DSK15] a page that comes into sight again and again takes one lock, and lets it go', async () => {
  const lock = wakeLock()
  const { unmount } = renderHook(() => useAwake(true))
  become('visible')
  become('visible')
  await settled()
  become('visible')
  await settled()
  expect([lock.held(), lock.request.mock.calls.length]).toEqual([1, 1])
  unmount()
  await settled()
  expect(lock.held()).toBe(0)
})

test('[DSK15] a lock that is refused, or that there is none, disturbs nothing', async () => {
  const lock = wakeLock({ isRefused: true })
  const { unmount } = renderHook(() => useAwake(true))
  await settled()
  unmount()
  expect(lock.request).toHaveBeenCalledOnce()
  vi.stubGlobal('navigator', {})
  expect(() => renderHook(() => useAwake(true)).unmount()).not.toThrow()
})
