import { sql } from 'kysely'
import { asyncProperty, assert, constantFrom, integer, record, array as suite } from 'fast-check'
import { expect, test } from 'vitest'
import type { Db } from '#db/connection.ts'
import { chercherPersonnes } from '#db/queries/chercher-personnes.ts'
import { listerPersonnes } from '#db/queries/lister-personnes.ts'
import { phonetique } from '#shared/domaine/phonetique.ts'
import { motsCherches } from '#shared/domaine/recherche.ts'
import { ajouterJours } from '#shared/utils/dates.ts'
import { pourAgent } from '../../fixtures/autre-agent.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { AUJOURDHUI, peupler } from '../../fixtures/poste-nombreux.ts'
import { unService, valeur } from '../../fixtures/service.ts'

/** What is kept for searches and lists, and the same computed anew from what it is derived of. */
const gardesEtCalcules = async (db: Db): Promise<readonly (readonly [unknown, unknown])[]> => {
  const personnes = await db.selectFrom('personne').select(['id', 'recherche', 'phonetique']).execute()
  const motsAttendus = personnes.flatMap(({ id, recherche, phonetique: entendue }) =>
    [recherche, entendue ?? ''].flatMap((texte, entendu) =>
      [...new Set(texte.split(' '))].filter((mot) => /[^0-9]/.test(mot)).map((mot) => `${entendu} ${mot} ${id}`),
    ),
  )
  const mots = await db.selectFrom('personne_mot').selectAll().execute()
  const { rows: recuesAttendues } =
    await sql`select pr.personne_id, s.dispositif, count(*) as entretiens, max(e.date) as dernier
    from presence pr join entretien e on e.id = pr.entretien_id join suivi s on s.id = e.suivi_id
    where e.supprime_le is null group by 1, 2 order by 1, 2`.execute(db)
  const recues = await db
    .selectFrom('personne_recue')
    .selectAll()
    .orderBy('personne_id')
    .orderBy('dispositif')
    .execute()
  return [
    [mots.map((m) => `${m.entendu} ${m.mot} ${m.personne_id}`).toSorted(), motsAttendus.toSorted()],
    [recues, recuesAttendues],
  ]
}

const exigerJustes = async (db: Db): Promise<void> => {
  for (const [gardes, calcules] of await gardesEtCalcules(db)) expect(gardes).toEqual(calcules)
}

test('les mots et les dernières venues suivent chaque geste, annulé, refait, réuni ou effacé', async () => {
  const { api, db } = await unService()
  const gestes = () => db().selectFrom('geste').select('id').orderBy('rang', 'desc').execute()
  const a = unePersonne({ nom: 'Lefèvre d’Almeida', prenom: 'Marie-Lou', telephone: 'poste "12", \\ Accueil' })
  const b = unePersonne({ nom: 'LEFEBVRE', prenom: 'Marie' })
  const premier = unEntretien({ date: '2025-03-11', presences: [unePresence(a), unePresence(b)] })
  const second = unEntretien({ date: '2025-05-02', presences: [unePresence(a, { fiche: null })] })
  const seul = unEntretien({ date: '2025-05-20', presences: [unePresence()] })
  const [qui = ''] = seul.presences.map((p) => p.personneId)
  const fusionId = unId()
  const fermee = unEntretien({ ...second, date: '2025-02-01', presences: [unePresence(b, { fiche: null })] })
  const actes: readonly (() => Promise<unknown>)[] = [
    () => valeur(api.entretiens.enregistrer(premier)),
    () => valeur(api.entretiens.enregistrer(second)),
    () => valeur(api.entretiens.enregistrer(seul)),
    () => valeur(api.personnes.enregistrer({ ...a, nom: 'Ndiaye', telephone: '06 39 98 12 34' })),
    () => valeur(api.entretiens.enregistrer({ ...second, date: '2025-06-01' })),
    () => valeur(api.entretiens.enregistrer(fermee)),
    () => valeur(api.entretiens.supprimer({ id: seul.id })),
    () => valeur(api.personnes.fusionner({ fusionId, id: a.id, absorbeeId: b.id, deLAutre: ['nom'] })),
  ]
  for (const acte of actes) {
    await acte()
    await exigerJustes(db())
  }
  expect((await valeur(api.personnes.lire({ id: qui }))).personne).toMatchObject({ entretiens: 0 })
  await valeur(api.personnes.defaireFusion({ id: a.id, fusionId }))
  await exigerJustes(db())
  // Undone from the last to the first, then done again.
  const annules: string[] = []
  for (const { id } of (await gestes()).slice(-7)) {
    const { gesteId } = await valeur(api.revisions.annuler({ gesteId: id }))
    annules.unshift(gesteId)
    await exigerJustes(db())
  }
  expect(await db().selectFrom('personne_mot').selectAll().execute()).toEqual([])
  for (const gesteId of annules) {
    await valeur(api.revisions.annuler({ gesteId }))
    await exigerJustes(db())
  }
  expect(await db().selectFrom('personne_mot').selectAll().execute()).not.toEqual([])
})

