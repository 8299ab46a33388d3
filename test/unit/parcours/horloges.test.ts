import { describe, expect, it } from 'vitest'
import { horloges } from '#shared/domaine/dispositifs/cvp/horloges.ts'
import type { FaitsParcours } from '#shared/domaine/parcours/faits.ts'
import { echeancesLegales } from '#shared/domaine/parcours/horloge.ts'
import { ajouterMois } from '#shared/utils/dates.ts'
import { desFaits, uneMesure, unPassage, unRepere, unStatut } from './des-faits.ts'

/** Days that one clock gives, every expected one computed by hand from its article. */
const jours = (code: string, faits: Partial<FaitsParcours>, aujourdhui = '2025-06-02') =>
  echeancesLegales(horloges, desFaits(faits), aujourdhui)
    .filter((e) => e.code === code)
    .map((e) => e.date)

const detenu = (entree: string, fin: string, statut: 'condamne' | 'prevenu' = 'condamne') => ({
  passages: [unPassage({ entree })],
  reperes: [unRepere('fin-de-peine', fin)],
  statuts: [unStatut(statut, entree)],
})

describe('les mois', () => {
  it('vont d’un quantième au même, ou au dernier jour d’un mois plus court', () => {
    expect(ajouterMois('2025-08-31', 6)).toBe('2026-02-28')
    expect(ajouterMois('2023-08-31', 6)).toBe('2024-02-29')
    expect(ajouterMois('2026-05-31', -3)).toBe('2026-02-28')
    expect(ajouterMois('2026-01-15', -1)).toBe('2025-12-15')
    expect(ajouterMois('2025-12-01', 1)).toBe('2026-01-01')
    expect(ajouterMois('2024-02-29', 12)).toBe('2025-02-28')
  })
})

describe('la libération sous contrainte (720 I CPP)', () => {
  it('s’examine quand la peine accomplie vaut deux fois la peine restante', () => {
    // 365 days: on 1 September 243 are served and 122 are left; on the 2nd, 244 and 121.
    expect(jours('lsc', detenu('2025-01-01', '2026-01-01'))).toEqual(['2025-09-02'])
    // 732 days, a 29 February among them: 488 served on 1 October 2024.
    expect(jours('lsc', detenu('2023-06-01', '2025-06-02'), '2024-01-01')).toEqual(['2024-10-01'])
  })

  it('ne s’examine pas au-delà de cinq ans', () => {
    expect(jours('lsc', detenu('2024-01-01', '2029-01-01'))).toHaveLength(1)
    expect(jours('lsc', detenu('2024-01-01', '2029-01-02'))).toEqual([])
  })

  it('compte depuis l’écrou, transferts compris, et s’arrête avec lui', () => {
    const faits = detenu('2025-03-01', '2026-01-01')
    const avant = unPassage({ entree: '2025-01-01', sortie: '2025-03-01', mode: 'transfert' })
    expect(jours('lsc', { ...faits, passages: [...faits.passages, avant] })).toEqual(['2025-09-02'])
    const libere = [unPassage({ sortie: '2025-05-01', mode: 'lc' })]
    expect(jours('lsc', { ...faits, passages: libere })).toEqual([])
  })

  it('n’existe pas pour un prévenu', () => {
    expect(jours('lsc', detenu('2025-01-01', '2026-01-01', 'prevenu'))).toEqual([])
    expect(jours('lsc-plein-droit', detenu('2025-01-01', '2026-01-01', 'prevenu'))).toEqual([])
  })
})

describe('la libération sous contrainte de plein droit (720 II CPP)', () => {
  it('vient trois mois avant la fin, et la personne l’apprend un mois plus tôt', () => {
    const faits = detenu('2025-01-01', '2026-01-01')
    expect(jours('lsc-plein-droit', faits)).toEqual(['2025-10-01'])
    expect(jours('lsc-plein-droit-information', faits)).toEqual(['2025-09-01'])
    expect(jours('lsc-plein-droit', detenu('2025-01-01', '2026-05-31'))).toEqual(['2026-02-28'])
  })

  it('est acquise dès le premier jour d’une peine de moins de trois mois, sans délai pour l’annoncer', () => {
    const faits = detenu('2025-05-20', '2025-07-20')
    expect(jours('lsc-plein-droit', faits)).toEqual(['2025-05-20'])
    expect(jours('lsc-plein-droit-information', faits)).toEqual([])
  })

  it('ne va pas au-delà de deux ans', () => {
    expect(jours('lsc-plein-droit', detenu('2025-01-01', '2027-01-01'))).toEqual(['2026-10-01'])
    expect(jours('lsc-plein-droit', detenu('2025-01-01', '2027-01-02'))).toEqual([])
  })
})

