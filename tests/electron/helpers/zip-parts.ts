import { fromBufferPromise } from 'yauzl'

/** The texts in a zip, in its order. */
export async function zipParts(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true })
  const parts = new Map<string, string>()
  for await (const entry of zip.eachEntry()) {
    const chunks: Uint8Array[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array)
    parts.set(entry.fileName, Buffer.concat(chunks).toString())
  }
  return parts
}
