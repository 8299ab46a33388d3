import { describe, expect, it } from 'vitest'
import { cvp } from '#shared/domaine/dispositifs/cvp/index.ts'
import { besoinDeDestination, typesDemarche } from '#shared/domaine/dispositifs/cvp/demarches.ts'
import type { FaitsParcours } from '#shared/domaine/parcours/faits.ts'
import { preparationDe } from '#shared/domaine/parcours/preparation.ts'
import { sortieDe } from '#shared/domaine/parcours/sorties.ts'
import { desFaits, uneDemarche, uneMesure, unPassage, unRepere, uneSituation, unStatut } from './des-faits.ts'

const aujourdhui = '2025-06-02'
const etats = (faits: Partial<FaitsParcours>, sortie: string | null = '2025-07-01') =>
  Object.fromEntries(preparationDe(desFaits(faits), sortie).map((p) => [p.besoin, p.etat]))

const logement = (statut: Parameters<typeof uneDemarche>[1]) =>
  etats({ demarches: [uneDemarche('siao', statut)] })['logement']

const vers = (destination: string, statut: 'attente' | 'aboutie' | 'refusee' | 'inconnue') =>
  etats({ orientations: [{ destination, statut, date: '2025-05-01' }] })

const premierRendezVous = (faits: Partial<FaitsParcours>, sortie: string | null = '2025-07-01') =>
  etats(faits, sortie)['rendez-vous']

describe('la préparation d’une sortie', () => {
  it('ne tient rien pour prêt tant que rien n’est su', () => {
    expect(etats({})).toEqual({
      papiers: 'inconnu',
      logement: 'inconnu',
      sante: 'inconnu',
      ressources: 'inconnu',
      emploi: 'inconnu',
      'rendez-vous': 'inconnu',
    })
  })

  it('suit le statut des démarches ; un refus laisse à faire', () => {
    expect(logement('aboutie')).toBe('pret')
    expect(logement('instruction')).toBe('en-cours')
    expect(logement('attente-pieces')).toBe('en-cours')
    expect(logement('a-faire')).toBe('a-faire')
    expect(logement('refusee')).toBe('a-faire')
    expect(logement('sans-suite')).toBe('a-faire')
  })

  it('retient le plus sûr de tout ce qui est su', () => {
    const demarches = [uneDemarche('siao', 'refusee'), uneDemarche('hebergement', 'aboutie')]
    expect(preparationDe(desFaits({ demarches }), null)).toContainEqual({
      besoin: 'logement',
      etat: 'pret',
      source: 'demarche',
    })
  })

  it('lit la dernière situation connue', () => {
    const entree = uneSituation({
      logement: 'detention',
      papiers: 'valide',
      ressources: ['sans'],
      couverture: ['puma', 'css'],
      activite: 'recherche',
    })
    expect(etats({ situations: [entree] })).toMatchObject({
      papiers: 'pret',
      logement: 'a-faire',
      sante: 'pret',
      ressources: 'a-faire',
      emploi: 'en-cours',
    })
    const sortie = uneSituation({ logement: 'chez-tiers' }, { moment: 'sortie', date: '2025-05-01' })
    expect(etats({ situations: [sortie, entree] })['logement']).toBe('en-cours')
    const nonJointe = uneSituation({}, { moment: 'six-mois', date: '2025-06-01', jointe: false })
    expect(etats({ situations: [sortie, nonJointe] })['logement']).toBe('en-cours')
  })

  it('compte une orientation vers qui peut y répondre', () => {
    expect(vers('siao', 'attente')['logement']).toBe('en-cours')
    expect(vers('cpam', 'aboutie')['sante']).toBe('pret')
    expect(vers('mission-locale', 'refusee')['emploi']).toBe('a-faire')
    expect(vers('siao', 'inconnue')['logement']).toBe('inconnu')
    expect(Object.values(vers('aide-alimentaire', 'aboutie'))).not.toContain('pret')
  })

  it('tient le premier rendez-vous pour pris quand son jour est noté, pas avant la sortie', () => {
    expect(premierRendezVous({ reperes: [unRepere('rendez-vous-dehors', '2025-07-02')] })).toBe('pret')
    expect(premierRendezVous({ reperes: [unRepere('convocation-spip', '2025-07-04')] })).toBe('pret')
    expect(premierRendezVous({ reperes: [unRepere('rendez-vous-dehors', '2025-06-30')] })).toBe('inconnu')
    expect(premierRendezVous({ reperes: [unRepere('rendez-vous-dehors', '2025-06-30')] }, null)).toBe('pret')
    expect(premierRendezVous({ echeances: [{ date: '2025-08-01', libelle: 'Rendez-vous' }] })).toBe('en-cours')
    expect(premierRendezVous({ echeances: [{ date: '2025-08-02', libelle: 'Rendez-vous' }] })).toBe('inconnu')
  })

  it('ne nomme que des destinations et des démarches déclarées', () => {
    const destinations = cvp.listes.find((l) => l.code === cvp.listeDestinations)?.modalites.map((m) => m.code)
    for (const code of Object.keys(besoinDeDestination)) expect(destinations).toContain(code)
    expect(new Set(typesDemarche.map((t) => t.code)).size).toBe(typesDemarche.length)
  })
})

