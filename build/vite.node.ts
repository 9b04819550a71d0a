import { defineConfig, type UserConfig } from 'vite'
import { common, inRoot } from './vite.common.ts'

/** A build for Node: ES modules, dependencies stay in node_modules. `entries` maps names in `folder` of dist/ to sources. */
export function nodeConfig(folder: string, entries: Record<string, string>): UserConfig {
  return defineConfig({
    ...common,
    root: inRoot('.'),
    publicDir: false,
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
