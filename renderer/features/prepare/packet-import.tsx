import { useMemo, useState } from 'react'
import type { Packet } from '../../../shared/packet/packet'
import { packetInput, planPacket } from '../../../shared/packet/packet-plan'
import type { PacketInput } from '../../../shared/packet/packet-verb'
import { useReview, useSession } from '../../storage/use-review'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Refused } from '../../ui/field'
import { useToast } from '../../ui/toast'
import { PacketPreview } from './packet-preview'

interface PacketImportProps {
  readonly packet: Packet
  readonly fileName: string
  readonly onClose: () => void
}

/** PKT5: shows what a packet would bring before it brings anything; then all of it is one step. */
export function PacketImport({ packet, fileName, onClose }: PacketImportProps) {
  const session = useSession()
  const toast = useToast()
  const record = useReview((snapshot) => snapshot.record)
  const desk = useReview((snapshot) => snapshot.desk)
  const plan = useMemo(() => planPacket(packet, { record, desk }), [packet, record, desk])
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [error, setError] = useState('')
  const tick = (key: string, isTicked: boolean): void =>
    setLeftOut((before) => new Set(isTicked ? [...before].filter((other) => other !== key) : [...before, key]))
  const input = plan.ok ? packetInput(plan.value, leftOut) : null
  const sum = input ? inputWords(input) : ''
  const undo = () => {
    const done = session.undo()
    toast({ message: done.ok ? `Undone: ${done.value.label}` : done.error.message })
  }
  const take = (): void => {
    if (!input || !plan.ok) return
    const done = session.actFor(plan.value.personId, 'importPacket', input)
    if (!done.ok) return setError(done.error.message)
    toast({ message: `From ${plan.value.name}: ${sum}.`, action: { label: 'Undo', onPress: undo } })
    onClose()
  }
  return (
    <Dialog
      title={`Packet from ${plan.ok ? plan.value.name : packet.reviewer.name}`}
      isOpen
      onClose={onClose}
      width="wide"
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" icon="check" isDisabled={sum === ''} onPress={take}>
            {sum === '' ? 'Nothing to take' : `Take ${sum}`}
          </Button>
        </>
      }
    >
      {plan.ok ? (
        <PacketPreview
          plan={plan.value}
          preparation={packet.answers.preparation}
          materials={record.materials}
          leftOut={leftOut}
          onTick={tick}
        />
      ) : (
        <Refused>{`“${fileName}” ${plan.error}`}</Refused>
      )}
      {error && <Refused>{error}</Refused>}
    </Dialog>
  )
}

/** `2 feedback items, preparation and ballot`; '' for nothing. */
function inputWords({ feedback, preparation, ballot }: PacketInput): string {
  const parts = [
    ...(feedback.length > 0 ? [`${feedback.length} feedback ${feedback.length === 1 ? 'item' : 'items'}`] : []),
    ...(preparation ? ['preparation'] : []),
    ...(ballot ? ['ballot'] : []),
  ]
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
