import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { usualDataFolder } from '../host/files/data-folder'
import { bundleIn } from './given-bundles'
import { startDesktop } from './start'

const here = dirname(fileURLToPath(import.meta.url))
const named = process.argv[process.argv.indexOf('--data-dir') + 1]

// Not awaited: an Electron main module that waits at its top level keeps the app from becoming ready.
void startDesktop({
  dataDir: process.argv.includes('--data-dir') && named !== undefined ? resolve(named) : usualDataFolder(),
  bundle: bundleIn(process.argv.slice(1), process.cwd()),
  rendererFolder: join(here, '..', 'renderer'),
  preload: join(here, 'preload.cjs'),
  worker: join(here, 'worker.js'),
  version: __APP_VERSION__,
})
