import { sql } from 'kysely'
import type { Db } from '#db/connection.ts'
import { comparer, type IdentiteComparee, type PaireDeFiches, type Ressemblance } from '#shared/domaine/doublon.ts'
import { cleDoublon, type PersonneResume } from '#shared/domaine/personne.ts'
import { clePhonetique } from '#shared/domaine/phonetique.ts'
import { telephone } from '#shared/domaine/recherche.ts'
import { entendre } from './chercher-personnes.ts'
import { lirePersonnes } from './personnes.ts'

/** Pairs shown at once: nobody decides more in one sitting. */
const PAIRES_MAX = 200
/** A key that so many share tells nothing, and would cost their square. */
const GROUPE_MAX = 60

/** Files that may be one person, the likeliest first, but those declared distinct; `total` counts them all. */
export const listerDoublons = async (db: Db): Promise<{ total: number; paires: PaireDeFiches[] }> => {
  await entendre(db)
  const fiches = await db
    .selectFrom('personne')
    .select(['id', 'nom', 'prenom', 'naissance', 'telephone', 'commune', 'cle_doublon', 'cle_phonetique'])
    .where('anonyme', '=', 0)
    .orderBy('cree_le')
    .orderBy('id')
    .execute()
  const distinctes = await lireDistinctions(db)
  const paires = new Map<string, Paire>()
  for (const groupe of grouper(fiches))
    for (const [i, a] of groupe.entries())
      for (const b of groupe.slice(i + 1)) {
        const cle = clePaire(a.id, b.id)
        if (paires.has(cle) || distinctes.has(cle)) continue
        const ressemblance = comparer(a, b)
        if (ressemblance !== undefined) paires.set(cle, { gauche: a.id, droite: b.id, ...ressemblance })
      }
  const montrees = [...paires.values()].toSorted((a, b) => b.score - a.score).slice(0, PAIRES_MAX)
  return { total: paires.size, paires: await completer(db, montrees) }
}

/** Known persons whom somebody being typed may be, the likeliest first; herself left out. */
export const trouverRessemblances = async (
  db: Db,
  { id, ...saisie }: IdentiteComparee & { readonly id: string },
): Promise<(Ressemblance & { personne: PersonneResume })[]> => {
  await entendre(db)
  const chiffres = telephone(saisie.telephone ?? '')
  const ids = [...(await candidates(db, saisie)), ...(chiffres.length < 6 ? [] : await memeTelephone(db, chiffres))]
  const distinctes = await lireDistinctions(db)
  const personnes = await lirePersonnes(
    db,
    [...new Set(ids)].filter((autre) => autre !== id),
  )
  return personnes
    .flatMap((personne) => {
      const ressemblance = distinctes.has(clePaire(id, personne.id)) ? undefined : comparer(saisie, personne)
      return ressemblance === undefined ? [] : Object.assign(ressemblance, { personne })
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 5)
}

/** The two ids, whatever their order. */
export const clePaire = (a: string, b: string): string => [a, b].toSorted().join('|')

type Fiche = IdentiteComparee & {
  readonly id: string
  readonly cle_doublon: string
  readonly cle_phonetique: string | null
}
type Paire = Ressemblance & { readonly gauche: string; readonly droite: string }

/** Persons of a same key, whatever the key: the only ones that may look alike. */
const grouper = (fiches: readonly Fiche[]): readonly (readonly Fiche[])[] =>
  [
    (f: Fiche) => f.cle_doublon,
    (f: Fiche) => f.cle_phonetique,
    (f: Fiche) => (f.naissance?.length === 10 ? f.naissance : ''),
    (f: Fiche) => telephone(f.telephone ?? ''),
  ].flatMap((cle) =>
    [...Map.groupBy(fiches, cle)].flatMap(([k, groupe]) =>
      k === '' || groupe.length < 2 || groupe.length > GROUPE_MAX ? [] : [groupe],
    ),
  )

/** Whom an index finds: one question for each, or SQLite would rather read everybody. */
const candidates = async (db: Db, { nom, prenom, naissance }: IdentiteComparee): Promise<readonly string[]> => {
  const nommees = db.selectFrom('personne').select('id').where('anonyme', '=', 0).limit(GROUPE_MAX)
  const trouvees = [
    await nommees.where('cle_doublon', '=', cleDoublon({ nom, prenom })).execute(),
    await nommees.where('cle_phonetique', '=', clePhonetique({ nom, prenom })).execute(),
    naissance === null ? [] : await nommees.where('naissance', '=', naissance).execute(),
  ]
  return trouvees.flat().map((p) => p.id)
}

const memeTelephone = async (db: Db, chiffres: string): Promise<readonly string[]> => {
  const trouvees = await db
    .selectFrom('personne')
    .select('id')
    .where('anonyme', '=', 0)
    .where(sql<boolean>`instr(recherche, ${` ${chiffres}`}) > 0`)
    .limit(GROUPE_MAX)
    .execute()
  return trouvees.map((p) => p.id)
}

const lireDistinctions = async (db: Db): Promise<ReadonlySet<string>> => {
  const lignes = await db.selectFrom('distinction').select(['personne_a', 'personne_b']).execute()
  return new Set(lignes.map((l) => clePaire(l.personne_a, l.personne_b)))
}

const completer = async (db: Db, paires: readonly Paire[]): Promise<PaireDeFiches[]> => {
  const lues = await lirePersonnes(db, [...new Set(paires.flatMap((p) => [p.gauche, p.droite]))])
  const parId = new Map(lues.map((p) => [p.id, p]))
  return paires.flatMap(({ gauche, droite, ...ressemblance }) => {
    const [a, b] = [parId.get(gauche), parId.get(droite)]
    return a === undefined || b === undefined ? [] : { ...ressemblance, gauche: a, droite: b }
  })
}
