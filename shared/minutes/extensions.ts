import { Extension, type Extensions, Node } from '@tiptap/core'
import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'
import { isSafeLink } from './links'

/** Kinds of records that a line of the minutes may stand for. */
export const lineKinds = ['action', 'decision', 'finding'] as const
export type LineKind = (typeof lineKinds)[number]

/** Reads an attribute of a pasted element; told without the DOM's types, which shared code does without. */
const attribute = (name: string) => (element: unknown) =>
  (element as { getAttribute: (name: string) => string | null }).getAttribute(name)

/** A line that is a record: it holds kind and id only, its words come from the record. An id without a record is shown as removed. */
export const RecordLine = Node.create({
  name: 'recordLine',
  group: 'block',
  atom: true,
  addAttributes: () => ({
    kind: { default: 'action', parseHTML: attribute('data-kind') },
    id: { default: '', parseHTML: attribute('data-id') },
  }),
  parseHTML: () => [{ tag: 'div[data-record-line]' }],
  renderHTML: ({ node }) => [
    'div',
    { 'data-record-line': '', 'data-kind': node.attrs['kind'] as string, 'data-id': node.attrs['id'] as string },
  ],
})

export interface MaterialImageOptions {
  /** Address of a material's bytes. Nothing else is ever loaded: an image pasted from a page brings no address in. */
  readonly urlOf: (materialId: string) => string
}

/** A picture that is one of the review's materials. */
export const MaterialImage = Node.create<MaterialImageOptions>({
  name: 'materialImage',
  group: 'block',
  atom: true,
  addOptions: () => ({ urlOf: () => '' }),
  addAttributes: () => ({
    materialId: { default: '', parseHTML: attribute('data-material-id') },
    alt: { default: '', parseHTML: attribute('alt') },
  }),
  parseHTML: () => [{ tag: 'img[data-material-id]' }],
  renderHTML({ node }) {
    const materialId = node.attrs['materialId'] as string
    return ['img', { src: this.options.urlOf(materialId), alt: node.attrs['alt'] as string, 'data-material-id': materialId }]
  },
})

/** MIN1: blocks know when they were first written and by whom; never taken from pasted text. */
const FirstWritten = Extension.create({
  name: 'firstWritten',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading', 'codeBlock', 'recordLine', 'materialImage'],
      attributes: {
        at: { default: null, rendered: false, keepOnSplit: false, parseHTML: () => null },
        by: { default: null, rendered: false, keepOnSplit: false, parseHTML: () => null },
      },
    },
  ],
})

/** The schema of the minutes: everything that may stand in them. Editors add their behaviour to it, renderers use it as it is. */
export function minutesExtensions({ urlOf }: MaterialImageOptions): Extensions {
  return [
    StarterKit.configure({
      undoRedo: false,
      underline: false,
      horizontalRule: false,
      heading: { levels: [2, 3] },
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        isAllowedUri: isSafeLink, // MIN2
        HTMLAttributes: { rel: 'noopener noreferrer', target: '_blank' },
      },
    }),
    TableKit.configure({ table: { resizable: false } }),
    RecordLine,
    MaterialImage.configure({ urlOf }),
    FirstWritten, // MIN1
  ]
}
