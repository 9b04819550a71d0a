import { useState } from 'react'
import { cx } from '../../ui/cx'
import { Segments } from '../../ui/segments'
import styles from './image-view.module.css'
import { Fault, Frame, type ViewProps, Waiting } from './view'

/** A picture, as large as there is room or pixel by pixel. */
export function ImageView({ material, url }: ViewProps) {
  const [size, setSize] = useState<'fit' | 'full'>('fit')
  const [pixels, setPixels] = useState<readonly [number, number] | 'broken' | null>(null)
  if (pixels === 'broken')
    return <Fault kind="image" why="its bytes are no picture, or a damaged one" material={material} url={url} />
  return (
    <Frame
      label={material.name}
      bar={
        <>
          <span>{pixels && `${pixels[0]} × ${pixels[1]} pixels`}</span>
          <Segments
            label="Size"
            value={size}
            onChange={setSize}
            options={[
              { key: 'fit', label: 'Fit' },
              { key: 'full', label: '100 %' },
            ]}
          />
        </>
      }
    >
      {pixels === null && <Waiting />}
      <div className={cx(styles['ground'], size === 'fit' && styles['fit'])} data-loaded={pixels !== null}>
        <img
          src={url}
          alt={material.name}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setPixels([naturalWidth, naturalHeight])}
          onError={() => setPixels('broken')}
        />
      </div>
    </Frame>
  )
}
