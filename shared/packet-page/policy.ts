import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** PKT2: nothing is asked for, sent or framed; of scripts and styles only these very bytes count. */
export function packetPolicy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashSource(script)}'`, // PKT2
    `style-src '${hashSource(style)}'`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function hashSource(text: string): string {
  return `sha256-${base64(sha256(utf8ToBytes(text)))}`
}

function base64(bytes: Uint8Array): string {
  let written = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.slice(at, at + 3)
    const whole = (one << 16) | (two << 8) | three
    for (let sign = 0; sign < 4; sign++)
      written += at + sign > bytes.length ? '=' : (signs[(whole >> (18 - 6 * sign)) & 63] ?? '')
  }
  return written
}
