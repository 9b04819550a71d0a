import { useToast } from '../ui/toast'
import { useHost } from './use-host'

/** Asks the host to open a link outside the program; it has the last word, and a refusal is told. */
export function useOpenLink(): (url: string) => Promise<void> {
  const host = useHost()
  const toast = useToast()
  return async (url) => {
    const asked = await host.call('link:open', { url })
    if (!asked.ok) toast({ tone: 'danger', message: `This link was not opened: ${url.slice(0, 200)}` })
    else if (asked.value.openUrl !== null) window.open(asked.value.openUrl, '_blank', 'noopener,noreferrer')
  }
}
