import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { bundle, figure, filesUnder, json, need, unpacked } from './helpers/judge.mjs'

// RND8: a JSON-LD processor expands the metadata of a crate: no term is lost, every node is reached from the root, every part is a file of the bag.

need('unzip')
const schema = (name) => [name, `http://schema.org/${name}`]
/** The terms used here, as RO-Crate 1.2 defines them; its own context is on the network. */
const terms = {
  ...Object.fromEntries(['CreativeWork', 'Dataset', 'Person', 'SoftwareApplication', 'CreateAction'].map(schema)),
  ...Object.fromEntries(
    [
      'name',
      'description',
      'identifier',
      'datePublished',
      'dateCreated',
      'license',
      'hasPart',
      'contributor',
      'mentions',
      'about',
    ].map(schema),
  ),
  ...Object.fromEntries(['encodingFormat', 'contentSize', 'endTime', 'instrument', 'result', 'softwareVersion'].map(schema)),
  File: 'http://schema.org/MediaObject',
  conformsTo: 'http://purl.org/dc/terms/conformsTo',
}

function documentLoader(url) {
  assert.equal(url, 'https://w3id.org/ro/crate/1.2/context')
  return Promise.resolve({ contextUrl: null, documentUrl: url, document: { '@context': terms } })
}

for (const name of ['sample', 'full', 'heavy', 'hostile', 'empty']) {
  const bag = unpacked(bundle(name))
  const crate = json(bag, 'data/ro-crate-metadata.json')
  // `safe` refuses whatever the context does not define.
  const base = 'file:///crate/'
  const nodes = await jsonld.flatten(crate, null, { documentLoader, base, safe: true })
  const byId = new Map(nodes.map((node) => [node['@id'], node]))
  const root = byId.get(base)
  assert.ok(root, 'there is no root')
  const ids = root['http://schema.org/hasPart'].map((part) => part['@id'])
  const files = filesUnder(join(bag, 'data')).filter((path) => !path.startsWith('ro-crate-'))
  assert.deepEqual(ids.map((id) => decodeURIComponent(id.slice(base.length))).sort(), files)
  for (const id of ids) {
    const [size] = byId.get(id)['http://schema.org/contentSize']
    assert.equal(Number(size['@value']), statSync(join(bag, 'data', decodeURIComponent(id.slice(base.length)))).size)
  }
  const reached = new Set()
  const visit = (id) => {
    if (reached.has(id) || !byId.has(id)) return
    reached.add(id)
    for (const value of Object.values(byId.get(id)).flat()) if (value?.['@id']) visit(value['@id'])
  }
  visit(base)
  const own = [...byId.keys()].filter((id) => id.startsWith(base) && !id.includes('ro-crate-'))
  assert.deepEqual(
    own.filter((id) => !reached.has(id)),
    [],
  )
  figure(`${name}: ${nodes.length} nodes expanded by jsonld, no term lost; ${files.length} files are its ${ids.length} parts`)
}
