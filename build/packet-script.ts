import { build, type Plugin } from 'vite'
import { inRoot } from './vite.common.ts'

const ending = '?packet-script'

/** Gives the script that goes into a packet as a text: one file without imports, readable for whoever gets it. */
export function packetScript(): Plugin {
  return {
    name: 'packet-script',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\?packet-script$/ },
      async handler(id, importer) {
        const found = await this.resolve(id.slice(0, -ending.length), importer)
        return found && `${found.id}${ending}`
      },
    },
    load: {
      filter: { id: /\?packet-script$/ },
      handler: async (id) => `export const source = ${JSON.stringify(await bundled(id.slice(0, -ending.length)))}`,
    },
  }
}

async function bundled(input: string): Promise<string> {
  const made = await build({
    root: inRoot('.'),
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: { input, output: { format: 'iife' } },
    },
  })
  const [chunk, more] = [made].flat().flatMap((each) => ('output' in each ? each.output : []))
  if (chunk?.type !== 'chunk' || more) throw new Error('The script of packets must be one file.')
  // Nothing in it may end or begin an element where it stands; in a text \\x3C is the same sign.
  return chunk.code
    .replace(/^\/\/#(region|endregion).*\n/gm, '')
    .replace(/<(?=\/script|script|!--)/gi, '\\x3C')
    .trim()
}
