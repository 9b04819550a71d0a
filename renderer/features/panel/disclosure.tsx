import { Button as AriaButton } from 'react-aria-components'
import { Icon } from '../../ui/icon'
import styles from './panel.module.css'

interface DisclosureProps {
  readonly isOpen: boolean
  readonly children: string
  readonly onPress: () => void
}

/** A name that opens what lies under it. */
export function Disclosure({ isOpen, children, onPress }: DisclosureProps) {
  return (
    <AriaButton className={styles['disclosure'] ?? ''} aria-expanded={isOpen} onPress={onPress}>
      <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
      <bdi>{children}</bdi>
    </AriaButton>
  )
}
