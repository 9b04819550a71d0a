import './node-version.mjs'
import { endChildrenWithUs, runQuietly } from './run.mjs'

// `npm run check:types`: each layer against its own tsconfig, by the native compiler, which uses every processor itself.
const layers = ['shared', 'electron', 'renderer', 'tests', 'build']
const compiler = 'node_modules/typescript-native/bin/tsc'

endChildrenWithUs()
let worst = 0
for (const layer of layers) {
  const { code, output } = await runQuietly(process.execPath, [compiler, '--noEmit', '--project', layer])
  // A layer without files yet (TS18003) is a layer without errors.
  if (code === 0 || output.includes('TS18003')) continue
  process.stdout.write(`${layer}:\n${output}`)
  worst = 1
}
process.exit(worst)
