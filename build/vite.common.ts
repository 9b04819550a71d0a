import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Absolute path of a file of the repository. */
export function inRoot(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}

const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { version: string }

/** What every build shares: the version, and one copy of yjs (two copies break documents). */
export const common = {
  define: { __APP_VERSION__: JSON.stringify(version) },
  resolve: { dedupe: ['yjs', 'react', 'react-dom', '@tiptap/pm'] },
  clearScreen: false,
}
