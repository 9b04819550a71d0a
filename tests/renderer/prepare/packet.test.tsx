import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Readiness } from '../../../renderer/features/prepare/readiness'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { CoverProvider } from '../../../renderer/ui/cover'
import { ToastProvider } from '../../../renderer/ui/toast'
import { makePacket } from '../../../shared/packet/make-packet'
import type { Packet } from '../../../shared/packet/packet'
import { reviewersOf } from '../../../shared/review/people'
import { sampleReview } from '../../../shared/templates/sample'
import { answersTo, fileOf } from '../../helpers/packets'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

function show(isCovered = false, changes = sampleChanges()) {
  const plain = plainSession(changes)
  render(
    <ReviewProvider value={plain.session}>
      <CoverProvider value={isCovered}>
        <ToastProvider>
          <Readiness />
        </ToastProvider>
      </CoverProvider>
    </ReviewProvider>,
  )
  const [reviewer] = reviewersOf(plain.record().people)
  const filled = (): Packet => {
    const packet = makePacket(plain.record(), reviewer?.id ?? '', 'packet-of-a-test') as Packet
    return { ...packet, answers: answersTo(packet) }
  }
  return { ...plain, filled, reviewer: reviewer?.id ?? '', desk: () => plain.session.store.getState().desk }
}

function sampleChanges() {
  let count = 0
  const someone = { personId: null, name: 'Ada' }
  return sampleReview({ now: 5, newId: () => `id-${count++}`, actor: someone, operator: someone }, 'UTC').changes
}

async function open(text: string): Promise<void> {
  await screen.findByRole('button', { name: 'Import a filled packet' })
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (input) await userEvent.upload(input, new File([text], 'from hana.html', { type: 'text/html' }))
}

test('[PKT5] a packet is shown before it comes in, what is unticked stays out, and a ballot is only said to be there', async () => {
  const { filled, desk, reviewer } = show()
  await open(fileOf(filled()))
  const dialog = within(await screen.findByRole('dialog', { name: 'Packet from Hana Novák' }))
  const rows = within(dialog.getByRole('list', { name: 'Feedback of the packet' })).getAllByRole('listitem')
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^The card says so on page 2\.AnswerNewTo: /),
    'The split is not by timeIssueNew',
    'A clear baselinePraiseNew',
  ])
  expect(dialog.getByRole('region', { name: 'Scores' }).textContent).not.toMatch(/As measured|high|[0-9]/)
  expect(dialog.getByRole('region', { name: 'Preparation' }).textContent).toMatch(/Time spent\d+ min/)
  await userEvent.click(dialog.getByRole('checkbox', { name: 'A clear baseline' }))
  await userEvent.click(dialog.getByRole('checkbox', { name: /^Seal the ballot/ }))
  await userEvent.click(dialog.getByRole('button', { name: 'Take 2 feedback items' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBe(null))
  const came = Object.values(desk().feedback).filter(({ id }) => id.startsWith('packet-of-a-test'))
  expect(came.map(({ text }) => text)).toEqual(['The card says so on page 2.', 'The split is not by time'])
  expect(desk().ballots[reviewer]).toBe(undefined)
})

test('[DSC1] in discreet mode neither words nor labels of a packet are in the page, and it can be taken all the same', async () => {
  const { filled, desk } = show(true)
  await open(fileOf(filled()))
  const dialog = await screen.findByRole('dialog', { name: 'Packet from Hana Novák' })
  expect(within(dialog).getAllByText('covered')).toHaveLength(3)
  for (const words of ['split', 'baseline', 'card says', 'Issue', 'Praise']) expect(dialog.textContent).not.toContain(words)
  await userEvent.click(within(dialog).getByRole('button', { name: 'Take 3 feedback items and ballot' }))
  await waitFor(() => expect(Object.keys(desk().feedback)).toHaveLength(3))
})

test('[PKT4] a file that is no packet is told by its name, and opens nothing', async () => {
  const { desk } = show()
  await open('<script>window.hit = 1</script>')
  await screen.findByText(/“from hana.html” is no reviewer packet of Review Room. Nothing was changed./)
  expect(screen.queryByRole('dialog')).toBe(null)
  expect(desk().feedback).toEqual({})
})

test('[PKT1] without a reviewer there is nobody to send a packet to', async () => {
  const { act } = show(false, plainReview('r'))
  await screen.findByText('No reviewers yet')
  expect(screen.queryByRole('button', { name: 'Reviewer packet' })).toBe(null)
  act('addPerson', { name: 'Hana', roles: ['reviewer'] })
  await userEvent.click(await screen.findByRole('button', { name: 'Reviewer packet' }))
  await screen.findByRole('menuitem', { name: 'For Hana' })
})
