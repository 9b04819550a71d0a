import { getDocument, type PDFDocumentProxy, type PDFPageProxy, PDFWorker, VerbosityLevel } from 'pdfjs-dist'
import { Unreadable } from './unreadable'

/** A PDF, open; `close` frees its worker. */
export interface OpenPdf {
  readonly document: PDFDocumentProxy
  /** Size of its first page: what the others probably have. */
  readonly first: Size
  readonly close: () => void
}

/** In points. */
export interface Size {
  readonly width: number
  readonly height: number
}

const paper: Size = { width: 595, height: 842 }

/** How long it may take until the pages are known, in milliseconds: its parts may come from a slow disk. */
const PATIENCE_MS = 10_000
/** Pictures in it with more pixels are left out. */
const LARGEST_PICTURE = 60_000_000

const beside = (folder: string): string => new URL(`/pdf/${folder}/`, location.href).href

/**
 * VIW9: opens a PDF in a worker of its own, by ranges of its bytes. Scripts, links, forms and attachments are never asked for; its faces and
 * tables of characters come from this program. Throws `Unreadable`.
 */
export async function openPdf(url: string, signal: AbortSignal): Promise<OpenPdf> {
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  const task = getDocument({
    url,
    worker: PDFWorker.create({ port }),
    cMapUrl: beside('cmaps'),
    standardFontDataUrl: beside('fonts'),
    wasmUrl: beside('decoders'),
    // The policy of the page lets no WebAssembly be compiled.
    useWasm: false,
    enableXfa: false,
    useSystemFonts: false,
    disableStream: true,
    disableAutoFetch: true,
    maxImageSize: LARGEST_PICTURE,
    verbosity: VerbosityLevel.ERRORS,
  })
  const close = () => {
    void task.destroy().catch(() => undefined)
    port.terminate()
  }
  try {
    return { ...(await Promise.race([opened(task.promise), givenUp(signal)])), close }
  } catch (error) {
    close()
    throw error instanceof Unreadable ? error : new Unreadable(wordsOf(error))
  }
}

async function opened(document: Promise<PDFDocumentProxy>): Promise<Pick<OpenPdf, 'document' | 'first'>> {
  const page = (await document).getPage(1)
  // A first page that cannot be read says so in its place.
  return { document: await document, first: await page.then(sizeOf, () => paper) }
}

/** Throws when a page has no size. */
export function sizeOf(page: PDFPageProxy): Size {
  const { width, height } = page.getViewport({ scale: 1 })
  if (!(width > 0 && height > 0)) throw new Error('the page has no size')
  return { width, height }
}

function givenUp(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Unreadable('it takes too long to be understood')), PATIENCE_MS)
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(new Unreadable('given up'))), { once: true })
  })
}

function wordsOf(error: unknown): string {
  const { name, message, status } = error as { name?: string; message?: string; status?: number }
  if (name === 'PasswordException') return 'it is locked with a password'
  if (name === 'ResponseException')
    return status === 404 ? 'its bytes are not on this computer' : 'the program behind this page does not answer'
  if (name === 'InvalidPDFException' || name === 'FormatError') return 'the file is damaged, or not a PDF'
  return message || 'PDF.js gives none'
}
