import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import {
  Text,
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { Button, IconButton } from './button'
import styles from './toast.module.css'

export interface Toast {
  /** What happened: "Deleted". */
  readonly message: string
  readonly tone?: 'neutral' | 'danger'
  /** The way back: "Undo". */
  readonly action?: { readonly label: string; readonly onPress: () => void }
}

/** Shows a toast; answers the function that takes it away. */
export type ShowToast = (toast: Toast) => () => void

const ToastContext = createContext<ShowToast>(() => () => undefined)
const SettleContext = createContext<() => void>(() => undefined)
const LASTS_MS = 8_000

/** Holds the toasts of a window, at its lower left. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [queue] = useState(() => new ToastQueue<Toast>({ maxVisibleToasts: 3 }))
  // The queue shows only those in sight; what waits behind them is known here.
  const [settling] = useState(() => new Set<string>())
  const [show] = useState((): ShowToast => (toast) => {
    const options = toast.tone === 'danger' ? {} : { timeout: LASTS_MS }
    const key = queue.add(toast, { ...options, onClose: () => settling.delete(key) })
    if (!toast.action && toast.tone !== 'danger') settling.add(key)
    return () => queue.close(key)
  })
  const [settle] = useState(() => () => [...settling].forEach((key) => queue.close(key))) // DLG2
  return (
    <ToastContext value={show}>
      <SettleContext value={settle}>{children}</SettleContext>
      <ToastRegion queue={queue} className={styles['region'] ?? ''}>
        {({ toast }) => (
          <AriaToast toast={toast} className={styles['toast'] ?? ''}>
            <ToastContent className={styles['words'] ?? ''}>
              <Text slot="title">{toast.content.message}</Text>
            </ToastContent>
            {toast.content.action && (
              <Button
                size="small"
                onPress={() => {
                  toast.content.action?.onPress()
                  queue.close(toast.key)
                }}
              >
                {toast.content.action.label}
              </Button>
            )}
            <IconButton slot="close" icon="close" label="Close" size="small" />
          </AriaToast>
        )}
      </ToastRegion>
    </ToastContext>
  )
}

/** For short words about what happened and can be undone. */
export function useToast(): ShowToast {
  return useContext(ToastContext)
}

/** DLG1: once `isAsked`, what was told and asks for nothing is gone; refusals and ways back stay. */
export function useSettledToasts(isAsked: boolean): void {
  const settle = useContext(SettleContext)
  useEffect(() => {
    if (isAsked) settle() // DLG1
  }, [isAsked, settle])
}
