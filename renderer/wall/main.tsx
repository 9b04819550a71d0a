import '../ui/no-evaluation'
import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import { refuseDrops } from '../ui/refuse-drops'
import { Wall } from './wall'

refuseDrops()
const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(<Wall />)
