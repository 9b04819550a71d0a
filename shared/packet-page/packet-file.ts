import { slugOf } from '../archive/names'
import { LARGEST_EMPTY_PACKET, type Packet } from '../packet/packet'
import { fail, ok, type Result } from '../result'
import { jsonBlock, packetPage } from './page'
import { packetPolicy } from './policy'
import { style } from './style'
import { pageWords } from './words'

export interface PacketFile {
  readonly name: string
  readonly text: string
}

/** The file of a packet, with this script in it. */
export function packetFile(packet: Packet, script: string): Result<PacketFile, string> {
  const name = `packet-${slugOf(packet.reviewer.name) || 'reviewer'}.html`
  const text = packetPage({
    policy: packetPolicy(script, style),
    style,
    script,
    words: jsonBlock(pageWords(name)),
    packet: jsonBlock(packet),
  })
  return text.length > LARGEST_EMPTY_PACKET
    ? fail('The packet would be larger than 5 MB: rubric, questions and agenda are too long for it. Nothing was saved.')
    : ok({ name, text })
}
