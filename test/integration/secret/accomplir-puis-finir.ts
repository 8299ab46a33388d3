import { createAtelier } from '#electron/service/secret/atelier.ts'
import { uneTache } from '../../fixtures/secret/taches.ts'

// One task, and the process ends by itself: nobody closes the atelier.
const { statut } = await createAtelier().accomplir(uneTache(1))
process.stdout.write(statut)
