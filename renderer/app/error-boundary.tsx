import { Component, type ReactNode } from 'react'
import { Button } from '../ui/button'
import styles from './message-page.module.css'

interface State {
  readonly error: Error | null
}

/** Stands in for a page that failed: what happened, what is safe, what to do next. A class because React offers nothing else. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <main className={styles['page']} role="alert">
        <h1>This page stopped working</h1>
        <p>A fault in the program: {error.message || 'no details'}.</p>
        <p>Everything that was shown as saved is safe. Reloading opens it again.</p>
        <div className={styles['buttons']}>
          <Button onPress={() => location.assign('#/')}>Library</Button>
          <Button look="primary" onPress={() => location.reload()}>
            Reload
          </Button>
        </div>
      </main>
    )
  }
}
