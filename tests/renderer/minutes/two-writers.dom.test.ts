import { expect, test } from 'vitest'
import { writeTogether } from './writer-pair'

const isProof = process.env['REVIEW_ROOM_PROOF'] === '1'
const KEYS = 80
// The first three lose signs when an empty block is made without its text.
const seeds = [38, 152, 220, ...Array.from({ length: isProof ? 3_000 : 10 }, (_, index) => 1_000 + index)]

test('[MIN6] two write at random near each other, break lines, hear of each other late: both have one text, no sign is lost', () => {
  let count = 0
  for (const seed of seeds) {
    const { typed, texts, docs, stored } = writeTogether(seed, KEYS)
    const lost = typed.filter((sign) => [...texts, ...stored].some((text) => !text.includes(sign)))
    expect({ seed, lost }).toEqual({ seed, lost: [] })
    expect(docs[0]).toEqual(docs[1])
    expect(stored[0]).toBe(stored[1])
    count += typed.length
  }
  if (isProof) console.log(`= two editors, ${seeds.length} seeds: ${count} signs, lost 0`)
})
