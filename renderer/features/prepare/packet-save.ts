import { makePacket } from '../../../shared/packet/make-packet'
import { packetFile } from '../../../shared/packet-page/packet-file'
import type { RecordState } from '../../../shared/record/state'
import { fail, ok, type Result } from '../../../shared/result'
import { source } from '../../packet/main.ts?packet-script'
import { saveFile } from '../../ui/save-file'

/** Saves the packet of one reviewer; answers its name, or why not. */
export function savePacket(record: RecordState, personId: string, packetId: string): Result<string, string> {
  const packet = makePacket(record, personId, packetId)
  if (!packet) return fail('This person was removed. Nothing was saved.')
  const made = packetFile(packet, source)
  if (!made.ok) return made
  saveFile(new File([made.value.text], made.value.name, { type: 'text/html' }))
  return ok(made.value.name)
}
