import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeLicences } from '../../build/licences.mjs'

// electron-builder packs the real archive round a made-up Electron: a folder with a file that has nothing of the binary but its fuses.
// What is judged is what goes into a package, and that the fuses are turned; nothing of Electron runs.

// Twenty of them are the faces in which papers are set.
const LARGEST_MB = 60
const MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

const require = createRequire(import.meta.url)
const asar = createRequire(require.resolve('electron-builder'))('@electron/asar')
const work = mkdtempSync(join(tmpdir(), 'review-room-package-'))
let failed = 0

/**
 * @param {string} title
 * @param {() => readonly string[] | Promise<readonly string[]>} faults
 */
async function test(title, faults) {
  const found = await faults()
  console.log(`${found.length === 0 ? 'ok    ' : 'FAILED'} ${title}`)
  for (const fault of found.slice(0, 20)) console.log(`         ${fault}`)
  failed += found.length === 0 ? 0 : 1
}

function madeUpElectron() {
  const folder = join(work, 'electron')
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8'))
  writeFileSync(join(folder, 'version'), version)
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler'])
    writeFileSync(join(folder, name), '')
  // As Electron ships: all but two are on.
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from(MARK), Buffer.from([1, 8]), Buffer.from('10110001')]))
  chmodSync(join(folder, 'electron'), 0o755)
  return folder
}

const began = performance.now()
if (!writeLicences()) process.exit(1)
const builder = join('node_modules', 'electron-builder', 'cli.js')
const settings = [`--config.electronDist=${madeUpElectron()}`, `--config.directories.output=${join(work, 'out')}`]
try {
  execFileSync(process.execPath, [builder, '--linux', 'dir', '--publish', 'never', ...settings], {
    encoding: 'utf8',
    stdio: 'pipe',
  })
} catch (error) {
  console.log(error.stdout ?? String(error))
  process.exit(1)
}
const unpacked = join(work, 'out', 'linux-unpacked')
const archive = join(unpacked, 'resources', 'app.asar')
const files = asar.listPackage(archive).map((path) => path.replaceAll('\\', '/'))
const isIn = (pattern) => files.some((path) => pattern.test(path))
const lacking = (patterns) => patterns.filter((pattern) => !isIn(pattern)).map((pattern) => `lacks ${pattern}`)

await test('[DSK19] what runs is in the archive: main, preload, worker, both pages, the typeface', () =>
  lacking([
    /^\/package\.json$/,
    /^\/LICENSE$/,
    /^\/dist\/desktop\/(main|worker|courier)\.js$/,
    /^\/dist\/desktop\/preload\.cjs$/,
    /^\/dist\/renderer\/(index|wall)\.html$/,
    /^\/dist\/renderer\/assets\/wall-[\w-]+\.js$/,
    /^\/dist\/renderer\/assets\/pdf-worker-[\w-]+\.js$/,
    /^\/dist\/renderer\/pdf\/(cmaps\/UniJIS-UTF16-H\.bcmap|fonts\/FoxitSerif\.pfb)$/,
    /^\/dist\/renderer\/assets\/inter-latin-wght[\w-]+\.woff2$/,
  ]))

await test('[DSK19] the licences are beside it, to be read', () =>
  statSync(join(unpacked, 'resources', 'licences.txt'), { throwIfNoEntry: false }) ? [] : ['licences.txt is not there'])

await test('[DSK19] no test, source, map, tool or browser shell is in it', () =>
  files.filter(
    (path) =>
      /\.(ts|mts|cts|tsx|map)$/.test(path) ||
      /\/(test|tests|__tests__|fixtures)(\/|$)/.test(path) ||
      /^\/(build|shared|electron|renderer|tests|dist\/browser|dist\/stamps)(\/|$)/.test(path) ||
      /^\/node_modules\/(electron|vite|vitest|typescript|fastify|react|dexie|pdfjs-dist|papaparse|@napi-rs)(\/|$)/.test(path),
  ))

await test('[DSK19] native add-ons lie beside the archive, none inside it', () => {
  const native = files.filter((path) => path.endsWith('.node'))
  return native.filter((path) => !('unpacked' in asar.statFile(archive, path.slice(1))))
})

await test('[DSK19] every package that main and worker name can be loaded from the archive alone', async () => {
  const apart = join(work, 'apart')
  asar.extractAll(archive, apart)
  const code = files
    .filter((path) => /^\/dist\/desktop\/.*\.js$/.test(path))
    .map((path) => readFileSync(join(apart, path), 'utf8'))
  const named = [...new Set(code.flatMap((text) => [...text.matchAll(/from "([^"./][^"]*)"/g)].map((found) => found[1])))]
  const wanted = named.filter((name) => name !== 'electron' && !name.startsWith('node:'))
  writeFileSync(join(apart, 'load.mjs'), wanted.map((name) => `await import(${JSON.stringify(name)})`).join('\n'))
  if (wanted.length < 5) return [`only ${wanted.length} packages found`]
  return import(pathToFileURL(join(apart, 'load.mjs')).href).then(
    () => [],
    (error) => [String(error)],
  )
})

await test('[DSK17] the fuses are turned in the binary as the configuration says', () => {
  const binary = readFileSync(join(unpacked, 'review-room'))
  const wire = binary.subarray(binary.indexOf(MARK) + MARK.length + 2, binary.indexOf(MARK) + MARK.length + 10).toString()
  // run as Node, cookies, NODE_OPTIONS, inspect, archive checked, archive only, own snapshot, file privileges
  return wire === '00001100' ? [] : [`the fuses are ${wire}`]
})

const megabytes = statSync(archive).size / 1e6
await test('[DSK19] the archive keeps its size limit', () =>
  megabytes > LARGEST_MB ? [`${megabytes.toFixed(1)} MB, the limit is ${LARGEST_MB} MB`] : [])

console.log(
  `= ${files.length} entries, ${megabytes.toFixed(1)} MB of ${LARGEST_MB} MB, packed in ${Math.round((performance.now() - began) / 1000)} s`,
)
rmSync(work, { recursive: true, force: true })
process.exit(failed === 0 ? 0 : 1)
