import { nodeConfig } from './vite.node.ts'

export default nodeConfig('verify', { main: 'electron/verify/main.ts' }, [])
