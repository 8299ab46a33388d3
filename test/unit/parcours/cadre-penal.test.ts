import { describe, expect, it } from 'vitest'
import { cvp } from '#shared/domaine/dispositifs/cvp/index.ts'
import { mesuresConnues } from '#shared/domaine/dispositifs/cvp/mesures.ts'
import { erreursDeMesure, estAncienne, mesureEnCours, mesuresContredites } from '#shared/domaine/parcours/mesure.ts'
import { statutPenalAu } from '#shared/domaine/parcours/statut-penal.ts'
import { uneMesure, unStatut } from './des-faits.ts'

const aujourdhui = '2025-06-02'
const erreurs = (mesure: ReturnType<typeof uneMesure>, statuts: ReturnType<typeof unStatut>[] = []) =>
  erreursDeMesure(cvp, mesure, statuts, aujourdhui)

describe('le statut pénal', () => {
  it('vaut du jour noté jusqu’au suivant, dans n’importe quel ordre de saisie', () => {
    const statuts = [unStatut('condamne', '2025-03-10'), unStatut('prevenu', null)]
    expect(statutPenalAu(statuts, '2025-03-09')).toBe('prevenu')
    expect(statutPenalAu(statuts, '2025-03-10')).toBe('condamne')
    expect(statutPenalAu([], '2025-03-10')).toBe('inconnu')
    expect(statutPenalAu([unStatut('condamne', '2025-03-10')], '2025-03-09')).toBe('inconnu')
  })

  it('est, de deux notés le même jour, le dernier noté', () => {
    expect(statutPenalAu([unStatut('prevenu', '2025-03-10'), unStatut('condamne', '2025-03-10')], aujourdhui)).toBe(
      'condamne',
    )
  })
})

describe('une mesure', () => {
  it('est de la liste, et ses dates sont dans l’ordre', () => {
    expect(erreurs(uneMesure('lc', '2025-01-10', { finPrevue: '2026-01-10', au: '2025-05-01' }))).toEqual({})
    expect(erreurs(uneMesure('grace', null))).toEqual({ mesure: 'valeur-inconnue' })
    expect(erreurs(uneMesure('lc', '2025-01-10', { finPrevue: '2025-01-09' }))).toEqual({ finPrevue: 'avant-debut' })
    expect(erreurs(uneMesure('lc', '2025-01-10', { au: '2025-01-09' }))).toEqual({ au: 'avant-debut' })
    expect(erreurs(uneMesure('lc', '2025-01-10', { au: '2025-06-03' }))).toEqual({ au: 'futur' })
    expect(erreurs(uneMesure('lc', null, { finPrevue: '2030-01-01' }))).toEqual({})
  })

  it('n’aménage pas la peine d’un prévenu, qui n’en a pas (L423-2)', () => {
    const prevenu = [unStatut('prevenu', '2025-01-01')]
    for (const code of ['sl', 'pe', 'lc', 'lsc', 'lsc-pd', 'ddse-amenagement', 'permission', 'susp', 'frac'])
      expect([code, erreurs(uneMesure(code, '2025-02-01'), prevenu)]).toEqual([
        code,
        { mesure: 'prevenu-sans-amenagement' },
      ])
    for (const code of ['dp', 'cj', 'arse', 'sp', 'tig', 'mej'])
      expect([code, erreurs(uneMesure(code, '2025-02-01'), prevenu)]).toEqual([code, {}])
    expect(erreurs(uneMesure('sl', '2025-02-01'), [unStatut('condamne-prevenu', '2025-01-01')])).toEqual({})
  })

  it('n’est contredite que les jours où la personne n’est que prévenue', () => {
    const puis = [unStatut('prevenu', '2025-01-01'), unStatut('condamne', '2025-03-01')]
    expect(erreurs(uneMesure('sl', '2025-03-01'), puis)).toEqual({})
    expect(erreurs(uneMesure('sl', '2025-02-28'), puis)).toEqual({ mesure: 'prevenu-sans-amenagement' })
    expect(erreurs(uneMesure('sl', '2024-06-01', { au: '2024-12-31' }), puis)).toEqual({})
    expect(erreurs(uneMesure('sl', null), puis)).toEqual({})
    expect(erreurs(uneMesure('sl', null, { au: '2025-02-01' }), puis)).toEqual({ mesure: 'prevenu-sans-amenagement' })
    expect(erreurs(uneMesure('sl', null), [unStatut('prevenu', null)])).toEqual({ mesure: 'prevenu-sans-amenagement' })
    const sl = uneMesure('sl', '2025-02-01')
    expect(mesuresContredites(cvp, [sl, uneMesure('dp', '2025-01-01')], puis)).toEqual([sl])
  })

  it('suit les règles des aménagements quand le poste en ajoute une à leur groupe', () => {
    const listes = cvp.listes.map((l) =>
      l.code === 'mesure'
        ? { ...l, modalites: [...l.modalites, { code: 'nouvelle', libelle: 'Nouvelle', groupe: 'amenagement' }] }
        : l,
    )
    expect(
      erreursDeMesure(
        { ...cvp, listes },
        uneMesure('nouvelle', '2025-02-01'),
        [unStatut('prevenu', '2025-01-01')],
        aujourdhui,
      ),
    ).toEqual({ mesure: 'prevenu-sans-amenagement' })
  })

  it('est en cours du premier au dernier jour connus, compris', () => {
    const sp = uneMesure('sp', '2025-01-10', { au: '2025-05-01' })
    expect(['2025-01-09', '2025-01-10', '2025-05-01', '2025-05-02'].map((jour) => mesureEnCours(sp, jour))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('a une base légale, sauf les anciens libellés, que rien ne propose', () => {
    const anciennes = mesuresConnues.filter((m) => estAncienne(m.code)).map((m) => m.code)
    expect(anciennes).toEqual(['sme', 'sursis-tig', 'contrainte-penale', 'pse', 'sefip'])
    const sansBase = mesuresConnues.filter((m) => m.base === '').map((m) => m.code)
    expect(sansBase).toEqual(['aucune', ...anciennes])
    const offertes = cvp.listes.find((l) => l.code === 'mesure')?.modalites.filter((m) => m.masquee !== true)
    expect(offertes?.filter((m) => estAncienne(m.code))).toEqual([])
  })
})
