import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { StampFirstWritten } from '../../../renderer/features/minutes/first-written'
import { SharedTexts } from '../../../renderer/features/minutes/shared-texts'
import { minutesExtensions } from '../../../shared/minutes/extensions'
import { randomFrom } from '../../e2e/helpers/typist'

/** A window's editor without its screen: the state, and the plugins that bind it to the shared text. */
export interface Writer {
  readonly state: EditorState
  caretTo(position: number): void
  type(sign: string): void
  breakLine(): void
  close(): void
}

function openWriter(fragment: Y.XmlFragment, now: () => number): Writer {
  const editor = new Editor({
    element: null,
    extensions: [
      ...minutesExtensions({ urlOf: () => '' }),
      Collaboration.configure({ fragment }),
      StampFirstWritten.configure({ now, by: () => 'Ada' }),
      SharedTexts.configure({ fragment }),
    ],
  })
  // Those of the binding, the stamp and the shared texts (the last two have no key of their own), and what adds to a transaction.
  const plugins = editor.extensionManager.plugins.filter(
    ({ spec }) => spec.key === ySyncPluginKey || spec.appendTransaction || (spec.key === undefined && spec.view && !spec.props),
  )
  const views: ReturnType<NonNullable<(typeof plugins)[number]['spec']['view']>>[] = []
  const screen = {
    state: EditorState.create({ schema: editor.schema, plugins }),
    composing: false,
    dom: document.createElement('div'),
    hasFocus: () => false,
    dispatch(transaction: Transaction) {
      const previous = screen.state
      screen.state = previous.apply(transaction)
      views.forEach((view) => view.update?.(screen as unknown as EditorView, previous))
    },
  }
  for (const plugin of plugins) if (plugin.spec.view) views.push(plugin.spec.view.call(plugin, screen as unknown as EditorView))
  return {
    get state() {
      return screen.state
    },
    caretTo: (position) => screen.dispatch(screen.state.tr.setSelection(TextSelection.near(screen.state.doc.resolve(position)))),
    type: (sign) => screen.dispatch(screen.state.tr.insertText(sign)),
    breakLine() {
      const { tr, selection } = screen.state
      const blank = { type: selection.$from.parent.type, attrs: { at: null, by: null } }
      screen.dispatch(tr.deleteSelection().split(tr.selection.from, 1, [blank]))
    },
    close() {
      views.forEach((view) => view.destroy?.())
      editor.destroy()
    },
  }
}

/** What two windows wrote, by `seed`, and what stands in both when all is exchanged. */
export interface Written {
  readonly typed: readonly string[]
  readonly texts: readonly [string, string]
  readonly docs: readonly [unknown, unknown]
  readonly stored: readonly [string, string]
}

interface Side {
  readonly doc: Y.Doc
  readonly fragment: Y.XmlFragment
  readonly open: () => Writer
  writer: Writer | null
  opensAt: number
  offlineTo: number
  /** Updates of the other, with the time when each is heard. */
  inbox: [number, Uint8Array][]
}

/** Two windows write at random near each other; each hears of the other late, and closes its editor now and then. */
export function writeTogether(seed: number, keys: number): Written {
  const random = randomFrom(seed)
  const below = (count: number): number => Math.floor(random() * count)
  const breaks = [0.02, 0.05, 0.1][seed % 3] ?? 0
  const delay = [2, 6, 20, 60, 200][seed % 5] ?? 0
  let clock = 0
  const sides = [0, 1].map((side): Side => {
    const doc = new Y.Doc()
    doc.clientID = seed % 2 === side ? 1 : 2
    const fragment = doc.getXmlFragment('general')
    const open = (): Writer => openWriter(fragment, () => clock)
    return { doc, fragment, open, writer: open(), opensAt: 0, offlineTo: 0, inbox: [] }
  })
  const [one, other] = sides
  if (!one || !other) throw new Error('no sides')
  const typed: string[] = []

  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    from.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'stored') to.inbox.push([Math.max(to.inbox.at(-1)?.[0] ?? 0, clock + below(delay), to.offlineTo), update])
    })

  function hear(side: Side): void {
    const due = side.inbox.filter(([at]) => at <= clock)
    side.inbox = side.inbox.slice(due.length)
    side.doc.transact(() => due.forEach(([, update]) => Y.applyUpdate(side.doc, update, 'stored')), 'stored')
  }

  function place({ state }: Writer, near: number): number {
    const { size } = state.doc.content
    const { $from } = state.selection
    return (
      [size, 0, $from.start(), $from.end(), below(size + 1), Math.min(size, Math.max(0, near + below(3) - 1))][below(8)] ??
      Math.min(size, near)
    )
  }

  for (let key = 0; key < keys; key++) {
    clock++
    sides.forEach(hear)
    const [me, peer] = random() < 0.5 ? [one, other] : [other, one]
    if (clock < me.opensAt) continue
    me.writer ??= me.open()
    const chance = random()
    if (chance < 0.1) me.writer.caretTo(place(me.writer, peer.writer?.state.selection.from ?? Infinity))
    else if (chance < 0.1 + breaks) me.writer.breakLine()
    else if (chance < 0.205) me.offlineTo = clock + 40
    else if (chance < 0.21) {
      me.writer.close()
      me.writer = null
      me.opensAt = clock + below(30)
    } else {
      // Ideographs: enough signs for every key to have its own.
      const sign = String.fromCodePoint(0x4e00 + typed.length)
      me.writer.type(sign)
      typed.push(sign)
    }
  }
  clock = Infinity
  while (sides.some(({ inbox }) => inbox.length > 0)) sides.forEach(hear)
  const of = <Value>(read: (writer: Writer, fragment: Y.XmlFragment) => Value): [Value, Value] => {
    one.writer ??= one.open()
    other.writer ??= other.open()
    return [read(one.writer, one.fragment), read(other.writer, other.fragment)]
  }
  const texts = of(({ state }) => state.doc.textContent)
  const docs = of(({ state }): unknown => state.doc.toJSON())
  const stored = of((_writer, fragment) => fragment.toJSON())
  sides.forEach(({ writer }) => writer?.close())
  return { typed, texts, docs, stored }
}
