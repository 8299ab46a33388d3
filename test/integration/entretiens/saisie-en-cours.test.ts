import { describe, expect, it } from 'vitest'
import { unEntretien, unId } from '../../fixtures/builders.ts'
import { toutes, unService, valeur } from '../../fixtures/service.ts'

describe('compter un contact anonyme', () => {
  it('reprend le lieu et la modalité du dernier entretien, et rien de ce que la personne a dit', async () => {
    const { api } = await unService()
    await valeur(
      api.entretiens.enregistrer(
        unEntretien({ reponses: { lieu: 'mairie', modalite: 'telephone', actions: ['soutien'] } }),
      ),
    )
    expect(await valeur(api.entretiens.defauts(undefined))).toEqual({
      reponses: { lieu: 'mairie', modalite: 'telephone' },
      reponsesSuivi: { saisine: 'plainte' },
      dureeMinutes: 45,
    })
    const id = unId()
    const { enregistreLe } = await valeur(api.entretiens.compterAnonyme({ id }))
    expect(await valeur(api.entretiens.compterAnonyme({ id }))).toEqual({ enregistreLe })
    const lu = await valeur(api.entretiens.lire({ id }))
    expect(lu).toMatchObject({
      date: '2025-06-02',
      heure: '14:03',
      reponses: { lieu: 'mairie', modalite: 'telephone' },
      suivi: { reponses: {} },
      presences: [{ personne: { anonyme: true, nom: '' }, role: 'hors-champ-penal' }],
    })
    expect((await valeur(api.entretiens.lister(toutes))).total).toBe(2)
  })

  it('prend le premier rôle offert quand celui par défaut est masqué', async () => {
    const { api } = await unService()
    const masquer = { liste: 'type-public', code: 'hors-champ-penal', libelle: 'Hors champ', masquee: true }
    await valeur(api.nomenclature.modifier({ ...masquer, ordre: null, groupe: null }))
    const id = unId()
    await valeur(api.entretiens.compterAnonyme({ id }))
    expect((await valeur(api.entretiens.lire({ id }))).presences[0]?.role).toBe('victime')
  })
})

describe('les brouillons', () => {
  it('revient tel quel et disparaît avec l’enregistrement de son entretien', async () => {
    const { api, horloge } = await unService()
    const entretien = unEntretien()
    const brouillon = { id: entretien.id, titre: 'Nouvelle personne', contenu: '{"nom":"Mar' }
    await valeur(api.brouillons.enregistrer(brouillon))
    horloge.instant = new Date('2025-06-02T14:04:00')
    const { modifieLe } = await valeur(api.brouillons.enregistrer({ ...brouillon, contenu: '{"nom":"Mart' }))
    expect(await valeur(api.brouillons.lire({ id: entretien.id }))).toEqual({
      ...brouillon,
      contenu: '{"nom":"Mart',
      modifieLe,
    })
    expect(await valeur(api.brouillons.lister(undefined))).toEqual([
      { id: entretien.id, titre: brouillon.titre, modifieLe },
    ])
    await valeur(api.entretiens.enregistrer(entretien))
    expect(await valeur(api.brouillons.lister(undefined))).toEqual([])
  })

  it('reste là quand l’enregistrement est refusé', async () => {
    const { api } = await unService()
    const entretien = unEntretien({ date: '2026-01-01' })
    await valeur(api.brouillons.enregistrer({ id: entretien.id, titre: 'x', contenu: 'y' }))
    expect(await api.entretiens.enregistrer(entretien)).toMatchObject({ ok: false })
    expect(await valeur(api.brouillons.lister(undefined))).toHaveLength(1)
  })
})
