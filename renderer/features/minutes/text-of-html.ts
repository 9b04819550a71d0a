import { type Token, Tokenizer, TokenizerMode } from 'parse5'

const blocks = /^(?:p|br|div|h[1-6]|li|tr|table|ul|ol|dl|dt|dd|pre|blockquote|section|article|header|footer)$/
/** Elements whose content is no text for people, and no HTML either. */
const raw: Readonly<Record<string, number>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
}

/** The text of HTML in lines, in one pass and without building anything: for what is too large to be understood. */
export function textOfHtml(html: string): string {
  const parts: string[] = []
  let inside = ''
  const say = ({ chars }: Token.CharacterToken): void => void (inside === '' && parts.push(chars.replace(/\s+/g, ' ')))
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag({ tagName }) {
        if (blocks.test(tagName)) parts.push('\n')
        if (inside !== '' || raw[tagName] === undefined) return
        inside = tagName
        tokenizer.state = raw[tagName]
      },
      onEndTag({ tagName }) {
        if (tagName === inside) inside = ''
        else if (blocks.test(tagName)) parts.push('\n')
      },
      onCharacter: say,
      onWhitespaceCharacter: say,
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  )
  tokenizer.write(html, true)
  return parts
    .join('')
    .replace(/[ \n]+/g, (gap) => (gap.includes('\n') ? '\n' : ' '))
    .trim()
}