const JOURS_ACTIF = 730
type Vue = {
  readonly id: string
  readonly cle: string
  readonly recherche: string
  readonly phonetique: string
  readonly dernier: string
}

/** The whole reading that a search was before its index: every person, every entretien, every word. */
const lireTout = async (db: Db, texte: string): Promise<readonly (Vue & { readonly rang: string })[]> => {
  const { rows } =
    await sql<Vue>`select p.id, p.cle_identite as cle, p.recherche, p.phonetique, coalesce((select max(e.date)
      from presence pr join entretien e on e.id = pr.entretien_id join suivi s on s.id = e.suivi_id
      where pr.personne_id = p.id and e.supprime_le is null and s.dispositif = 'isc'), '') as dernier
    from personne p where p.anonyme = 0`.execute(db)
  const mots = motsCherches(texte)
  const ecrit = (p: Vue, mot: string) => p.recherche.includes(/^\d{4,}$/.test(mot) ? mot : ` ${mot}`)
  const entendu = (p: Vue, mot: string) => {
    const sons = phonetique(mot)
    return mot.length > 2 && sons !== '' && p.phonetique.includes(` ${sons}${sons.length < 3 ? ' ' : ''}`)
  }
  const rangDe = (p: Vue): number =>
    !mots.every((mot) => ecrit(p, mot))
      ? 3
      : !mots.some((mot) => p.recherche.startsWith(` ${mot}`))
        ? 2
        : mots.every((mot) => `${p.recherche} `.includes(` ${mot} `))
          ? 0
          : 1
  const seuil = ajouterJours(AUJOURDHUI, -JOURS_ACTIF)
  return rows
    .filter((p) => mots.every((mot) => ecrit(p, mot) || entendu(p, mot)))
    .map((p) => Object.assign(p, { rang: `${Number(p.dernier < seuil)}${rangDe(p)}` }))
    .toSorted((x, y) =>
      x.rang !== y.rang
        ? comparer(x.rang, y.rang)
        : x.dernier !== y.dernier
          ? comparer(y.dernier, x.dernier)
          : comparer(x.cle, y.cle),
    )
}

const comparer = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0)

const verifier = async (db: Db, texte: string, limite: number) => {
  const attendues = (await lireTout(db, texte)).slice(0, limite)
  const ids = (await chercherPersonnes(db, texte, limite, AUJOURDHUI)).map((p) => p.id)
  const lues = await db.selectFrom('personne').select(['id', 'cle_identite']).where('id', 'in', ids).execute()
  const cleDe = new Map(lues.map((p) => [p.id, p.cle_identite]))
  // Two persons of one identity and one date have no order between them.
  expect([texte, ids.map((id) => cleDe.get(id))]).toEqual([texte, attendues.map((p) => p.cle)])
}

