import type { Db } from '#db/connection.ts'
import { ajouterJours } from '#shared/utils/dates.ts'
import { listerBrouillons } from './brouillons.ts'
import { echeancesJusquau } from './echeances.ts'
import { orientationsDe } from './orientations.ts'
import { lirePersonnes, nommer } from './personnes.ts'
import { estCourant } from './dispositifs.ts'

const JOURS_A_VENIR = 7
/** An answer awaited for more than a year is no longer awaited: an import of old years must not fill the screen. */
const JOURS_ATTENTE = 365
const DERNIERES_PERSONNES = 5

/** What the first screen shows on that day. */
export const lireAujourdhui = async (db: Db, jour: string) => ({
  echeances: await echeancesJusquau(db, ajouterJours(jour, JOURS_A_VENIR)),
  orientationsEnAttente: await orientationsEnAttente(db, jour),
  brouillons: await listerBrouillons(db),
  dernieresPersonnes: await lirePersonnes(db, await dernieresPersonnes(db, jour)),
  annee: await compterAnnee(db, jour),
})

const orientationsEnAttente = async (db: Db, jour: string) => {
  const orientations = await orientationsDe(db, { attenteDu: ajouterJours(jour, -JOURS_ATTENTE), au: jour })
  const presents = await db
    .selectFrom('presence as pr')
    .innerJoin('personne as p', 'p.id', 'pr.personne_id')
    .select(['pr.entretien_id', 'p.id', 'p.anonyme', 'p.nom', 'p.prenom'])
    .where('pr.entretien_id', 'in', [...new Set(orientations.map((o) => o.entretienId))])
    .orderBy('pr.rang')
    .execute()
  const parEntretien = Map.groupBy(presents, (p) => p.entretien_id)
  return orientations.map((o) => Object.assign(o, { personnes: (parEntretien.get(o.entretienId) ?? []).map(nommer) }))
}

/** The last named persons received, each once. */
const dernieresPersonnes = async (db: Db, jour: string): Promise<string[]> => {
  const lignes = await db
    .selectFrom('entretien as e')
    .innerJoin('suivi as s', 's.id', 'e.suivi_id')
    .innerJoin('presence as pr', 'pr.entretien_id', 'e.id')
    .innerJoin('personne as p', 'p.id', 'pr.personne_id')
    .select('p.id')
    .where(estCourant)
    .where('e.supprime_le', 'is', null)
    .where('e.date', '<=', jour)
    .where('p.anonyme', '=', 0)
    .orderBy('e.date', 'desc')
    .orderBy('e.heure', 'desc')
    .orderBy('pr.rang')
    .limit(10 * DERNIERES_PERSONNES)
    .execute()
  return [...new Set(lignes.map((l) => l.id))].slice(0, DERNIERES_PERSONNES)
}

const compterAnnee = async (db: Db, jour: string) => {
  const annee = Number(jour.slice(0, 4))
  const cette = await compter(db, `${annee}-01-01`, jour)
  const avant = await compter(db, `${annee - 1}-01-01`, `${annee - 1}${jour.slice(4)}`)
  return { ...cette, personnesAvant: avant.personnes, entretiensAvant: avant.entretiens }
}

const compter = (db: Db, du: string, au: string) =>
  db
    .selectFrom('entretien as e')
    .innerJoin('suivi as s', 's.id', 'e.suivi_id')
    .innerJoin('presence as pr', 'pr.entretien_id', 'e.id')
    .select((eb) => [
      eb.fn.count<number>('pr.personne_id').distinct().as('personnes'),
      eb.fn.count<number>('e.id').distinct().as('entretiens'),
    ])
    .where(estCourant)
    .where('e.supprime_le', 'is', null)
    .where('e.date', '>=', du)
    .where('e.date', '<=', au)
    .executeTakeFirstOrThrow()
