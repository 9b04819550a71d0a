import { nodeConfig } from './vite.node.ts'

export default nodeConfig('desktop', { main: 'electron/desktop/main.ts', worker: 'electron/host/jobs/worker.ts' })
