import { act as settle, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { LineButton } from '../../../renderer/features/follow-up/line-button'
import { ReviewProvider } from '../../../renderer/storage/use-review'
import { useKeys } from '../../../renderer/ui/use-keys'
import { minutesFragment } from '../../../shared/minutes/fragments'
import { plainReview } from '../helpers/open-session'
import { plainSession } from '../helpers/plain-session'

function lineOf(kind: string, id: string): Y.XmlElement {
  const line = new Y.XmlElement('recordLine')
  line.setAttribute('kind', kind)
  line.setAttribute('id', id)
  return line
}

function Place({ onRun }: { readonly onRun: () => void }) {
  useKeys({ goRun: onRun })
  return null
}

// jsdom lays nothing out.
Element.prototype.scrollIntoView = () => undefined

test('[LIN1] the way to the minutes is offered while the record has a line there, wherever that stands, and leads to it', async () => {
  const { session } = plainSession(plainReview('r'))
  const { minutes } = session.docs
  let runs = 0
  render(
    <ReviewProvider value={session}>
      <Place onRun={() => runs++} />
      <LineButton decisionId="d1" />
      <p data-jump="line-decision-d1" tabIndex={-1}>
        the line
      </p>
    </ReviewProvider>,
  )
  const button = () => screen.queryByRole('button', { name: 'In the minutes' })
  expect(button()).toBe(null)
  const fragment = minutesFragment(minutes, 'item-1')
  settle(() => fragment.insert(0, [lineOf('action', 'd1')]))
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(button()).toBe(null)
  settle(() => fragment.insert(0, [lineOf('decision', 'd1')]))
  await userEvent.click(await screen.findByRole('button', { name: 'In the minutes' }))
  expect(runs).toBe(1)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByText('the line')))
  settle(() => fragment.delete(0, 1))
  await waitFor(() => expect(button()).toBe(null))
})
