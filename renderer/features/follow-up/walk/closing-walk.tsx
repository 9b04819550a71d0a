import { type ComponentType, type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import { type ClosingStep, type ClosingStepName, closingSteps, nextStepWithRest } from '../../../../shared/decision/closing-steps'
import { useReview } from '../../../storage/use-review'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { StatusText } from '../../../ui/status'
import { useClosingDesk } from '../closing-desk'
import { DecisionSection } from '../decision-section'
import { JumpProvider } from '../jump'
import { ActionsStep } from './actions-step'
import { focusFirst } from './focus'
import { LessonsStep, NextStep } from './line-steps'
import { ReadBackStep, type ReadBackStepProps } from './read-back-step'
import { AgendaStep, ExitStep, ParkingStep } from './row-steps'
import styles from './walk.module.css'

export interface ClosingWalkProps extends Omit<ReadBackStepProps, 'onStep' | 'isLeft'> {
  /** The time that goes on meanwhile. */
  readonly clock: ReactNode
}

const titles: Readonly<Record<ClosingStepName, string>> = {
  decision: 'Decision',
  actions: 'Actions',
  parking: 'Parking lot',
  agenda: 'Not discussed',
  exit: 'Exit criteria',
  lessons: 'Lessons',
  next: 'Next date',
  'read-back': 'Read-back',
}

const panes: Readonly<Record<Exclude<ClosingStepName, 'read-back'>, ComponentType>> = {
  decision: DecisionSection,
  actions: ActionsStep,
  parking: ParkingStep,
  agenda: AgendaStep,
  exit: ExitStep,
  lessons: LessonsStep,
  next: NextStep,
}

/** CLO6: the end of a meeting, step by step: each says what is left in it, Escape leaves at any, and it comes back where it was. */
export function ClosingWalk(props: ClosingWalkProps) {
  const desk = useClosingDesk()
  return (
    <Dialog title="Closing" width="sheet" isOpen={desk.isOpen} onClose={desk.leave} tools={props.clock}>
      <Walk {...props} />
    </Dialog>
  )
}

function Walk({ clock: _clock, ...readBack }: ClosingWalkProps) {
  const record = useReview((snapshot) => snapshot.record)
  const desk = useClosingDesk()
  const place = useRef<HTMLDivElement>(null)
  const steps = closingSteps(record)
  const step = desk.step ?? steps.find(({ left }) => left.length > 0)?.name ?? 'read-back'
  const next = nextStepWithRest(steps, step)
  const onward = next ?? 'read-back'
  const isClosed = record.review['review']?.status === 'closed'
  const { open } = desk
  const here = steps.find(({ name }) => name === step)
  // One thing at a time is the next to do: what is left here, then what goes on.
  const isDone = here === undefined || here.left.length === 0 || here.need === 'optional'
  // CLO8: something that closing asks for is left elsewhere.
  const isLeft = next !== null && steps.find(({ name }) => name === next)?.need !== 'optional' && !isClosed
  const go = (to: ClosingStepName) => open(to)
  // The first time it is opened it begins with what is left, and stays there when that is done.
  useEffect(() => {
    if (desk.step === null) open(step)
  }, [desk.step, open, step])
  useLayoutEffect(() => {
    if (place.current) focusFirst(place.current)
  }, [step])
  // What had the focus may be gone with what was done: the keyboard goes to what is to be done now.
  useLayoutEffect(() => {
    const active = document.activeElement
    if (place.current && (active === null || active === document.body)) focusFirst(place.current)
  }, [record])

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const { key, target, ctrlKey, metaKey, altKey } = event
    if (altKey || !(target instanceof Element) || !event.currentTarget.contains(target)) return
    if (key === 'Enter' && (ctrlKey || metaKey) && !target.closest('[data-own-enter]')) go(onward)
    else if (key.toLowerCase() === 'n' && !ctrlKey && !metaKey && !target.closest(TEXT)) go(onward)
    else return
    event.preventDefault()
  }
  function onKeyDownCapture(event: KeyboardEvent<HTMLDivElement>): void {
    const { key, target, currentTarget } = event
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return
    // What a choice or button would take for a press means going on here.
    if (key === 'Enter' && (event.ctrlKey || event.metaKey) && target.matches('button, [role="radio"]')) {
      event.preventDefault()
      event.stopPropagation()
      return go(onward)
    }
    // What was typed is stored before Escape takes the field away.
    if (key === 'Escape') target.blur()
    // Enter moves the keyboard on; the rest of the stroke must not press what it comes to.
    if (key === 'Enter' && target instanceof HTMLInputElement && !event.nativeEvent.isComposing) event.preventDefault()
  }

  const Pane = step === 'read-back' ? null : panes[step]
  return (
    <JumpProvider value={() => go('actions')}>
      <div className={styles['walk']} onKeyDown={onKeyDown} onKeyDownCapture={onKeyDownCapture}>
        <nav aria-label="Steps of closing" className={styles['steps']}>
          <ol>
            {steps.map((each, at) => (
              <li key={each.name}>
                <button
                  type="button"
                  className={styles['step']}
                  {...(each.name === step ? { 'aria-current': 'step' as const } : {})}
                  onClick={() => go(each.name)}
                >
                  <span className={styles['number']} data-figures="">
                    {at + 1}
                  </span>
                  <span>{titles[each.name]}</span>
                  <Sign step={each} />
                </button>
              </li>
            ))}
          </ol>
          <p className={styles['quiet']}>
            Esc leaves
            {isClosed ? (
              '.'
            ) : (
              <>
                , <kbd>Z</kbd> <kbd>C</kbd> comes back to this step.
              </>
            )}
          </p>
        </nav>
        <div ref={place} data-walk="" className={styles['pane']}>
          <section className={styles['content']} {...(step === 'decision' ? {} : { 'aria-label': titles[step] })}>
            {step !== 'decision' && <h3>{titles[step]}</h3>}
            {Pane ? <Pane /> : <ReadBackStep {...readBack} isLeft={isLeft} onStep={go} />}
          </section>
          {(step !== 'read-back' || next !== null) && (
            <footer className={styles['foot']}>
              <Button
                key={step}
                look={(step === 'read-back' ? isLeft : isDone) ? 'primary' : 'plain'}
                size="large"
                icon={step === 'read-back' ? 'left' : 'right'}
                data-go-on=""
                onPress={() => go(onward)}
              >
                {`${step === 'read-back' ? 'Back to' : 'Go on:'} ${titles[onward].toLowerCase()}`}
                <kbd>N</kbd>
              </Button>
            </footer>
          )}
        </div>
      </div>
    </JumpProvider>
  )
}

const TEXT =
  'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable="true"], [role="spinbutton"], [role="listbox"], [role="menu"]'

/** Whether something is left: a word or a number, and a shape. */
function Sign({ step: { name, left, need } }: { readonly step: ClosingStep }) {
  if (left.length === 0)
    return (
      <StatusText tone="ok" icon="check">
        done
      </StatusText>
    )
  if (name === 'read-back') return null
  if (need === 'optional') return <StatusText>none yet</StatusText>
  return (
    <StatusText tone="warn" icon="warning">
      {`${left.length} left`}
    </StatusText>
  )
}
