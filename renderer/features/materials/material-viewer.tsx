import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import type { Material } from '../../../shared/review/materials'
import { useHost } from '../../storage/use-host'
import { useReview } from '../../storage/use-review'
import { IconButton, SaveLink } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import type { RegionOfPage } from '../../ui/open-material'
import { sizeWords } from '../../ui/words'
import { kindByName, kindByServedType, isNeverShown, type ViewerKind } from './kinds'
import styles from './material-viewer.module.css'
import { servedType } from './read-piece'
import { ShowProvider } from './show'
import { useArrows } from './use-arrows'
import { Card, type PagedViewProps, Waiting } from './view'
import { ViewBoundary } from './view-boundary'

/** The material that is open and those before and behind it. */
export interface Opened {
  readonly materialId: string
  readonly among: readonly string[]
  /** Where a PDF is opened, from 1. */
  readonly page?: number
  /** FB14: what is marked on that page. */
  readonly region?: RegionOfPage | null
}

export interface MaterialViewerProps {
  readonly opened: Opened
  readonly onShow: (materialId: string) => void
  readonly onClose: () => void
  /** The time that goes on meanwhile. */
  readonly clock: ReactNode
}

/** VIW7: loaded when the first material of its kind is opened, so that neither cockpit nor wall grows. */
const views: Readonly<Record<ViewerKind, ComponentType<PagedViewProps>>> = {
  markdown: lazy(() => import('./markdown-view').then(({ MarkdownView }) => ({ default: MarkdownView }))),
  table: lazy(() => import('./table-view').then(({ TableView }) => ({ default: TableView }))),
  notebook: lazy(() => import('./notebook-view').then(({ NotebookView }) => ({ default: NotebookView }))),
  text: lazy(() => import('./text-view').then(({ TextView }) => ({ default: TextView }))),
  image: lazy(() => import('./image-view').then(({ ImageView }) => ({ default: ImageView }))),
  pdf: lazy(() => import('./pdf-view').then(({ PdfView }) => ({ default: PdfView }))),
}

/** VIW1: a material, read inside the app over the place where one is. Nothing of it runs, and nothing is written. */
export function MaterialViewer({ opened, onShow, onClose, clock }: MaterialViewerProps) {
  const { materialId, among, page = 1, region = null } = opened
  const material = useReview(({ record }) => record.materials[materialId])
  const at = among.indexOf(materialId)
  const [before, after] = at === -1 ? [] : [among[at - 1], among[at + 1]]
  const go = (to: string | undefined) => to !== undefined && onShow(to)
  useArrows({ left: () => go(before), right: () => go(after) })
  const host = useHost()
  if (!material) return null
  const url = host.materialUrl(material.sha512, material.name)
  return (
    <Dialog
      title={material.name}
      width="full"
      isOpen
      onClose={onClose}
      tools={
        <div className={styles['tools']}>
          {clock}
          <span data-figures="">{sizeWords(material.bytes)}</span>
          {among.length > 1 && at !== -1 && (
            <span className={styles['steps']}>
              <IconButton
                icon="left"
                label="The material before"
                keys="Shift+←"
                isDisabled={before === undefined}
                onPress={() => go(before)}
              />
              <span data-figures="">{`${at + 1} of ${among.length}`}</span>
              <IconButton
                icon="right"
                label="The next material"
                keys="Shift+→"
                isDisabled={after === undefined}
                onPress={() => go(after)}
              />
            </span>
          )}
          <SaveLink href={url} name={material.name}>
            Save a copy
          </SaveLink>
        </div>
      }
    >
      <ShowProvider value={onShow}>
        <Content key={material.id} material={material} url={url} page={page} region={region} />
      </ShowProvider>
    </Dialog>
  )
}

function Content({ material, url, page, region }: PagedViewProps) {
  const kind = useKind(material, url)
  const View = kind === null || kind === 'asking' ? null : views[kind]
  return (
    <ViewBoundary kind={kind === 'asking' ? null : kind} material={material} url={url}>
      {kind === 'asking' ? (
        <Waiting />
      ) : View === null ? (
        <Card title="This kind of file is not shown here" material={material} url={url}>
          Save a copy and open it with the program it belongs to. Shown here are Markdown, text and code, tables (CSV, TSV),
          notebooks, pictures (PNG, JPEG, GIF, WebP) and PDF.
        </Card>
      ) : (
        <Suspense fallback={<Waiting />}>
          <View material={material} url={url} page={page} region={region} />
        </Suspense>
      )}
    </ViewBoundary>
  )
}

/** How a material is shown: by its name, else by what its first bytes are. */
function useKind({ name }: Material, url: string): ViewerKind | 'asking' | null {
  const named = kindByName(name)
  const isAsked = named === null && !isNeverShown(name)
  const [told, setTold] = useState<ViewerKind | 'asking' | null>('asking')
  useEffect(() => {
    if (!isAsked) return
    const abort = new AbortController()
    servedType(url, abort.signal).then(
      (type) => setTold(kindByServedType(type)),
      () => abort.signal.aborted || setTold(null),
    )
    return () => abort.abort()
  }, [isAsked, url])
  return isAsked ? told : named
}
