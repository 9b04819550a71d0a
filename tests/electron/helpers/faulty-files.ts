import { type FileSystem, nodeFileSystem, type OpenFile, type OpenMode } from '../../../electron/host/files/file-system'

/** One call of the file system, such as `rename`, `open` or, on an open file, `sync`. */
export interface FileCall {
  readonly name: string
  readonly path: string
  /** How many calls came before it. */
  readonly index: number
}

/** Error code a call is to fail with, 'short' for a write of half the bytes, 'hang' to never return, null to let it through. */
export type Fault = (call: FileCall) => string | null

const never = new Promise<never>(() => undefined)

/**
 * The real file system, with every call shown to `fault` first. `calls` lists them. A failed write has written half. What some system refuses
 * is refused on all: no file is cut through a handle that appends, as on Windows (nodejs/node#3177).
 */
export function faultyFiles(fault: Fault = () => null): FileSystem & { readonly calls: FileCall[] } {
  const real = nodeFileSystem()
  const calls: FileCall[] = []

  function verdict(name: string, path: string): string | null {
    const call = { name, path, index: calls.length }
    calls.push(call)
    return fault(call)
  }
  async function check(name: string, path: string): Promise<void> {
    const code = verdict(name, path)
    if (code === 'hang') await never
    if (code !== null && code !== 'short') throw Object.assign(new Error(`${code}: ${name}`), { code })
  }
  const guarded =
    <Name extends 'readFile' | 'unlink' | 'makeFolder' | 'remove' | 'list' | 'stat' | 'syncFolder' | 'freeBytes' | 'realPath'>(
      name: Name,
    ) =>
    async (path: string): Promise<never> => {
      await check(name, path)
      return (await real[name](path)) as never
    }
  function wrapped(file: OpenFile, path: string, mode: OpenMode): OpenFile {
    const simple = (name: 'sync' | 'datasync' | 'close') => async (): Promise<void> => {
      try {
        await check(name, path)
      } catch (error) {
        if (name === 'close') await file.close()
        throw error
      }
      await file[name]()
    }
    return {
      async write(bytes, from) {
        const code = verdict('write', path)
        if (code === null) return file.write(bytes, from)
        const taken = await file.write(bytes.subarray(0, from + Math.ceil((bytes.length - from) / 2)), from)
        if (code === 'short') return taken
        if (code === 'hang') return never
        throw Object.assign(new Error(code), { code })
      },
      async read(into, position) {
        await check('read', path)
        return file.read(into, position)
      },
      async truncate(length) {
        await check('truncate', path)
        if (mode === 'a') throw Object.assign(new Error('EPERM: truncate'), { code: 'EPERM' })
        await file.truncate(length)
      },
      sync: simple('sync'),
      datasync: simple('datasync'),
      close: simple('close'),
    }
  }
  return {
    calls,
    async open(path, mode, permissions) {
      await check('open', path)
      return wrapped(await real.open(path, mode, permissions), path, mode)
    },
    async rename(from, to) {
      await check('rename', to)
      await real.rename(from, to)
    },
    async link(from, to) {
      await check('link', to)
      await real.link(from, to)
    },
    readFile: guarded('readFile'),
    unlink: guarded('unlink'),
    makeFolder: guarded('makeFolder'),
    remove: guarded('remove'),
    list: guarded('list'),
    stat: guarded('stat'),
    syncFolder: guarded('syncFolder'),
    freeBytes: guarded('freeBytes'),
    realPath: guarded('realPath'),
  }
}
