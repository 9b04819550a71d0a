import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/**
 * What is known of a finished step: `tree` is the hash of the sources it ran on, `commit` the commit they were nearest to.
 * @typedef {{ tree: string, commit: string, outcome: 'passed' | 'failed' | 'not judged', seconds: number, figures: string[] }} Finished
 */

/**
 * @param {string} path
 * @returns {Record<string, Finished>}
 */
export function readState(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

/**
 * Remembers a finished step; a run cut short leaves the state before or after it.
 * @param {string} path
 * @param {string} name
 * @param {Finished} finished
 */
export function remember(path, name, finished) {
  const state = { ...readState(path), [name]: finished }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.part`, `${JSON.stringify(state, null, 2)}\n`)
  renameSync(`${path}.part`, path)
}

/**
 * The steps still to do: those that have not passed on exactly these sources.
 * @param {readonly string[]} names
 * @param {Readonly<Record<string, Finished>>} state
 * @param {string} tree
 */
export function stepsToDo(names, state, tree) {
  return names.filter((name) => state[name]?.tree !== tree || state[name].outcome !== 'passed')
}

/**
 * The figures in what a judge or a test printed: its lines that begin with `= `, whatever their colour.
 * @param {string} output
 */
export function figuresIn(output) {
  return stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.startsWith('= '))
    .map((line) => line.slice(2).trim())
}
