import { LARGEST_PACKET, type Packet } from '../../../shared/packet/packet'
import { planPacket, type PlanState } from '../../../shared/packet/packet-plan'
import { readPacket, TOO_LARGE } from '../../../shared/packet/read-packet'
import { fail, type Result } from '../../../shared/result'

/** PKT4: the packet in a file that was chosen or dropped; or why there is none, in words that follow the file's name. */
export async function packetIn(file: File, state: PlanState): Promise<Result<Packet, string>> {
  if (file.size > LARGEST_PACKET) return fail(TOO_LARGE) // PKT4: before it is read
  const text = await textOf(file)
  if (text === null) return fail('could not be read.')
  const packet = readPacket(text)
  if (!packet.ok) return packet
  const plan = planPacket(packet.value, state)
  return plan.ok ? packet : plan
}

async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder().decode(await file.arrayBuffer())
  } catch {
    return null
  }
}