test('un nom qui répète un mot s’enregistre, se corrige et se retrouve', async () => {
  const { api, db } = await unService()
  const ali = unePersonne({ nom: 'Ali', prenom: 'Ben Ali' })
  const claude = unePersonne({ nom: 'Moreau', prenom: 'Claude' })
  await valeur(api.personnes.enregistrer(ali))
  await valeur(api.personnes.enregistrer(claude))
  for (const prenom of ['Moreau Claude', 'Jean-Jean', 'C<b>b</b>'])
    await valeur(api.personnes.enregistrer({ ...claude, prenom }))
  await valeur(api.personnes.enregistrer({ ...claude, nom: 'Ali', prenom: 'Ali' }))
  await exigerJustes(db())
  const trouvees = await valeur(api.personnes.chercher({ texte: 'ali', limite: 8 }))
  expect(trouvees.map((p) => p.id).toSorted()).toEqual([ali.id, claude.id].toSorted())
})

test('une recherche donne les mêmes personnes, dans le même ordre, qu’une lecture de toutes les fiches', async () => {
  const base = await uneBase()
  await peupler(base, { entretiens: 6000, parAn: 400 })
  const { rows } = await sql<{ mot: string }>`select distinct mot from personne_mot where entendu = 0`.execute(base)
  const debuts = record({ mot: constantFrom(...rows.map((r) => r.mot)), lettres: integer({ min: 1, max: 9 }) })
  const textes = suite(
    debuts.map(({ mot, lettres }) => mot.slice(0, lettres)),
    { minLength: 1, maxLength: 2 },
  ).map((mots) => mots.join(' '))
  const tout = async (db: Db, numRuns: number) => {
    for (const texte of ['a', 'ma', 'mar', 'lefeuvre lu', '1987', '0639', 'zzz', 'mar 19'])
      for (const limite of [8, 5000]) await verifier(db, texte, limite)
    await assert(
      asyncProperty(textes, constantFrom(8, 200), (texte, limite) => verifier(db, texte, limite)),
      { numRuns },
    )
  }
  await tout(base, 60)
  await tout(await pourAgent(base, { id: null, nom: '', role: 'intervenant', dispositifs: ['isc'] }), 20)
})

test('la liste par dernier entretien est celle d’un tri de tout le monde, à chaque page, dans les deux sens', async () => {
  const base = await uneBase()
  await peupler(base, { entretiens: 300 })
  for (const nom of ['Jamais', 'Aucune', 'Zoé'])
    await base
      .insertInto('personne')
      .values({
        id: unId(),
        anonyme: 0,
        nom,
        prenom: '',
        reponses: '{}',
        cle_identite: nom,
        cle_doublon: nom,
        recherche: ` ${nom.toLowerCase()}`,
        phonetique: '',
        cle_phonetique: '',
        cree_le: '',
        modifie_le: '',
      })
      .execute()
  const toutes = await lireTout(base, '')
  for (const sens of ['asc', 'desc'] as const) {
    const attendues = toutes
      .toSorted((x, y) => comparer(x.cle, y.cle) || comparer(x.id, y.id))
      .toSorted((x, y) => (sens === 'asc' ? comparer(x.dernier, y.dernier) : comparer(y.dernier, x.dernier)))
      .toSorted((x, y) => Number(x.dernier === '') - Number(y.dernier === ''))
      .map((p) => p.id)
    const lues: string[] = []
    for (let debut = 0; debut <= toutes.length; debut += 7) {
      const page = { debut, taille: 7 }
      const { total, lignes } = await listerPersonnes(base, {
        texte: '',
        tri: { colonne: 'dernierEntretien', sens },
        page,
      })
      expect(total).toBe(toutes.length)
      lues.push(...lignes.map((p) => p.id))
    }
    expect(lues).toEqual(attendues)
  }
})
