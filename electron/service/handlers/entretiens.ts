import { listerASaisir } from '#db/queries/a-saisir.ts'
import { enregistrerBrouillon, lireBrouillon, listerBrouillons, supprimerBrouillon } from '#db/queries/brouillons.ts'
import { retablirEntretien, supprimerEntretien } from '#db/queries/entretiens.ts'
import { lireFrequences } from '#db/queries/frequences.ts'
import { lireEntretien } from '#db/queries/lire-entretiens.ts'
import { listerEntretiens } from '#db/queries/lister-entretiens.ts'
import { lireNomenclatureDuPoste } from '#db/queries/nomenclature.ts'
import { compterAnonyme, defautsEntretien, enregistrerEtRelire } from '#db/queries/noter-entretien.ts'
import { noterSuite } from '#db/queries/orientations.ts'
import { examinerRafale } from '#db/queries/rafale.ts'
import { entretienSuivi } from '#shared/domaine/fusion-modalites.ts'
import type { HandlersDe } from '../context.ts'

export const entretiens: HandlersDe<'entretiens'> = {
  lister: async (filtre, { db }) => listerEntretiens(db(), await lireNomenclatureDuPoste(db()), filtre),
  lire: ({ id }, { db }) => lireEntretien(db(), id),
  enregistrer: async (entretien, { db, maintenant }) => {
    const nomenclature = await lireNomenclatureDuPoste(db())
    return enregistrerEtRelire(db(), nomenclature, entretienSuivi(nomenclature, entretien), maintenant())
  },
  supprimer: ({ id }, { db, maintenant }) => supprimerEntretien(db(), id, maintenant()),
  retablir: ({ id }, { db }) => retablirEntretien(db(), id),
  compterAnonyme: async ({ id }, { db, maintenant }) =>
    compterAnonyme(db(), await lireNomenclatureDuPoste(db()), id, maintenant()),
  defauts: async (_, { db }) => defautsEntretien(db(), await lireNomenclatureDuPoste(db())),
  frequences: async (_, { db }) => lireFrequences(db(), await lireNomenclatureDuPoste(db())),
  aSaisir: ({ jour }, { db }) => listerASaisir(db(), jour),
  noterSuite: (suite, { db, maintenant }) => noterSuite(db(), suite, maintenant()),
}

export const brouillons: HandlersDe<'brouillons'> = {
  lister: (_, { db }) => listerBrouillons(db()),
  lire: ({ id }, { db }) => lireBrouillon(db(), id),
  enregistrer: (brouillon, { db, maintenant }) => enregistrerBrouillon(db(), brouillon, maintenant()),
  supprimer: ({ id }, { db }) => supprimerBrouillon(db(), id),
}

export const rafale: HandlersDe<'rafale'> = {
  examiner: ({ lignes }, { db, maintenant }) => examinerRafale(db(), lignes, maintenant()),
}
