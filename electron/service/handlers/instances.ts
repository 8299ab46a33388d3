import { randomUUID } from 'node:crypto'
import { adopterModele, enregistrerInstance, suivreInstances } from '#db/queries/instances/instances.ts'
import { effacerPoint, lirePoints, listerExports, noterPoint } from '#db/queries/instances/nominatif.ts'
import { retirerInstance } from '#db/queries/instances/retirer.ts'
import { enregistrerReunion } from '#db/queries/instances/reunions.ts'
import { enregistrerSignataire, listerSignataires } from '#db/queries/instances/signataires.ts'
import { peutDemander } from '#shared/domaine/acces/agent.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Context, HandlersDe } from '../context.ts'
import { ecrireConvocation, ecrireReleve, ecrireReleveNominatif } from '../instances/ecrire.ts'

export const instances: HandlersDe<'instances'> = {
  lire: ({ annee, jour }, { db }) => suivreInstances(db(), annee, jour),
  enregistrer: (instance, { db, maintenant }) => enregistrerInstance(db(), instance, maintenant()),
  adopterModele: ({ jour }, { db, maintenant }) =>
    adopterModele(db(), { jour, maintenant: maintenant(), nouvelId: randomUUID }),
  enregistrerReunion: (reunion, { db, maintenant }) => enregistrerReunion(db(), reunion, maintenant()),
  signataires: (_, { db }) => listerSignataires(db()),
  enregistrerSignataire: (signataire, { db, maintenant }) => enregistrerSignataire(db(), signataire, maintenant()),
  retirer: (chose, { db, maintenant }) => retirerInstance(db(), chose, maintenant().toISOString()),
  retablir: (chose, { db }) => retirerInstance(db(), chose, null),
  convocation: async ({ reunionId }, contexte) => {
    const dossier = exigerDossier(contexte)
    return { dossier, fichiers: await ecrireConvocation(contexte.db(), reunionId, dossier) }
  },
  releve: async ({ reunionId }, contexte) => {
    const dossier = exigerDossier(contexte)
    return { dossier, fichiers: await ecrireReleve(contexte.db(), reunionId, dossier) }
  },
  lirePoints: async ({ reunionId }, { db, agent }) => ({
    points: await lirePoints(db(), reunionId, peutDemander(agent(), 'suivi')),
    exports: await listerExports(db(), reunionId),
  }),
  // Who may not read persons does not designate one of the coffre either: her name would come back by her id.
  noterPoint: (point, { db, agent, maintenant }) => {
    if (point.personneId !== null && !peutDemander(agent(), 'suivi')) throw new ErreurMetier('droit-absent')
    return noterPoint(db(), point, maintenant())
  },
  effacerPoint: (point, { db }) => effacerPoint(db(), point),
  releveNominatif: async ({ reunionId, phrase }, contexte) => {
    const dossier = exigerDossier(contexte)
    await contexte.session.verifierPhrase({ phrase })
    const sortie = { reunionId, dossier, agent: contexte.agent(), maintenant: contexte.maintenant() }
    return { dossier, ...(await ecrireReleveNominatif(contexte.db(), sortie)) }
  },
}

const exigerDossier = ({ chemin }: Context): string => {
  if (chemin === undefined) throw new ErreurMetier('annule')
  return chemin
}
