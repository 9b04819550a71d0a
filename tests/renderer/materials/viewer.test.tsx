import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand'
import { MaterialViewer } from '../../../renderer/features/materials/material-viewer'
import type { ParserName } from '../../../renderer/features/materials/limits'
import { parse } from '../../../renderer/features/materials/parsers'
import type { Piece } from '../../../renderer/features/materials/text-file'
import type { Host } from '../../../renderer/host'
import type { ReviewSession } from '../../../renderer/storage/review-session'
import { HostProvider } from '../../../renderer/storage/use-host'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { ToastProvider } from '../../../renderer/ui/toast'
import { fail, ok } from '../../../shared/result'
import { csvSeed, notebookSeed } from '../../helpers/material-seeds'

const files: Readonly<Record<string, string | Buffer>> = {
  'card.md':
    '# Card\n\n[out](https://example.org/) [data](load.csv) [bad](javascript:alert(1)) ![plot](plot.png) ![far](https://example.org/p.png)',
  'load.csv': csvSeed(),
  'unnamed.csv': 'hour,, \n1,2,3\n',
  'data.ipynb': notebookSeed(),
  'notes.txt': 'plain <b>words</b>',
  'broken.ipynb': '{"cells": ',
  'sheet.xlsx': Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
  'plan.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  README: 'no ending',
  'plot.png': Buffer.from([0x89]),
}
const names = Object.keys(files)

/** jsdom has no workers: the same function, in the page. */
class PageWorker {
  onmessage: ((event: { data: unknown }) => void) | null = null
  postMessage({ name, piece }: { name: ParserName; piece: Piece }): void {
    setTimeout(() => this.onmessage?.({ data: structuredClone(parse(name, piece)) }))
  }
  terminate(): void {
    this.onmessage = null
  }
}

function answer(url: string, options?: RequestInit): Promise<Response> {
  const content = files[decodeURIComponent(url)]
  if (content === undefined) return Promise.resolve(new Response(null, { status: 404 }))
  const type = url === 'README' ? 'text/plain; charset=utf-8' : 'application/octet-stream'
  const body = options?.method === 'HEAD' ? null : new Uint8Array(Buffer.from(content))
  return Promise.resolve(new Response(body, { headers: { 'content-type': type } }))
}

beforeEach(() => {
  vi.stubGlobal('Worker', PageWorker)
  vi.stubGlobal('fetch', vi.fn(answer))
  return () => vi.unstubAllGlobals()
})

function show(name: string, among = names) {
  const materials = Object.fromEntries(
    [...names, 'lost.csv'].map((each) => [each, { id: each, name: each, bytes: 12, sha512: each, order: each }]),
  )
  const session = { store: createStore(() => ({ record: { materials } })) } as unknown as ReviewSession
  const call = vi.fn(() => Promise.resolve(ok({ openUrl: null as string | null })))
  const host = { call, materialUrl: (sha512: string) => encodeURIComponent(sha512) } as unknown as Host
  const [onShow, onClose] = [vi.fn(), vi.fn()]
  render(
    <HostProvider value={host}>
      <ReviewProvider value={session}>
        <ToastProvider>
          <MaterialViewer opened={{ materialId: name, among }} onShow={onShow} onClose={onClose} clock={<span>3:20 left</span>} />
        </ToastProvider>
      </ReviewProvider>
    </HostProvider>,
  )
  return { call, onShow, onClose, content: () => screen.findByRole('region', { name: `Content of ${name}` }) }
}

test('[VIW1] a material is shown with its name, size, the time, and a way to save it', async () => {
  const { content } = show('notes.txt')
  expect((await content()).textContent).toContain('plain <b>words</b>')
  expect(screen.getByRole('dialog', { name: 'notes.txt' }).textContent).toMatch(/3:20 left.*12 B.*5 of 10/)
  expect(screen.getByRole('link', { name: 'Save a copy' }).getAttribute('download')).toBe('notes.txt')
})

test('[VIW4] [VIW6] a table and a notebook are shown', async () => {
  const table = show('load.csv')
  await table.content()
  expect(screen.getByRole('columnheader', { name: 'note' })).not.toBe(null)
  expect(screen.getByText('200 rows, 3 columns, UTF-8')).not.toBe(null)
})

