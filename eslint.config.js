import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const html = 'Text is put in as text: markup from data is how scripts get in.'
const clock = 'Rules get time, chance and identity from Context only.'
const ipc = 'Raw IPC stays in electron/desktop/ipc.ts and preload.ts, behind the check of the sender.'

const bans = {
  html: [
    { selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]', message: html },
    { selector: 'MemberExpression[property.value=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]', message: html },
    { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: html },
    { selector: 'Property[key.name="dangerouslySetInnerHTML"]', message: html },
  ],
  ipc: [
    { selector: 'Identifier[name=/^ipc(Main|Renderer)$/]', message: ipc },
    { selector: 'MemberExpression[property.value=/^ipc(Main|Renderer)$/]', message: ipc },
  ],
  clock: [
    { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: clock },
    { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock },
    { selector: 'CallExpression[callee.name="Date"]', message: clock },
    { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: clock },
  ],
  defaultExport: [{ selector: 'ExportDefaultDeclaration', message: 'Named exports only.' }],
}

/**
 * @param {...{ selector: string, message: string }[]} lists
 * @returns {import('eslint').Linter.RulesRecord}
 */
const restrict = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] })
const toolConfigs = ['*.config.ts', '*.config.js', 'build/vite.*.ts', 'tests/**/*.config.ts']

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.cache/', '.proof/', 'test-results/', 'tests/fixtures/', '.dependency-cruiser.cjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', 400],
      'no-undef': 'off', // the compiler does it per layer
      'no-control-regex': 'off', // names and links are cleaned of control characters
      eqeqeq: 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/unbound-method': 'off', // there are no classes whose \`this\` could be lost
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      ...restrict(bans.html, bans.ipc, bans.defaultExport),
    },
  },
  { files: ['shared/**'], rules: restrict(bans.html, bans.ipc, bans.defaultExport, bans.clock) },
  { files: ['electron/desktop/ipc.ts', 'electron/desktop/preload.ts'], rules: restrict(bans.html, bans.defaultExport) },
  { files: toolConfigs, rules: restrict(bans.html, bans.ipc) },
  {
    files: ['renderer/**', 'tests/renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  // Stubs of electron name what they stand for.
  { files: ['tests/**'], rules: restrict(bans.html, bans.defaultExport) },
  {
    files: ['**/*.mjs', '**/*.js'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
)
