import { Button } from '../../ui/button'
import styles from './welcome.module.css'

const places = [
  { name: 'Prepare', words: 'Agenda with times, people and their roles, materials, what shall be decided.' },
  {
    name: 'Run',
    words: 'One clock, minutes, questions and feedback of both sides; a second screen shows everybody the current item.',
  },
  { name: 'Follow up', words: 'The decision with its conditions, and an owner and a date for every action.' },
  { name: 'Archive', words: 'One bundle for the shared drive that reads in any browser, years later, without this program.' },
] as const

export interface WelcomeProps {
  readonly onNew: () => void
  readonly onSample: () => void
}

/** What the library says while it is empty: what a review is here, and the ways to begin. */
export function Welcome({ onNew, onSample }: WelcomeProps) {
  return (
    <section className={styles['welcome']} aria-labelledby="welcome">
      <h2 id="welcome">No review yet</h2>
      <p className={styles['lead']}>
        Review Room runs a review meeting from the first preparation to the archive, on this computer, without a network. Begin
        from a template, look around in a sample, or drop a bundle that somebody saved anywhere on this page.
      </p>
      <div className={styles['acts']}>
        <Button size="large" look="primary" icon="add" onPress={onNew}>
          New review
        </Button>
        <Button size="large" icon="play" onPress={onSample}>
          Try the sample review
        </Button>
      </div>
      <ol className={styles['places']}>
        {places.map(({ name, words }) => (
          <li key={name}>
            <h3>{name}</h3>
            <p>{words}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
