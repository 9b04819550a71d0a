import { nodeConfig } from './vite.node.ts'

export default nodeConfig('desktop', {
  main: 'electron/desktop/main.ts',
  worker: 'electron/host/jobs/worker.ts',
  courier: 'electron/host/jobs/courier.ts',
})
