import type { JSONContent } from '@tiptap/core'
import type * as Y from 'yjs'
import type { Instant } from '../context'
import { isEmptyMinutes, minutesFragment, minutesJson } from '../minutes/fragments'
import type { MinutesReferences } from '../minutes/render-html'
import { type Section, sectionsOf } from '../minutes/sections'
import type { LogLine } from '../record/commit'
import { lineWords } from '../record/line-words'
import { headsOf } from '../record/log'
import type { RecordState } from '../record/state'
import { inOrder } from '../review/fields'
import type { Material } from '../review/materials'
import type { Review } from '../review/review'
import { safeFileNames } from './names'

export interface BundledMaterial {
  readonly material: Material
  /** `data/materials/<safe name>`, relative to the bag. */
  readonly path: string
  readonly name: string
  /** False when the bytes are not in the store, and so cannot be in the bundle. */
  readonly isPresent: boolean
}

export interface MinutesSection extends Section {
  readonly json: JSONContent
  readonly isEmpty: boolean
}

/** What every file of a bundle is rendered from: nothing else is looked at (ARC1). */
export interface BundleView {
  readonly review: Review
  readonly record: RecordState
  readonly sections: readonly MinutesSection[]
  readonly materials: readonly BundledMaterial[]
  /** The record's last change: the only date in the bundle that is not part of the record (ARC3). */
  readonly lastChange: Instant
  readonly zone: string
  /** Where the chain of the log ends: hashes of the entries that nothing follows, and how many entries lead there. */
  readonly chain: { readonly heads: readonly string[]; readonly entries: number }
  /** Name and version of the program. */
  readonly program: string
  /** Paths of papers that the bundle does without. */
  readonly without: ReadonlySet<string>
}

export interface BundleSource {
  readonly record: RecordState
  readonly review: Review
  readonly minutes: Y.Doc
  readonly log: readonly LogLine[]
  readonly version: string
  /** sha512 of the materials whose bytes there are. */
  readonly present: ReadonlySet<string>
  readonly without?: ReadonlySet<string>
}

export function bundleView({ record, review, minutes, log, version, present, without = new Set() }: BundleSource): BundleView {
  const materials = inOrder(record.materials)
  const names = safeFileNames(materials.map(({ name }) => name))
  const sections = sectionsOf(record.agenda).map((section): MinutesSection => {
    const json = minutesJson(minutesFragment(minutes, section.itemId))
    return { ...section, json, isEmpty: isEmptyMinutes(json) }
  })
  return {
    review,
    record,
    sections,
    materials: materials.map((material, at) => {
      const name = names[at] ?? material.id
      return { material, name, path: `data/materials/${name}`, isPresent: present.has(material.sha512) }
    }),
    lastChange: lastChangeOf(review, log, sections),
    zone: review.timeZone,
    chain: { heads: headsOf(log), entries: log.length },
    program: `Review Room ${version}`,
    without,
  }
}

/** ARC3: the latest of what the log tells and of what stands in the minutes. */
function lastChangeOf(review: Review, log: readonly LogLine[], sections: readonly MinutesSection[]): Instant {
  let last = review.createdAt
  for (const { entry } of log) last = Math.max(last, entry.at)
  const visit = ({ attrs, content = [] }: JSONContent): void => {
    const at: unknown = attrs?.['at']
    if (typeof at === 'number') last = Math.max(last, at)
    content.forEach(visit)
  }
  sections.forEach(({ json }) => visit(json))
  return last
}

/** Words and addresses for the minutes; `materials` is where the material files lie as seen from the page. */
export function referencesOf({ record, materials }: BundleView, folder: string): MinutesReferences {
  return {
    lineText(kind, id) {
      const words = lineWords(kind, id, record)
      return words && `${words.label.replace(/^\S+ ?/, '')} ${words.text} (${words.note})`.trim()
    },
    urlOf(materialId) {
      const found = materials.find(({ material, isPresent }) => isPresent && material.id === materialId)
      return found ? `${folder}/${encodeURIComponent(found.name)}` : ''
    },
  }
}
