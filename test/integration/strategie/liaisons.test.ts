import { describe, expect, it } from 'vitest'
import { lireStrategie } from '#db/queries/strategie/lire.ts'
import type { EntretienASaisir } from '#shared/domaine/entretien.ts'
import { codesLiaison } from '#shared/domaine/strategie/liaisons.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { refus, uneCoordination } from './outils.ts'

const n = (nombre: number) => ({ type: 'nombre', nombre }) as const
const taux = (numerateur: number, denominateur: number) => ({ type: 'taux', numerateur, denominateur }) as const

/** An entretien of a young person under the mission locale. */
const chezLaMissionLocale = (date: string, personne = unePersonne(), role = 'jeune'): EntretienASaisir =>
  unEntretien({
    date,
    suivi: { id: unId(), saisineDate: null, reponses: {} },
    reponses: {},
    presences: [unePresence(personne, { role, reponses: {} })],
  })

describe('un indicateur lié', () => {
  it('est ce que Jalon compte, change avec les entretiens, et ne se tape pas', async () => {
    const { api, indicateurDe } = await uneCoordination(['mission-locale'])
    await valeur(api.reglages.changerDispositif({ dispositif: 'mission-locale' }))
    const awa = unePersonne()
    for (const entretien of [
      chezLaMissionLocale('2013-02-01', awa),
      chezLaMissionLocale('2013-03-01'),
      chezLaMissionLocale('2013-09-10'),
      // Seen again: not a first entretien.
      chezLaMissionLocale('2013-10-02', awa),
      // A relative received is no young person followed.
      {
        ...chezLaMissionLocale('2013-10-03'),
        presences: [
          unePresence(awa, { role: 'jeune', reponses: {} }),
          unePresence(unePersonne(), { role: 'proche', reponses: {} }),
        ],
      },
      chezLaMissionLocale('2014-01-15'),
    ])
      await valeur(api.entretiens.enregistrer(entretien))
    const lire = () => indicateurDe('1.4', 'Jeunes reçus en premier entretien', 2013)
    const lu = await lire()
    expect(lu.liaison).toBe('premiers-entretiens')
    expect(lu.periodes.map((c) => c.realise)).toEqual([n(2), n(1)])
    expect(lu.annee).toMatchObject({ realise: n(3), noteLe: null, masque: false })
    expect(
      await refus(
        api.strategie.noterValeur({ indicateurId: lu.id, periode: '2013-S1', genre: 'realise', valeur: n(40) }),
      ),
    ).toEqual({ code: 'entree-invalide', champs: { valeur: 'calculee' } })
    expect((await lire()).periodes).toEqual(lu.periodes)
    await valeur(api.strategie.noterValeur({ indicateurId: lu.id, periode: '2013', genre: 'cible', valeur: n(3) }))
    expect(await lire()).toMatchObject({ atteint: true })
  })

  it('compte les abandons sur tous les accompagnements clos, motif non renseigné compris', async () => {
    const { api, indicateurDe } = await uneCoordination(['mission-locale'])
    await valeur(api.reglages.changerDispositif({ dispositif: 'mission-locale' }))
    const clore = async (date: string, motif: string) => {
      const entretien = chezLaMissionLocale('2013-01-10')
      await valeur(api.entretiens.enregistrer(entretien))
      await valeur(api.suivis.cloturer({ id: entretien.suivi.id, date, motif }))
    }
    await clore('2013-03-01', 'perdu-de-vue')
    await clore('2013-04-01', 'objectifs-atteints')
    await clore('2013-05-01', 'reincarceration')
    await clore('2013-08-01', 'refus')
    await clore('2014-02-01', 'refus')
    const lu = await indicateurDe('1.4', 'Taux d’abandon', 2013)
    expect(lu.periodes.map((c) => c.realise)).toEqual([taux(1, 3), taux(1, 1)])
    expect(lu.annee.realise).toEqual(taux(2, 4))
  })

  it('n’a pas de valeur pour ce qui n’a pas commencé, ni de comparaison avant la fin de l’année', async () => {
    const { indicateurDe } = await uneCoordination(['mission-locale'])
    const lu = await indicateurDe('1.4', 'Jeunes reçus en premier entretien', 2014)
    expect(lu.periodes.map((c) => c.realise)).toEqual([n(0), null])
    expect(lu).toMatchObject({ evolution: null, annee: { realise: n(0), masque: false } })
  })

  it('se tape là où le coffre ne tient pas ce métier, et peut y être délié et relié', async () => {
    const { api, indicateurDe } = await uneCoordination()
    const { id: indicateurId, ...lu } = await indicateurDe('1.4', 'Jeunes reçus en premier entretien', 2013)
    expect(lu.liaison).toBeNull()
    const noter = { indicateurId, periode: '2013-S1', genre: 'realise' } as const
    await valeur(api.strategie.noterValeur({ ...noter, valeur: n(44) }))
    const { ficheId, libelle, type, unite, periodicite, sens } = lu
    const indicateur = { id: indicateurId, ficheId, libelle, type, unite, periodicite, sens }
    const lier = (liaison: 'premiers-entretiens' | 'abandons' | null) =>
      refus(api.strategie.enregistrerIndicateur({ ...indicateur, liaison }))
    expect(await lier('premiers-entretiens')).toEqual({ code: 'valeur-utilisee', champs: { liaison: 'notee' } })
    await valeur(api.strategie.noterValeur({ ...noter, valeur: null }))
    expect(await lier('abandons')).toMatchObject({ champs: { liaison: 'autre-type' } })
    expect(await lier('premiers-entretiens')).toBe('accepté')
    // Nothing is counted of a job that the coffre is not kept for, and zero is not said.
    expect((await indicateurDe('1.4', 'Jeunes reçus en premier entretien', 2013)).annee).toMatchObject({
      realise: null,
      masque: true,
    })
  })

  it('compte les personnes de l’année, qui ne sont pas la somme de ses périodes', async () => {
    const { api, ficheDe } = await uneCoordination(['isc'])
    const { id: ficheId } = await ficheDe('3.2', 2013)
    const lie = { id: unId(), ficheId, libelle: 'Reçues', type: 'nombre', unite: '', sens: 'hausse' } as const
    await valeur(api.strategie.enregistrerIndicateur({ ...lie, periodicite: 'semestre', liaison: 'isc-personnes' }))
    await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
    const zoe = unePersonne()
    for (const date of ['2013-02-01', '2013-11-01'])
      await valeur(
        api.entretiens.enregistrer(
          unEntretien({ date, suivi: { id: unId(), saisineDate: null, reponses: {} }, presences: [unePresence(zoe)] }),
        ),
      )
    const lu = (await ficheDe('3.2', 2013)).indicateurs.find((i) => i.id === lie.id)
    expect(lu?.periodes.map((c) => c.realise)).toEqual([n(1), n(1)])
    expect(lu?.annee.realise).toEqual(n(1))
  })

  it('cache les petits nombres à un document qui sort, et les garde à l’écran', async () => {
    const { api, db, id } = await uneCoordination(['mission-locale'])
    await valeur(api.reglages.changerDispositif({ dispositif: 'mission-locale' }))
    await valeur(api.entretiens.enregistrer(chezLaMissionLocale('2013-02-01')))
    const lire = async (seuil: number) => {
      const lecture = { annee: 2013, jour: '2014-05-20', comptables: ['mission-locale'], seuil } as const
      const { fiches } = await lireStrategie(db(), id, lecture)
      return fiches.flatMap((f) => f.indicateurs).find((i) => i.liaison === 'premiers-entretiens')?.annee
    }
    expect(await lire(0)).toMatchObject({ realise: n(1), masque: false })
    expect(await lire(5)).toMatchObject({ realise: null, masque: true })
  })

  it('a un compteur pour chaque liaison déclarée', async () => {
    const { api, ficheDe } = await uneCoordination(['isc', 'mission-locale', 'tig'])
    const { id: ficheId } = await ficheDe('4.1', 2013)
    for (const liaison of codesLiaison) {
      const type = liaison === 'abandons' || liaison === 'tig-remplissage' ? 'taux' : 'nombre'
      await valeur(
        api.strategie.enregistrerIndicateur({
          id: unId(),
          ficheId,
          libelle: liaison,
          type,
          unite: '',
          periodicite: 'annee',
          sens: 'hausse',
          liaison,
        }),
      )
    }
    const { indicateurs } = await ficheDe('4.1', 2013)
    const sansValeur = indicateurs.filter((i) => i.annee.realise === null).map((i) => i.liaison)
    // The coffre of this test is not kept for the cvp.
    expect(sansValeur).toEqual(['cvp-personnes', 'cvp-entretiens'])
  })
})
