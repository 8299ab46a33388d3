import { sql } from 'kysely'
import { entier } from '#db/cloison.ts'
import type { Db } from '#db/connection.ts'
import { CONSOLIDE } from '#db/queries/registre.ts'
import { type ApercuPurge, LigneApercu, type Retenue } from '#shared/domaine/conservation/apercu.ts'
import type { Regle } from '#shared/domaine/conservation/regle.ts'
import { type Dossier, dossiersATerme, JOURS_ANNONCE } from '#shared/domaine/conservation/termes.ts'
import { type CodeDispositif, codesDispositif } from '#shared/domaine/dispositifs/index.ts'
import { aDetruireLe } from '#shared/domaine/instances/nominatif.ts'
import { nomComplet } from '#shared/domaine/personne.ts'
import { ajouterJours, ajouterMois } from '#shared/utils/dates.ts'
import { lireRegles } from './regles.ts'
import { lireAnneesDesSuivis, lireSuivisDates } from './suivis-dates.ts'

/** A line of the preview, and the rows it stands for. */
export type Cible = LigneApercu & {
  readonly suivis: readonly string[]
  readonly personnes: readonly string[]
}

/** Months that a file without any suivi is kept (CNIL, délibération 2023-095). */
const FICHE_MOIS = 24

/** Everything that reaches its term by the end of the announce, the earliest first, with what holds it back that day. */
export const lireCibles = async (db: Db, jour: string): Promise<readonly Cible[]> => {
  const limite = ajouterJours(jour, JOURS_ANNONCE)
  const regles = await lireRegles(db)
  const suivis = await lireSuivisDates(db)
  const dossiers = dossiersATerme(suivis, regles).filter((d) => d.terme <= limite)
  const savoir = await lireSavoir(db, regles, jour)
  return [
    ...dossiers.map((d) => cibleDeDossier(d, savoir)),
    ...(await fichesSansSuivi(db, limite, savoir)),
    ...(await pointsATerme(db, limite, savoir)),
  ].toSorted((a, b) => (a.terme < b.terme ? -1 : a.terme > b.terme ? 1 : 0))
}

/** What the screen and the command show. */
export const lireApercuPurge = async (db: Db, jour: string): Promise<ApercuPurge> => {
  const lignes = await lireCibles(db, jour)
  return {
    aTerme: lignes.filter((l) => l.terme <= jour).map((l) => LigneApercu.strip().parse(l)),
    bientot: lignes.filter((l) => l.terme > jour).map((l) => LigneApercu.strip().parse(l)),
    brouillons: (await brouillonsAbandonnes(db, jour)).length,
  }
}

/** Drafts and forms begun that nobody went on with for as long as their dispositif keeps anything. */
export const brouillonsAbandonnes = async (db: Db, jour: string) => {
  const regles = await lireRegles(db)
  const vieux = (l: { readonly dispositif: string; readonly modifie_le: string }): boolean => {
    const regle = regles.get(codesDispositif.find((c) => c === l.dispositif) ?? 'isc')
    return regle !== undefined && ajouterMois(l.modifie_le.slice(0, 10), regle.mois) <= jour
  }
  const [brouillons, reprises] = [
    await entier(db).selectFrom('brouillon').select(['id as cle', 'dispositif', 'modifie_le']).execute(),
    await entier(db).selectFrom('reprise').select(['cle', 'dispositif', 'modifie_le']).execute(),
  ]
  return [
    ...brouillons.filter(vieux).map(({ cle }) => ({ table: 'brouillon' as const, cle })),
    ...reprises.filter(vieux).map(({ cle }) => ({ table: 'reprise' as const, cle })),
  ]
}

type Savoir = Awaited<ReturnType<typeof lireSavoir>>

/** What holds things back, and the names of whom the lines are about. */
const lireSavoir = async (db: Db, regles: ReadonlyMap<CodeDispositif, Regle>, jour: string) => {
  const base = entier(db)
  const personnes = await base.selectFrom('personne').select(['id', 'anonyme', 'nom', 'prenom']).execute()
  const suivis = await base.selectFrom('suivi').select(['id', 'numero']).execute()
  const prolongees = await base.selectFrom('prolongation').selectAll().where('jusqu_au', '>=', jour).execute()
  const limitees = await base
    .selectFrom('restriction')
    .select('personne_id')
    .where('genre', '=', 'limitation')
    .where('levee_le', 'is', null)
    .execute()
  const demandes = await base
    .selectFrom('demande_droit')
    .select('personne_id')
    .where('repondue_le', 'is', null)
    .execute()
  const visas = await base.selectFrom('visa_archives').select(['dispositif', 'jusqu_au']).execute()
  const { rows: editions } = await sql<{ dispositif: string; du: string; au: string }>`
    select dispositif, du, au from main.edition where catalogue not like ${`%${CONSOLIDE}`}`.execute(db)
  return {
    regles,
    noms: new Map(personnes.map((p) => [p.id, p])),
    numeros: new Map(suivis.map((s) => [s.id, s.numero])),
    prolongees: new Map(prolongees.map((p) => [p.suivi_id, p.jusqu_au])),
    limitees: new Set(limitees.map((l) => l.personne_id)),
    demandes: new Set(demandes.flatMap((d) => d.personne_id ?? [])),
    annees: await lireAnneesDesSuivis(db),
    /** Whether the archives agreed to the destruction of what came to its term that day. */
    vise: (dispositif: CodeDispositif, terme: string): boolean =>
      regles.get(dispositif)?.visa !== true || visas.some((v) => v.dispositif === dispositif && v.jusqu_au >= terme),
    publiee: (dispositif: CodeDispositif, annee: number): boolean =>
      editions.some((e) => e.dispositif === dispositif && e.du <= `${annee}-01-01` && e.au >= `${annee}-12-31`),
  }
}

