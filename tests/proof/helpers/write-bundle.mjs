import { load } from './judge.mjs'

// `node write-bundle.mjs REVIEW FOLDER`: saves one bundle and prints its path; a program of its own, so that zone, language and clock can be given to it.

const [name, folder] = process.argv.slice(2)
const { saveBundle } = await load('tests/proof/helpers/save-bundle.ts')
console.log(await saveBundle(name, folder))
