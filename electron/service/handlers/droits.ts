import { listerDemandes, noterDemande } from '#db/queries/droits/demandes.ts'
import { compterNotesPrivees, lireTiers } from '#db/queries/droits/donnees.ts'
import { ecrireNotePrivee, lireNotePrivee } from '#db/queries/droits/notes-privees.ts'
import { ecarter, leverRestriction, listerRestrictions } from '#db/queries/droits/restrictions.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { ecrireCopie } from '../droits/ecrire-copie.ts'
import { ecrireDocument } from '../droits/ecrire-document.ts'
import type { HandlersDe } from '../context.ts'

export const droits: HandlersDe<'droits'> = {
  lire: async (_, { db }) => ({
    demandes: await listerDemandes(db()),
    restrictions: await listerRestrictions(db()),
  }),
  noterDemande: (demande, { db, maintenant }) => noterDemande(db(), demande, maintenant()),
  ecarter: (demande, { db, maintenant }) => ecarter(db(), demande, maintenant()),
  lever: ({ id }, { db, maintenant }) => leverRestriction(db(), id, maintenant()),
  tiers: async ({ personneId }, { db }) => ({
    tiers: await lireTiers(db(), personneId),
    notesPrivees: await compterNotesPrivees(db(), personneId),
  }),
  exporter: async ({ phrase, ...demande }, contexte) => {
    const dossier = exiger(contexte.chemin)
    await contexte.session.verifierPhrase({ phrase })
    return { dossier, fichiers: await ecrireCopie(demande, dossier, contexte) }
  },
  ecrireDocument: async (demande, contexte) => {
    const dossier = exiger(contexte.chemin)
    return { dossier, fichiers: await ecrireDocument(demande, dossier, contexte) }
  },
}

export const notesPrivees: HandlersDe<'notesPrivees'> = {
  lire: (ou, { db, agent }) => lireNotePrivee(db(), agent().id, ou),
  ecrire: (note, { db, agent, maintenant }) => ecrireNotePrivee(db(), agent().id, note, maintenant()),
}

const exiger = (chemin: string | undefined): string => {
  if (chemin === undefined) throw new ErreurMetier('annule')
  return chemin
}
