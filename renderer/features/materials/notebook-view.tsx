import { Blocks } from './blocks'
import styles from './document.module.css'
import type { Cell, Output } from './notebook-file'
import { useParsed } from './use-parsed'
import { Fault, Frame, type ViewProps, Waiting } from './view'

/** VIW6: a notebook as it was saved: nothing runs. */
export function NotebookView({ material, url }: ViewProps) {
  const reading = useParsed('notebook', material, url)
  if (reading.state === 'reading') return <Waiting />
  if (reading.state === 'failed') return <Fault kind="notebook" why={reading.why} material={material} url={url} />
  const { cells, cellCount } = reading.value
  return (
    <Frame
      label={material.name}
      {...(cells.length < cellCount && { bar: <span>{`The first ${cells.length} of ${cellCount} cells`}</span> })}
    >
      <div className={styles['notebook']}>
        {cells.map((cell, at) => (
          <CellView key={at} cell={cell} />
        ))}
        {cells.length === 0 && <p>The notebook has no cells.</p>}
      </div>
    </Frame>
  )
}

function CellView({ cell }: { readonly cell: Cell }) {
  if (cell.kind === 'document')
    return (
      <div className={styles['cell']}>
        <div className={styles['page']}>
          <Blocks blocks={cell.blocks} />
        </div>
      </div>
    )
  if (cell.kind === 'raw')
    return (
      <div className={styles['cell']}>
        <pre className={styles['raw']}>{cell.text}</pre>
      </div>
    )
  return (
    <div className={styles['cell']}>
      <span className={styles['count']}>{`[${cell.count ?? ' '}]`}</span>
      <pre className={styles['code']}>{cell.text}</pre>
      {cell.outputs.map((output, at) => (
        <OutputView key={at} output={output} />
      ))}
    </div>
  )
}

function OutputView({ output }: { readonly output: Output }) {
  switch (output.kind) {
    case 'text':
      return <pre className={styles['output']}>{output.text}</pre>
    case 'error':
      return <pre className={styles['fault']}>{output.text}</pre>
    case 'document':
      return (
        <div className={styles['page']}>
          <Blocks blocks={output.blocks} />
        </div>
      )
    case 'picture':
      return (
        <img src={`data:${output.type};base64,${output.data}`} alt="Picture that this cell gave" className={styles['picture']} />
      )
    case 'withheld':
      return <p className={styles['withheld']}>{`Not shown: ${output.types.join(', ')}`}</p>
  }
}
