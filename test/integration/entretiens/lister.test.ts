import { describe, expect, it } from 'vitest'
import { unEntretien, unePersonne, unePersonneAnonyme, unePresence, unId } from '../../fixtures/builders.ts'
import { toutes, unService, valeur } from '../../fixtures/service.ts'

const remplir = async () => {
  const { api } = await unService()
  const anonyme = unePersonneAnonyme()
  const fiches = [
    unEntretien({
      date: '2025-01-05',
      dureeMinutes: null,
      presences: [unePresence(unePersonne({ nom: 'D’Almeida', prenom: 'Éva', telephone: '06 39 98 12 34' }))],
    }),
    unEntretien({
      date: '2025-02-05',
      dureeMinutes: 20,
      presences: [unePresence(unePersonne({ nom: 'Émile', prenom: 'Paul' }), { role: 'mis-en-cause' })],
      reponses: { lieu: 'mairie', actions: ['mediation', 'soutien'] },
    }),
    unEntretien({
      date: '2025-03-05',
      dureeMinutes: 90,
      presences: [unePresence(anonyme, { role: 'hors-champ-penal', reponses: {} })],
      suivi: { id: unId(), saisineDate: null, reponses: {} },
      reponses: {},
    }),
  ]
  for (const fiche of fiches) await valeur(api.entretiens.enregistrer(fiche))
  return async (filtre: Partial<Parameters<typeof api.entretiens.lister>[0]>) => {
    const { total, lignes } = await valeur(api.entretiens.lister({ ...toutes, ...filtre }))
    return [total, lignes.map((l) => l.date.slice(5, 7)).join(' ')]
  }
}

describe('la liste des entretiens', () => {
  it('filtre sur les jours, le rôle, les réponses et les noms', async () => {
    const lister = await remplir()
    expect(await lister({})).toEqual([3, '03 02 01'])
    expect(await lister({ du: '2025-02-05', au: '2025-02-05' })).toEqual([1, '02'])
    expect(await lister({ role: 'mis-en-cause' })).toEqual([1, '02'])
    expect(await lister({ reponses: { actions: ['soutien'] } })).toEqual([1, '02'])
    expect(await lister({ reponses: { lieu: ['mairie', 'commissariat'] } })).toEqual([2, '02 01'])
    expect(await lister({ reponses: { saisine: ['non-renseigne'] } })).toEqual([1, '03'])
    expect(await lister({ reponses: { lieu: [] } })).toEqual([0, ''])
    for (const texte of ['almeida', 'd almeida', 'dalmeida', 'EVA d’al', '0639981234', '98 12 34'])
      expect(await lister({ texte })).toEqual([1, '01'])
    expect(await lister({ texte: 'almeida paul' })).toEqual([0, ''])
  })

  it('trie sur trois colonnes, les manquants en dernier, et pagine', async () => {
    const lister = await remplir()
    expect(await lister({ tri: { colonne: 'personne', sens: 'asc' } })).toEqual([3, '01 02 03'])
    expect(await lister({ tri: { colonne: 'personne', sens: 'desc' } })).toEqual([3, '02 01 03'])
    expect(await lister({ tri: { colonne: 'duree', sens: 'asc' } })).toEqual([3, '02 03 01'])
    expect(await lister({ tri: { colonne: 'duree', sens: 'desc' } })).toEqual([3, '03 02 01'])
    expect(await lister({ page: { debut: 1, taille: 1 } })).toEqual([3, '02'])
  })

  it('refuse une colonne ou une question qu’elle ne connaît pas', async () => {
    const { api } = await unService()
    expect(await api.entretiens.lister({ ...toutes, tri: { colonne: 'x', sens: 'asc' } })).toMatchObject({
      erreur: { code: 'entree-invalide' },
    })
    expect(await api.entretiens.lister({ ...toutes, reponses: { 'x") or 1 --': ['a'] } })).toMatchObject({
      erreur: { code: 'entree-invalide' },
    })
  })
})
