import { z } from 'zod'

// The page's policy allows no evaluated code. A schema asks once, when it is made, whether it may: so this comes before any of them.
z.config({ jitless: true })
