import { largest } from './limits'
import { Blocks } from './blocks'
import styles from './document.module.css'
import { useParsed } from './use-parsed'
import { Fault, Frame, type ViewProps, Waiting } from './view'
import { sizeWords } from '../../ui/words'

/** VIW2: a Markdown file as a page to read. */
export function MarkdownView({ material, url }: ViewProps) {
  const reading = useParsed('markdown', material, url)
  if (reading.state === 'reading') return <Waiting />
  if (reading.state === 'failed') return <Fault kind="markdown" why={reading.why} material={material} url={url} />
  const { blocks, isWhole } = reading.value
  return (
    <Frame label={material.name} {...(!isWhole && { bar: <span>{`Its beginning, up to ${sizeWords(largest.markdown)}`}</span> })}>
      <div className={styles['page']}>{blocks.length === 0 ? <p>The file is empty.</p> : <Blocks blocks={blocks} />}</div>
    </Frame>
  )
}
