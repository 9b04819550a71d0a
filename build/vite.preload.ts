import { defineConfig } from 'vite'
import { common, inRoot } from './vite.common.ts'

// A sandboxed preload cannot be an ES module and cannot load packages: one CJS file with everything in it.
export default defineConfig({
  ...common,
  root: inRoot('.'),
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: inRoot('dist/desktop'),
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: { preload: inRoot('electron/desktop/preload.ts') },
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
})
