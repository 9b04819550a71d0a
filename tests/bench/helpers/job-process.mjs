import { readFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { writeFileSync } from 'node:fs'

// Runs one job of the built app in its worker thread, as the host does, and writes { ms, peakBytes, result } to a file.
// node job-process.mjs WORKER INPUT OUTPUT; INPUT holds { name, input }, serialized.
const [workerPath, inputPath, outputPath] = process.argv.slice(2)
const { name, input } = deserialize(readFileSync(inputPath))
const start = performance.now()
const worker = new Worker(workerPath)
worker.on('message', (message) => {
  if (message.type !== 'done') return
  const ms = performance.now() - start
  writeFileSync(outputPath, serialize({ ms, peakBytes: process.resourceUsage().maxRSS * 1024, result: message.result }))
  void worker.terminate()
})
worker.on('error', (error) => {
  throw error
})
worker.postMessage({ type: 'run', name, input })
