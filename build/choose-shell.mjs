/**
 * What the choice depends on. `sandbox` is whether Chromium's sandbox can start here, `uid` is null where there are none.
 * @typedef {{ platform: string, env: Readonly<Record<string, string | undefined>>, uid: number | null, sandbox: boolean }} Surroundings
 */

/**
 * The desktop shell, or the browser shell with the reason in one line (null when it was asked for).
 * @param {readonly string[]} args
 * @param {Surroundings} surroundings
 * @returns {{ shell: 'desktop' } | { shell: 'browser', why: string | null }}
 */
export function chooseShell(args, surroundings) {
  if (args.includes('--browser')) return { shell: 'browser', why: null }
  if (!hasDisplay(surroundings)) return { shell: 'browser', why: 'There is no display' }
  if (surroundings.platform !== 'linux') return { shell: 'desktop' }
  if (surroundings.uid === 0) return { shell: 'browser', why: "Electron's sandbox does not start as root" }
  if (!surroundings.sandbox) return { shell: 'browser', why: "This system does not let Electron's sandbox start" }
  return { shell: 'desktop' }
}

/** @param {Pick<Surroundings, 'platform' | 'env'>} surroundings */
export function hasDisplay({ platform, env }) {
  return platform === 'darwin' || platform === 'win32' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
}
