import '../ui/no-evaluation'
import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import { connectHost } from '../host'
import { folderDatabase } from '../storage/folder-database'
import { libraryStore } from '../storage/library'
import { openStorage } from '../storage/review-storage'
import { shellRequestStore } from '../storage/shell-requests'
import { deliveryStore } from '../storage/use-deliveries'
import { deviceStore } from '../storage/use-device'
import { refuseDrops } from '../ui/refuse-drops'
import { App } from './app'
import { comeBack } from './come-back'

refuseDrops()
const host = connectHost()
// Before the first call: what the shell has to say comes with its answer.
const requests = shellRequestStore(host)
const storage = await openStorage(host, { name: await folderDatabase(host) })
const device = deviceStore(host)
await comeBack(host)
// DSC1: what is to be covered is known before anything is painted.
await device.isRead
const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(
  <App
    host={host}
    storage={{ storage, library: libraryStore(storage) }}
    device={device}
    deliveries={deliveryStore(host)}
    requests={requests}
  />,
)
