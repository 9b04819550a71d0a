import '../ui/base.css'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { Wall } from './wall'

// The page's policy allows no evaluated code.
z.config({ jitless: true })

const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(<Wall />)
