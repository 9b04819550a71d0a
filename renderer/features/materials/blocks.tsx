import { createElement, type ReactNode } from 'react'
import styles from './document.module.css'
import { InlineLink, InlinePicture } from './inline-links'
import type { Block, Inline } from './markdown-file'

/** VIW2: the tree of a document as elements; each kind is named here, and text is only ever put in as text. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, at) => <BlockView key={at} block={block} />)
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return <p dir="auto">{inlineNodes(block.content)}</p>
    case 'heading':
      // The dialog's own title is the second level.
      return createElement(
        `h${Math.min(6, block.level + 2)}`,
        { dir: 'auto', 'data-level': block.level },
        ...inlineNodes(block.content),
      )
    case 'code':
    case 'raw':
      return <pre className={block.kind === 'raw' ? styles['raw'] : undefined}>{block.text}</pre>
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.content} />
        </blockquote>
      )
    case 'list':
      return createElement(
        block.start === null ? 'ul' : 'ol',
        block.start === null ? null : { start: block.start },
        ...block.items.map(({ checked, content }, at) => (
          <li key={at} className={checked === null ? undefined : styles['task']}>
            {checked !== null && <input type="checkbox" checked={checked} disabled aria-label={checked ? 'Done' : 'Not done'} />}
            <div>
              <Blocks blocks={content} />
            </div>
          </li>
        )),
      )
    case 'table':
      return (
        <div className={styles['wide']} tabIndex={0} role="region" aria-label="Table">
          <table>
            <thead>
              <tr>
                {block.header.map((cell, column) => (
                  <th key={column} dir="auto" data-align={block.align[column]}>
                    {inlineNodes(cell)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td key={column} dir="auto" data-align={block.align[column]}>
                      {inlineNodes(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    case 'rule':
      return <hr />
  }
}

function inlineNodes(content: readonly Inline[]): ReactNode[] {
  return content.map((inline, at) => {
    switch (inline.kind) {
      case 'text':
        return inline.text
      case 'code':
        return <code key={at}>{inline.text}</code>
      case 'strong':
      case 'em':
      case 'del':
        return createElement(inline.kind, { key: at }, ...inlineNodes(inline.content))
      case 'link':
        return (
          <InlineLink key={at} to={inline.to}>
            {inlineNodes(inline.content)}
          </InlineLink>
        )
      case 'picture':
        return <InlinePicture key={at} of={inline.of} alt={inline.alt} />
      case 'break':
        return <br key={at} />
    }
  })
}
