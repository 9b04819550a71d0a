import './node-version.mjs'
import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ensureInstalled, npmCommand } from './install.mjs'
import { root, say } from './root.mjs'
import { endChildrenWithUs, run, runQuietly } from './run.mjs'
import { buildStale } from './stale.mjs'

// `npm run package`: installers of this platform in dist/packages, with the list of what is in them (sbom.cdx.json) and checksums.
// What goes in, and the fuses, are in electron-builder.yml (DSK17, DSK19). Nothing is uploaded, and no file for updates is made (DSK18).

const output = join(root, 'dist', 'packages')
const isPackage = /\.(exe|dmg|deb|AppImage|cdx\.json)$/

endChildrenWithUs()
if (!(await ensureInstalled())) process.exit(1)
const { electronFolder, fetchElectron, findElectron } = await import('./electron-binary.mjs')
const electron = findElectron() === null ? await fetchElectron() : null
if (electron !== null && 'why' in electron) fail(`No package was made: ${electron.why}.`)

const { writeLicences } = await import('./licences.mjs')
if (!(await buildStale('all')) || !writeLicences()) fail('No package was made.')
rmSync(output, { recursive: true, force: true })
mkdirSync(output, { recursive: true })

const builder = [join('node_modules', 'electron-builder', 'cli.js'), '--publish', 'never']
if ((await run(process.execPath, [...builder, `--config.electronDist=${electronFolder()}`])) !== 0)
  fail('electron-builder did not finish; what it says is above.')

const [npm, ...npmArgs] = npmCommand()
const sbom = await runQuietly(npm, [...npmArgs, 'sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--loglevel=error'])
if (sbom.code !== 0) fail(`npm sbom: ${sbom.output}`)
writeFileSync(join(output, 'sbom.cdx.json'), sbom.output)

const made = readdirSync(output).filter((file) => isPackage.test(file))
const sums = await Promise.all(made.map(async (file) => `${await sha512(join(output, file))}  ${file}\n`))
writeFileSync(join(output, 'SHA512SUMS'), sums.join(''))
console.log(made.map((file) => join('dist', 'packages', file)).join('\n'))
process.exit(0)

/**
 * @param {string} why
 * @returns {never}
 */
function fail(why) {
  say(why)
  process.exit(1)
}

/** @param {string} file */
async function sha512(file) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
