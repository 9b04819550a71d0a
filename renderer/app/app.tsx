import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Host } from '../host'
import { DeliveriesProvider, type DeliveryStore } from '../storage/use-deliveries'
import { type DeviceStore, DeviceProvider } from '../storage/use-device'
import { type ShellRequestStore, ShellRequestsProvider } from '../storage/shell-requests'
import { HostProvider } from '../storage/use-host'
import { type Storage, StorageProvider } from '../storage/use-storage'
import { ToastProvider } from '../ui/toast'
import { LibraryPage } from '../features/library/library-page'
import { useLastRun } from './come-back'
import { ConnectionBadge } from './connection-badge'
import { DiscreetKey } from './discreet-mode'
import { ErrorBoundary } from './error-boundary'
import { KeyMap } from './key-map'
import { Palette } from './palette'
import { OpenReviewPage } from './open-review-page'
import { goTo, useRoute } from './routes'
import { useMenu } from './use-menu'

export interface AppProps {
  readonly host: Host
  readonly storage: Storage
  readonly device: DeviceStore
  readonly deliveries: DeliveryStore
  /** What the desktop asks for: menu entries, bundles. */
  readonly requests: ShellRequestStore
}

/** The control page. */
export function App({ host, storage, device, deliveries, requests }: AppProps) {
  const route = useRoute()
  const { theme } = useStore(device)
  useMenu(requests, route.page)
  useLastRun(device, route)
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }, [theme])
  return (
    <HostProvider value={host}>
      <StorageProvider value={storage}>
        <DeviceProvider value={device}>
          <DeliveriesProvider value={deliveries}>
            <ShellRequestsProvider value={requests}>
              <ToastProvider>
                <ErrorBoundary>
                  {route.page === 'library' ? (
                    <LibraryPage onOpen={(reviewId, place) => goTo({ page: 'review', reviewId, place })} />
                  ) : (
                    <OpenReviewPage key={route.reviewId} reviewId={route.reviewId} place={route.place} />
                  )}
                </ErrorBoundary>
                <ConnectionBadge />
                <DiscreetKey />
                <KeyMap />
                <Palette />
              </ToastProvider>
            </ShellRequestsProvider>
          </DeliveriesProvider>
        </DeviceProvider>
      </StorageProvider>
    </HostProvider>
  )
}
