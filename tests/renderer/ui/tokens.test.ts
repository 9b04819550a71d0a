import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8')

/** Colours of one block, `[light, dark]` by name. */
function coloursOf(selector: string): Record<string, [string, string]> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}', 1)[0] ?? ''
  const found = [...block.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)]
  return Object.fromEntries(found.map(([, name, light, dark]) => [name, [light, dark]])) as Record<string, [string, string]>
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(left: string, right: string): number {
  const [brighter, darker] = [luminance(left), luminance(right)].sort((a, b) => b - a) as [number, number]
  return (brighter + 0.05) / (darker + 0.05)
}

const screen = coloursOf(':root')
const wall = { ...screen, ...coloursOf("[data-display='wall']") }
const surfaces = ['surface-1', 'surface-2', 'surface-3']
const inks = ['ink-1', 'ink-2', 'ink-3', 'accent', 'ok', 'warn', 'danger', 'overtime']
const states = ['accent', 'ok', 'warn', 'danger', 'overtime']
const pairs = [
  ...inks.flatMap((ink) => surfaces.map((surface) => [ink, surface] as const)),
  ...states.flatMap((state) => [[state, `${state}-soft`] as const, ['ink-1', `${state}-soft`] as const]),
]

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s', (_name, theme) => {
  const of = (colours: typeof screen, name: string) => colours[name]?.[theme] ?? ''

  test.each(pairs)('%s on %s reads at 4.5:1, and at 7:1 on the wall', (ink, ground) => {
    expect(contrast(of(screen, ink), of(screen, ground))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(of(wall, ink), of(wall, ground))).toBeGreaterThanOrEqual(7)
  })

  test('labels on filled buttons read, and edges of fields are seen', () => {
    expect(contrast(of(screen, 'on-accent'), of(screen, 'accent'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(of(screen, 'on-accent'), of(screen, 'accent-pressed'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(of(screen, 'on-danger'), of(screen, 'danger'))).toBeGreaterThanOrEqual(4.5)
    for (const surface of ['surface-1', 'surface-2'])
      expect(contrast(of(screen, 'line-strong'), of(screen, surface))).toBeGreaterThanOrEqual(3)
  })
})
