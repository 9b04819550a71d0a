import { stat } from 'node:fs/promises'
import type { HostError } from '../../../shared/host-contract'
import { fail, ok, type Result } from '../../../shared/result'
import { errorCode, fileError } from '../files/file-error'
import type { JobTools } from '../jobs/job'
import type { BagFiles } from './bag-files'
import { finding } from './bag-findings'
import { bagInFolder } from './bag-in-folder'
import { bagInZip } from './bag-in-zip'
import { Refused } from './refused'
import { type BagReport, verifyBag } from './verify-bag'

/** VRF1: verifies any bag, in a zip or in a folder; a zip that is refused is a bag with that one finding. Fails only when it cannot be read. */
export async function verifyPath(path: string, tools: JobTools): Promise<Result<BagReport, HostError>> {
  let bag: BagFiles | undefined
  try {
    bag = (await stat(path)).isDirectory() ? await bagInFolder(path) : await bagInZip(path)
    return ok(await verifyBag(bag, tools))
  } catch (error) {
    if (error instanceof Refused && error.error.kind === 'malformed') return ok(refused(error.error))
    if (error instanceof Refused) return fail(error.error)
    if (errorCode(error)) return fail(fileError(error, 'it could not be read'))
    throw error
  } finally {
    await bag?.close()
  }
}

function refused({ message, details = [] }: HostError): BagReport {
  const found = { ...finding('malformed', details[0] ?? ''), message: [message, ...details].join(': ') }
  return { findings: [found], files: 0, bytes: 0, sha512: new Map(), info: new Map() }
}
