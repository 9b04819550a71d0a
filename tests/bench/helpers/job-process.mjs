import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { deserialize, serialize } from 'node:v8'
import { Worker } from 'node:worker_threads'

// Runs one job of the built app as the host does, in its worker thread or as its courier, and writes { ms, peakBytes, result } to a file.
// node job-process.mjs thread|courier BUILT INPUT OUTPUT; INPUT holds { name, input }, serialized.
const [kind, builtPath, inputPath, outputPath] = process.argv.slice(2)
const { name, input } = deserialize(readFileSync(inputPath))
const start = performance.now()

function take(message) {
  if (message.type !== 'done') return
  const ms = performance.now() - start
  writeFileSync(outputPath, serialize({ ms, peakBytes: process.resourceUsage().maxRSS * 1024, result: message.result }))
  process.exit(0)
}

if (kind === 'thread') {
  const worker = new Worker(builtPath)
  worker.on('message', take)
  worker.on('error', (error) => {
    throw error
  })
  worker.postMessage({ type: 'run', name, input })
} else {
  // A courier is a whole process: this one, with whoever started it played by the lines above.
  process.send = take
  await import(pathToFileURL(builtPath).href)
  process.emit('message', { type: 'run', name, input })
}
