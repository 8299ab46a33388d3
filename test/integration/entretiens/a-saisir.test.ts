import { describe, expect, it } from 'vitest'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'

const jour = '2025-06-02'
const rdv = (date: string, libelle = 'Rendez-vous au commissariat') => ({ id: unId(), date, libelle })

const avec = (problematique: string) =>
  unEntretien({ suivi: { id: unId(), saisineDate: null, reponses: { problematique } } })

describe('la file à saisir', () => {
  it('retient les rendez-vous passés, les plus anciens d’abord, et rien d’autre', async () => {
    const { api } = await unService()
    const echeances = [rdv('2025-05-30'), rdv('2025-05-20'), rdv('2025-06-03'), rdv('2025-05-21', 'Rappeler le CCAS')]
    await valeur(api.entretiens.enregistrer(unEntretien({ echeances })))
    const file = await valeur(api.entretiens.aSaisir({ jour }))
    expect(file.map((f) => f.date)).toEqual(['2025-05-20', '2025-05-30'])
    expect(file[0]?.personnes).toHaveLength(1)
  })

  it('se vide quand l’entretien du rendez-vous est enregistré, et l’échéance est faite', async () => {
    const { api } = await unService()
    const fiche = unePersonne()
    const du = rdv('2025-05-20')
    const premier = unEntretien({ presences: [unePresence(fiche)], echeances: [du] })
    await valeur(api.entretiens.enregistrer(premier))
    const venu = unEntretien({
      suivi: premier.suivi,
      date: '2025-05-20',
      presences: [unePresence(fiche)],
      honore: du.id,
    })
    await valeur(api.entretiens.enregistrer(venu))
    expect(await valeur(api.entretiens.aSaisir({ jour }))).toEqual([])
    const { echeances } = await valeur(api.entretiens.lire({ id: premier.id }))
    expect(echeances[0]?.faiteLe).toBe('2025-05-20')
  })

  it('oublie un rendez-vous dont la situation a eu un entretien depuis', async () => {
    const { api } = await unService()
    const premier = unEntretien({ echeances: [rdv('2025-05-20')] })
    await valeur(api.entretiens.enregistrer(premier))
    await valeur(api.entretiens.enregistrer({ ...unEntretien({ date: '2025-05-21' }), suivi: premier.suivi }))
    expect(await valeur(api.entretiens.aSaisir({ jour }))).toEqual([])
  })

  it('oublie le rendez-vous d’une situation close', async () => {
    const { api } = await unService()
    const premier = unEntretien({ echeances: [rdv('2025-05-20')] })
    await valeur(api.entretiens.enregistrer(premier))
    await valeur(api.suivis.cloturer({ id: premier.suivi.id, date: jour, motif: 'relais' }))
    expect(await valeur(api.entretiens.aSaisir({ jour }))).toEqual([])
  })

  it('ne marque jamais l’échéance d’une autre situation', async () => {
    const { api } = await unService()
    const du = rdv('2025-05-20')
    await valeur(api.entretiens.enregistrer(unEntretien({ echeances: [du] })))
    await valeur(api.entretiens.enregistrer(unEntretien({ honore: du.id })))
    expect(await valeur(api.entretiens.aSaisir({ jour }))).toHaveLength(1)
  })

  it('retient qui est repéré et n’a encore été reçu par personne', async () => {
    const { api } = await unService()
    await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'cvp'] }))
    await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
    const fiche = unePersonne({ reponses: {} })
    const suiviId = unId()
    await valeur(api.personnes.enregistrer(fiche))
    await valeur(api.parcours.ouvrir({ suiviId, personneId: fiche.id, role: null, date: '2025-05-26', reponses: {} }))
    const file = await valeur(api.entretiens.aSaisir({ jour }))
    expect(file).toMatchObject([{ suiviId, echeanceId: null, date: '2025-05-26' }])
  })
})

describe('ce que le poste répond le plus souvent', () => {
  it('vient du plus fréquent au plus rare, sans les entretiens supprimés', async () => {
    const { api } = await unService()
    for (const code of ['logement', 'violences-conjugales', 'violences-conjugales'])
      await valeur(api.entretiens.enregistrer(avec(code)))
    const supprimes = [avec('logement'), avec('logement'), avec('logement')]
    for (const e of supprimes) {
      await valeur(api.entretiens.enregistrer(e))
      await valeur(api.entretiens.supprimer({ id: e.id }))
    }
    const { valeurs, communes } = await valeur(api.entretiens.frequences(undefined))
    expect(valeurs['problematique']).toEqual(['violences-conjugales', 'logement'])
    expect(valeurs['role']).toEqual(['victime'])
    expect(communes).toEqual(['Aubervilliers'])
  })

  it('un membre venu avec la personne rejoint son foyer dans le même enregistrement', async () => {
    const { api } = await unService()
    const [mere, fils] = [unePersonne(), unePersonne()]
    await valeur(
      api.entretiens.enregistrer(
        unEntretien({ presences: [unePresence(mere), { ...unePresence(fils, { role: 'temoin' }), lien: 'fils' }] }),
      ),
    )
    const { foyer } = await valeur(api.personnes.lire({ id: mere.id }))
    expect(foyer).toMatchObject([{ personne: { id: fils.id }, lien: 'fils' }])
    const { liens, roleAccompagnant } = await valeur(api.entretiens.frequences(undefined))
    expect(liens).toEqual(['fils'])
    expect(roleAccompagnant).toBe('temoin')
  })
})
