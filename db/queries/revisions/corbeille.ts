import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { lireColonnes } from '#db/declencheurs.ts'
import { nommer } from '#db/queries/personnes.ts'
import type { Table } from '#db/suivies.ts'
import { JOURS_CORBEILLE, type Retire } from '#shared/domaine/revision.ts'
import { lireLigne, type Valeurs } from './lignes.ts'
import { nommerAgents } from './qui.ts'

/** What is found in the bin, and the columns that name it. What hung on it comes back with it. */
const titres: Partial<Readonly<Record<Table, readonly string[]>>> = {
  entretien: ['date'],
  consentement: ['objet', 'date'],
  statut_penal: ['statut', 'du'],
  mesure: ['mesure', 'du'],
  passage: ['etablissement', 'entree'],
  demarche: ['demarche', 'ouverte_le'],
  demarche_statut: ['statut', 'date'],
  comite: ['date'],
  contrat: ['type', 'du'],
  accueil: ['debut_le'],
  journee: ['date'],
  incident: ['genre', 'date'],
  remise_notice: ['date'],
  strategie: ['titre'],
  strategie_axe: ['numero', 'titre'],
  strategie_territoire: ['nom'],
  fiche_action: ['numero', 'titre'],
  indicateur: ['libelle'],
  budget_ligne: ['libelle'],
  instance: ['nom'],
  reunion: ['date'],
  signataire: ['organisme', 'signee_le'],
  secteur: ['nom'],
  signalement: ['trouble', 'date'],
  intervention: ['intervention', 'date'],
  modele_lettre: ['nom'],
  poste: ['nom'],
}

/** What was removed in the last days and is still, that this user sees, with the call that removed it. */
export const listerCorbeille = async (
  db: Db,
  maintenant: Date,
): Promise<(Retire & { readonly nom: string; readonly rang: number })[]> => {
  const lues = await db
    .selectFrom('revision as r')
    .innerJoin('geste as g', 'g.id', 'r.geste_id')
    .select(['r.rang', 'r.tableau', 'r.cle', 'r.genre', 'r.avant', 'r.apres', 'r.suivi_id', 'r.entretien_id'])
    .select(['g.id as gesteId', 'g.le', 'g.agent', 'g.nom'])
    .where('r.genre', 'in', ['retrait', 'mise-de-cote'])
    .where('r.tableau', 'in', Object.keys(titres))
    .where('g.annule', 'is', null)
    .where('g.le', '>=', limite(maintenant))
    .orderBy('r.rang', 'desc')
    .execute()
  const tables = await lireColonnes(db)
  const qui = await nommerAgents(db)
  const retires: Awaited<ReturnType<typeof listerCorbeille>> = []
  for (const { tableau, cle, genre, avant, apres, suivi_id, entretien_id, agent, ...geste } of lues) {
    const table = tableau as Table
    const actuelle = await lireLigne(db, tables, { tableau: table, cle })
    const ligne = genre === 'retrait' ? lire(avant) : actuelle
    const encore =
      genre === 'retrait' ? actuelle === undefined : actuelle?.['supprime_le'] === lire(apres)?.['supprime_le']
    if (!encore || ligne === undefined) continue
    retires.push({
      ...geste,
      jusquau: new Date(Date.parse(geste.le) + JOURS_CORBEILLE * JOUR_MS).toISOString(),
      qui: qui(agent),
      tableau,
      titre: (titres[table] ?? []).flatMap((colonne) => (ligne[colonne] == null ? [] : [String(ligne[colonne])])),
      personnes: await lirePersonnesDe(db, entretien_id, suivi_id),
    })
  }
  return retires
}

const JOUR_MS = 86_400_000

/** The instant before which what was removed goes for good. */
export const limite = (maintenant: Date): string =>
  new Date(maintenant.getTime() - JOURS_CORBEILLE * JOUR_MS).toISOString()

/** Those present at an entretien, or those of a suivi. */
const lirePersonnesDe = async (db: Db, entretienId: string | null, suiviId: string | null): Promise<string[]> => {
  if (entretienId === null && suiviId === null) return []
  const lien =
    entretienId === null
      ? sql<boolean>`p.id in (select personne_id from participation where suivi_id = ${suiviId})`
      : sql<boolean>`p.id in (select personne_id from presence where entretien_id = ${entretienId})`
  const lues = await db
    .selectFrom('personne as p')
    .select(['p.id', 'p.anonyme', 'p.nom', 'p.prenom'])
    .where(lien)
    .orderBy('p.cle_identite')
    .limit(4)
    .execute()
  return lues.map((p) => nommer(p).libelle)
}

const lire = (json: string | null): Valeurs | undefined => (json === null ? undefined : (JSON.parse(json) as Valeurs))
