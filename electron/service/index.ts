import { emit, serve } from '#shared/ipc/port.ts'
import type { Context } from './context.ts'
import { createSession } from './coffre/session.ts'
import { createServiceAvecEssai } from './essai/aiguiller.ts'
import { createEssai } from './essai/essai.ts'
import { lireLesAutres } from './handlers/index.ts'
import { joindrePrincipal } from './principal.ts'
import { createAtelier } from './secret/atelier.ts'

// The data service of the window: a process of its own, started by main with the folders of the coffre and of the invented one.
const [dossier, dossierEssai] = process.argv.slice(2)
if (dossier === undefined || dossierEssai === undefined) throw new Error('the service is started with two folders')
const { port, imprimer, montrer } = joindrePrincipal()
const maintenant = () => new Date()
const atelier = createAtelier()
const commun = {
  maintenant,
  sauvegardesDuJour: true,
  surSauvegarde: () => emit(port, { nom: 'sauvegarde', donnees: {} }),
  surVerrouillage: () => {
    void atelier.fermer()
    emit(port, { nom: 'verrouille', donnees: {} })
  },
}
const session = createSession({ dossier, ...commun })
const essai = createEssai({ dossier: dossierEssai, ...commun })
const progression = (etape: string, fait: number, total: number) =>
  emit(port, { nom: 'progression', donnees: { etape, fait, total } })
const surGeste: Context['surGeste'] = (geste) => emit(port, { nom: 'geste', donnees: geste })
const router = createServiceAvecEssai(
  { session, atelier, maintenant, imprimer, montrer, progression, surGeste },
  essai,
  ({ appel, erreur }) => process.stderr.write(`${appel} : ${erreur}\n`),
)
let enCours = 0
let commence = false
serve(port, async (...question) => {
  enCours += 1
  try {
    return await router(...question)
  } finally {
    enCours -= 1
    // The window has its first screen: what the others need is read while the passphrase is typed.
    if (!commence) void lireLesAutres(() => enCours === 0)
    commence = true
  }
})
