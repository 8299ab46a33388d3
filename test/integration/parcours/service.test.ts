import { describe, expect, it } from 'vitest'
import { unePersonne, unPartenaire, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { entretienJustice, unServiceCvp, unSuivi } from './un-parcours.ts'

const jour = '2025-06-02'
const passage = {
  id: '',
  etablissement: 'ma-perigueux',
  quartier: null,
  entree: '2025-01-01',
  sortie: null,
  mode: null,
}
const mesure = { mesure: 'sl', du: '2025-03-01', finPrevue: null, au: null }

describe('le repérage', () => {
  it('ouvre un suivi avant tout entretien, une seule fois, et le premier entretien le rejoint', async () => {
    const { api } = await unServiceCvp()
    const personne = unePersonne({ nom: 'Attend' })
    await valeur(api.personnes.enregistrer(personne))
    const suiviId = unId()
    const ouvrir = { suiviId, personneId: personne.id, role: null, date: '2025-05-01', reponses: {} }
    await valeur(api.parcours.ouvrir(ouvrir))
    await valeur(api.parcours.ouvrir(ouvrir))
    const suivis = async () => (await valeur(api.personnes.lire({ id: personne.id }))).suivis
    expect(await suivis()).toMatchObject([{ id: suiviId, saisineDate: '2025-05-01', ouvertLe: '2025-05-01' }])
    const avant = await valeur(api.parcours.lire({ suiviId, jour }))
    expect(avant.avancement.filter((e) => e.atteinte).map((e) => e.etape)).toEqual(['reperage'])
    const suivi = { id: suiviId, saisineDate: '2025-05-01', reponses: {} }
    await valeur(api.entretiens.enregistrer(entretienJustice(personne, 'cvp', { suivi, date: '2025-05-20' })))
    expect(await suivis()).toMatchObject([{ id: suiviId, saisineDate: '2025-05-01', ouvertLe: '2025-05-20' }])
    expect((await valeur(api.parcours.lire({ suiviId, jour }))).entretiens).toEqual(['2025-05-20'])
  })

  it('garde sa personne quand le premier entretien est celui d’un proche, ou part ailleurs', async () => {
    const { api } = await unServiceCvp()
    const [personne, mere] = [unePersonne({ nom: 'Attend' }), unePersonne({ nom: 'Mere' })]
    await valeur(api.personnes.enregistrer(personne))
    const suiviId = unId()
    await valeur(
      api.parcours.ouvrir({ suiviId, personneId: personne.id, role: null, date: '2025-05-01', reponses: {} }),
    )
    const entretien = entretienJustice(mere, 'cvp', {
      suivi: { id: suiviId, saisineDate: null, reponses: {} },
      date: '2025-05-20',
    })
    await valeur(api.entretiens.enregistrer(entretien))
    const lire = async () => (await valeur(api.parcours.lire({ suiviId, jour }))).personnes.map((p) => p.id)
    expect(await lire()).toContain(personne.id)
    await valeur(api.entretiens.enregistrer({ ...entretien, suivi: { ...entretien.suivi, id: unId() } }))
    expect(await lire()).toEqual([personne.id])
  })

  it('refuse une personne inconnue, un jour à venir, et un suivi déjà pris', async () => {
    const { api, suivi } = await unServiceCvp()
    const ouvrir = { suiviId: unId(), personneId: suivi.personne.id, role: null, date: '2025-05-01', reponses: {} }
    expect(await api.parcours.ouvrir({ ...ouvrir, personneId: unId() })).toMatchObject({
      erreur: { code: 'introuvable' },
    })
    expect(await api.parcours.ouvrir({ ...ouvrir, date: '2025-06-03' })).toMatchObject({
      erreur: { champs: { date: 'futur' } },
    })
    expect(await api.parcours.ouvrir({ ...ouvrir, suiviId: suivi.suiviId })).toMatchObject({
      erreur: { champs: { suiviId: 'pris' } },
    })
    expect(await api.parcours.ouvrir({ ...ouvrir, role: 'victime' })).toMatchObject({
      erreur: { code: 'valeur-inconnue' },
    })
  })
})

describe('le cadre pénal', () => {
  it('ne se note pas tant que sa nécessité n’est pas déclarée, et reste quand elle est retirée', async () => {
    const { api, suivi } = await unServiceCvp()
    const saisie = { ...mesure, id: unId(), suiviId: suivi.suiviId }
    await valeur(api.parcours.declarerNecessite({ necessite: null }))
    expect(await valeur(api.parcours.lireNecessite(undefined))).toBeNull()
    expect(await api.parcours.enregistrerMesure(saisie)).toMatchObject({ erreur: { code: 'necessite-absente' } })
    expect(
      await api.parcours.enregistrerStatutPenal({ id: unId(), suiviId: suivi.suiviId, statut: 'condamne', du: null }),
    ).toMatchObject({ erreur: { code: 'necessite-absente' } })
    await valeur(api.parcours.declarerNecessite({ necessite: { declareeLe: '2025-01-02', par: 'dpo' } }))
    await valeur(api.parcours.enregistrerMesure(saisie))
    await valeur(api.parcours.declarerNecessite({ necessite: null }))
    expect((await valeur(api.parcours.lire({ suiviId: suivi.suiviId, jour }))).mesures).toHaveLength(1)
    expect(
      await api.parcours.declarerNecessite({ necessite: { declareeLe: '2025-01-02', par: 'M. Martin' } }),
    ).toMatchObject({
      ok: false,
    })
  })

  it('se lit comme il a été noté, se corrige par le même identifiant, et se retire sans se perdre', async () => {
    const { api, suivi } = await unServiceCvp()
    const { suiviId } = suivi
    const id = unId()
    await valeur(api.parcours.enregistrerStatutPenal({ id: unId(), suiviId, statut: 'condamne', du: '2025-01-01' }))
    await valeur(api.parcours.enregistrerMesure({ ...mesure, id, suiviId }))
    await valeur(api.parcours.enregistrerMesure({ ...mesure, id, suiviId, mesure: 'pe', finPrevue: '2026-01-01' }))
    const lire = async () => (await valeur(api.parcours.lire({ suiviId, jour }))).mesures
    const attendue = [{ id, mesure: 'pe', du: '2025-03-01', finPrevue: '2026-01-01', au: null }]
    expect(await lire()).toEqual(attendue)
    await valeur(api.parcours.retirer({ genre: 'mesure', id }))
    expect(await lire()).toEqual([])
    await valeur(api.parcours.retablir({ genre: 'mesure', id }))
    expect(await lire()).toEqual(attendue)
    expect(await api.parcours.retirer({ genre: 'mesure', id: unId() })).toMatchObject({
      erreur: { code: 'introuvable' },
    })
  })

  it('refuse un aménagement à un prévenu, et de rendre prévenu qui en a un', async () => {
    const { api, suivi } = await unServiceCvp()
    const { suiviId } = suivi
    const refus = { erreur: { code: 'entree-invalide', champs: { mesure: 'prevenu-sans-amenagement' } } }
    const statut = unId()
    await valeur(api.parcours.enregistrerStatutPenal({ id: statut, suiviId, statut: 'prevenu', du: '2025-01-01' }))
    expect(await api.parcours.enregistrerMesure({ ...mesure, id: unId(), suiviId })).toMatchObject(refus)
    await valeur(api.parcours.enregistrerStatutPenal({ id: statut, suiviId, statut: 'condamne', du: '2025-01-01' }))
    await valeur(api.parcours.enregistrerMesure({ ...mesure, id: unId(), suiviId }))
    expect(
      await api.parcours.enregistrerStatutPenal({ id: statut, suiviId, statut: 'prevenu', du: '2025-01-01' }),
    ).toMatchObject({ erreur: { champs: { statut: 'prevenu-sans-amenagement' } } })
    const { statuts, mesures } = await valeur(api.parcours.lire({ suiviId, jour }))
    expect([statuts.map((s) => s.statut), mesures.map((m) => m.mesure)]).toEqual([['condamne'], ['sl']])
  })

  it('ne propose pas les anciens libellés, et n’écrit pas dans le suivi d’une autre', async () => {
    const service = await unServiceCvp()
    const { api, suivi } = service
    const autre = await unSuivi(service, 'cvp', 'Autre')
    const id = unId()
    expect(
      await api.parcours.enregistrerMesure({ ...mesure, id, suiviId: suivi.suiviId, mesure: 'sme' }),
    ).toMatchObject({
      erreur: { champs: { mesure: 'ancienne' } },
    })
    await valeur(api.parcours.enregistrerMesure({ ...mesure, id, suiviId: suivi.suiviId }))
    expect(await api.parcours.enregistrerMesure({ ...mesure, id, suiviId: autre.suiviId })).toMatchObject({
      erreur: { champs: { id: 'pris' } },
    })
    expect(await api.parcours.enregistrerMesure({ ...mesure, id: unId(), suiviId: unId() })).toMatchObject({
      erreur: { code: 'introuvable' },
    })
  })
})

describe('les passages et les repères', () => {
  it('suivent la personne d’un établissement à l’autre, connus ou ajoutés par le poste', async () => {
    const { api, suivi } = await unServiceCvp()
    const { suiviId } = suivi
    const local = { code: 'cp-nouveau', nom: 'Nouveau', type: 'cp', departement: '24', masque: false } as const
    const second = {
      ...passage,
      id: unId(),
      suiviId,
      etablissement: local.code,
      entree: '2025-03-01',
      quartier: 'sas' as const,
    }
    expect(await api.parcours.enregistrerPassage(second)).toMatchObject({
      erreur: { code: 'valeur-inconnue', champs: { etablissement: 'valeur-inconnue' } },
    })
    await valeur(api.etablissements.enregistrer(local))
    await valeur(
      api.parcours.enregistrerPassage({ ...passage, id: unId(), suiviId, sortie: '2025-03-01', mode: 'transfert' }),
    )
    await valeur(api.parcours.enregistrerPassage(second))
    await valeur(api.parcours.noterRepere({ suiviId, repere: 'fin-de-peine', date: '2026-01-01' }))
    const lu = await valeur(api.parcours.lire({ suiviId, jour }))
    expect(lu.passages.map((p) => [p.etablissement, p.quartier, p.mode])).toEqual([
      ['ma-perigueux', null, 'transfert'],
      ['cp-nouveau', 'sas', null],
    ])
    expect(lu.echeancesLegales.map((e) => [e.code, e.date])).toEqual([
      ['lsc-plein-droit-information', '2025-09-01'],
      ['lsc', '2025-09-02'],
      ['lsc-plein-droit', '2025-10-01'],
    ])
    expect(lu.avancement.find((e) => e.etape === 'liberation')).toMatchObject({ atteinte: false })
    await valeur(api.parcours.noterRepere({ suiviId, repere: 'fin-de-peine', date: null }))
    expect((await valeur(api.parcours.lire({ suiviId, jour }))).reperes).toEqual([])
    expect(await api.parcours.noterRepere({ suiviId, repere: 'billet-de-sortie', date: '2025-06-03' })).toMatchObject({
      erreur: { champs: { date: 'futur' } },
    })
  })

  it('corrigent un établissement connu sans en faire deux', async () => {
    const { api } = await unServiceCvp()
    const lister = async () => valeur(api.etablissements.lister(undefined))
    const avant = await lister()
    await valeur(
      api.etablissements.enregistrer({
        code: 'ma-perigueux',
        nom: 'Périgueux',
        type: 'ma',
        departement: '24',
        masque: true,
      }),
    )
    expect(await lister()).toHaveLength(avant.length)
    expect((await lister()).find((e) => e.code === 'ma-perigueux')?.masque).toBe(true)
    expect(
      await api.etablissements.enregistrer({
        code: 'autre',
        nom: 'perigueux',
        type: 'ma',
        departement: '24',
        masque: false,
      }),
    ).toMatchObject({ erreur: { champs: { nom: 'existant' } } })
    expect(new Set(avant.map((e) => e.code)).size).toBe(avant.length)
  })
})

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
