import { expect, test } from 'vitest'
import type { Packet } from '../../../shared/packet/packet'
import { planPacket } from '../../../shared/packet/packet-plan'
import { readPacket } from '../../../shared/packet/read-packet'
import { jsonBlock } from '../../../shared/packet-page/page'
import { fileOf, packetRoom } from '../../helpers/packets'

const [before = '', after = ''] = fileOf(packetRoom().packet()).split(/(?<=id="packet">)[^<]*/)
/** The file with other data in it. */
const withJson = (json: string): string => before + json + after
const withData = (data: unknown): string => withJson(jsonBlock(data))

const why = (text: string): string => {
  const read = readPacket(text)
  return read.ok ? 'ok' : read.error
}

test('[PKT4] what is no packet, cut, doubled, too large or newer is refused in words', () => {
  const { filled } = packetRoom()
  const file = fileOf(filled())
  expect(why(file)).toBe('ok')
  // As some mail programs leave it.
  expect(why(file.replaceAll('\n', '\r\n'))).toBe('ok')
  for (const text of ['', 'Dear all', '<html></html>', 'id=packet', '{"form":"review-room-packet"}'])
    expect(why(text)).toMatch(/^is no reviewer packet/)
  for (let end = 0; end < file.length; end += 997)
    expect(why(file.slice(0, end)), String(end)).toMatch(/^is (no|a damaged) reviewer packet/)
  expect(why(file + file)).toMatch(/^is a damaged/)
  expect(why(withJson('{"form":'))).toMatch(/^is a damaged/)
  for (const json of ['null', '1', '"x"']) expect(why(withJson(json))).toMatch(/^is a damaged/)
  expect(why(withJson('[]'))).toMatch(/^is no reviewer packet/)
  // How deep data may be is the engine's to say.
  expect(why(withJson('['.repeat(1_000_000) + ']'.repeat(1_000_000)))).toMatch(/^is (a damaged|no) reviewer packet/)
  expect(why(`${file}${' '.repeat(10_000_000)}`)).toMatch(/^is larger than 10 MB/)
  expect(why(withData({ ...filled(), form: 'other' }))).toMatch(/^is no reviewer packet/)
  expect(why(withData({ ...filled(), formVersion: 2, more: true }))).toMatch(/newer version/)
})

/** Every place in plain data: a way to it. */
function placesIn(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))]
}

function changedAt(data: Packet, path: readonly (string | number)[], change: (value: unknown) => unknown): unknown {
  const copy = { root: structuredClone(data) as unknown }
  let place = copy as Record<string | number, unknown>
  for (const key of ['root', ...path].slice(0, -1)) place = place[key] as typeof place
  const last = ['root', ...path].at(-1) ?? ''
  place[last] = change(place[last])
  return copy.root
}

test('[PKT4] a wrong type anywhere, a name too many anywhere, and names that objects have are refused', () => {
  const data = packetRoom().filled()
  const places = placesIn(data)
  expect(places.length).toBeGreaterThan(150)
  for (const path of places) {
    const wrong = changedAt(data, path, (value) => (typeof value === 'boolean' || value === null ? 7 : true))
    expect(why(withData(wrong)), path.join('.')).toMatch(/^is (no|a damaged) reviewer packet/)
    const tooMany = changedAt(data, path, (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, more: 1 } : { more: 1 },
    )
    expect(why(withData(tooMany)), path.join('.')).toMatch(/^is (no|a damaged) reviewer packet/)
  }
  const json = jsonBlock(data)
  for (const name of ['__proto__', 'constructor', 'prototype'])
    for (const at of ['{', '"answers":{', '"ballot":{'])
      expect(why(withJson(json.replace(at, `${at}"${name}":{"isRecused":true},`))), name).toMatch(/^is a damaged/)
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    for (const told of [
      { ...data, reviewer: { ...data.reviewer, id: name } },
      { ...data, answers: { ...data.answers, preparation: { ...data.answers.preparation, materialIds: [name] } } },
      { ...data, answers: { ...data.answers, feedback: [{ ...data.answers.feedback[0], itemId: name }] } },
    ])
      expect(why(withData(told)), name).toMatch(/^is a damaged/)
  }
  for (const packetId of ['', 'a b', '../../x', 'x'.repeat(61)])
    expect(why(withData({ ...data, packetId }))).toMatch(/^is a damaged/)
  expect(({} as Record<string, unknown>)['isRecused']).toBe(undefined)
})

test('[PKT4] a packet of another review, of somebody removed, and of who does not review here is refused', () => {
  const { review, reviewer, filled } = packetRoom()
  const refused = (packet: Packet): string => {
    const plan = planPacket(packet, review.state())
    return plan.ok ? 'ok' : plan.error
  }
  const packet = filled()
  expect(refused(packet)).toBe('ok')
  expect(refused({ ...packet, review: { ...packet.review, id: 'another' } })).toBe('is a packet of another review.')
  const presenter = Object.values(review.state().record.people).find(({ roles }) => !roles.includes('reviewer'))
  expect(refused({ ...packet, reviewer: { id: presenter?.id ?? '', name: packet.reviewer.name } })).toBe(
    `is the packet of ${presenter?.name}, who is no reviewer of this review.`,
  )
  // By the verb too, whoever asks it.
  const input = { packetId: packet.packetId, feedback: [{ key: 'f1', label: 'note', text: 'x' }] } as const
  expect(() => review.actAs(presenter?.id ?? '', 'importPacket', { ...input, feedback: [...input.feedback] })).toThrow('PKT4')
  expect(review.rule('importPacket', { ...input, feedback: [...input.feedback] })).toBe('PKT4')
  review.act('removePerson', { personId: reviewer })
  expect(refused(packet)).toMatch(/not among the people/)
})
