/** MIN2: links lead to https, http and mail only. */
export function isSafeLink(url: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s]/i.test(url)
}
