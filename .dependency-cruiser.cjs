const { existsSync, readFileSync } = require('node:fs')

/** In shared, a folder may import itself and those before it. */
const order = [
  'review',
  'agenda',
  'readiness',
  'timer',
  'feedback',
  'actions',
  'rubric',
  'decision',
  'minutes',
  'scribe',
  'packet',
  'record',
  'templates',
  'wall',
  'archive',
  'packet-page',
]

const upwards = order.map((folder, index) => ({
  name: `shared-${folder}-imports-downwards`,
  severity: 'error',
  from: { path: `^shared/${folder}/` },
  to: { path: `^shared/(${[...order.slice(index + 1), 'host-contract'].join('|')})(/|\\.)` },
}))

/** The script that wall.html loads, so that the rule follows the page. */
function wallEntry() {
  const page = `${__dirname}/renderer/wall.html`
  const script = existsSync(page) ? /<script[^>]*\bsrc="\/?([^"]+)"/.exec(readFileSync(page, 'utf8')) : null
  return script === null ? 'no-wall-page-yet' : `^renderer/${script[1].replace(/^\.?\//, '').replaceAll('.', '\\.')}$`
}

const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    forbid('no-unresolved', {}, { couldNotResolve: true }),
    forbid('shared-stands-alone', { path: '^shared/' }, { path: '^(electron|renderer|tests|build)/' }),
    forbid('shared-is-pure', { path: '^shared/' }, { dependencyTypes: ['core'] }, 'no Node modules in shared'),
    ...upwards,
    forbid(
      'shared-foundation-below-features',
      { path: '^shared/(result|context)\\.ts$' },
      { path: '^shared/', pathNot: '^shared/(result|context)\\.ts$' },
    ),
    forbid('electron-not-renderer', { path: '^electron/' }, { path: '^(renderer|tests|build)/' }),
    forbid('renderer-not-electron', { path: '^renderer/' }, { path: '^(electron|tests|build)/' }),
    forbid('renderer-not-node', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    forbid(
      'host-below-shells',
      { path: '^electron/host/' },
      { path: '^electron/(desktop|browser|verify)/|^electron$|node_modules/electron/' },
    ),
    forbid(
      'browser-shell-without-electron',
      { path: '^electron/browser/' },
      { path: '^electron/desktop/|^electron$|node_modules/electron/' },
    ),
    forbid(
      'verifier-without-shells',
      { path: '^electron/verify/' },
      { path: '^electron/(desktop|browser)/|^electron$|node_modules/electron/' },
    ),
    forbid('desktop-shell-without-browser-shell', { path: '^electron/desktop/' }, { path: '^electron/browser/' }),
    forbid(
      'ground-of-renderer',
      { path: '^renderer/(ui|storage|pdf)/|^renderer/host\\.ts$' },
      { path: '^renderer/(features|app)/' },
    ),
    forbid('ui-knows-nothing-else', { path: '^renderer/ui/' }, { path: '^renderer/(storage/|host\\.ts)' }),
    forbid('features-below-app', { path: '^renderer/features/' }, { path: '^renderer/app/' }),
    forbid(
      'feature-not-feature',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    ),
    forbid(
      'packet-page-stands-alone',
      { path: '^renderer/packet/' },
      { pathNot: '^(renderer/packet|shared)/' },
      'what is in every packet: nothing of the app, and no package',
    ),
    forbid(
      'wall-is-a-picture',
      { path: wallEntry() },
      { reachable: true, path: 'node_modules/(yjs|dexie|y-protocols)/|^renderer/storage/|^renderer/host\\.ts$' },
      'the projector page reaches no document, no database and no host',
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'renderer/tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
}
