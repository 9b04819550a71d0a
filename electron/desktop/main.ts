import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dataFolderArgument } from '../host/files/data-folder-argument'
import { bundleIn } from './given-bundles'
import { refuse, startDesktop } from './start'

const here = dirname(fileURLToPath(import.meta.url))
const args = process.argv.slice(1)
const dataDir = dataFolderArgument(args)

// Not awaited: an Electron main module that waits at its top level keeps the app from becoming ready.
if (!dataDir.ok) refuse(dataDir.error)
else
  void startDesktop({
    dataDir: dataDir.value,
    bundle: bundleIn(args, process.cwd()),
    rendererFolder: join(here, '..', 'renderer'),
    preload: join(here, 'preload.cjs'),
    worker: join(here, 'worker.js'),
    courier: join(here, 'courier.js'),
    version: __APP_VERSION__,
  })
