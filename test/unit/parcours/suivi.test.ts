import { describe, expect, it } from 'vitest'
import { cvp } from '#shared/domaine/dispositifs/cvp/index.ts'
import { niveauxSituation, questionsSituation } from '#shared/domaine/dispositifs/cvp/situations.ts'
import { erreursDeSituation, progresDe } from '#shared/domaine/parcours/situation.ts'
import { etatDemarche } from '#shared/domaine/parcours/demarche.ts'
import { erreursDeComite } from '#shared/domaine/parcours/comite.ts'
import { consentementsEnVigueur, erreursDeConsentement } from '#shared/domaine/parcours/consentement.ts'
import { avancementDe } from '#shared/domaine/parcours/avancement.ts'
import { etapes } from '#shared/domaine/parcours/etape.ts'
import { unId } from '../../fixtures/builders.ts'
import { desFaits, uneDemarche, unPassage, unRepere, uneSituation } from './des-faits.ts'

const aujourdhui = '2025-06-02'

const erreurs = (...args: Parameters<typeof uneSituation>) => erreursDeSituation(cvp, uneSituation(...args), aujourdhui)

describe('une situation', () => {
  it('n’accepte que les questions et les réponses déclarées', () => {
    expect(erreurs({ logement: 'hotel', ressources: ['rsa', 'apl'] })).toEqual({})
    expect(erreurs({ logement: 'palais' })).toEqual({ 'reponses.logement': 'valeur-inconnue' })
    expect(erreurs({ logement: ['hotel'] })).toEqual({ 'reponses.logement': 'type' })
    expect(erreurs({ ressources: 'rsa' })).toEqual({ 'reponses.ressources': 'type' })
    expect(erreurs({ ressources: ['rsa', 'rsa'] })).toEqual({ 'reponses.ressources': 'valeur-inconnue' })
    expect(erreurs({ traitement: 'oui' })).toEqual({ 'reponses.traitement': 'champ-inconnu' })
    expect(erreurs({}, { date: '2025-06-03' })).toEqual({ date: 'futur' })
  })

  it('sans la personne n’existe qu’après la libération, et ne dit rien d’autre', () => {
    expect(erreurs({}, { moment: 'six-mois', jointe: false })).toEqual({})
    expect(erreurs({}, { jointe: false })).toEqual({ jointe: 'apres-liberation-seulement' })
    expect(erreurs({ logement: 'hotel' }, { moment: 'six-mois', jointe: false })).toEqual({
      reponses: 'personne-non-jointe',
    })
  })

  it('se compare à une autre, question par question, sans deviner ce qui manque', () => {
    const progres = progresDe(
      { logement: 'sans-abri', papiers: 'valide', ressources: ['sans'], activite: 'cdi', famille: 'marie' },
      {
        logement: 'chez-tiers',
        papiers: 'titre-valide',
        ressources: ['apl', 'rsa'],
        activite: 'recherche',
        famille: 'veuf',
      },
    )
    expect(Object.fromEntries(progres.map((p) => [p.question.code, p.evolution]))).toEqual({
      logement: 'mieux',
      domiciliation: 'inconnu',
      activite: 'moins-bien',
      ressources: 'mieux',
      papiers: 'pareil',
      couverture: 'inconnu',
      mobilite: 'inconnu',
      famille: 'inconnu',
      etudes: 'inconnu',
    })
  })

  it('a pour chaque question une liste que le poste peut changer', () => {
    for (const { liste } of questionsSituation) {
      expect(cvp.listes.map((l) => l.code)).toContain(liste)
      expect(niveauxSituation.has(liste)).toBe(true)
    }
  })
})

const statut = (nom: 'engagee' | 'aboutie' | 'refusee', date: string) => ({ id: unId(), statut: nom, date })

describe('une démarche', () => {
  it('en est à son dernier statut, dans l’ordre des jours puis de saisie', () => {
    expect(etatDemarche([])).toMatchObject({ statut: 'a-faire', resultatLe: null })
    const historique = [statut('aboutie', '2025-05-01'), statut('engagee', '2025-04-01')]
    expect(etatDemarche(historique)).toMatchObject({ statut: 'aboutie', resultatLe: '2025-05-01' })
    expect(etatDemarche(historique).historique.map((h) => h.statut)).toEqual(['engagee', 'aboutie'])
    const reprise = [...historique, statut('engagee', '2025-05-01')]
    expect(etatDemarche(reprise)).toMatchObject({ statut: 'engagee', resultatLe: null })
  })
})

