import { lireNomenclatureDuPoste } from '#db/queries/nomenclature.ts'
import {
  declarerNecessite,
  enregistrerMesure,
  enregistrerStatutPenal,
  lireNecessite,
} from '#db/queries/parcours/cadre-penal.ts'
import { listerComites, noterComite } from '#db/queries/parcours/comites.ts'
import { noterConsentement } from '#db/queries/parcours/consentements.ts'
import { enregistrerContrat } from '#db/queries/parcours/contrats.ts'
import { enregistrerDemarche, noterStatutDemarche } from '#db/queries/parcours/demarches.ts'
import { enregistrerEtablissement, listerEtablissements } from '#db/queries/parcours/etablissements.ts'
import { ouvrirParcours } from '#db/queries/parcours/ouvrir.ts'
import { lireParcours, listerEcheancesLegales, listerSorties } from '#db/queries/parcours/parcours.ts'
import { enregistrerPassage } from '#db/queries/parcours/passages.ts'
import { enregistrerRattachement } from '#db/queries/parcours/rattachement.ts'
import { noterRepere } from '#db/queries/parcours/reperes.ts'
import { corrigerSituation, enregistrerSituation } from '#db/queries/parcours/situations.ts'
import { marquerSupprime } from '#db/queries/parcours/supprimer.ts'
import { dispositifCourant } from '#db/queries/dispositifs.ts'
import type { HandlersDe } from '../context.ts'

export const parcours: HandlersDe<'parcours'> = {
  ouvrir: async (reperage, { db, maintenant }) =>
    ouvrirParcours(db(), await lireNomenclatureDuPoste(db()), reperage, maintenant()),
  lire: async ({ suiviId, jour }, { db }) => lireParcours(db(), await lireNomenclatureDuPoste(db()), suiviId, jour),
  sorties: async ({ jour }, { db }) => listerSorties(db(), await lireNomenclatureDuPoste(db()), jour),
  echeancesLegales: async (periode, { db }) =>
    listerEcheancesLegales(db(), await lireNomenclatureDuPoste(db()), periode),
  noterRepere: async (repere, { db, maintenant }) =>
    noterRepere(db(), await lireNomenclatureDuPoste(db()), repere, maintenant()),
  noterConsentement: async (consentement, { db, maintenant }) =>
    noterConsentement(db(), await lireNomenclatureDuPoste(db()), consentement, maintenant()),
  enregistrerStatutPenal: async (statut, { db, maintenant }) =>
    enregistrerStatutPenal(db(), await lireNomenclatureDuPoste(db()), statut, maintenant()),
  enregistrerMesure: async (mesure, { db, maintenant }) =>
    enregistrerMesure(db(), await lireNomenclatureDuPoste(db()), mesure, maintenant()),
  enregistrerPassage: async (passage, { db, maintenant }) =>
    enregistrerPassage(db(), await lireNomenclatureDuPoste(db()), passage, maintenant()),
  enregistrerSituation: async (situation, { db, maintenant }) =>
    enregistrerSituation(db(), await lireNomenclatureDuPoste(db()), situation, maintenant()),
  corrigerSituation: async (correction, { db, maintenant }) =>
    corrigerSituation(db(), await lireNomenclatureDuPoste(db()), correction, maintenant()),
  enregistrerDemarche: async (demarche, { db, maintenant }) =>
    enregistrerDemarche(db(), await lireNomenclatureDuPoste(db()), demarche, maintenant()),
  noterStatutDemarche: async (changement, { db, maintenant }) =>
    noterStatutDemarche(db(), await lireNomenclatureDuPoste(db()), changement, maintenant()),
  enregistrerRattachement: async (rattachement, { db, maintenant }) =>
    enregistrerRattachement(db(), await lireNomenclatureDuPoste(db()), rattachement, maintenant()),
  enregistrerContrat: async (contrat, { db, maintenant }) =>
    enregistrerContrat(db(), await lireNomenclatureDuPoste(db()), contrat, maintenant()),
  comites: async (_, { db }) => listerComites(db(), await dispositifCourant(db())),
  noterComite: async (comite, { db, maintenant }) =>
    noterComite(db(), await lireNomenclatureDuPoste(db()), comite, maintenant()),
  retirer: async (chose, { db, maintenant }) =>
    marquerSupprime(db(), await lireNomenclatureDuPoste(db()), chose, maintenant().toISOString()),
  retablir: async (chose, { db }) => marquerSupprime(db(), await lireNomenclatureDuPoste(db()), chose, null),
  lireNecessite: async (_, { db }) => lireNecessite(db(), await dispositifCourant(db())),
  declarerNecessite: async ({ necessite }, { db }) =>
    declarerNecessite(db(), await lireNomenclatureDuPoste(db()), necessite),
}

export const etablissements: HandlersDe<'etablissements'> = {
  lister: (_, { db }) => listerEtablissements(db()),
  enregistrer: (etablissement, { db }) => enregistrerEtablissement(db(), etablissement),
}
