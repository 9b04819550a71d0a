import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { printable } from '../../shared/archive/names'
import { verifyPath } from '../host/archive/verify-path'
import type { BagReport } from '../host/archive/verify-bag'
import type { JobTools } from '../host/jobs/job'

// VRF4: verifies a bag without a window: findings one a line on standard output, the verdict last. Ends with 0 when the bag is valid, with 1 when it is
// not, with 2, and words on standard error, when it could not be read or nobody said which.

const usage = 'npm run verify -- BUNDLE [--json], where BUNDLE is a zip or a folder'
const quiet: JobTools = { onProgress: () => undefined, signal: new AbortController().signal }

function readArguments(): { path: string; json: boolean } | { error: string } {
  try {
    const { values, positionals } = parseArgs({ options: { json: { type: 'boolean', default: false } }, allowPositionals: true })
    const [path, ...more] = positionals
    return path !== undefined && path !== '' && more.length === 0 ? { path: resolve(path), json: values.json } : { error: usage }
  } catch (error) {
    return { error: `${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}\n${usage}` }
  }
}

function asJson(path: string, { findings, files, bytes }: BagReport): string {
  return printable(JSON.stringify({ path, valid: findings.length === 0, files, bytes, findings }))
}

function asLines({ findings, files, bytes }: BagReport): string {
  const verdict =
    findings.length === 0
      ? `valid: ${counted(files, 'file')}, ${counted(bytes, 'byte')}`
      : `not valid: ${counted(findings.length, 'finding')}`
  return [...findings.map(({ message }) => message), verdict].join('\n')
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

async function main(): Promise<number> {
  const args = readArguments()
  if ('error' in args) {
    process.stderr.write(`${printable(args.error).replaceAll('\\u000a', '\n')}\n`)
    return 2
  }
  const verified = await verifyPath(args.path, quiet)
  if (!verified.ok) {
    const { message, details = [] } = verified.error
    process.stderr.write(`${printable(args.path)}: ${[message, ...details].join(': ')}\n`)
    return 2
  }
  process.stdout.write(`${args.json ? asJson(args.path, verified.value) : asLines(verified.value)}\n`)
  return verified.value.findings.length === 0 ? 0 : 1
}

// Whoever reads the lines may be gone before the last.
process.stdout.on('error', () => undefined)
process.exitCode = await main()
