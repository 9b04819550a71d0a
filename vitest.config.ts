import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { packetScript } from './build/packet-script.ts'
import { common } from './build/vite.common.ts'

const domTests = ['tests/renderer/**/*.test.tsx', 'tests/renderer/**/*.dom.test.ts']
const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'

// Plain tests run in Node; those with a screen (`.test.tsx`, `.dom.test.ts`) in jsdom.
export default defineConfig({
  ...common,
  plugins: [packetScript(), react()],
  test: {
    passWithNoTests: true,
    // Much of it waits for disks and other processes: two at a time also where there are two cores, for which vitest would take one.
    ...(!isProof && { maxWorkers: 2 }),
    testTimeout: isProof ? 30 * 60_000 : 120_000,
    hookTimeout: isProof ? 5 * 60_000 : 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [...domTests, 'tests/shared/**', 'tests/e2e/**', 'tests/proof/**', 'tests/bench/**', 'tests/fixtures/**'],
          setupFiles: ['tests/helpers/setup-unit.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'unit-shared',
          environment: 'node',
          include: ['tests/shared/**/*.test.ts'],
          setupFiles: ['tests/helpers/setup-unit.ts'],
          // Pure functions leave nothing behind, so that their modules are loaded once for all: two fifths of the time.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: domTests,
          setupFiles: ['tests/helpers/setup-component.ts'],
          // Each test leaves the screen empty; modules and window are kept for all: two thirds of the time.
          isolate: false,
          restoreMocks: true,
          unstubGlobals: true,
        },
      },
    ],
  },
})