describe('les rapports du SPIP (D113-44)', () => {
  const sp = uneMesure('sp', '2024-01-15', { finPrevue: '2026-07-15' })

  it('sont dus à trois mois, chaque année au-delà de deux ans, et un mois avant la fin', () => {
    expect(jours('rapport-prise-en-charge', { mesures: [sp] })).toEqual(['2024-04-15'])
    expect(jours('rapport-annuel', { mesures: [sp] })).toEqual(['2025-01-15', '2026-01-15'])
    expect(jours('rapport-fin-de-mesure', { mesures: [sp] })).toEqual(['2026-06-15'])
    expect(jours('rapport-annuel', { mesures: [{ ...sp, finPrevue: '2026-01-15' }] })).toEqual([])
  })

  it('ne concernent ni une mesure finie, ni une peine exécutée en détention', () => {
    expect(jours('rapport-fin-de-mesure', { mesures: [{ ...sp, au: '2025-05-01' }] })).toEqual([])
    expect(jours('rapport-prise-en-charge', { mesures: [uneMesure('emprisonnement', '2025-01-01')] })).toEqual([])
  })
})

describe('après la libération', () => {
  const libere = { passages: [unPassage({ sortie: '2025-01-15', mode: 'fin-de-peine-sans-mesure' })] }

  it('l’aide du SPIP dure six mois (D522-4), et la preuve pour l’IAE un jour de moins', () => {
    expect(jours('aide-spip-apres-liberation', libere)).toEqual(['2025-07-15'])
    expect(jours('preuve-iae', libere)).toEqual(['2025-07-14'])
  })

  it('une attestation plus récente que le billet de sortie prolonge la preuve', () => {
    expect(jours('preuve-iae', { ...libere, reperes: [unRepere('attestation-jap', '2025-04-01')] })).toEqual([
      '2025-09-30',
    ])
  })

  it('un transfert n’ouvre aucun délai', () => {
    const transfere = { passages: [unPassage({ sortie: '2025-01-15', mode: 'transfert' })] }
    expect(jours('aide-spip-apres-liberation', transfere)).toEqual([])
    expect(jours('preuve-iae', transfere)).toEqual([])
  })
})

describe('les autres délais', () => {
  it('la domiciliation vaut un an', () => {
    expect(jours('domiciliation', { reperes: [unRepere('domiciliation', '2024-02-29')] })).toEqual(['2025-02-28'])
  })

  it('la mission locale accompagne jusqu’à vingt-cinq ans révolus, et ce délai n’est que le sien', () => {
    const personnes = [{ id: '', libelle: '', naissance: '2000-02-29' }]
    const { suivi } = desFaits()
    const jeune = { personnes, suivi: { ...suivi, dispositif: 'mission-locale' } }
    expect(jours('age-mission-locale', jeune)).toEqual(['2026-02-28'])
    expect(jours('age-mission-locale', { personnes })).toEqual([])
    expect(
      jours('age-mission-locale', {
        ...jeune,
        personnes: [{ ...personnes[0], id: '', libelle: '', naissance: '2000' }],
      }),
    ).toEqual([])
  })

  it('donnent chacun leur article et leur explication, dans l’ordre des jours', () => {
    const lues = echeancesLegales(horloges, desFaits(detenu('2025-01-01', '2026-01-01')), '2025-06-02')
    expect(lues.map((e) => e.date)).toEqual(['2025-09-01', '2025-09-02', '2025-10-01'])
    for (const { article, explication } of horloges) expect(article.length * explication.length).toBeGreaterThan(0)
  })

  it('ne disent rien d’un suivi dont on ne sait rien', () => {
    expect(echeancesLegales(horloges, desFaits(), '2025-06-02')).toEqual([])
  })
})
