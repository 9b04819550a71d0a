import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { packetScript } from './packet-script.ts'
import { copyPdfParts } from './pdf-parts.mjs'
import { common, inRoot } from './vite.common.ts'

/** Packages that load together; what both pages use (React) stays apart from what only the control page needs. */
const groups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  {
    name: 'editor',
    test: /node_modules[\\/](@tiptap|prosemirror-[a-z-]+|linkifyjs|marked|rope-sequence|orderedmap|w3c-keyname)[\\/]/,
  },
  // Told that it may not evaluate code before anything is made with it.
  { name: 'schemas', test: /node_modules[\\/]zod[\\/]|renderer[\\/]ui[\\/]no-evaluation/ },
  { name: 'documents', test: /node_modules[\\/](yjs|lib0|y-protocols|dexie)[\\/]/ },
  {
    name: 'controls',
    test: /node_modules[\\/](react-aria|react-aria-components|react-stately|@react-[a-z]+|@internationalized)[\\/]/,
  },
]

// The pages run under a content security policy without inline scripts, inline styles and data: addresses.
export default defineConfig({
  ...common,
  root: inRoot('renderer'),
  base: '/',
  publicDir: false,
  plugins: [packetScript(), react(), pdfPartsBeside()],
  worker: { format: 'es' },
  build: {
    outDir: inRoot('dist/renderer'),
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { index: inRoot('renderer/index.html'), wall: inRoot('renderer/wall.html') },
      output: { codeSplitting: { groups } },
    },
  },
})

/** Puts what PDF.js fetches into `pdf/` beside the pages. */
function pdfPartsBeside(): Plugin {
  let folder = ''
  return {
    name: 'pdf-parts-beside',
    configResolved: ({ root, build }) => void (folder = resolve(root, build.outDir)),
    closeBundle: () => copyPdfParts(join(folder, 'pdf')),
  }
}
