import { describe, expect, it } from 'vitest'
import { compterObservatoire } from '#db/queries/observatoire/compter.ts'
import { unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { tous, uneIntervention, unObservatoire, unSignalement } from './un-observatoire.ts'

const trimestre = { du: '2014-01-01', au: '2014-03-31', trouble: null }

describe('les secteurs', () => {
  it('se nomment, se renomment, et ne portent pas deux fois le même nom', async () => {
    const { api, encagnane } = await unObservatoire()
    expect(await api.observatoire.enregistrerSecteur({ id: unId(), nom: 'JAS de bouffan', actif: true })).toMatchObject(
      {
        erreur: { champs: { nom: 'existant' } },
      },
    )
    await valeur(api.observatoire.enregistrerSecteur({ id: encagnane, nom: 'Encagnane / Corsy', actif: false }))
    const secteurs = await valeur(api.observatoire.secteurs())
    expect(secteurs.map((s) => [s.nom, s.actif])).toEqual([
      ['Jas de Bouffan', true],
      ['Encagnane / Corsy', false],
    ])
  })

  it('se dessinent : un carreau n’est jamais qu’à un seul', async () => {
    const { api, encagnane, jas } = await unObservatoire()
    await valeur(api.observatoire.dessinerSecteur({ secteurId: encagnane, carreaux: [0, 1, 2, 95] }))
    await valeur(api.observatoire.dessinerSecteur({ secteurId: jas, carreaux: [2, 3, 3] }))
    expect((await valeur(api.observatoire.secteurs())).map((s) => s.carreaux)).toEqual([
      [0, 1, 95],
      [2, 3],
    ])
    await valeur(api.observatoire.dessinerSecteur({ secteurId: jas, carreaux: [] }))
    expect((await valeur(api.observatoire.secteurs()))[1]?.carreaux).toEqual([])
    for (const carreau of [96, -1, 1.5])
      expect(await api.observatoire.dessinerSecteur({ secteurId: jas, carreaux: [carreau] })).toMatchObject({
        ok: false,
      })
    expect(await api.observatoire.dessinerSecteur({ secteurId: unId(), carreaux: [1] })).toMatchObject({
      erreur: { code: 'introuvable' },
    })
  })

  it('ne s’effacent qu’avant d’avoir servi', async () => {
    const { api, encagnane, jas } = await unObservatoire()
    const signalement = unSignalement(encagnane)
    await valeur(api.observatoire.enregistrerSignalement(signalement))
    await valeur(api.observatoire.retirerSignalement({ id: signalement.id, retire: true }))
    expect(await api.observatoire.supprimerSecteur({ id: encagnane })).toMatchObject({
      erreur: { code: 'valeur-utilisee' },
    })
    await valeur(api.observatoire.dessinerSecteur({ secteurId: jas, carreaux: [4] }))
    await valeur(api.observatoire.supprimerSecteur({ id: jas }))
    expect(await valeur(api.observatoire.secteurs())).toHaveLength(1)
  })
})

describe('un signalement', () => {
  it('se note, se corrige, se retire et se rétablit', async () => {
    const { api, encagnane, jas } = await unObservatoire()
    const signalement = unSignalement(encagnane, { moment: '21:30', lieu: 'hall', frequence: 'chaque-jour' })
    await valeur(api.observatoire.enregistrerSignalement(signalement))
    await valeur(api.observatoire.enregistrerSignalement(signalement))
    const corrige = { ...signalement, secteurId: jas, moment: 'nuit' as const, note: 'Une dizaine de jeunes' }
    await valeur(api.observatoire.enregistrerSignalement(corrige))
    const lire = () => valeur(api.observatoire.signalements(tous))
    expect(await lire()).toEqual({ total: 1, lignes: [{ ...corrige, interventions: 0 }] })
    await valeur(api.observatoire.retirerSignalement({ id: signalement.id, retire: true }))
    expect((await lire()).total).toBe(0)
    await valeur(api.observatoire.retirerSignalement({ id: signalement.id, retire: false }))
    expect((await lire()).lignes).toEqual([{ ...corrige, interventions: 0 }])
  })

  it('se retrouve par secteur, par trouble et par mois, le dernier d’abord', async () => {
    const { api, encagnane, jas } = await unObservatoire()
    for (const [secteurId, date, trouble] of [
      [encagnane, '2014-01-31', 'rodeos'],
      [encagnane, '2014-02-01', 'degradations'],
      [jas, '2014-02-28', 'rodeos'],
      [jas, '2014-03-01', 'rodeos'],
    ] as const)
      await valeur(api.observatoire.enregistrerSignalement(unSignalement(secteurId, { date, trouble })))
    const dates = async (filtre: object) =>
      (await valeur(api.observatoire.signalements({ ...tous, ...filtre }))).lignes.map((l) => l.date)
    expect(await dates({})).toEqual(['2014-03-01', '2014-02-28', '2014-02-01', '2014-01-31'])
    expect(await dates({ mois: '2014-02' })).toEqual(['2014-02-28', '2014-02-01'])
    expect(await dates({ trouble: 'rodeos', secteurId: jas })).toEqual(['2014-03-01', '2014-02-28'])
    expect(await dates({ page: { debut: 1, taille: 2 } })).toEqual(['2014-02-28', '2014-02-01'])
    expect(await api.observatoire.signalements({ ...tous, mois: '2014-13' })).toMatchObject({ ok: false })
  })

  it('dont la note semble nominative attend d’avoir été relu, et n’est pas écrit avant', async () => {
    const { api, encagnane } = await unObservatoire()
    const signalement = unSignalement(encagnane, { note: 'Tapage de M. Duval, 06 12 34 56 78' })
    expect(await api.observatoire.enregistrerSignalement(signalement)).toMatchObject({
      erreur: { code: 'entree-invalide', champs: { note: 'nominative' } },
    })
    expect((await valeur(api.observatoire.signalements(tous))).total).toBe(0)
    await valeur(api.observatoire.enregistrerSignalement({ ...signalement, noteRelue: true }))
    await valeur(api.observatoire.enregistrerSignalement(unSignalement(encagnane, { note: 'Vu au Jas de Bouffan' })))
    expect((await valeur(api.observatoire.signalements(tous))).total).toBe(2)
  })

  it('refuse ce qui n’est pas des listes, ce qui est à venir, et tout champ de plus', async () => {
    const { api, encagnane } = await unObservatoire()
    const noter = (suite: object) => api.observatoire.enregistrerSignalement({ ...unSignalement(encagnane), ...suite })
    expect(await noter({ trouble: 'delit', fonction: 'voyante' })).toMatchObject({
      erreur: { code: 'valeur-inconnue', champs: { trouble: 'valeur-inconnue', fonction: 'valeur-inconnue' } },
    })
    expect(await noter({ secteurId: unId() })).toMatchObject({ erreur: { champs: { secteurId: 'valeur-inconnue' } } })
    expect(await noter({ date: '2014-03-21' })).toMatchObject({ erreur: { champs: { date: 'futur' } } })
    for (const suite of [{ nom: 'Duval' }, { note: 'x'.repeat(281) }, { moment: '25:00' }, { date: '2014-02-30' }])
      expect(await noter(suite)).toMatchObject({ erreur: { code: 'entree-invalide' } })
    expect((await valeur(api.observatoire.signalements(tous))).total).toBe(0)
  })

  it('accepte les réponses que le poste a ajoutées à ses listes', async () => {
    const { api, encagnane } = await unObservatoire()
    await valeur(
      api.nomenclature.modifier({
        liste: 'trouble',
        code: 'feux-artifice',
        libelle: 'Tirs de feux d’artifice',
        masquee: false,
        ordre: null,
        groupe: null,
      }),
    )
    await valeur(api.observatoire.enregistrerSignalement(unSignalement(encagnane, { trouble: 'feux-artifice' })))
    expect((await valeur(api.observatoire.compter(trimestre))).parTrouble).toEqual([
      { code: 'feux-artifice', nombre: 1 },
    ])
  })
})

describe('la médiation', () => {
  it('répond à un signalement, ou vient d’elle-même', async () => {
    const { api, encagnane } = await unObservatoire()
    const signalement = unSignalement(encagnane)
    await valeur(api.observatoire.enregistrerSignalement(signalement))
    const reponse = uneIntervention(encagnane, { signalementId: signalement.id, resultat: 'apaise' })
    await valeur(api.observatoire.enregistrerIntervention(reponse))
    await valeur(api.observatoire.enregistrerIntervention(uneIntervention(encagnane, { date: '2014-03-01' })))
    expect(await valeur(api.observatoire.interventions(tous))).toMatchObject({
      total: 2,
      lignes: [reponse, { signalementId: null }],
    })
    expect((await valeur(api.observatoire.signalements(tous))).lignes[0]?.interventions).toBe(1)
    expect(await valeur(api.observatoire.interventions({ ...tous, trouble: 'nuisances-sonores' }))).toMatchObject({
      total: 1,
    })
  })

  it('ne répond pas à ce qui n’existe pas, ou qui est venu après', async () => {
    const { api, encagnane } = await unObservatoire()
    const signalement = unSignalement(encagnane)
    await valeur(api.observatoire.enregistrerSignalement(signalement))
    const noter = (suite: object) =>
      api.observatoire.enregistrerIntervention(uneIntervention(encagnane, { signalementId: signalement.id, ...suite }))
    expect(await noter({ signalementId: unId() })).toMatchObject({ erreur: { code: 'introuvable' } })
    expect(await noter({ date: '2014-03-09' })).toMatchObject({ erreur: { champs: { date: 'avant-signalement' } } })
    expect(await noter({ mediateurs: 0 })).toMatchObject({ erreur: { code: 'entree-invalide' } })
    expect(await noter({ resultat: 'arrestation' })).toMatchObject({ erreur: { code: 'valeur-inconnue' } })
    await valeur(api.observatoire.retirerSignalement({ id: signalement.id, retire: true }))
    expect(await noter({})).toMatchObject({ erreur: { code: 'introuvable' } })
    expect((await valeur(api.observatoire.interventions(tous))).total).toBe(0)
  })

  it('garde le retour des habitants, un texte par secteur et par année', async () => {
    const { api, encagnane } = await unObservatoire()
    const retour = { secteurId: encagnane, annee: 2014, texte: 'Plus de calme le soir.', texteRelu: false }
    await valeur(api.observatoire.ecrireRetour(retour))
    await valeur(api.observatoire.ecrireRetour({ ...retour, annee: 2013, texte: 'Rien ne change.' }))
    expect(await valeur(api.observatoire.retours({ annee: 2014 }))).toEqual([retour])
    expect(await api.observatoire.ecrireRetour({ ...retour, texte: 'Mme Benali est contente' })).toMatchObject({
      erreur: { champs: { texte: 'nominative' } },
    })
    await valeur(api.observatoire.ecrireRetour({ ...retour, texte: ' ' }))
    expect(await valeur(api.observatoire.retours({ annee: 2014 }))).toEqual([])
  })
})

describe('le compte', () => {
  it('tient ce qui est de la période, et rien de ce qui est retiré', async () => {
    const { api, db, encagnane, jas } = await unObservatoire()
    const premier = unSignalement(encagnane, { date: '2014-01-31', fonction: 'mediateur', moment: '23:00' })
    const retire = unSignalement(jas, { date: '2014-02-01' })
    for (const s of [
      unSignalement(encagnane, { date: '2013-12-31' }),
      premier,
      retire,
      unSignalement(jas, { date: '2014-02-10', trouble: 'rodeos', moment: 'soiree' }),
    ])
      await valeur(api.observatoire.enregistrerSignalement(s))
    for (const i of [
      uneIntervention(encagnane, { date: '2014-02-02', signalementId: premier.id, resultat: 'apaise' }),
      uneIntervention(jas, { date: '2014-02-03', signalementId: retire.id }),
      uneIntervention(jas, { date: '2014-03-03' }),
    ])
      await valeur(api.observatoire.enregistrerIntervention(i))
    await valeur(api.observatoire.retirerSignalement({ id: retire.id, retire: true }))

    const compte = await valeur(api.observatoire.compter(trimestre))
    expect(compte).toMatchObject({
      mois: ['2014-01', '2014-02', '2014-03'],
      signalements: {
        lignes: [
          { secteurId: encagnane, parMois: [1, 0, 0], total: 1 },
          { secteurId: jas, parMois: [0, 1, 0], total: 1 },
        ],
        parMois: [1, 1, 0],
        total: 2,
      },
      interventions: { parMois: [0, 2, 1], total: 3 },
      interventionsApresSignalement: 1,
      signalementsSuivis: 1,
      signalementsDesMediateurs: 1,
      parTranche: [
        { code: 'nuit', nombre: 1 },
        { code: 'soiree', nombre: 1 },
      ],
      parResultat: [
        { code: 'non-renseigne', nombre: 2 },
        { code: 'apaise', nombre: 1 },
      ],
    })
    expect(await valeur(api.observatoire.compter({ ...trimestre, trouble: 'rodeos' }))).toMatchObject({
      signalements: { total: 1 },
      interventions: { total: 0 },
    })
    expect(await compterObservatoire(db(), { du: '2013-01-01', au: '2013-12-31' })).toMatchObject({
      signalements: { total: 1 },
      interventions: { total: 0 },
    })
  })

  it('refuse une période à l’envers ou de plus de dix ans', async () => {
    const { api } = await unObservatoire()
    for (const [du, au] of [
      ['2014-02-01', '2014-01-01'],
      ['2000-01-01', '2014-01-01'],
    ] as const)
      expect(await api.observatoire.compter({ du, au, trouble: null })).toMatchObject({
        erreur: { code: 'entree-invalide' },
      })
  })

  it('ne lit jamais une note', async () => {
    const { api, db, encagnane } = await unObservatoire()
    await valeur(api.observatoire.enregistrerSignalement(unSignalement(encagnane, { note: 'NOTE-TEMOIN' })))
    expect(JSON.stringify(await compterObservatoire(db(), trimestre))).not.toContain('TEMOIN')
  })
})
