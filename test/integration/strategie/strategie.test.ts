import { describe, expect, it } from 'vitest'
import { lireStrategie } from '#db/queries/strategie/lire.ts'
import type { StrategieResumee } from '#shared/domaine/strategie/strategie.ts'
import { unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { refus, uneCoordination } from './outils.ts'

const signalees = ({ fiches }: StrategieResumee, manque: string) =>
  fiches.filter((f) => f.manques.some((m) => m === manque)).map((f) => f.numero)
const n = (nombre: number) => ({ type: 'nombre', nombre }) as const

describe('l’exemple d’Aix-en-Provence', () => {
  it('se charge en entier, signale ce qui manque, et ne se charge pas deux fois', async () => {
    const { api, resumer } = await uneCoordination()
    const plan = await resumer(2013)
    expect(plan.axes.map((a) => a.numero)).toEqual(['1', '2', '3', '4'])
    expect(plan.fiches.map((f) => f.numero)).toHaveLength(13)
    expect(signalees(plan, 'sans-indicateur')).toEqual(['4.1'])
    expect(signalees(plan, 'sans-calendrier')).toEqual(['1.1', '3.1', '4.3'])
    expect(signalees(plan, 'sans-financeur')).toEqual(['1.2', '2.1', '4.3'])
    expect(await refus(api.strategie.chargerExemple({ exemple: 'aix-en-provence' }))).toEqual({
      code: 'entree-invalide',
      champs: { exemple: 'deja-charge' },
    })
    expect(await valeur(api.strategie.lister())).toHaveLength(1)
    expect((await resumer(2013)).fiches).toEqual(plan.fiches)
  })

  it('retirée, elle se recharge ; l’ancienne ne peut alors plus revenir', async () => {
    const { api, id } = await uneCoordination()
    await valeur(api.strategie.retirer({ genre: 'strategie', id }))
    expect(await valeur(api.strategie.lister())).toEqual([])
    expect(await refus(api.strategie.resumer({ id, annee: 2013 }))).toMatchObject({ code: 'introuvable' })
    await valeur(api.strategie.retablir({ genre: 'strategie', id }))
    await valeur(api.strategie.retirer({ genre: 'strategie', id }))
    await valeur(api.strategie.chargerExemple({ exemple: 'aix-en-provence' }))
    expect(await refus(api.strategie.retablir({ genre: 'strategie', id }))).toMatchObject({
      champs: { exemple: 'deja-charge' },
    })
  })

  it('tient ses axes par leur identifiant : renumérotés dans l’autre ordre, ils gardent leurs fiches', async () => {
    const { api, id, resumer } = await uneCoordination()
    const [, , victimes, tranquillite] = (await resumer(2013)).axes
    if (victimes === undefined || tranquillite === undefined) throw new Error('four axes')
    await valeur(api.strategie.enregistrerAxe({ ...victimes, numero: '4' }))
    await valeur(api.strategie.enregistrerAxe({ ...tranquillite, numero: '3' }))
    await valeur(api.strategie.deplacerAxe({ id: tranquillite.id, vers: 'haut' }))
    const apres = await resumer(2013)
    expect(apres.axes.map((a) => [a.numero, a.id])).toEqual([
      ['1', apres.axes[0]?.id],
      ['2', apres.axes[1]?.id],
      ['3', tranquillite.id],
      ['4', victimes.id],
    ])
    expect(apres.fiches.filter((f) => f.axeId === victimes.id).map((f) => f.titre)).toEqual([
      'Prise en charge des touristes victimes',
      'Violences au sein du couple : prévention, sensibilisation, prise en charge',
    ])
    expect(apres.strategie.id).toBe(id)
  })
})

describe('une valeur', () => {
  it('se note par période, s’additionne, se compare à l’année d’avant et à la cible', async () => {
    const { api, indicateurDe, resumer, horloge } = await uneCoordination()
    const { id: indicateurId } = await indicateurDe('2.1', 'TIG accueillis', 2013)
    const noter = (periode: string, genre: 'cible' | 'realise', nombre: number) =>
      valeur(api.strategie.noterValeur({ indicateurId, periode, genre, valeur: n(nombre) }))
    for (const [periode, nombre] of [
      ['2013-S1', 80],
      ['2013-S2', 120],
      ['2014-S1', 130],
      ['2014-S2', 127],
    ] as const)
      await noter(periode, 'realise', nombre)
    await noter('2014', 'cible', 250)
    const lu = await indicateurDe('2.1', 'TIG accueillis', 2014)
    expect(lu).toMatchObject({ precedente: n(200), evolution: 28.5, atteint: true, annee: { realise: n(257) } })
    expect(lu.periodes.map((c) => c.realise)).toEqual([n(130), n(127)])
    expect(lu.periodes[0]?.noteLe).toBe(horloge.instant.toISOString())
    const resume = (await resumer(2014)).fiches.find((f) => f.numero === '2.1')
    expect(resume).toMatchObject({ cibles: { fixees: 1, atteintes: 1 }, part: 1 })
    await valeur(api.strategie.noterValeur({ indicateurId, periode: '2014-S2', genre: 'realise', valeur: null }))
    expect(await indicateurDe('2.1', 'TIG accueillis', 2014)).toMatchObject({
      evolution: null,
      atteint: false,
      annee: { realise: n(130) },
    })
  })

  it('est refusée dans une autre périodicité, sous un autre type, ou d’un indicateur retiré', async () => {
    const { api, indicateurDe } = await uneCoordination()
    const { id: indicateurId } = await indicateurDe('4.5', 'Classes participantes', 2013)
    const noter = (periode: string, lue: unknown) =>
      refus(api.strategie.noterValeur({ indicateurId, periode, genre: 'realise', valeur: lue as never }))
    expect(await noter('2013-S1', n(3))).toMatchObject({ champs: { periode: 'autre-periodicite' } })
    expect(await noter('2013', { type: 'texte', texte: 'trois' })).toMatchObject({ champs: { valeur: 'autre-type' } })
    expect(await noter('2013-T5', n(3))).toMatchObject({ code: 'entree-invalide' })
    await valeur(api.strategie.retirer({ genre: 'indicateur', id: indicateurId }))
    expect(await noter('2013', n(3))).toMatchObject({ code: 'introuvable' })
    await valeur(api.strategie.retablir({ genre: 'indicateur', id: indicateurId }))
    expect(await noter('2013', n(3))).toBe('accepté')
  })

  it('empêche de changer sous elle le type ou la périodicité de son indicateur', async () => {
    const { api, indicateurDe } = await uneCoordination()
    const { id, ficheId, libelle, unite, sens } = await indicateurDe('4.5', 'Classes participantes', 2013)
    const indicateur = { id, ficheId, libelle, unite, sens, liaison: null }
    const changer = (type: 'nombre' | 'texte' | 'liste', periodicite: 'annee' | 'semestre') =>
      refus(api.strategie.enregistrerIndicateur({ ...indicateur, type: type as never, periodicite }))
    expect(await changer('nombre', 'semestre')).toBe('accepté')
    await valeur(api.strategie.noterValeur({ indicateurId: id, periode: '2013-S1', genre: 'realise', valeur: n(12) }))
    expect(await changer('nombre', 'annee')).toEqual({ code: 'valeur-utilisee', champs: { periodicite: 'notee' } })
    expect(await changer('liste', 'semestre')).toEqual({ code: 'valeur-utilisee', champs: { type: 'notee' } })
    expect((await indicateurDe('4.5', 'Classes participantes', 2013)).annee.realise).toEqual(n(12))
  })
})

describe('une fiche', () => {
  it('garde son statut d’une année à l’autre, et une année passée garde le sien', async () => {
    const { api, ficheDe, resumer } = await uneCoordination()
    const { id: ficheId } = await ficheDe('4.4', 2013)
    const vide = { ficheId, avancement: '', difficultes: '', suites: '' }
    await valeur(api.strategie.noterAnnee({ ...vide, annee: 2014, statut: 'en-cours', difficultes: 'Charte tardive.' }))
    await valeur(api.strategie.noterAnnee({ ...vide, annee: 2015, statut: 'realisee' }))
    const statuts = []
    for (const annee of [2013, 2014, 2015])
      statuts.push((await resumer(annee)).fiches.find((f) => f.numero === '4.4')?.statut)
    expect(statuts).toEqual(['a-lancer', 'en-cours', 'realisee'])
    expect((await ficheDe('4.4', 2014)).annee.difficultes).toBe('Charte tardive.')
    expect((await ficheDe('4.4', 2015)).annee.difficultes).toBe('')
    expect(await refus(api.strategie.noterAnnee({ ...vide, annee: 2015, statut: 'perdue' }))).toMatchObject({
      code: 'valeur-inconnue',
    })
  })

  it('se corrige, se déplace, se retire et revient à sa place', async () => {
    const { api, ficheDe, resumer } = await uneCoordination()
    const numeros = async () => (await resumer(2013)).fiches.slice(0, 4).map((f) => f.numero)
    const { id, axeId, territoireId, numero, contenu } = await ficheDe('1.2', 2013)
    await valeur(
      api.strategie.enregistrerFiche({
        id,
        axeId,
        territoireId,
        numero,
        titre: 'Abords des lycées',
        contenu: { ...contenu, financeurs: ['Ville'] },
      }),
    )
    expect(signalees(await resumer(2013), 'sans-financeur')).toEqual(['2.1', '4.3'])
    await valeur(api.strategie.deplacerFiche({ id, vers: 'haut' }))
    expect(await numeros()).toEqual(['1.2', '1.1', '1.3', '1.4'])
    await valeur(api.strategie.deplacerFiche({ id, vers: 'haut' }))
    await valeur(api.strategie.retirer({ genre: 'fiche', id }))
    expect(await numeros()).toEqual(['1.1', '1.3', '1.4', '2.1'])
    expect(await refus(api.strategie.lireFiche({ id, annee: 2013 }))).toMatchObject({ code: 'introuvable' })
    await valeur(api.strategie.retablir({ genre: 'fiche', id }))
    expect(await numeros()).toEqual(['1.2', '1.1', '1.3', '1.4'])
  })

  it('a un budget en centimes, une année à la fois ; une charge n’a pas de financeur', async () => {
    const { api, ficheDe } = await uneCoordination()
    const { id: ficheId } = await ficheDe('4.2', 2013)
    const ligne = { id: unId(), ficheId, annee: 2013, rubrique: '74', libelle: 'FIPD', financeur: 'État' } as const
    await valeur(api.strategie.enregistrerLigne({ ...ligne, prevu: 4_000_000, realise: 3_900_000 }))
    const charge = { ...ligne, id: unId(), rubrique: '64' as const, prevu: null, realise: null }
    expect(await refus(api.strategie.enregistrerLigne(charge))).toMatchObject({ champs: { financeur: 'charge' } })
    await valeur(api.strategie.enregistrerLigne({ ...charge, financeur: '' }))
    expect((await ficheDe('4.2', 2013)).budget.map((l) => [l.rubrique, l.prevu, l.realise])).toEqual([
      ['64', null, null],
      ['74', 4_000_000, 3_900_000],
    ])
    expect((await ficheDe('4.2', 2014)).budget).toEqual([])
    await valeur(api.strategie.supprimerLigne({ id: ligne.id }))
    expect(await refus(api.strategie.supprimerLigne({ id: ligne.id }))).toMatchObject({ code: 'introuvable' })
  })
})

describe('une stratégie déclinée par territoire', () => {
  it('copie une fiche où elle manque, une seule fois, sans ses valeurs', async () => {
    const { api, id: strategieId, indicateurDe, ficheDe, resumer } = await uneCoordination()
    const { id: indicateurId } = await indicateurDe('4.5', 'Classes participantes', 2013)
    await valeur(api.strategie.noterValeur({ indicateurId, periode: '2013', genre: 'realise', valeur: n(9) }))
    for (const nom of ['Secteur Nord', 'Secteur Sud'])
      await valeur(api.strategie.enregistrerTerritoire({ id: unId(), strategieId, nom }))
    const { id } = await ficheDe('4.5', 2013)
    expect(await valeur(api.strategie.declinerFiche({ id }))).toEqual({ copies: 2 })
    expect(await valeur(api.strategie.declinerFiche({ id }))).toEqual({ copies: 0 })
    const { fiches, territoires } = await resumer(2013)
    const siennes = fiches.filter((f) => f.numero === '4.5')
    expect(siennes.map((f) => territoires.find((t) => t.id === f.territoireId)?.nom ?? 'tout')).toEqual([
      'tout',
      'Secteur Nord',
      'Secteur Sud',
    ])
    const copie = await valeur(api.strategie.lireFiche({ id: siennes[1]?.id ?? '', annee: 2013 }))
    expect(copie.indicateurs.map((i) => [i.libelle, i.annee.realise])).toEqual([['Classes participantes', null]])
    expect(copie.contenu).toEqual((await ficheDe('4.5', 2013)).contenu)
    expect(await refus(api.strategie.declinerFiche({ id: copie.id }))).toMatchObject({
      champs: { id: 'deja-declinee' },
    })
    const territoire = { genre: 'territoire', id: territoires[0]?.id ?? '' } as const
    expect(await refus(api.strategie.retirer(territoire))).toMatchObject({ code: 'valeur-utilisee' })
  })

  it('se lit en moins d’une seconde à l’échelle de Paris : trente et une fiches, vingt arrondissements', async () => {
    const { api, db, resumer } = await uneCoordination(['isc'])
    const strategieId = unId()
    const axeId = unId()
    await valeur(
      api.strategie.enregistrer({ id: strategieId, titre: 'Contrat', territoire: 'Paris', du: 2015, au: 2020 }),
    )
    await valeur(api.strategie.enregistrerAxe({ id: axeId, strategieId, numero: '1', titre: 'Axe' }))
    for (let i = 1; i <= 20; i += 1)
      await valeur(api.strategie.enregistrerTerritoire({ id: unId(), strategieId, nom: `${i}e arrondissement` }))
    const { contenu } =
      (await lireStrategie(db(), (await valeur(api.strategie.lister()))[1]?.id ?? '', lecture)).fiches[0] ?? {}
    if (contenu === undefined) throw new Error('no fiche')
    for (let i = 1; i <= 31; i += 1) {
      const fiche = { id: unId(), axeId, territoireId: null, numero: `1.${i}`, titre: `Fiche ${i}`, contenu }
      await valeur(api.strategie.enregistrerFiche(fiche))
      for (const liaison of ['isc-personnes', null] as const)
        await valeur(
          api.strategie.enregistrerIndicateur({
            id: unId(),
            ficheId: fiche.id,
            libelle: 'Personnes',
            type: 'nombre',
            unite: '',
            sens: 'hausse',
            periodicite: 'trimestre',
            liaison,
          }),
        )
      await valeur(api.strategie.declinerFiche({ id: fiche.id }))
    }
    const debut = performance.now()
    const { fiches } = await valeur(api.strategie.resumer({ id: strategieId, annee: 2014 }))
    expect(performance.now() - debut).toBeLessThan(1000)
    expect(fiches).toHaveLength(31 * 21)
    expect((await resumer(2014)).fiches).toHaveLength(13)
  })
})

const lecture = { annee: 2013, jour: '2014-05-20', comptables: [], seuil: 5 }
