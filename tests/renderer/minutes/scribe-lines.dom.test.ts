import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Hint } from '../../../renderer/features/minutes/run-line'
import { ScribeLines } from '../../../renderer/features/minutes/scribe-lines'
import { StampFirstWritten } from '../../../renderer/features/minutes/first-written'
import { createTextHistories } from '../../../renderer/features/minutes/undo-managers'
import { minutesExtensions } from '../../../shared/minutes/extensions'
import { minutesFragment, minutesJson } from '../../../shared/minutes/fragments'
import { openSession } from '../helpers/open-session'

async function openScribe() {
  const session = await openSession()
  for (const name of ['Ada Lovelace', 'Ben Okri']) session.act('addPerson', { name })
  const idOf = (name: string) => Object.values(session.store.getState().record.people).find((person) => person.name === name)?.id
  session.operateAs(idOf('Ada Lovelace') ?? null)
  const histories = createTextHistories(session)
  const fragment = minutesFragment(session.docs.minutes, null)
  const told: { hint: Hint | null } = { hint: null }
  const desk = { session, histories, fragment, itemId: null, tell: (hint: Hint | null) => void (told.hint = hint) }
  const editor = new Editor({
    extensions: [
      ...minutesExtensions({ urlOf: () => '' }),
      Collaboration.configure({ fragment, yUndoOptions: { undoManager: histories.of(fragment) } }),
      StampFirstWritten.configure({ by: () => 'Ada' }),
      ScribeLines.configure({ desk, hint: () => told.hint }),
    ],
  })
  onTestFinished(() => editor.destroy())
  const press = (key: string, more: KeyboardEventInit = {}) =>
    editor.view.someProp('handleKeyDown', (handle) => handle(editor.view, new KeyboardEvent('keydown', { key, ...more }))) ??
    false
  const type = (text: string) => editor.view.dispatch(editor.state.tr.insertText(text))
  const record = () => session.store.getState().record
  return {
    session,
    editor,
    idOf,
    press,
    type,
    record,
    told,
    line(text: string) {
      type(text)
      return press('Enter')
    },
    blocks: () =>
      (minutesJson(fragment).content ?? []).map(({ type: kind, content }) =>
        kind === 'recordLine' ? 'RECORD' : (content ?? []).map(({ text }) => text).join(''),
      ),
    actions: () => Object.values(record().actions).map(({ what, ownerId, due }) => [what, ownerId, due]),
    undo: () => histories.of(fragment).undo(),
  }
}

test('[SCR6] a line becomes its action on Enter, Backspace right after gives the words back, and Enter then leaves them text', async () => {
  const { line, press, blocks, actions, idOf, type } = await openScribe()
  type('before')
  press('Enter')
  line('ACTION: Ada to measure by 2026-12-04')
  expect(blocks()).toEqual(['before', 'RECORD', ''])
  expect(actions()).toEqual([['measure', idOf('Ada Lovelace'), '2026-12-04']])
  expect(press('Backspace')).toBe(true)
  expect(blocks()).toEqual(['before', 'ACTION: Ada to measure by 2026-12-04'])
  expect(actions()).toEqual([])
  press('Enter')
  expect(blocks()).toEqual(['before', 'ACTION: Ada to measure by 2026-12-04', ''])
  expect(actions()).toEqual([])
  expect(line('RISK: late')).toBe(true)
  type('more')
  expect(press('Backspace')).toBe(false)
})

test('[SCR6] findings and decisions: the label is that of the word, the side that of whoever is acted for', async () => {
  const { session, line, record, idOf } = await openScribe()
  line('RISK: supplier is late')
  session.act('editPerson', { personId: idOf('Ben Okri') ?? '', roles: ['presenter'] })
  session.actAs(idOf('Ben Okri') ?? null)
  line('LESSON: measure twice')
  line('ISSUE: leakage')
  line('RESOLVED: go on')
  expect(Object.values(record().feedback).map(({ label, side, text, authorId }) => [label, side, text, authorId])).toEqual([
    ['risk', 'reviewer', 'supplier is late', idOf('Ada Lovelace')],
    ['lesson', 'presenter', 'measure twice', idOf('Ben Okri')],
    ['issue', 'reviewer', 'leakage', idOf('Ben Okri')],
  ])
  expect(Object.values(record().decisions).map(({ statement }) => statement)).toEqual(['go on'])
})

