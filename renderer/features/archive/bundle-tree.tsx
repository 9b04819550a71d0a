import { type Bundle, type BundleFile, sizeOf } from '../../../shared/archive/bundle-files'
import { Icon } from '../../ui/icon'
import { sizeWords } from '../../ui/words'
import styles from './bundle-tree.module.css'

/** What each folder is for, in the order in which people look. */
const folders = [
  ['', 'Overview', 'Begin here: decision, risks, actions. Opens in any browser.'],
  ['minutes', 'Minutes', 'To print, to edit, as a page and as text; and the time ledger.'],
  ['summary', 'Executive summary', 'One page, and as text.'],
  ['action-plan', 'Action plan', 'As a table, for calendars, for programs, and as text.'],
  ['feedback', 'Feedback', 'Of both sides; what is revealed.'],
  ['materials', 'Materials', 'As they were imported.'],
  ['record', 'Record', 'For Review Room and other programs: opens the review again without loss.'],
] as const

/** What goes into the bundle: folders and files with their sizes. */
export function BundleTree({ bundle }: { readonly bundle: Bundle }) {
  return (
    <ul className={styles['tree']}>
      {folders.map(([folder, name, words]) => {
        const files = bundle.files.filter(({ path }) => folderOf(path) === folder)
        return files.length === 0 ? null : <Folder key={folder} name={name} words={words} files={files} />
      })}
    </ul>
  )
}

function Folder({
  name,
  words,
  files,
}: {
  readonly name: string
  readonly words: string
  readonly files: readonly BundleFile[]
}) {
  return (
    <li>
      <details open={name !== 'Record'}>
        <summary className={styles['folder']}>
          <Icon name="chevron-right" />
          <span className={styles['name']}>{name}</span>
          <span className={styles['words']}>{words}</span>
          <span className={styles['size']} data-figures="">
            {folderSize(files)}
          </span>
        </summary>
        <ul>
          {files.map((file) => (
            <li key={file.path} className={styles['file']}>
              <span className={styles['path']}>{file.path.split('/').at(-1)}</span>
              <span className={styles['size']} data-figures="">
                {fileSize(file)}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}

/** Documents are set when the bundle is saved, and nobody knows their size before. */
function fileSize(file: BundleFile): string {
  const size = sizeOf(file)
  return size === null ? 'when saved' : sizeWords(size)
}

/** Of all files together, when all are known. */
function folderSize(files: readonly BundleFile[]): string {
  const sizes = files.map(sizeOf)
  return sizes.includes(null) ? '' : sizeWords(sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0))
}

function folderOf(path: string): string {
  return path.split('/').slice(1, -1).join('/')
}
