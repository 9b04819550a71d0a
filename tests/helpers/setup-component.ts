import 'fake-indexeddb/auto'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// jsdom lacks CSS.escape, which the component library needs to find list items.
globalThis.CSS ??= {} as typeof CSS
globalThis.CSS.escape ??= (text) => text.replace(/[^a-zA-Z0-9_-]/g, (character) => `\\${character}`)