test('[SCR8] the Enter of an input method chooses a word and makes nothing', async () => {
  const { press, blocks, actions, editor } = await openScribe()
  const during = (composing: boolean, more: KeyboardEventInit = {}) => {
    editor.commands.setContent('<p>ACTION: 測る</p>')
    editor.commands.setTextSelection(editor.state.doc.content.size - 1)
    Object.defineProperty(editor.view, 'composing', { value: composing, configurable: true })
    press('Enter', more)
  }
  during(false, { isComposing: true })
  during(false, { keyCode: 229 })
  during(true)
  expect(actions()).toEqual([])
  during(false)
  expect(actions()).toEqual([['測る', null, null]])
  expect(blocks()).toEqual(['RECORD', ''])
})

test('[SCR6] code, lists, headings and the middle of a line are left alone', async () => {
  const { editor, type, press, actions } = await openScribe()
  for (const kind of ['toggleCodeBlock', 'toggleBulletList', 'toggleHeading'] as const) {
    if (kind === 'toggleHeading') editor.commands.toggleHeading({ level: 2 })
    else editor.commands[kind]()
    type('ACTION: Ada to measure')
    press('Enter')
    editor.commands.setContent('<p></p>')
  }
  type('ACTION: Ada to measure')
  editor.commands.setTextSelection(4)
  press('Enter')
  expect(actions()).toEqual([])
})

test('[SCR6] an unknown name stays in the words; Tab adds the person, and one undo still gives the line back', async () => {
  const { line, press, blocks, actions, idOf, told, record } = await openScribe()
  line('ACTION: Zed to measure')
  expect(actions()).toEqual([['Zed to measure', null, null]])
  expect(told.hint?.words).toContain('Nobody here is called Zed.')
  expect(press('Tab')).toBe(true)
  expect(actions()).toEqual([['measure', idOf('Zed'), null]])
  expect(blocks()).toEqual(['RECORD', ''])
  expect(press('Backspace')).toBe(true)
  expect(blocks()).toEqual(['ACTION: Zed to measure'])
  expect([actions(), Object.keys(record().people).length]).toEqual([[], 3])
})

test('[SCR6] a hint goes with the next key', async () => {
  const { line, press, told } = await openScribe()
  line('present+ Zed')
  expect(told.hint).not.toBeNull()
  press('a')
  expect(told.hint).toBeNull()
  expect(press('Tab')).toBe(false)
})

test('[SCR6] attendance and queue act and leave their line as text', async () => {
  const { line, blocks, record, told, idOf, press } = await openScribe()
  line('present+ ada, Zed')
  const came = () =>
    Object.values(record().people).map(({ name, attendance, arrivedAt }) => [name, attendance, arrivedAt !== null])
  expect(came()).toEqual([['Ada Lovelace', 'present', true], ['Ben Okri', 'expected', false]]) // prettier-ignore
  expect(told.hint?.words).toBe('Nobody here is called Zed.')
  press('Tab')
  expect(came().at(-1)).toEqual(['Zed', 'present', true])
  press('Enter')
  line('q+ Ben to ask why')
  press('Enter')
  line('q+')
  const waiting = () =>
    Object.values(record().questions).filter(({ answeredAt }) => answeredAt === null).map(({ askedBy, text }) => [askedBy, text]) // prettier-ignore
  expect(waiting()).toEqual([[idOf('Ben Okri'), 'ask why'], [idOf('Ada Lovelace'), '']]) // prettier-ignore
  press('Enter')
  line('q- Ben')
  expect(waiting()).toEqual([[idOf('Ada Lovelace'), '']])
  press('Enter')
  line('q- Ben')
  expect(told.hint?.words).toBe('Ben Okri is not in the queue.')
  expect(blocks().filter(Boolean)).toEqual(['present+ ada, Zed', 'q+ Ben to ask why', 'q+', 'q- Ben', 'q- Ben'])
})

