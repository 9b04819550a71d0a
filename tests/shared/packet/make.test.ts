import { createHash } from 'node:crypto'
import { parse } from 'parse5'
import { expect, test } from 'vitest'
import { readPacket } from '../../../shared/packet/read-packet'
import { packetFile } from '../../../shared/packet-page/packet-file'
import { pageWords } from '../../../shared/packet-page/words'
import { unwrap } from '../../../shared/result'
import { payloads } from '../../helpers/payloads'
import { fileOf, packetRoom } from '../../helpers/packets'

const made = (changes: readonly { readonly path: readonly string[] }[]): string => String(changes[0]?.path[1])

test('[PKT1] a packet has title, date, materials, agenda, questions and rubric, and nothing of what is not for its reviewer', () => {
  const { review, reviewer, other, packet } = packetRoom()
  const { act, actAs, state } = review
  const canary = (at: string): string => `Axolotl ${at}`
  const internal = made(act('addItem', { title: canary('internal'), kind: 'discussion', plannedMs: 60_000 }))
  act('editItem', { itemId: internal, internal: true, playbook: canary('playbook') })
  act('addItem', { title: canary('break'), kind: 'break', plannedMs: 60_000 })
  const hidden = made(act('addMaterial', { name: canary('material'), mediaType: 'a/b', bytes: 1, sha512: 'cd'.repeat(64) }))
  act('attachMaterial', { materialId: hidden, itemId: internal, attached: true })
  act('writeNote', { itemId: internal, text: canary('note') })
  for (const isPrivate of [true, false])
    act('addFeedback', { side: 'reviewer', label: 'issue', text: canary('feedback'), authorId: other, isPrivate })
  act('addPreparedQuestion', { side: 'presenter', text: canary('expected'), answer: canary('answer') })
  act('addPreparedQuestion', { side: 'reviewer', text: 'How old is the network?', answer: canary('draft'), askedBy: other })
  act('addPreparedQuestion', { side: 'reviewer', text: canary('question'), itemId: internal })
  act('recordPreparation', { personId: other, note: canary('preparation') })
  const marks = Object.keys(state().record.criteria).map((criterionId) => ({
    criterionId,
    levelsAt: [0],
    confidence: 'low' as const,
    comment: canary('ballot'),
  }))
  actAs(other, 'submitBallot', { marks })
  act('editReview', { scheduledStart: Date.UTC(2026, 10, 24, 9), timeZone: 'Europe/Berlin' })

  const { review: about, reviewer: who, items, materials, questions, criteria } = packet()
  expect(about).toMatchObject({ title: state().record.review['review']?.title, date: '24 November 2026, 10:00 (Europe/Berlin)' })
  expect(who).toEqual({ id: reviewer, name: state().record.people[reviewer]?.name })
  expect(materials).toMatchObject([
    { name: 'model-card.md', version: 1, bytes: 1234, sha512: '0a0a0a0a0a0a0a0a' },
    { name: 'evaluation.pdf' },
  ])
  expect(questions.map(({ text }) => text)).toContain('How old is the network?')
  expect(items.length).toBeGreaterThan(3)
  expect(criteria.map(({ levels }) => levels.length)).toEqual([3, 3, 3, 3, 3])
  expect(fileOf(packet())).not.toContain('Axolotl')
  // After the reveal scores are public, and still nobody's business here.
  act('revealScores', {})
  expect(fileOf(packet())).not.toContain('Axolotl')
})

test('[PKT1] a later version of a material says so, and a criterion without levels has the usual ones', () => {
  const { review, materials, packet } = packetRoom()
  review.act('addMaterial', { name: 'a', mediaType: 'a/b', bytes: 1, sha512: 'cd'.repeat(64), replaces: materials[0] ?? null })
  review.act('importRubric', { replaces: true, criteria: [{ name: 'Bare', counts: 'sum' }] })
  expect(packet().materials.map(({ version }) => version)).toEqual([1, 1, 2])
  expect(packet().criteria).toMatchObject([{ counts: 'one', levels: [1, 2, 3, 4, 5].map((points) => ({ points, anchor: '' })) }])
})

test('[PKT2] whatever was written, the page has its own elements and no other, and its data comes back as it was', () => {
  const { review, packet, filled } = packetRoom()
  const empty = elementsOf(fileOf(packet()))
  for (const text of payloads('http://127.0.0.1/')) {
    review.act('editReview', { title: text, subject: text })
    const [personId = ''] = Object.keys(review.state().record.people)
    review.act('editPerson', { personId, name: text })
    const given = filled()
    given.answers.feedback.forEach((item) => Object.assign(item, { text, location: text }))
    const file = fileOf({ ...given, reviewer: { ...given.reviewer, name: text } })
    expect(elementsOf(file), text).toEqual(empty)
    const read = unwrap(readPacket(file))
    expect(read).toEqual({ ...given, reviewer: { ...given.reviewer, name: text } })
  }
})

/** Names and attributes of all elements, as a browser sees them. */
function elementsOf(file: string): string[] {
  interface Found {
    readonly nodeName: string
    readonly attrs?: readonly { readonly name: string; readonly value: string }[]
    readonly childNodes?: readonly Found[]
  }
  const names: string[] = []
  const walk = ({ nodeName, attrs = [], childNodes = [] }: Found): void => {
    if (!nodeName.startsWith('#')) names.push([nodeName, ...attrs.map(({ name, value }) => `${name}=${value}`)].join(' '))
    childNodes.forEach(walk)
  }
  walk(parse(file, { scriptingEnabled: true }))
  return names
}

test('[PKT2] the policy lets in the very bytes of script and style, and nothing else', () => {
  const script = 'console.log("Größe 漢字", 1 < 2)'
  const file = fileOf(packetRoom().packet(), script)
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(file)?.[1] ?? ''
  const style = /<style>([\s\S]*?)<\/style>/.exec(file)?.[1] ?? ''
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ])
  expect(file).toContain(`<script>${script}</script>`)
  // Every length of the last group of three.
  for (const text of ['', 'a', 'ab', 'abc']) expect(fileOf(packetRoom().packet(), text)).toContain(`script-src ${hash(text)}`)
})

test('[PKT1] a name of a packet is one that every file system takes, and what is too large is not made', () => {
  const { packet } = packetRoom()
  const named = (name: string) => unwrap(packetFile({ ...packet(), reviewer: { id: 'a', name } }, '')).name
  expect(named('Hana Novák')).toBe('packet-hana-novák.html')
  expect(named('../..\\con:')).toBe('packet-con.html')
  expect(named('—')).toBe('packet-reviewer.html')
  const large = { ...packet(), review: { ...packet().review, title: 'x'.repeat(5_000_000) } }
  expect(packetFile(large, '')).toMatchObject({ ok: false, error: expect.stringMatching(/5 MB.*Nothing was saved\.$/) as string })
  expect(pageWords('a').labels.map(({ key }) => key)).not.toContain('ask')
})
