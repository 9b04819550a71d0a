import { utilityProcess } from 'electron'
import type { Hand } from '../host/jobs/run-job'
import { COURIER_TIDY_MS } from '../host/jobs/run-job'
import type { FromWorker } from '../host/jobs/job'

/** DLV6: a courier under Electron, whose binary does not run as Node: a utility process, from the built file at `path`. */
export function utilityHand(path: string): Hand {
  const child = utilityProcess.fork(path, [], { serviceName: 'Review Room courier', stdio: 'ignore' })
  return {
    tidyMs: COURIER_TIDY_MS,
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: FromWorker) => listener(message)),
    onEnd(listener) {
      // Electron tells of a fatal error of V8 as 'error', which nobody may leave unheard: it would end this process.
      child.on('error', () => listener('error'))
      child.on('exit', () => listener(''))
    },
    end: () => void child.kill(),
  }
}
