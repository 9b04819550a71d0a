import { useState } from 'react'
import { cx } from '../../ui/cx'
import { Segments } from '../../ui/segments'
import { largest } from './limits'
import styles from './text-view.module.css'
import { useParsed } from './use-parsed'
import { Fault, Frame, type ViewProps, Waiting } from './view'
import { sizeWords } from '../../ui/words'

/** Text and code as they are written. */
export function TextView({ material, url }: ViewProps) {
  const reading = useParsed('text', material, url)
  const [wrap, setWrap] = useState<'wrapped' | 'whole'>('wrapped')
  if (reading.state === 'reading') return <Waiting />
  if (reading.state === 'failed') return <Fault kind="text" why={reading.why} material={material} url={url} />
  const { parts, encoding, isWhole } = reading.value
  return (
    <Frame
      label={material.name}
      bar={
        <>
          <span>{isWhole ? encoding : `The first ${sizeWords(largest.text)} of it, ${encoding}`}</span>
          <Segments
            label="Long lines"
            value={wrap}
            onChange={setWrap}
            options={[
              { key: 'wrapped', label: 'Wrap lines' },
              { key: 'whole', label: 'Whole lines' },
            ]}
          />
        </>
      }
    >
      <div className={cx(styles['text'], wrap === 'whole' && styles['whole'])} dir="auto">
        {parts.map((part, at) => (
          <pre key={at}>{part === '' ? '\n' : part}</pre>
        ))}
        {parts.length === 0 && <p>The file is empty.</p>}
      </div>
    </Frame>
  )
}