const detenu = (sortie: string | null, champs: Partial<FaitsParcours> = {}) =>
  sortieDe(
    cvp,
    desFaits({
      passages: [unPassage()],
      ...champs,
      reperes: [...(champs.reperes ?? []), ...(sortie === null ? [] : [unRepere('sortie-prevue', sortie)])],
    }),
    aujourdhui,
  )

describe('la sortie à venir', () => {
  it('se range par délai, les bornes comprises', () => {
    expect(
      [
        '2025-06-01',
        '2025-06-02',
        '2025-07-02',
        '2025-07-03',
        '2025-08-01',
        '2025-08-02',
        '2025-08-31',
        '2025-09-01',
        null,
      ].map((jour) => detenu(jour)?.delai),
    ).toEqual([
      'depassee',
      '30-jours',
      '30-jours',
      '60-jours',
      '60-jours',
      '90-jours',
      '90-jours',
      'plus-tard',
      'sans-date',
    ])
    expect(detenu('2025-06-01')?.jours).toBe(-1)
  })

  it('prend la fin de peine à défaut de date annoncée', () => {
    expect(detenu(null, { reperes: [unRepere('fin-de-peine', '2025-08-15')] })?.sortiePrevue).toBe('2025-08-15')
    expect(detenu('2025-07-01', { reperes: [unRepere('fin-de-peine', '2025-08-15')] })?.sortiePrevue).toBe('2025-07-01')
  })

  it('n’existe plus une fois la personne libérée ou le suivi clos', () => {
    const libere = [unPassage({ sortie: '2025-05-01', mode: 'lc' })]
    expect(detenu('2025-05-01', { passages: libere })).toBeUndefined()
    expect(detenu(null, { passages: [] })).toBeUndefined()
    const { suivi } = desFaits()
    expect(detenu('2025-07-01', { suivi: { ...suivi, closLe: '2025-05-01' } })).toBeUndefined()
    const revenu = unPassage({ entree: '2025-05-20' })
    expect(detenu('2025-07-01', { passages: [...libere, revenu] })?.sortiePrevue).toBe('2025-07-01')
  })

  const pretes = ['identite', 'siao', 'couverture-maladie', 'rsa', 'france-travail'].map((t) =>
    uneDemarche(t, 'aboutie'),
  )
  const rendezVous = [unRepere('rendez-vous-dehors', '2026-01-02')]

  it('risque d’être sèche selon ce qui manque, le logement d’abord', () => {
    expect(detenu('2025-12-31')?.risque).toBe('eleve')
    expect(detenu('2025-12-31', { demarches: pretes, reperes: rendezVous })).toMatchObject({
      risque: 'faible',
      manques: [],
    })
    expect(detenu('2025-12-31', { demarches: pretes })).toMatchObject({ risque: 'modere', manques: ['rendez-vous'] })
    const sansLogement = pretes.filter((d) => d.demarche !== 'siao')
    expect(detenu('2025-12-31', { demarches: sansLogement, reperes: rendezVous })).toMatchObject({
      risque: 'eleve',
      manques: ['logement'],
    })
  })

  it('ne tient plus pour acquis, le dernier mois, ce qui n’est qu’en cours', () => {
    const demarches = pretes.map((d) => (d.demarche === 'siao' ? uneDemarche('siao', 'instruction') : d))
    expect(detenu('2025-07-03', { demarches, reperes: rendezVous })?.risque).toBe('faible')
    expect(detenu('2025-07-02', { demarches, reperes: rendezVous })).toMatchObject({
      risque: 'eleve',
      manques: ['logement'],
    })
  })

  it('est encadrée quand une mesure court ce jour-là, et dit encore ce qui manque', () => {
    const statuts = [unStatut('condamne', '2025-01-01')]
    const lsc = detenu('2025-07-01', { statuts, mesures: [uneMesure('lsc', '2025-07-01')] })
    expect(lsc?.risque).toBe('ecarte')
    expect(lsc?.manques).toContain('logement')
    expect(detenu('2025-07-01', { statuts, mesures: [uneMesure('sp', '2024-01-01')] })?.risque).toBe('ecarte')
    for (const mesure of [
      uneMesure('lsc', '2025-07-02'),
      uneMesure('permission', '2025-06-01'),
      uneMesure('emprisonnement', '2025-01-01'),
      uneMesure('lsc', null, { au: '2025-05-01' }),
    ])
      expect(detenu('2025-07-01', { statuts, mesures: [mesure] })?.risque).toBe('eleve')
  })

  it('montre les prochains délais légaux, sans ceux qui sont passés', () => {
    const reperes = [unRepere('fin-de-peine', '2026-01-01'), unRepere('domiciliation', '2024-05-01')]
    expect(detenu(null, { reperes })?.prochaines.map((e) => [e.code, e.date])).toEqual([
      ['lsc-plein-droit-information', '2025-09-01'],
      ['lsc', '2025-09-02'],
      ['lsc-plein-droit', '2025-10-01'],
    ])
  })
})
