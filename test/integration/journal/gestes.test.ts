import { describe, expect, it } from 'vitest'
import { laisseTrace } from '#shared/domaine/journal.ts'
import { contract } from '#shared/ipc/contract.ts'
import { unEntretien, unePersonne } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { phrases, unAgent, unCoffrePartage } from '../acces/aide.ts'

const lireGestes = async (api: Awaited<ReturnType<typeof unService>>['api']) =>
  (await valeur(api.journal.lire({ avant: null, combien: 200 }))).lignes

describe('le journal', () => {
  it('dit qui, quand, quoi et quelle fiche, jamais ce qu’elle contient', async () => {
    const { api, db } = await unService()
    const personne = unePersonne({ nom: 'Zyxomme', prenom: 'Walburge', commune: 'Quévilloncourt' })
    await valeur(api.personnes.enregistrer(personne))
    await valeur(api.personnes.lire({ id: personne.id }))
    const entretien = unEntretien({ note: 'Zyxomme reçue' })
    await valeur(api.entretiens.enregistrer(entretien))
    const lignes = await lireGestes(api)
    expect(lignes.toReversed()).toMatchObject([
      { geste: 'personnes.enregistrer', objet: personne.id, agent: null, nom: 'Titulaire' },
      { geste: 'personnes.lire', objet: personne.id },
      { geste: 'entretiens.enregistrer', objet: entretien.id },
    ])
    const tout = JSON.stringify(await db().selectFrom('journal').selectAll().execute())
    for (const mot of ['Zyxomme', 'Walburge', 'Quévilloncourt', 'reçue']) expect(tout).not.toContain(mot)
  })

  it('ne garde rien de ce qui est refusé, ni de ce qui est encore tapé', async () => {
    const { api } = await unService()
    await api.personnes.lire({ id: unePersonne().id })
    await api.entretiens.enregistrer(unEntretien({ date: '2099-01-01' }))
    await valeur(api.reprises.garder({ cle: 'essai', contenu: '{}' }))
    await valeur(api.coffre.presence())
    expect(await lireGestes(api)).toEqual([])
  })

  it('ne prend jamais pour une fiche un texte tapé', async () => {
    const { api } = await unService()
    await valeur(api.contexte.lister({ dispositif: 'isc' }).then(() => api.reglages.postes()))
    await api.personnes.lire({ id: 'Zyxomme' })
    expect(JSON.stringify(await lireGestes(api))).not.toContain('Zyxomme')
  })

  it('nomme celui qui a ouvert le coffre, et ne se lit qu’avec le droit de gérer les utilisateurs', async () => {
    const agent = unAgent()
    const { api, session } = await unCoffrePartage(agent)
    await session.verrouiller()
    await valeur(api.coffre.ouvrir({ phrase: phrases.agent }))
    const personne = unePersonne({})
    await valeur(api.personnes.enregistrer(personne))
    expect(await api.journal.lire({ avant: null, combien: 10 })).toMatchObject({
      ok: false,
      erreur: { code: 'droit-absent' },
    })
    await session.verrouiller()
    await valeur(api.coffre.ouvrir({ phrase: phrases.titulaire }))
    const lignes = await lireGestes(api)
    expect(lignes.slice(0, 3)).toMatchObject([
      { geste: 'coffre.ouvrir', nom: 'Titulaire' },
      { geste: 'personnes.enregistrer', nom: agent.nom, agent: agent.id, objet: personne.id },
      { geste: 'coffre.ouvrir', nom: agent.nom },
    ])
  })

  it('garde douze mois, et sa chaîne tient après la purge', async () => {
    const { api, horloge } = await unService('2025-01-10')
    await valeur(api.personnes.enregistrer(unePersonne({})))
    const ouvrirLe = async (jour: string) => {
      horloge.instant = new Date(`${jour}T10:00:00`)
      await valeur(api.coffre.verrouiller())
      await valeur(api.coffre.ouvrir({ phrase: 'une phrase pour les essais' }))
      const { lignes, rupture } = await valeur(api.journal.lire({ avant: null, combien: 10 }))
      expect(rupture).toBeNull()
      return lignes.map(({ rang }) => rang)
    }
    // One day, or two, may be a wrong clock's.
    expect(await ouvrirLe('2026-03-10')).toEqual([2, 1])
    expect(await ouvrirLe('2026-03-11')).toEqual([3, 2, 1])
    expect(await ouvrirLe('2026-03-12')).toEqual([4, 3, 2])
    // A line of the future keeps nothing from leaving, nor does a clock set back make anything leave.
    expect(await ouvrirLe('2056-01-01')).toEqual([5, 4, 3, 2])
    expect(await ouvrirLe('1990-01-01')).toEqual([6, 5, 4, 3, 2])
    for (const jour of ['2027-04-01', '2027-04-02']) await ouvrirLe(jour)
    expect(await ouvrirLe('2027-04-03')).toEqual([9, 8, 7])
  })

  it('suit toute commande qui change quelque chose, sauf ce qui n’est pas un acte', () => {
    const sansTrace = Object.entries(contract).flatMap(([feature, appels]) =>
      Object.entries(appels).flatMap(([method, { kind }]) =>
        kind === 'command' && !laisseTrace(feature, method, kind) ? [`${feature}.${method}`] : [],
      ),
    )
    expect(sansTrace.toSorted()).toEqual([
      'brouillons.enregistrer',
      'brouillons.supprimer',
      'coffre.essayer',
      'coffre.presence',
      'coffre.quitterEssai',
      'coffre.verrouiller',
      'reglages.changerDispositif',
      'reprises.garder',
      'reprises.oublier',
    ])
  })
})
