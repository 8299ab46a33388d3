import type { Db } from '#db/connection.ts'
import { lireNomenclatureDuPoste } from '#db/queries/nomenclature.ts'
import { listerPartenaires } from '#db/queries/partenaires.ts'
import { listerEtablissements } from '#db/queries/parcours/etablissements.ts'
import { lireFaits } from '#db/queries/parcours/lire-faits.ts'
import { exigerParcours } from '#db/queries/parcours/suivi.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import type { Evenement } from '#shared/domaine/agenda/evenement.ts'
import { sortieDe } from '#shared/domaine/parcours/sorties.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { DemandeAgenda } from '#shared/ipc/contract/agenda.ts'
import type { DemandeGuide, DemandeListe } from '#shared/ipc/contract/impressions.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { type FaconAgenda, listeAgenda, titreAgenda } from './agenda.ts'
import { documentPapier } from './document.ts'
import { guideDuSortant } from './guide-du-sortant.ts'
import { listeDetention } from './liste-detention.ts'

/** A paper ready to print: its HTML, and the name of its file, which holds nobody's name. */
export type Papier = { readonly nom: string; readonly html: string }

/** The sheet of the releases asked, in the order asked. One that is no longer to come is `introuvable`. */
export const preparerListe = async (db: Db, { jour, suivis, designation }: DemandeListe): Promise<Papier> => {
  const nomenclature = await lireNomenclatureDuPoste(db)
  exigerParcours(nomenclature)
  const lus = await lireFaits(db, nomenclature, [...new Set(suivis)])
  const fiches = lus.flatMap((faits) => {
    const sortie = sortieDe(nomenclature, faits, jour)
    return sortie === undefined ? [] : { sortie, faits }
  })
  if (fiches.length < new Set(suivis).size) throw new ErreurMetier('introuvable')
  const corps = listeDetention(nomenclature, await listerEtablissements(db), fiches, designation)
  const html = documentPapier({ titre: 'Préparer la sortie', pied: await piedDe(db, jour), corps })
  return { nom: `liste-preparation-${jour}.pdf`, html }
}

/** The guide from the directory, for one suivi or in general. */
export const preparerGuide = async (
  db: Db,
  { jour, suiviId, interlocuteurs, notes }: DemandeGuide,
): Promise<Papier> => {
  const nomenclature = await lireNomenclatureDuPoste(db)
  exigerParcours(nomenclature)
  const [faits] = suiviId === null ? [null] : await lireFaits(db, nomenclature, [suiviId])
  if (faits === undefined) throw new ErreurMetier('introuvable')
  const partenaires = await listerPartenaires(db, '')
  const corps = guideDuSortant({ nomenclature, partenaires, faits, interlocuteurs, notes })
  const html = documentPapier({ titre: 'Votre guide pour la sortie', pied: await piedDe(db, jour), corps })
  return { nom: faits === null ? 'guide-du-sortant.pdf' : `guide-du-sortant-suivi-${faits.suivi.numero}.pdf`, html }
}

/** The list of a day or of a week. */
export const preparerAgenda = async (
  db: Db,
  { du, au, jour }: DemandeAgenda,
  evenements: readonly Evenement[],
  facon: FaconAgenda,
): Promise<Papier> => {
  const corps = listeAgenda(await lireNomenclatureDuPoste(db), evenements, { du, au }, facon)
  const html = documentPapier({ titre: titreAgenda({ du, au }), pied: await piedDe(db, jour), corps })
  return { nom: `${du === au ? 'journee' : 'semaine'}-${du}${facon === 'avec-noms' ? '-avec-noms' : ''}.pdf`, html }
}

const piedDe = async (db: Db, jour: string): Promise<string> => {
  const { nom, demonstration } = await lireReglages(db)
  const pied = [nom, `le ${dateFrancaise(jour)}`].filter((t) => t !== '').join(', ')
  return demonstration ? `Données inventées – ${pied}` : pied
}
