import { describe, expect, it } from 'vitest'
import { unPartenaire, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { jour, passage, unServiceCvp, unSuivi } from './un-parcours.ts'

describe('le consentement', () => {
  it('note un refus, qui n’empêche rien', async () => {
    const { api, suivi } = await unServiceCvp()
    const { suiviId } = suivi
    const acte = { suiviId, date: '2025-02-10', par: 'cvp', aupresDe: 'personne' } as const
    await valeur(api.parcours.noterConsentement({ ...acte, id: unId(), objet: 'notice', reponse: 'donne' }))
    await valeur(api.parcours.noterConsentement({ ...acte, id: unId(), objet: 'partage', reponse: 'refuse' }))
    await valeur(api.parcours.enregistrerPassage({ ...passage, id: unId(), suiviId }))
    const lu = await valeur(api.parcours.lire({ suiviId, jour }))
    expect(lu.consentements.map((c) => [c.objet, c.reponse, c.par])).toEqual([
      ['notice', 'donne', 'cvp'],
      ['partage', 'refuse', 'cvp'],
    ])
    expect(lu.suivi.closLe).toBeNull()
    expect(
      await api.parcours.noterConsentement({ ...acte, id: unId(), par: 'marie', objet: 'notice', reponse: 'donne' }),
    ).toMatchObject({ erreur: { code: 'valeur-inconnue' } })
  })
})

describe('la situation', () => {
  it('à l’entrée se fige une fois validée, et ne change que par une correction motivée', async () => {
    const { api, suivi, horloge } = await unServiceCvp()
    const { suiviId } = suivi
    const situation = { suiviId, moment: 'entree', date: '2025-02-10', jointe: true } as const
    const enregistrer = (logement: string, validee: boolean) =>
      api.parcours.enregistrerSituation({ ...situation, reponses: { logement }, validee })
    await valeur(enregistrer('hotel', false))
    await valeur(enregistrer('chez-tiers', true))
    expect(await enregistrer('sans-abri', false)).toMatchObject({ erreur: { code: 'situation-figee' } })
    horloge.instant = new Date('2025-06-03T10:00:00')
    const correction = {
      ...situation,
      id: unId(),
      reponses: { logement: 'sans-abri' },
      motif: 'appris-depuis',
    } as const
    await valeur(api.parcours.corrigerSituation(correction))
    await valeur(api.parcours.corrigerSituation(correction))
    const [lue] = (await valeur(api.parcours.lire({ suiviId, jour }))).situations
    expect(lue).toMatchObject({
      reponses: { logement: 'sans-abri' },
      corrections: [{ motif: 'appris-depuis', reponses: { logement: 'chez-tiers' }, date: '2025-02-10' }],
    })
    expect(lue?.valideeLe?.slice(0, 10)).toBe('2025-06-02')
    expect(await enregistrer('hotel', true)).toMatchObject({ erreur: { code: 'situation-figee' } })
  })

  it('non validée ne se corrige pas : elle se change', async () => {
    const { api, suivi } = await unServiceCvp()
    const situation = {
      suiviId: suivi.suiviId,
      moment: 'sortie',
      date: '2025-02-10',
      jointe: true,
      reponses: {},
    } as const
    const corriger = () => api.parcours.corrigerSituation({ ...situation, id: unId(), motif: 'erreur-saisie' })
    expect(await corriger()).toMatchObject({ erreur: { code: 'introuvable' } })
    await valeur(api.parcours.enregistrerSituation({ ...situation, validee: false }))
    expect(await corriger()).toMatchObject({ erreur: { code: 'introuvable' } })
    expect(
      await api.parcours.enregistrerSituation({ ...situation, validee: false, reponses: { diagnostic: 'x' } }),
    ).toMatchObject({ erreur: { champs: { 'reponses.diagnostic': 'champ-inconnu' } } })
  })
})

describe('une démarche', () => {
  it('garde l’histoire de ses statuts, et son résultat au jour du dernier', async () => {
    const { api, suivi } = await unServiceCvp()
    const { suiviId } = suivi
    const siao = unPartenaire({ nom: 'SIAO 24', genre: 'siao' })
    await valeur(api.partenaires.enregistrer(siao))
    const demarche = {
      id: unId(),
      suiviId,
      domaine: 'logement',
      demarche: 'siao',
      partenaireId: siao.id,
      ouverteLe: '2025-03-01',
      echeance: '2025-06-30',
      precision: 'Deux places demandées',
    } as const
    await valeur(api.parcours.enregistrerDemarche(demarche))
    const noter = (statut: 'engagee' | 'aboutie', date: string, id = unId()) =>
      api.parcours.noterStatutDemarche({ id, demarcheId: demarche.id, statut, date })
    const erreur = unId()
    await valeur(noter('aboutie', '2025-05-05', erreur))
    await valeur(noter('engagee', '2025-03-10'))
    expect(await noter('aboutie', '2025-02-28')).toMatchObject({ erreur: { champs: { date: 'avant-ouverture' } } })
    expect(await noter('aboutie', '2025-06-03')).toMatchObject({ erreur: { champs: { date: 'futur' } } })
    await valeur(api.parcours.enregistrerDemarche({ ...demarche, precision: null }))
    const lire = async () => (await valeur(api.parcours.lire({ suiviId, jour }))).demarches[0]
    expect(await lire()).toMatchObject({
      partenaire: 'SIAO 24',
      precision: null,
      statut: 'aboutie',
      resultatLe: '2025-05-05',
      historique: [{ statut: 'engagee' }, { statut: 'aboutie' }],
    })
    await valeur(api.parcours.retirer({ genre: 'statut-demarche', id: erreur }))
    expect(await lire()).toMatchObject({ statut: 'engagee', resultatLe: null })
    expect(await api.parcours.enregistrerDemarche({ ...demarche, ouverteLe: '2025-03-11' })).toMatchObject({
      erreur: { champs: { ouverteLe: 'apres-statut' } },
    })
    expect(await api.parcours.enregistrerDemarche({ ...demarche, id: unId(), partenaireId: unId() })).toMatchObject({
      erreur: { code: 'introuvable' },
    })
    expect(await api.parcours.enregistrerDemarche({ ...demarche, id: unId(), demarche: 'voyage' })).toMatchObject({
      erreur: { code: 'valeur-inconnue' },
    })
  })
})

const decision = (suiviId: string, texte: string) => ({
  id: unId(),
  suiviId,
  decision: texte,
  acteur: 'cpip',
  pourLe: '2025-06-30',
  faiteLe: null,
})

describe('un comité de suivi', () => {
  it('décide pour plusieurs suivis, et une décision ôtée reste dans le coffre', async () => {
    const service = await unServiceCvp()
    const { api, suivi, db } = service
    const autre = await unSuivi(service, 'cvp', 'Autre')
    const decisions = [decision(suivi.suiviId, 'Demander une place'), decision(autre.suiviId, 'Revoir en juillet')]
    const comite = {
      id: unId(),
      date: '2025-05-20',
      forme: 'restreint' as const,
      participants: ['cvp', 'cpip'],
      decisions,
    }
    await valeur(api.parcours.noterComite(comite))
    expect(await valeur(api.parcours.comites(undefined))).toMatchObject([
      { id: comite.id, participants: ['cvp', 'cpip'] },
    ])
    const lues = async (suiviId: string) =>
      (await valeur(api.parcours.lire({ suiviId, jour }))).decisions.map((d) => [d.decision, d.date, d.acteur])
    expect(await lues(autre.suiviId)).toEqual([['Revoir en juillet', '2025-05-20', 'cpip']])
    await valeur(api.parcours.noterComite({ ...comite, decisions: decisions.slice(0, 1) }))
    expect(await lues(autre.suiviId)).toEqual([])
    expect(await db().selectFrom('comite_decision').select('id').execute()).toHaveLength(2)
    expect(await api.parcours.noterComite({ ...comite, forme: 'projet' })).toMatchObject({
      erreur: { champs: { decisions: 'comite-sans-nom' } },
    })
    expect(
      await api.parcours.noterComite({ ...comite, id: unId(), decisions: [decision(unId(), 'Rien')] }),
    ).toMatchObject({ erreur: { code: 'introuvable' } })
    await valeur(api.parcours.retirer({ genre: 'comite', id: comite.id }))
    expect([await lues(suivi.suiviId), await valeur(api.parcours.comites(undefined))]).toEqual([[], []])
  })
})

describe('une mission locale', () => {
  it('note plusieurs établissements, ses contrats datés, et le relais près du domicile', async () => {
    const { api, suivi } = await unServiceCvp('2025-06-02', 'mission-locale')
    const { suiviId } = suivi
    const [spip, relais] = [
      unPartenaire({ nom: 'SPIP 24', genre: 'spip-milieu-ouvert' }),
      unPartenaire({ nom: 'ML de Bergerac', genre: 'mission-locale' }),
    ]
    for (const p of [spip, relais]) await valeur(api.partenaires.enregistrer(p))
    await valeur(
      api.parcours.enregistrerContrat({ id: unId(), suiviId, type: 'pacea', du: '2025-03-01', au: '2026-02-28' }),
    )
    await valeur(
      api.parcours.enregistrerPassage({ ...passage, id: unId(), suiviId, sortie: '2025-03-01', mode: 'transfert' }),
    )
    await valeur(
      api.parcours.enregistrerPassage({
        ...passage,
        id: unId(),
        suiviId,
        etablissement: 'cd-neuvic',
        entree: '2025-03-01',
      }),
    )
    const rattachement = { suiviId, referentId: spip.id, relaisId: relais.id, relaisLe: '2025-06-01' }
    await valeur(api.parcours.enregistrerRattachement(rattachement))
    const lu = await valeur(api.parcours.lire({ suiviId, jour }))
    expect(lu.passages.map((p) => p.etablissement)).toEqual(['ma-perigueux', 'cd-neuvic'])
    expect(lu.contrats).toMatchObject([{ type: 'pacea', du: '2025-03-01' }])
    expect(lu.rattachement).toMatchObject({ referent: 'SPIP 24', relais: 'ML de Bergerac', relaisLe: '2025-06-01' })
    expect(lu.echeancesLegales).toMatchObject([{ code: 'age-mission-locale', date: '2029-04-05' }])
    expect(await api.parcours.enregistrerRattachement({ ...rattachement, relaisId: null })).toMatchObject({
      erreur: { champs: { relaisId: 'manquant' } },
    })
    expect(
      await api.parcours.enregistrerContrat({ id: unId(), suiviId, type: 'cej', du: '2025-03-01', au: '2025-02-28' }),
    ).toMatchObject({ erreur: { champs: { au: 'avant-debut' } } })
  })
})
