import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './root.mjs'

/** DSK20: licences under which a package may be shipped: all let it go with an MIT program, given their text. */
// MPL-2.0 asks for the source of its own files only, which are shipped as they came.
export const allowed = [
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'OFL-1.1'],
  'MPL-2.0',
]

const mit = readFileSync(join(root, 'LICENSE'), 'utf8').split('\n').slice(4).join('\n')

/**
 * Whether a licence, or one of those to choose from, is on the list.
 * @param {unknown} licence an SPDX expression
 */
export function isAllowed(licence) {
  if (typeof licence !== 'string') return false
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.includes(one.trim())))
}

/**
 * The licences of the packages that the lockfile marks as the product's, with their texts; `faults` are packages that must not be shipped.
 * @param {string} folder
 * @returns {{ text: string, count: number, faults: string[] }}
 */
export function collectLicences(folder) {
  /** @type {{ packages: Record<string, { dev?: boolean, optional?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  const product = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true)
  const there = product.filter(([path, { optional }]) => optional !== true || existsSync(join(folder, path)))
  const found = there.map(([path]) => readLicence(join(folder, path), path.replace(/^.*node_modules\//, '')))
  const head = `Review Room is built with the ${found.length} packages below. Electron and Chromium bring their own list.\n`
  return {
    text: [head, ...found.map(({ text }) => text)].join(`\n${'-'.repeat(80)}\n\n`),
    count: found.length,
    faults: found.flatMap(({ fault }) => fault ?? []),
  }
}

/** @param {string} folder */
function textsIn(folder) {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
  return files.map((file) => readFileSync(join(folder, file), 'utf8').trim())
}

/**
 * @param {string} folder
 * @param {string} name
 * @returns {{ text: string, fault: string | null }}
 */
function readLicence(folder, name) {
  if (!existsSync(join(folder, 'package.json'))) return { text: name, fault: `${name}: not installed` }
  const { version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  // A native add-on without a text has that of the package it is for.
  const own = textsIn(folder)
  const texts = own.length > 0 ? own : textsIn(folder.replace(/-(linux|darwin|win32|android|freebsd)-[^/\\]*$/, ''))
  const who = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`)
  // Some packages under MIT forget the text that MIT asks for.
  const text = texts.join('\n\n') || (license === 'MIT' ? `Copyright (c) ${who}\n\n${mit}` : '')
  const fault = !isAllowed(license) ? `${name}: ${String(license)} is not on the list` : text === '' ? `${name}: no text` : null
  return { text: `${name} ${version}\n${String(license)}\n\n${text}\n`, fault }
}

/** Writes dist/licences.txt; answers whether every package may be shipped. */
export function writeLicences() {
  const { text, count, faults } = collectLicences(root)
  for (const fault of faults) say(`Licence: ${fault}`)
  if (faults.length > 0) return false
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, 'dist', 'licences.txt'), text)
  say(`Licences of ${count} packages: dist/licences.txt`)
  return true
}