test('[SCR7] a correction changes the nearest block above that says it, in one step; else it stays as text', async () => {
  const { editor, line, blocks, press, type, told } = await openScribe()
  editor.commands.setContent('<p>the <b>nroth</b> and nroth</p><p>nroth</p><pre><code>nroth</code></pre><p></p>')
  editor.commands.setTextSelection(editor.state.doc.content.size - 1)
  expect(line('s/nroth/north/')).toBe(true)
  expect(blocks()).toEqual(['the nroth and nroth', 'north', 'nroth', ''])
  expect(press('Backspace')).toBe(true)
  expect(blocks()).toEqual(['the nroth and nroth', 'nroth', 'nroth', 's/nroth/north/'])
  editor.commands.setContent('<p>the <b>nroth</b> and nroth</p><p></p>')
  editor.commands.setTextSelection(editor.state.doc.content.size - 1)
  line('s/nroth/north/g')
  expect(editor.getHTML()).toContain('<p>the <strong>north</strong> and north</p>')
  type('s/east/west/')
  press('Enter')
  expect(blocks()).toContain('s/east/west/')
  expect(told.hint?.words).toBe('Nothing above says "east". The line stays as text.')
})

test('[SCR7] [MIN5] a correction changes the words of a record whose line is the nearest, and one undo gives both back', async () => {
  const { line, blocks, press, actions, idOf, record, session, told } = await openScribe()
  line('ACTION: Ada to check the nroth and the nroth')
  line('s/nroth/north/g')
  expect(actions()).toEqual([['check the north and the north', idOf('Ada Lovelace'), null]])
  expect(blocks()).toEqual(['RECORD', ''])
  expect(press('Backspace')).toBe(true)
  expect(actions()).toEqual([['check the nroth and the nroth', idOf('Ada Lovelace'), null]])
  expect(blocks()).toEqual(['RECORD', 's/nroth/north/g'])
  // What may not be changed any more stays as it is, and so does the line.
  press('Enter')
  line('DECISION: hold for the nroth')
  const [decision] = Object.values(record().decisions)
  session.act('editDecision', { decisionId: decision?.id ?? '', outcome: 'hold' })
  session.act('acceptDecision', { decisionId: decision?.id ?? '' })
  line('s/nroth/north/')
  expect(record().decisions[decision?.id ?? '']?.statement).toBe('hold for the nroth')
  expect(blocks()).toContain('s/nroth/north/')
  expect(told.hint?.words).toMatch(/The line stays as text\.$/)
})

test('[SCR6] whatever line is typed, its words are in the text or in a record, and undo gives the line back', async () => {
  const { editor, session, line, blocks, record, undo } = await openScribe()
  const word = fc.constantFrom(
    ...'Ada Zed to measure by Friday 31 Feb : - due , / \\ s/a/b/ present+ q+ عادل 北を ACTION: RISK: <b>'.split(' '),
  )
  const start = fc.constantFrom('', 'ACTION: ', 'DECISION: ', 'ISSUE:', 'present+ ', 'q+ ', 'q- ', 's/x/', '\\ACTION: ')
  await fc.assert(
    fc.asyncProperty(start, fc.array(word, { minLength: 1, maxLength: 8 }), (keyword, words) => {
      editor.commands.setContent('<p>x and y</p><p></p>')
      editor.commands.setTextSelection(editor.state.doc.content.size - 1)
      const text = (keyword + words.join(' ')).trim()
      // The editor makes a list of a hyphen.
      fc.pre(text !== '-')
      line(text)
      const isMade = !blocks().includes(text)
      const { actions, decisions, feedback, people } = record()
      const all = JSON.stringify([blocks(), actions, decisions, feedback, people])
      // A correction takes its line away and brings its new words.
      const isCorrection = isMade && /^s\//.test(text)
      if (isMade && !isCorrection)
        for (const each of words.filter((said) => /^[\p{L}<]{3,}/u.test(said) && !/^(by|due|Friday|ACTION|RISK)/.test(said)))
          expect(all).toContain(JSON.stringify(each).slice(1, -1))
      if (isMade) {
        undo()
        expect(blocks()).toContain(text)
      }
      return Promise.resolve()
    }),
    { numRuns: process.env['REVIEW_ROOM_PROOF'] === '1' ? 2_000 : 60 },
  )
  await session.settle()
})