describe('un comité', () => {
  const decision = {
    id: unId(),
    suiviId: unId(),
    decision: 'Demander une place',
    acteur: 'cpip',
    pourLe: null,
    faiteLe: null,
  }
  const comite = { id: unId(), date: '2025-05-01', participants: ['cpip'], decisions: [decision] }

  it('ne nomme personne hors de sa forme restreinte', () => {
    expect(erreursDeComite({ ...comite, forme: 'restreint' }, aujourdhui)).toEqual({})
    expect(erreursDeComite({ ...comite, forme: 'projet' }, aujourdhui)).toEqual({ decisions: 'comite-sans-nom' })
    expect(erreursDeComite({ ...comite, forme: 'projet', decisions: [] }, aujourdhui)).toEqual({})
  })

  it('décide pour plus tard, et ne décide rien avant d’avoir eu lieu', () => {
    const tard = { ...decision, pourLe: '2025-04-30' }
    expect(erreursDeComite({ ...comite, forme: 'restreint', decisions: [tard] }, aujourdhui)).toEqual({
      'decisions.0.pourLe': 'avant-comite',
    })
    expect(erreursDeComite({ ...comite, forme: 'restreint', date: '2025-07-01' }, aujourdhui)).toEqual({
      date: 'futur',
    })
    expect(erreursDeComite({ ...comite, forme: 'restreint', date: '2025-07-01', decisions: [] }, aujourdhui)).toEqual(
      {},
    )
  })
})

const un = (
  reponse: 'donne' | 'refuse' | 'retire',
  date: string,
  aupresDe: 'personne' | 'representant-legal' = 'personne',
) => ({ id: unId(), objet: 'accompagnement', reponse, date, par: 'cvp', aupresDe }) as const

describe('le consentement', () => {
  it('en vigueur est la dernière réponse de la personne', () => {
    const refus = un('refuse', '2025-05-01')
    expect(
      consentementsEnVigueur([refus, un('donne', '2025-04-01'), un('donne', '2025-05-20', 'representant-legal')]),
    ).toEqual({
      accompagnement: refus,
    })
  })

  it('ne se retire pas d’une notice reçue', () => {
    expect(erreursDeConsentement({ objet: 'notice', reponse: 'retire', date: '2025-05-01' }, aujourdhui)).toEqual({
      reponse: 'notice-jamais-retiree',
    })
    expect(erreursDeConsentement({ objet: 'notice', reponse: 'refuse', date: '2025-05-01' }, aujourdhui)).toEqual({})
  })
})

describe('l’avancement', () => {
  it('dit chaque étape, dans n’importe quel ordre', () => {
    const vide = avancementDe(desFaits(), aujourdhui)
    expect(vide.map((e) => e.etape)).toEqual([...etapes])
    expect(vide.some((e) => e.atteinte)).toBe(false)
    const faits = desFaits({
      entretiens: ['2025-02-03', '2025-05-01'],
      passages: [unPassage({ sortie: '2025-05-01', mode: 'lc' })],
      demarches: [uneDemarche('siao', 'engagee')],
      situations: [uneSituation({}, { date: '2025-03-05' })],
      reperes: [unRepere('rendez-vous-dehors', '2025-05-06'), unRepere('examen-lsc', '2025-09-01')],
    })
    expect(Object.fromEntries(avancementDe(faits, aujourdhui).map((e) => [e.etape, e.date]))).toEqual({
      reperage: '2025-02-03',
      'premier-entretien': '2025-02-03',
      diagnostic: '2025-03-05',
      preparation: '2025-03-01',
      liberation: '2025-05-01',
      'accueil-dehors': '2025-05-01',
      accompagnement: '2025-03-01',
      comite: null,
      'sortie-dispositif': null,
      'apres-sortie': null,
    })
  })

  it('n’atteint pas encore une étape dont le jour est à venir', () => {
    const faits = desFaits({ reperes: [unRepere('rendez-vous-dehors', '2025-06-03')] })
    const etape = (jour: string) => avancementDe(faits, jour).find((e) => e.etape === 'accueil-dehors')
    expect(etape('2025-06-02')?.atteinte).toBe(false)
    expect(etape('2025-06-03')?.atteinte).toBe(true)
  })
})
