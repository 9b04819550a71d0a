import type { Bundle } from '../../../shared/archive/bundle-files'

function textOf(bundle: Bundle, path: string): string {
  const file = bundle.files.find((each) => each.path === path)
  return file?.kind === 'text' ? file.text : ''
}

/** The minutes for the clipboard: as rich text and as Markdown, the same that the bundle holds. */
export function minutesForClipboard(bundle: Bundle): { readonly html: string; readonly markdown: string } {
  const page = textOf(bundle, 'data/minutes/minutes.html')
  const body = /<body>([^]*)<\/body>/.exec(page)?.[1] ?? ''
  return {
    // Links within the bundle lead nowhere from a mail.
    html: body.replace(/<nav>[^]*?<\/nav>/, '').trim(),
    markdown: textOf(bundle, 'data/minutes/minutes.md'),
  }
}

/** RND7: puts the minutes on the clipboard; answers whether that was allowed. */
export async function copyMinutes(bundle: Bundle): Promise<boolean> {
  const { html, markdown } = minutesForClipboard(bundle)
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([markdown], { type: 'text/plain' }),
      }),
    ])
    return true
  } catch {
    return false
  }
}
