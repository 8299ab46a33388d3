import { montrerDispositif } from '#db/queries/agents.ts'
import { lireAujourdhui } from '#db/queries/aujourdhui.ts'
import { activerChamp, lireNomenclature, lireNomenclatureDuPoste, modifierModalite } from '#db/queries/nomenclature.ts'
import { enregistrerPartenaire, listerPartenaires } from '#db/queries/partenaires.ts'
import { enregistrerPoste, listerPostes, supprimerPoste } from '#db/queries/postes.ts'
import { changerDispositif, choisirDispositifs } from '#db/queries/dispositifs.ts'
import { ecrireReglages, lireReglages } from '#db/queries/reglages.ts'
import type { HandlersDe } from '../context.ts'

export const aujourdhui: HandlersDe<'aujourdhui'> = {
  lire: ({ jour }, { db }) => lireAujourdhui(db(), jour),
}

export const partenaires: HandlersDe<'partenaires'> = {
  lister: ({ texte }, { db }) => listerPartenaires(db(), texte),
  enregistrer: async (partenaire, { db }) =>
    enregistrerPartenaire(db(), await lireNomenclatureDuPoste(db()), partenaire),
}

export const nomenclature: HandlersDe<'nomenclature'> = {
  lire: ({ dispositif }, { db }) => lireNomenclature(db(), dispositif),
  modifier: (modalite, { db }) => modifierModalite(db(), modalite),
  activerChamp: (champ, { db }) => activerChamp(db(), champ),
}

export const reglages: HandlersDe<'reglages'> = {
  lire: (_, { db }) => lireReglages(db()),
  ecrire: (nouveaux, { db }) => ecrireReglages(db(), nouveaux),
  choisirDispositifs: ({ dispositifs }, { db }) => choisirDispositifs(db(), dispositifs),
  changerDispositif: ({ dispositif }, { db, agent }) => {
    const { id } = agent()
    return id === null ? changerDispositif(db(), dispositif) : montrerDispositif(db(), id, dispositif)
  },
  postes: (_, { db }) => listerPostes(db()),
  enregistrerPoste: (poste, { db }) => enregistrerPoste(db(), poste),
  supprimerPoste: ({ id }, { db }) => supprimerPoste(db(), id),
}
