import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { ImportLog, openLogImport } from '../../../renderer/features/minutes/import-log'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { ToastProvider } from '../../../renderer/ui/toast'
import { minutesFragment, minutesJson } from '../../../shared/minutes/fragments'
import { openSession } from '../helpers/open-session'

const log = `Present: Ada, Bob
Topic: Data
<Ada> Hello & <b>all</b>
... and more
ACTION: Bob to measure again
RESOLVED: We wait
`

async function show() {
  const session = await openSession()
  session.act('addItem', { title: 'data' })
  const record = () => session.store.getState().record
  const [itemId = ''] = Object.keys(record().agenda)
  render(
    <ReviewProvider value={session}>
      <ToastProvider>
        <ImportLog />
      </ToastProvider>
    </ReviewProvider>,
  )
  openLogImport()
  const source = await screen.findByRole('textbox', { name: 'Text of the log' }, { timeout: 10_000 })
  const enter = async (text: string) => {
    await userEvent.clear(source)
    await userEvent.click(source)
    await userEvent.paste(text)
  }
  const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
  const blocks = () => minutesJson(minutesFragment(session.docs.minutes, itemId)).content ?? []
  return { session, record, enter, press, blocks, itemId }
}

test('[SCR15] [SCR16] a log is shown, imported as one commit and one step, undone and redone with its text', async () => {
  const { session, record, enter, press, blocks } = await show()
  await enter(log)
  await screen.findByText('2 present · 1 topic · 1 action · 1 decision · 2 lines of text')
  expect(record().people).toEqual({})
  await press('Import')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const written = () => blocks().map(({ type, attrs }) => (attrs?.['kind'] as string | undefined) ?? type)
  const all = ['paragraph', 'paragraph', 'action', 'decision']
  expect(written()).toEqual(all)
  expect(blocks()[0]?.content).toEqual([
    { type: 'text', text: 'Ada:', marks: [{ type: 'bold', attrs: {} }] },
    { type: 'text', text: ' Hello & <b>all</b>' },
  ])
  const [action] = Object.values(record().actions)
  expect(blocks()[2]?.attrs).toMatchObject({ id: action?.id })
  expect(action?.ownerId).toBe(Object.values(record().people).find(({ name }) => name === 'Bob')?.id)
  await session.settle()
  expect((await session.log()).map(({ entry }) => entry.verb)).toEqual(['createReview', 'addItem', 'importLog'])

  for (const _ of [1, 2]) {
    expect(session.undo()).toMatchObject({ ok: true, value: { label: "Import a scribe's log" } })
    expect([written(), record().people, record().actions]).toEqual([[], {}, {}])
    expect(session.redo()).toMatchObject({ ok: true })
    expect(written()).toEqual(all)
    expect(Object.values(record().actions)).toEqual([action])
  }
})

test('[SCR16] when the text or the record was changed since, undo leaves both and says so', async () => {
  const { session, record, enter, press, blocks, itemId } = await show()
  await enter(`${log}Topic: New\n<Bob> Fine`)
  await press('Import')
  const paragraph = () => minutesFragment(session.docs.minutes, itemId).get(0) as unknown as { get: (at: number) => never }
  const text = paragraph().get(0) as { insert: (at: number, words: string) => void; delete: (at: number, length: number) => void }
  text.insert(0, 'x')
  const before = [blocks(), record()]
  expect(session.undo()).toMatchObject({ ok: false, error: { rule: 'UND2' } })
  expect([blocks(), record()]).toEqual(before)
  text.delete(0, 1)

  // A new item would go with what was written under it.
  const newId = Object.values(record().agenda).find(({ title }) => title === 'New')?.id ?? ''
  const added = minutesFragment(session.docs.minutes, newId)
  const own = added.get(0).clone()
  added.insert(1, [own])
  expect(session.undo()).toMatchObject({ ok: false, error: { rule: 'UND2' } })
  added.delete(1, 1)

  const [actionId = ''] = Object.keys(record().actions)
  session.act('editAction', { actionId, what: 'Other words' })
  expect(session.undo()).toMatchObject({ ok: true })
  session.act('editAction', { actionId, what: 'Again other words' })
  session.undo()
  expect(session.undo()).toMatchObject({ ok: true })
  expect([blocks(), record().actions]).toEqual([[], {}])
})

test('[SCR15] what brings nothing says so, and what is left out is told with why', async () => {
  const { enter, press } = await show()
  await enter('- - -')
  await screen.findByText(/^Nothing was found in this text/)
  expect(screen.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', true)
  await enter('Present: Ada\nZakim, bye\n')
  await screen.findByText('1 present')
  await userEvent.click(screen.getByText('1 line is left out'))
  expect(screen.getByText('Said to or by programs')).toBeTruthy()
  await userEvent.click(screen.getByRole('checkbox', { name: 'Add to the people: Ada' }))
  await screen.findByText('Not among the people')
  await press('Cancel')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})
