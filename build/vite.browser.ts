import { nodeConfig } from './vite.node.ts'

export default nodeConfig('browser', {
  main: 'electron/browser/main.ts',
  worker: 'electron/host/jobs/worker.ts',
  courier: 'electron/host/jobs/courier.ts',
})
