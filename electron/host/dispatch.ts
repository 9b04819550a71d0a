import type { Logger } from 'pino'
import { type HostCall, hostContract, type HostError } from '../../shared/host-contract'
import { fail, type Result } from '../../shared/result'
import { errorCode, fileError } from './files/file-error'
import type { Handlers } from './handlers'
import { describeError } from './log'

/** Who calls. Each shell judges by its own means: frame and origin there, cookie, Host and Origin here. */
export interface Sender {
  readonly isTrusted: boolean
}

export type Dispatch = (name: string, request: unknown, sender: Sender) => Promise<Result<unknown, HostError>>

/** A call that takes longer than this is worth a line in the log, in ms. */
const SLOW_MS = 2_000

/** HST7: one way in for both shells: check the sender, parse, run, answer a Result. Never throws, never runs on arguments that do not fit. */
export function createDispatch(handlers: Handlers, log: Logger): Dispatch {
  return async (name, request, sender) => {
    if (!sender.isTrusted) return fail({ kind: 'forbidden', message: `${knownName(name)}: not from here` })
    if (!isCall(name)) return fail({ kind: 'bad-request', message: `${knownName(name)} is not a call`, details: ['name'] })
    const began = performance.now()
    try {
      const parsed = hostContract[name].request.safeParse(request)
      if (!parsed.success) {
        const fields = parsed.error.issues.map(({ path }) => path.slice(0, 3).map(String).join('.').slice(0, 80))
        return fail({
          kind: 'bad-request',
          message: `${name}: ${fields[0] || 'the request'} does not fit`,
          details: [...new Set(fields)].slice(0, 10),
        })
      }
      const handler = handlers[name] as (request: unknown) => Promise<Result<unknown, HostError>>
      const result = await handler(parsed.data)
      const tookMs = Math.round(performance.now() - began)
      if (!result.ok) log.warn({ call: name, kind: result.error.kind, tookMs })
      else if (tookMs > SLOW_MS) log.info({ call: name, tookMs })
      return result
    } catch (error) {
      log.error({ call: name, error: describeError(error) })
      return fail(errorCode(error) ? fileError(error, name) : { kind: 'failed', message: `${name}: unexpected error` })
    }
  }
}

function isCall(name: string): name is HostCall {
  return Object.hasOwn(hostContract, name)
}

/** A foreign name goes into no message and no log at length. */
function knownName(name: unknown): string {
  return typeof name === 'string' && /^[a-z:-]{1,40}$/.test(name) ? name : 'this'
}
