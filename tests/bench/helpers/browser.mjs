import { join } from 'node:path'
import { chromium as playwright } from '@playwright/test'
import { build } from 'vite'

const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Chromium on a profile on the disk, as people use it: a private window would keep its database in memory. */
export async function openBrowser(chromium, profile, options = {}) {
  return playwright.launchPersistentContext(profile, {
    executablePath: chromium,
    args: sandbox,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    ...options,
  })
}

/** The script of tests/bench/pages/<name>.ts, built as the app's own pages are. */
export async function buildPage(root, name) {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    publicDir: false,
    resolve: { dedupe: ['yjs', '@tiptap/pm'] },
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: join(root, 'tests', 'bench', 'pages', `${name}.ts`), output: { codeSplitting: false } },
    },
  })
  const [bundle] = [built].flat()
  return bundle.output.find(({ type }) => type === 'chunk').code
}

/** Answers an address of the app with a page of the benchmark, which so shares its origin, profile and disk. */
export async function serve(context, address, script, body = '') {
  const html = `<!doctype html><meta charset="utf-8"><title>Bench</title><body>${body}<script type="module">${script.replaceAll('</script', '<\\/script')}</script>`
  await context.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }))
}
