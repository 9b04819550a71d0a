import { useLine } from '../../storage/use-line'
import { Button } from '../../ui/button'
import { jumpTo } from '../../ui/jump'
import { lineEntry } from '../../ui/menu'
import { useJump } from './jump'

/** LIN1: the way to a decision's line in the minutes; not in the walk, which lies over them. */
export function LineButton({ decisionId }: { readonly decisionId: string }) {
  const goToLine = useLine('decision', decisionId)
  const isOnPage = useJump() === jumpTo
  if (goToLine === null || !isOnPage) return null
  return (
    <Button size="small" look="quiet" icon={lineEntry.icon} onPress={goToLine}>
      {lineEntry.label}
    </Button>
  )
}