test('[VIW4] a column without a heading is named by its number', async () => {
  await show('unnamed.csv').content()
  const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
  expect(heads).toEqual(['Row', 'hour', 'Column 2', 'Column 3'])
})

test('[VIW6] a notebook is shown with its counts and pictures', async () => {
  const { content } = show('data.ipynb')
  const shown = await content()
  expect(shown.textContent).toContain('[3]')
  expect(shown.querySelector('img')?.getAttribute('src')).toMatch(/^data:image\/png;base64,/)
  expect(shown.querySelectorAll('a[href], script, iframe, style')).toHaveLength(0)
})

test('[VIW5] a link asks the host, one to a material opens it, others are words; far pictures are not loaded', async () => {
  const { call, onShow, content } = show('card.md')
  const shown = await content()
  expect(shown.querySelectorAll('a[href]')).toHaveLength(0)
  await userEvent.click(screen.getByRole('link', { name: 'out' }))
  expect(call).toHaveBeenCalledWith('link:open', { url: 'https://example.org/' })
  await userEvent.click(screen.getByRole('link', { name: 'data' }))
  expect(onShow).toHaveBeenCalledWith('load.csv')
  expect(screen.queryByRole('link', { name: 'bad' })).toBe(null)
  expect([...shown.querySelectorAll('img')].map((each) => each.getAttribute('src'))).toEqual(['plot.png'])
  expect(shown.textContent).toContain('Picture: far, https://example.org/p.png')
})

test('[VIW5] a link that the host refuses is told', async () => {
  const { call, content } = show('card.md')
  await content()
  call.mockResolvedValueOnce(fail({ kind: 'forbidden', message: '' }) as never)
  await userEvent.click(screen.getByRole('link', { name: 'out' }))
  await screen.findByText('This link was not opened: https://example.org/')
})

test.each([
  ['broken.ipynb', 'This notebook could not be read', 'it is not whole JSON'],
  ['lost.csv', 'This table could not be read', 'its bytes are not on this computer'],
])('[VIW1] %s: what cannot be read has a card with the reason', async (name, title, why) => {
  show(name)
  const card = await screen.findByRole('alert')
  expect(card.textContent).toContain(title)
  expect(card.textContent).toContain(`The reason: ${why}. The file itself is unchanged.`)
})

test.each(['sheet.xlsx', 'plan.svg'])('[VIW1] [VIW8] %s is not shown here, and offered to be saved', async (name) => {
  show(name)
  await screen.findByText('This kind of file is not shown here')
  expect(screen.getAllByRole('link', { name: 'Save a copy' })).toHaveLength(2)
  expect(screen.queryByRole('region')).toBe(null)
})

test('a file without an ending is shown as what its bytes are', async () => {
  const { content } = show('README')
  expect((await content()).textContent).toBe('no ending')
})

test('[VIW3] a file that is not understood in time is given up', async () => {
  vi.stubGlobal(
    'Worker',
    class extends PageWorker {
      override postMessage(): void {
        // Never answers.
      }
    },
  )
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 200 })
  show('load.csv')
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('it takes too long to be understood'), {
    timeout: 10_000,
  })
  vi.useRealTimers()
})

test('[VIW10] Escape closes it; left and right go to the ones beside it, but not out of a field', async () => {
  const { onShow, onClose, content } = show('load.csv')
  await content()
  await userEvent.keyboard('{ArrowLeft}')
  expect(onShow).toHaveBeenLastCalledWith('card.md')
  await userEvent.keyboard('{ArrowRight}')
  expect(onShow).toHaveBeenLastCalledWith('unnamed.csv')
  const field = document.body.appendChild(document.createElement('input'))
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
  expect(onShow).toHaveBeenCalledTimes(2)
  field.remove()
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
  expect(onShow).toHaveBeenCalledTimes(3)
  await userEvent.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledOnce()
})

test('[VIW10] at the end there is no further', async () => {
  const { onShow, content } = show('notes.txt', ['load.csv', 'notes.txt'])
  await content()
  await userEvent.keyboard('{ArrowRight}')
  expect(onShow).not.toHaveBeenCalled()
})

test.each(['sheet.xlsx', 'broken.ipynb'])('[VIW10] the card that stands for %s has the keyboard', async (name) => {
  const { onClose } = show(name)
  await waitFor(() => expect(document.activeElement?.hasAttribute('data-card')).toBe(true))
  await userEvent.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalled()
})
