import { sql } from 'kysely'
import { asyncProperty, assert, boolean, constantFrom, record, subarray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Db } from '#db/connection.ts'
import { cles } from '#db/queries/fusion/changement.ts'
import { rattachees } from '#db/queries/fusion/rattachees.ts'
import type { ChampFusion } from '#shared/domaine/fusion.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { toutes, unService, valeur } from '../../fixtures/service.ts'

/** Every row of every table, but those of the journal, which tells both acts. */
const photo = async (db: Db): Promise<Readonly<Record<string, readonly string[]>>> => {
  const lues: Record<string, readonly string[]> = {}
  for (const { name } of await db.introspection.getTables())
    if (!/^journal|^note_mots|^geste$|^revision$/u.test(name)) {
      const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(db)
      lues[name] = rows.map((ligne) => JSON.stringify(ligne)).toSorted()
    }
  return lues
}

/** Marie has two files; both were at one of the interviews. Her first file lives with Ali, and the second with Zoé. */
const deuxFiches = async () => {
  const service = await unService()
  const { api } = service
  const a = unePersonne({ nom: 'Lefèvre', prenom: 'Marie', naissance: '1990-05-04', commune: null, reponses: {} })
  const b = unePersonne({ nom: 'LEFEBVRE', prenom: 'Marie-Lou', naissance: '1990-04-05', telephone: '0639981234' })
  const [ali, zoe, eva] = [unePersonne({ nom: 'Ali' }), unePersonne({ nom: 'Zoé' }), unePersonne({ nom: 'Eva' })]
  for (const personne of [a, b, ali, zoe, eva]) await valeur(api.personnes.enregistrer(personne))
  const seule = unEntretien({ presences: [unePresence(a, { fiche: null })] })
  const autre = unEntretien({
    date: '2025-04-02',
    presences: [unePresence(b, { fiche: null })],
    orientations: [{ id: unId(), destination: 'cidff', partenaireId: null }],
    echeances: [{ id: unId(), date: '2025-06-03', libelle: 'Rappeler' }],
  })
  const ensemble = unEntretien({
    date: '2025-05-02',
    presences: [
      unePresence(a, { fiche: null, reponses: {} }),
      unePresence(b, { fiche: null, reponses: { connuServicesSociaux: 'oui' } }),
    ],
  })
  for (const entretien of [seule, autre, ensemble]) await valeur(api.entretiens.enregistrer(entretien))
  await valeur(api.personnes.rattacherFoyer({ personneId: b.id, avecId: zoe.id, lien: 'sœur' }))
  await valeur(api.brouillons.enregistrer({ id: unId(), titre: 'ébauche', contenu: `{"personneId":"${b.id}"}` }))
  await valeur(api.personnes.declarerDistinctes({ id: b.id, autreId: eva.id, distinctes: true }))
  const fusionner = (deLAutre: ChampFusion[] = [], fusionId = unId()) =>
    api.personnes.fusionner({ fusionId, id: a.id, absorbeeId: b.id, deLAutre })
  const lire = (id: string) => valeur(api.personnes.lire({ id }))
  return { ...service, a, b, ali, zoe, eva, autre, ensemble, fusionner, lire }
}

