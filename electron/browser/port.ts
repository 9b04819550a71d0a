import { z } from 'zod'
import type { FileSystem } from '../host/files/file-system'
import { writeSafely } from '../host/files/safe-write'

const fileSchema = z.object({ port: z.number().int().min(1).max(65_535) })

/** The port this data folder was served on last: the browser keeps a review's first copy by origin, and the port is part of it. */
export async function rememberedPort(files: FileSystem, path: string): Promise<number | null> {
  try {
    return fileSchema.parse(JSON.parse(new TextDecoder().decode(await files.readFile(path)))).port
  } catch {
    return null
  }
}

export async function rememberPort(files: FileSystem, path: string, port: number): Promise<void> {
  await writeSafely(files, path, () => [new TextEncoder().encode(JSON.stringify({ port }))], { patienceMs: 2_000 })
}
