import { describe, expect, it } from 'vitest'
import { unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { jour, passage, unServiceCvp, unSuivi } from './un-parcours.ts'

const mesure = { mesure: 'sl', du: '2025-03-01', finPrevue: null, au: null }

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
