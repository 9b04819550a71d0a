import type { IncomingHttpHeaders } from 'node:http'

export interface Asked {
  readonly method: string
  readonly headers: IncomingHttpHeaders
  readonly isUpgrade: boolean
}

/** How a route is guarded: the app's own files are open to whoever asks the right host, everything else to our own pages with the cookie. */
export type Access = 'file' | 'session' | 'private'

/**
 * BRW3: why a request is refused, or null. Exact Host on everything (a rebound name is not ours); exact Origin wherever something is
 * read or changed, also on the upgrade to a WebSocket, which browsers let any page ask for.
 */
export function refusal(asked: Asked, access: Access, port: number, hasCookie: boolean): string | null {
  const { host, origin, 'sec-fetch-site': site } = asked.headers
  if (host !== `127.0.0.1:${port}`) return 'host'
  if (access === 'file') return null
  const isReading = (asked.method === 'GET' || asked.method === 'HEAD') && !asked.isUpgrade
  // Browsers leave the Origin out when a page loads its own pictures; then Sec-Fetch-Site speaks.
  const isOwnPage =
    origin === undefined
      ? isReading && (site === undefined || site === 'same-origin' || site === 'none')
      : origin === `http://127.0.0.1:${port}`
  if (!isOwnPage) return 'origin'
  if (site !== undefined && site !== 'same-origin' && !(isReading && site === 'none')) return 'site'
  return access === 'private' && !hasCookie ? 'cookie' : null
}
