import { fail, ok, type Result } from '../result'
import { LARGEST_PACKET, LARGEST_PACKET_WORDS, type Packet, packetSchema } from './packet'

/** The block of data as packets have it. What is written in it has no `<`, so that nothing in it ends it. */
const block = /<script type="application\/json" id="packet">([^<]*)<\/script>/g

const FOREIGN = 'is no reviewer packet of Review Room.'
const DAMAGED = 'is a damaged reviewer packet: its data cannot be read. Ask for the file again.'
const NEWER = 'is a reviewer packet of a newer version of Review Room, which this one cannot read.'
export const TOO_LARGE = `is larger than ${LARGEST_PACKET_WORDS} and is not read as a packet.`

/** PKT4: the data of a packet's file, and nothing else of it; or, in words that follow its name, why there is none. */
export function readPacket(text: string): Result<Packet, string> {
  if (text.length > LARGEST_PACKET) return fail(TOO_LARGE)
  const [found, second] = [...text.matchAll(block)]
  if (!found) return fail(text.includes('id="packet"') ? DAMAGED : FOREIGN)
  if (second) return fail(DAMAGED)
  const data = parsed(found[1] ?? '')
  if (typeof data !== 'object' || data === null) return fail(DAMAGED)
  const { form, formVersion } = data as { form?: unknown; formVersion?: unknown }
  if (form !== 'review-room-packet') return fail(FOREIGN)
  if (typeof formVersion === 'number' && formVersion > 1) return fail(NEWER)
  const packet = packetSchema.safeParse(data)
  return packet.success ? ok(packet.data) : fail(DAMAGED) // PKT4
}

/** Undefined for what is no JSON. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
