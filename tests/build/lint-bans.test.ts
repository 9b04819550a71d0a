import { fileURLToPath } from 'node:url'
import { ESLint, type Linter } from 'eslint'
import { parser } from 'typescript-eslint'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const configured = new ESLint({ cwd: root })

/** Rules that `code` breaks as `filePath`, of those that need no types, so that the file need not exist. */
async function faultsOf(filePath: string, code: string): Promise<string[]> {
  const { rules } = (await configured.calculateConfigForFile(filePath)) as { rules: Linter.RulesRecord }
  const overrideConfig: Linter.Config = {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: { 'no-restricted-syntax': rules['no-restricted-syntax'], 'max-lines': rules['max-lines'] },
  }
  const [result] = await new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig }).lintText(code, { filePath })
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message)
}

test.each([
  ['shared/timer/a.ts', 'export const a = Date.now()'],
  ['shared/timer/a.ts', 'export const a = new Date()'],
  ['shared/timer/a.ts', 'export const a = Date()'],
  ['shared/timer/a.ts', 'export const a = Math.random()'],
  ['electron/host/a.ts', "import { ipcMain } from 'electron'"],
  ['electron/desktop/window.ts', "electron['ipcMain'].handle()"],
  ['renderer/app/a.tsx', 'ipcRenderer.send(1)'],
  ['renderer/app/a.tsx', 'element.innerHTML = text'],
  ['renderer/app/a.tsx', "element['outerHTML'] = text"],
  ['electron/host/a.ts', "element.insertAdjacentHTML('beforeend', text)"],
  ['renderer/app/a.tsx', 'export const a = <p dangerouslySetInnerHTML={{ __html: text }} />'],
  ['renderer/app/a.tsx', "createElement('p', { dangerouslySetInnerHTML: { __html: text } })"],
  ['renderer/app/a.tsx', 'export default 1'],
  ['shared/timer/a.ts', 'export default 1'],
])('lint refuses in %s: %s', async (file, code) => {
  expect(new Set(await faultsOf(file, code))).toEqual(new Set(['no-restricted-syntax']))
})

test.each([
  ['shared/timer/a.ts', 'export const a = new Date(instant)'],
  ['electron/host/a.ts', 'export const a = Date.now()'],
  ['electron/desktop/ipc.ts', "import { ipcMain } from 'electron'"],
  ['electron/desktop/preload.ts', "import { ipcRenderer } from 'electron'"],
  ['vitest.config.ts', 'export default 1'],
  ['renderer/app/a.tsx', 'element.textContent = text'],
])('lint accepts in %s: %s', async (file, code) => {
  expect(await faultsOf(file, code)).toEqual([])
})

test('lint refuses a file of more than 400 lines', async () => {
  expect(await faultsOf('renderer/app/a.tsx', '// line\n'.repeat(400))).toEqual([])
  expect(await faultsOf('renderer/app/a.tsx', '// line\n'.repeat(402))).toEqual(['max-lines'])
})
