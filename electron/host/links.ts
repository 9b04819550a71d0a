/** HST9: links that may leave the program: https, http and mailto. Never UNC, //host, file, javascript or anything else. */
export function isOutsideLink(url: string): boolean {
  // Without a base `//host` and `\\host` do not parse; control characters would be dropped silently by the parser.
  if (/[\u0000-\u001f\u007f\\]/.test(url) || url !== url.trim()) return false
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password } = new URL(url)
  if (protocol === 'mailto:') return true
  return (
    (protocol === 'https:' || protocol === 'http:') &&
    hostname !== '' &&
    username === '' &&
    password === '' &&
    /^https?:\/\//i.test(url)
  )
}