const cibleDeDossier = (dossier: Dossier, savoir: Savoir): Cible => {
  const { dispositif, suivis, personnes, dernierContact, terme } = dossier
  const sort = savoir.regles.get(dispositif)?.sort ?? 'effacement'
  const prolongations = suivis.flatMap((s) => savoir.prolongees.get(s) ?? []).toSorted()
  const annees = new Set(suivis.flatMap((s) => savoir.annees.get(s) ?? []))
  // Facts that stay are counted as before; those that go must have been counted once and for all.
  const anneesSansBilan = sort === 'anonymisation' ? [] : [...annees].filter((a) => !savoir.publiee(dispositif, a))
  const retenue = retenueDe([
    ['prolongation', prolongations.length > 0],
    ...duesAuxPersonnes(personnes, savoir),
    ['visa', !savoir.vise(dispositif, terme)],
    ['bilan', anneesSansBilan.length > 0],
  ])
  return {
    id: suivis[0] ?? '',
    genre: 'dossier',
    dispositif,
    numeros: suivis.flatMap((s) => savoir.numeros.get(s) ?? []).toSorted((a, b) => a - b),
    ...nommees(personnes, savoir),
    dernierContact,
    terme,
    sort,
    retenue,
    jusquAu: prolongations.at(-1) ?? null,
    anneesSansBilan: anneesSansBilan.toSorted((a, b) => a - b),
    suivis,
    personnes,
  }
}

/** Files that no suivi and no point speaks of. */
const fichesSansSuivi = async (db: Db, limite: string, savoir: Savoir): Promise<readonly Cible[]> => {
  const fiches = await entier(db)
    .selectFrom('personne as p')
    .select(['p.id', 'p.modifie_le'])
    .where(
      sql<boolean>`not exists (select 1 from main.participation q where q.personne_id = p.id)
      and not exists (select 1 from main.point_nominatif q where q.personne_id = p.id)`,
    )
    .execute()
  return fiches.flatMap(({ id, modifie_le }) => {
    const dernierContact = modifie_le.slice(0, 10)
    const terme = ajouterMois(dernierContact, FICHE_MOIS)
    if (terme > limite) return []
    const retenue = retenueDe(duesAuxPersonnes([id], savoir))
    return [
      {
        ...neutre,
        id,
        genre: 'fiche' as const,
        ...nommees([id], savoir),
        dernierContact,
        terme,
        retenue,
        personnes: [id],
      },
    ]
  })
}

/** Points of the groups of L132-5, by their own rule (AU-038, art. 5). */
const pointsATerme = async (db: Db, limite: string, savoir: Savoir): Promise<readonly Cible[]> => {
  const points = await entier(db)
    .selectFrom('point_nominatif as p')
    .innerJoin('reunion as r', 'r.id', 'p.reunion_id')
    .select(['p.id', 'p.personne_id', 'p.designation', 'p.naissance', 'p.fin_suivi', 'r.date'])
    .execute()
  return points.flatMap(({ id, personne_id, designation, naissance, fin_suivi: finSuivi, date }) => {
    const terme = aDetruireLe({ naissance, finSuivi })
    if (terme > limite) return []
    const personnes = personne_id === null ? [] : [personne_id]
    const { noms, anonymes } = nommees(personnes, savoir)
    const retenue = retenueDe([...duesAuxPersonnes(personnes, savoir), ['visa', !savoir.vise('coordination', terme)]])
    const commun = { ...neutre, id, genre: 'point' as const, dispositif: 'coordination' as const, terme, retenue }
    return [
      { ...commun, noms: designation === null ? noms : [designation], anonymes, dernierContact: finSuivi ?? date },
    ]
  })
}

const neutre = {
  dispositif: null,
  numeros: [],
  sort: 'effacement',
  jusquAu: null,
  anneesSansBilan: [],
  suivis: [],
  personnes: [],
} as const satisfies Partial<Cible>

const duesAuxPersonnes = (
  personnes: readonly string[],
  { limitees, demandes }: Savoir,
): readonly (readonly [Retenue, boolean])[] => [
  ['limitation', personnes.some((p) => limitees.has(p))],
  ['demande', personnes.some((p) => demandes.has(p))],
]

const retenueDe = (raisons: readonly (readonly [Retenue, boolean])[]): Retenue | null =>
  raisons.find(([, tient]) => tient)?.[0] ?? null

const nommees = (ids: readonly string[], { noms }: Savoir) => {
  const personnes = ids.flatMap((id) => noms.get(id) ?? [])
  const nommes = personnes.filter((p) => p.anonyme === 0)
  return {
    noms: nommes.map((p) => nomComplet({ ...p, anonyme: false })).toSorted(),
    anonymes: personnes.length - nommes.length,
  }
}