describe('la fusion de deux fiches', () => {
  it('réunit tout ce qui pendait à l’une et à l’autre, avec ce qui a été choisi de chacune', async () => {
    const { api, a, b, zoe, eva, autre, fusionner, lire, db, incidents } = await deuxFiches()
    await valeur(fusionner(['prenom']))
    const fiche = await lire(a.id)
    expect(fiche.personne).toMatchObject({ nom: 'Lefèvre', prenom: 'Marie-Lou', naissance: '1990-05-04' })
    // Asked of neither: what only one of them says is kept, whichever it is, for answers; the rest is what was chosen.
    expect(fiche.personne.reponses).toEqual({ sexe: 'femme' })
    expect(fiche.entretiens).toHaveLength(3)
    expect(fiche.suivis).toHaveLength(3)
    expect(fiche.orientations.map((o) => o.id)).toEqual(autre.orientations.map((o) => o.id))
    expect(fiche.echeances.map((e) => e.id)).toEqual(autre.echeances.map((e) => e.id))
    expect(fiche.foyer).toMatchObject([{ personne: { id: zoe.id } }])
    expect(fiche.fusions).toMatchObject([{ nom: 'LEFEBVRE Marie-Lou', le: '2025-06-02T14:03:00.000Z' }])
    const commune = fiche.suivis.find((s) => s.ouvertLe === '2025-05-02')
    expect(commune?.participations).toMatchObject([{ reponses: { connuServicesSociaux: 'oui' } }])
    expect(await api.personnes.lire({ id: b.id })).toMatchObject({ erreur: { code: 'introuvable' } })
    const [brouillon] = await valeur(api.brouillons.lister())
    expect((await valeur(api.brouillons.lire({ id: brouillon?.id ?? '' })))?.contenu).toBe(`{"personneId":"${a.id}"}`)
    const [personne_a, personne_b] = [a.id, eva.id].toSorted()
    expect(await db().selectFrom('distinction').selectAll().execute()).toMatchObject([{ personne_a, personne_b }])
    expect((await sql`pragma foreign_key_check`.execute(db())).rows).toEqual([])
    const { total } = await valeur(api.entretiens.lister({ ...toutes, texte: 'lefevre' }))
    expect(total).toBe(3)
    const [ligne] = await db()
      .selectFrom('journal')
      .select(['geste', 'objet'])
      .where('geste', 'like', 'personnes.fus%')
      .execute()
    expect(ligne).toEqual({ geste: 'personnes.fusionner', objet: a.id })
    expect(incidents).toEqual([])
  })

  it('se défait au bit près, quel que soit ce qui a été choisi et ce qui est venu depuis ailleurs', async () => {
    const { api, a, b, ali, zoe, db, lire } = await deuxFiches()
    const champs = ['nom', 'prenom', 'naissance', 'telephone', 'commune', 'reponses.sexe', 'foyer'] as const
    const essai = record({
      deLAutre: subarray([...champs]),
      inverse: boolean(),
      foyer: constantFrom('aucun', 'le même', 'un autre'),
    })
    await assert(
      asyncProperty(essai, async ({ deLAutre, inverse, foyer }) => {
        await valeur(api.personnes.quitterFoyer({ personneId: a.id }))
        if (foyer !== 'aucun') {
          const avecId = foyer === 'le même' ? zoe.id : ali.id
          await valeur(api.personnes.rattacherFoyer({ personneId: a.id, avecId, lien: 'nièce' }))
        }
        const [id, absorbeeId] = inverse ? [b.id, a.id] : [a.id, b.id]
        const fusionId = unId()
        const avant = await photo(db())
        await valeur(api.personnes.fusionner({ fusionId, id, absorbeeId, deLAutre }))
        const entre = await photo(db())
        expect(entre['personne']).toHaveLength((avant['personne']?.length ?? 0) - 1)
        await valeur(api.personnes.defaireFusion({ id, fusionId }))
        expect(await photo(db())).toEqual(avant)
      }),
      { numRuns: 25, seed: 20_261_122 },
    )
    expect((await lire(a.id)).fusions).toEqual([])
  })

  it('se défait encore plus tard, ce qui est venu après restant à la fiche gardée', async () => {
    const { api, a, b, fusionner, lire, horloge } = await deuxFiches()
    const fusionId = unId()
    await valeur(fusionner([], fusionId))
    horloge.instant = new Date('2025-09-01T10:00:00')
    await valeur(
      api.entretiens.enregistrer(unEntretien({ date: '2025-08-30', presences: [unePresence(a, { fiche: null })] })),
    )
    await valeur(api.personnes.defaireFusion({ id: a.id, fusionId }))
    expect((await lire(a.id)).entretiens.map((e) => e.date)).toEqual(['2025-08-30', '2025-05-02', '2025-03-11'])
    expect((await lire(b.id)).entretiens.map((e) => e.date)).toEqual(['2025-05-02', '2025-04-02'])
  })

  it('refuse de se défaire une fois la fiche changée ou fusionnée à son tour, et n’écrit rien', async () => {
    const { api, a, ali, db, fusionner, lire } = await deuxFiches()
    const fusionId = unId()
    await valeur(fusionner([], fusionId))
    const { personne } = await lire(a.id)
    const corrigee = { ...a, commune: 'Stains', reponses: personne.reponses }
    await valeur(api.personnes.enregistrer(corrigee))
    const avant = await photo(db())
    const defaire = () => api.personnes.defaireFusion({ id: a.id, fusionId })
    expect(await defaire()).toMatchObject({ erreur: { code: 'fusion-contredite' } })
    expect(await photo(db())).toEqual(avant)
    const deuxieme = unId()
    await valeur(api.personnes.fusionner({ fusionId: deuxieme, id: ali.id, absorbeeId: a.id, deLAutre: [] }))
    expect(await defaire()).toMatchObject({ erreur: { code: 'fusion-contredite' } })
    await valeur(api.personnes.defaireFusion({ id: ali.id, fusionId: deuxieme }))
    expect(await photo(db())).toEqual(avant)
    expect(await api.personnes.defaireFusion({ id: ali.id, fusionId })).toMatchObject({
      erreur: { code: 'introuvable' },
    })
  })

  it('refuse une seule fiche, une inconnue, une anonyme, un champ inconnu', async () => {
    const { api, a, db } = await deuxFiches()
    await valeur(api.entretiens.compterAnonyme({ id: unId() }))
    const { id: anonyme } = await db()
      .selectFrom('personne')
      .select('id')
      .where('anonyme', '=', 1)
      .executeTakeFirstOrThrow()
    const avant = await photo(db())
    const essayer = (absorbeeId: string, deLAutre: string[] = []) =>
      api.personnes.fusionner({ fusionId: unId(), id: a.id, absorbeeId, deLAutre: deLAutre as ChampFusion[] })
    expect(await essayer(a.id)).toMatchObject({ erreur: { code: 'entree-invalide' } })
    expect(await essayer(unId())).toMatchObject({ erreur: { code: 'introuvable' } })
    expect(await essayer(anonyme)).toMatchObject({ erreur: { code: 'entree-invalide' } })
    expect(await essayer(unId(), ['id'])).toMatchObject({ erreur: { code: 'entree-invalide' } })
    expect(await photo(db())).toEqual(avant)
  })

  it('connaît toutes les tables qui nomment une personne', async () => {
    const { db } = await deuxFiches()
    const { rows } = await sql<{
      nom: string
    }>`select distinct t.name as nom from sqlite_schema t, pragma_foreign_key_list(t.name) f
      where t.type = 'table' and f."table" = 'personne'`.execute(db())
    const connues = new Set<string>([...rattachees, 'distinction'])
    expect(rows.map((r) => r.nom).filter((nom) => !connues.has(nom))).toEqual([])
    for (const nom of connues) expect(Object.keys(cles)).toContain(nom)
  })
})

