import './node-version.mjs'
import { ensureInstalled } from './install.mjs'
import { buildStale } from './stale.mjs'
import { endChildrenWithUs } from './run.mjs'

// `npm run build`: installs what is missing and builds what is stale of both shells.
endChildrenWithUs()
process.exit((await ensureInstalled()) && (await buildStale('all')) ? 0 : 1)
