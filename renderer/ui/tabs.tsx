import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import styles from './tabs.module.css'

export interface TabEntry<Key extends string> {
  readonly key: Key
  readonly label: string
  /** A number or word beside the label. */
  readonly note?: string
}

export interface TabsProps<Key extends string> {
  readonly label: string
  readonly tabs: readonly TabEntry<Key>[]
  readonly value: Key
  readonly onChange: (key: Key) => void
  /** The panel of the chosen tab. */
  readonly children: ReactNode
}

/** A row of tabs over one panel that fills what is left. */
export function Tabs<Key extends string>({ label, tabs, value, onChange, children }: TabsProps<Key>) {
  return (
    <AriaTabs
      className={styles['tabs'] ?? ''}
      selectedKey={value}
      onSelectionChange={(key) => onChange(key as Key)}
      keyboardActivation="manual"
    >
      <TabList className={styles['list'] ?? ''} aria-label={label} items={tabs.map((tab) => ({ ...tab, id: tab.key }))}>
        {(tab) => (
          <Tab className={styles['tab'] ?? ''}>
            {tab.label}
            {tab.note !== undefined && <span className={styles['note']}>{tab.note}</span>}
          </Tab>
        )}
      </TabList>
      <TabPanel key={value} id={value} className={styles['panel'] ?? ''}>
        {children}
      </TabPanel>
    </AriaTabs>
  )
}
