import { dialog, type Session, shell, type WebContents } from 'electron'
import { MATERIALS_PATH } from '../../shared/host-contract'
import { isOutsideLink } from '../host/links'
import { APP_ORIGIN, isTrustedUrl } from './trusted-url'

/**
 * DSK7: no page goes anywhere, opens anything or embeds a guest; a link asked for in a new window leaves by the same list as
 * `link:open`. Given to everything that is created, so that nothing can be forgotten.
 */
export function lockDown(contents: WebContents): void {
  const refuse = (event: { readonly url: string; preventDefault: () => void }): void => {
    if (!isReload(contents.getURL(), event.url)) event.preventDefault()
  }
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (isMaterial(url)) contents.downloadURL(url)
    else if (isOutsideLink(url)) void shell.openExternal(url).catch(tellUnopened)
    return { action: 'deny' }
  })
}

/** DSK24: a refusal that nobody hears would end the program. */
function tellUnopened(): void {
  dialog.showErrorBox('Review Room', 'The link was not opened: this system has no program for it, or refused it.')
}

/** The page shown may be loaded again: that is how a page goes on after an error. */
function isReload(shown: string, wanted: string): boolean {
  return isTrustedUrl(wanted) && wanted.split('#')[0] === shown.split('#')[0]
}

/** A stored material in a window of its own would need a viewer there; the system asks where to save it instead. */
function isMaterial(url: string): boolean {
  return isTrustedUrl(url) && new URL(url).pathname.startsWith(`${MATERIALS_PATH}/`)
}

/** DSK9: what our own pages may do: fill the screen, write to the clipboard, keep the screen awake (DSK15). */
const allowed: readonly string[] = ['fullscreen', 'clipboard-sanitized-write', 'screen-wake-lock']

/** DSK9: everything else is denied, asked or checked, as is everything to a foreign page; and nothing goes to the network. */
export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(allowed.includes(permission) && isTrustedUrl(requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowed.includes(permission) && (origin === APP_ORIGIN || isTrustedUrl(origin)),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !/^(app|blob|data|devtools):/.test(details.url) }))
}