describe('deux homonymes', () => {
  it('déclarés distincts ne sont plus proposés, ni dans la liste ni à la saisie, jusqu’à ce qu’on s’en dédise', async () => {
    const { api, a, b } = await deuxFiches()
    const paires = async () =>
      (await valeur(api.personnes.doublons())).paires.map((p) => [p.gauche.id, p.droite.id].toSorted())
    const ressemblances = async () =>
      (
        await valeur(
          api.personnes.ressemblances({
            id: a.id,
            nom: 'Lefebvre',
            prenom: 'Marie Lou',
            naissance: null,
            telephone: null,
            commune: null,
          }),
        )
      ).map((r) => r.personne.id)
    const paire = [a.id, b.id].toSorted()
    const dire = (distinctes: boolean) =>
      valeur(api.personnes.declarerDistinctes({ id: b.id, autreId: a.id, distinctes }))
    await valeur(api.personnes.enregistrer({ ...a, prenom: 'Marie-Lou' }))
    expect([await paires(), await ressemblances()]).toEqual([[paire], [b.id]])
    await dire(true)
    await dire(true)
    expect([await paires(), await ressemblances()]).toEqual([[], []])
    await dire(false)
    expect([await paires(), await ressemblances()]).toEqual([[paire], [b.id]])
  })
})
