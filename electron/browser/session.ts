import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** The session of one port: a secret in the printed address is exchanged for a cookie. */
export interface Session {
  /** Goes into the fragment of the address, which no request carries; new with every start. */
  readonly secret: string
  /** Value for `set-cookie` when `secret` is right, else null. */
  exchange(secret: string): string | null
  /** Whether a request's `cookie` header holds our cookie. */
  holds(cookies: string | undefined): boolean
}

/** BRW2: the cookie is derived from the data folder's key and the port, so that a tab left open survives a restart of the host. */
export function createSession(key: Uint8Array, port: () => number): Session {
  const secret = randomBytes(32).toString('base64url')
  const name = (): string => `rr_${port()}`
  const value = (): string => createHmac('sha512', key).update(`review-room session ${port()}`).digest('base64url')
  return {
    secret,
    exchange: (given) => (isSame(given, secret) ? `${name()}=${value()}; HttpOnly; SameSite=Strict; Path=/` : null),
    holds(cookies = '') {
      const own = cookies
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair.startsWith(`${name()}=`))
      return own.some((pair) => isSame(pair.slice(name().length + 1), value()))
    },
  }
}

/** Compares in constant time; hashing first makes the lengths equal. */
function isSame(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHmac('sha512', 'compare').update(text).digest()
  return timingSafeEqual(digest(left), digest(right))
}
