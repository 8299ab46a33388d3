import '#app/zod.ts'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import '#ui/global.css'
import dayjs from 'dayjs'
import fr from 'dayjs/locale/fr'
import { createRoot } from 'react-dom/client'
import { App } from '#app/App.tsx'

dayjs.locale(fr)

const racine = document.querySelector('#racine')
if (racine !== null) createRoot(racine).render(<App />)
