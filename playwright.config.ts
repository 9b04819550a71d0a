import { defineConfig } from '@playwright/test'
import { findChromium } from './build/chromium.mjs'

const executablePath = await findChromium()
const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  // Each test has an app and data folder of its own, and most of its time is waiting; the proof measures, so it goes alone.
  workers: isProof ? 1 : 2,
  retries: 0,
  timeout: isProof ? 30 * 60_000 : 120_000,
  globalTimeout: isProof ? 0 : 15 * 60_000,
  // Long, for a busy machine: what is waited for comes, or never does.
  expect: { timeout: 30_000 },
  use: {
    // What cannot be pressed is named, before the test has no time left.
    actionTimeout: isProof ? 0 : 60_000,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    // A trace of every step costs a third of the time; `npx playwright test NAME --trace on` makes one.
    trace: 'off',
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
})
