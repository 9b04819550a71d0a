import { cx } from '../../ui/cx'
import styles from './table-view.module.css'
import type { TableView as Table } from './table-file'
import { useParsed } from './use-parsed'
import { Fault, Frame, type ViewProps, Waiting } from './view'

const number = new Intl.NumberFormat('en-GB')

/** VIW4: a CSV or TSV as a table of plain texts. */
export function TableView({ material, url }: ViewProps) {
  const reading = useParsed('table', material, url)
  if (reading.state === 'reading') return <Waiting />
  if (reading.state === 'failed') return <Fault kind="table" why={reading.why} material={material} url={url} />
  const { header, rows, numeric } = reading.value
  const side = (column: number) => (numeric[column] ? styles['number'] : undefined)
  return (
    <Frame label={material.name} bar={<span>{countWords(reading.value)}</span>}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col" className={styles['count']}>
              <span className={styles['unseen']}>Row</span>
            </th>
            {header.map((title, column) => (
              <th key={column} scope="col" dir="auto" className={side(column)}>
                {title.trim() === '' ? <span className={styles['unnamed']}>{`Column ${column + 1}`}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              <th scope="row" className={styles['count']}>
                {at + 1}
              </th>
              {header.map((_, column) => (
                <td key={column} dir="auto" className={cx(side(column))}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  )
}

function countWords({ rows, rowCount, header, columnCount, encoding, isWhole }: Table): string {
  const counted = isWhole ? number.format(rowCount) : `more than ${number.format(rowCount)}`
  const rowWords =
    rows.length === rowCount && isWhole ? `${counted} rows` : `The first ${number.format(rows.length)} of ${counted} rows`
  const columnWords =
    header.length === columnCount
      ? `${columnCount} columns`
      : `the first ${header.length} of ${number.format(columnCount)} columns`
  return `${rowWords}, ${columnWords}, ${encoding}`
}
