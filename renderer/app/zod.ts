import { z } from 'zod'

// The page's CSP forbids `eval`; this must run before any schema is used.
z.config({ jitless: true })
