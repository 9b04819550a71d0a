import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { HostEvent } from '../../shared/host-contract'
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels'

// DSK3: all that the page gets of the desktop: two functions, nothing of Electron itself.
contextBridge.exposeInMainWorld(
  'reviewRoom',
  Object.freeze({
    call: (name: string, request: unknown): Promise<unknown> => ipcRenderer.invoke(CALL_CHANNEL, name, request),
    onEvent(listener: (event: HostEvent) => void): () => void {
      const forward = (_event: IpcRendererEvent, message: HostEvent): void => listener(message)
      ipcRenderer.on(EVENT_CHANNEL, forward)
      return () => void ipcRenderer.off(EVENT_CHANNEL, forward)
    },
  }),
)
