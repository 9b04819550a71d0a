import 'fake-indexeddb/auto'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// jsdom lays nothing out, so that nothing ever changes its size.
globalThis.ResizeObserver ??= class {
  observe = (): void => undefined
  unobserve = (): void => undefined
  disconnect = (): void => undefined
}

// Long, for a busy machine: what is waited for comes, or never does.
configure({ asyncUtilTimeout: 20_000 })

// jsdom lacks CSS.escape, which the component library needs to find list items.
globalThis.CSS ??= {} as typeof CSS
globalThis.CSS.escape ??= (text) => text.replace(/[^a-zA-Z0-9_-]/g, (character) => `\\${character}`)
