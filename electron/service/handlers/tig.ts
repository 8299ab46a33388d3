import { lireNomenclatureDuPoste } from '#db/queries/nomenclature.ts'
import { enregistrerAccueil, noterAttestation } from '#db/queries/tig/accueils.ts'
import { exigerAccueils } from '#db/queries/tig/exiger.ts'
import { noterIncident, noterJournee } from '#db/queries/tig/journees.ts'
import { lireAccueil, listerAccueils } from '#db/queries/tig/lire-accueils.ts'
import { enregistrerPosteTravail, listerPostesTravail } from '#db/queries/tig/postes-travail.ts'
import { marquerRetire } from '#db/queries/tig/retirer.ts'
import { ecrireAttestation } from '../attestation/ecrire.ts'
import type { Context, HandlersDe } from '../context.ts'

export const tig: HandlersDe<'tig'> = {
  postes: async ({ jour }, ctx) => listerPostesTravail(ctx.db(), await nomenclatureDe(ctx), jour),
  enregistrerPoste: async (poste, ctx) =>
    enregistrerPosteTravail(ctx.db(), await nomenclatureDe(ctx), poste, ctx.maintenant()),
  lister: async (demande, ctx) => {
    await nomenclatureDe(ctx)
    return listerAccueils(ctx.db(), demande)
  },
  lire: async ({ suiviId, jour }, ctx) => {
    await nomenclatureDe(ctx)
    return lireAccueil(ctx.db(), suiviId, jour)
  },
  enregistrer: async (accueil, ctx) =>
    enregistrerAccueil(ctx.db(), await nomenclatureDe(ctx), accueil, ctx.maintenant()),
  noterJournee: async (journee, ctx) => noterJournee(ctx.db(), await nomenclatureDe(ctx), journee, ctx.maintenant()),
  noterIncident: async (incident, ctx) =>
    noterIncident(ctx.db(), await nomenclatureDe(ctx), incident, ctx.maintenant()),
  retirer: async (chose, ctx) =>
    marquerRetire(ctx.db(), await nomenclatureDe(ctx), chose, ctx.maintenant().toISOString()),
  retablir: async (chose, ctx) => marquerRetire(ctx.db(), await nomenclatureDe(ctx), chose, null),
  ecrireAttestation: (demande, ctx) => ecrireAttestation(demande, ctx),
  noterAttestation: async (remise, ctx) =>
    noterAttestation(ctx.db(), await nomenclatureDe(ctx), remise, ctx.maintenant()),
}

/** Of the dispositif shown, which must be one that receives people for work. */
const nomenclatureDe = async ({ db }: Context) => {
  const nomenclature = await lireNomenclatureDuPoste(db())
  exigerAccueils(nomenclature)
  return nomenclature
}
