import '../ui/no-evaluation'
import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import { Wall } from './wall'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(<Wall />)
