import { join, resolve } from 'node:path'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { copyFaces } from './faces.mjs'
import { common, inRoot } from './vite.common.ts'

/** A build for Node: ES modules, dependencies stay in node_modules. `entries` maps names in `folder` of dist/ to sources. */
export function nodeConfig(folder: string, entries: Record<string, string>, plugins = [facesBeside()]): UserConfig {
  return defineConfig({
    ...common,
    root: inRoot('.'),
    publicDir: false,
    plugins,
    build: {
      ssr: true,
      outDir: inRoot(`dist/${folder}`),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, source]) => [name, inRoot(source)])),
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
}

/** Puts the faces of papers into `fonts/` beside what is built: jobs find them there. */
function facesBeside(): Plugin {
  let folder = ''
  return {
    name: 'faces-beside',
    configResolved: ({ root, build }) => void (folder = resolve(root, build.outDir)),
    closeBundle: () => copyFaces(join(folder, 'fonts')),
  }
}
