import { describe, expect, it } from 'vitest'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'

describe('les personnes', () => {
  it('retrouve une personne par nom, prénom, téléphone, année ou date de naissance, sans accents ni ordre', async () => {
    const { api } = await unService()
    const eva = unePersonne({
      nom: 'D’Almeida',
      prenom: 'Éva-Rose',
      naissance: '1987-04-09',
      telephone: '+33 6 39 98 12 34',
    })
    await valeur(api.personnes.enregistrer(eva))
    await valeur(api.personnes.enregistrer(unePersonne({ nom: 'Martin', prenom: 'Paul', naissance: '1950' })))
    const chercher = async (texte: string) =>
      (await valeur(api.personnes.chercher({ texte, limite: 10 }))).map((p) => p.nom)
    for (const texte of [
      'almei',
      'DALMEIDA',
      'rose d al',
      'evarose',
      '06 39',
      '0639981234',
      '9812',
      '1987',
      '9/4/1987',
      'eva 1987',
    ])
      expect([texte, await chercher(texte)]).toEqual([texte, ['D’Almeida']])
    for (const texte of ['meida', 'eva martin', '1988', '', '   ', '%', '_']) expect(await chercher(texte)).toEqual([])
  })

  it('met d’abord les noms qui commencent ainsi, et en dernier les personnes non revues depuis deux ans', async () => {
    const { api } = await unService()
    const noter = (nom: string, prenom: string, date: string) =>
      valeur(api.entretiens.enregistrer(unEntretien({ date, presences: [unePresence(unePersonne({ nom, prenom }))] })))
    await noter('Marchand', 'Ancien', '2022-01-03')
    await noter('Dupont', 'Marc', '2025-05-30')
    await noter('Marceau', 'Luc', '2025-01-03')
    await noter('Marcel', 'Jean', '2025-05-03')
    const trouvees = await valeur(api.personnes.chercher({ texte: 'marc', limite: 10 }))
    expect(trouvees.map((p) => p.nom)).toEqual(['Marcel', 'Marceau', 'Dupont', 'Marchand'])
    expect(await valeur(api.personnes.chercher({ texte: 'marc', limite: 2 }))).toHaveLength(2)
  })

  it('ne montre jamais une personne anonyme dans une recherche ni une liste', async () => {
    const { api } = await unService()
    await valeur(api.entretiens.compterAnonyme({ id: unId() }))
    await valeur(api.personnes.enregistrer(unePersonne({ nom: 'Zola', commune: 'Zed' })))
    await valeur(api.personnes.enregistrer(unePersonne({ nom: 'Émond', commune: null })))
    const lister = async (colonne: string, sens: 'asc' | 'desc' = 'asc') =>
      (
        await valeur(api.personnes.lister({ texte: '', tri: { colonne, sens }, page: { debut: 0, taille: 9 } }))
      ).lignes.map((p) => p.nom)
    expect(await lister('nom')).toEqual(['Émond', 'Zola'])
    expect(await lister('nom', 'desc')).toEqual(['Zola', 'Émond'])
    expect(await lister('commune', 'desc')).toEqual(['Zola', 'Émond'])
  })

  it('garde la commune du jour de chaque entretien quand la personne déménage', async () => {
    const { api, db } = await unService()
    const personne = unePersonne({ commune: null })
    const entretien = unEntretien({ presences: [unePresence(personne)] })
    await valeur(api.entretiens.enregistrer(entretien))
    const communes = async () =>
      (await db().selectFrom('presence').select('commune').orderBy('commune').execute()).map((p) => p.commune)
    expect(await communes()).toEqual([null])
    await valeur(api.personnes.enregistrer({ ...personne, commune: 'Pantin' }))
    expect(await communes()).toEqual(['Pantin'])
    await valeur(api.personnes.enregistrer({ ...personne, commune: 'Stains' }))
    await valeur(
      api.entretiens.enregistrer(
        unEntretien({ date: '2025-06-01', presences: [unePresence(personne, { fiche: null })] }),
      ),
    )
    await valeur(api.entretiens.enregistrer({ ...entretien, presences: [unePresence(personne, { fiche: null })] }))
    expect(await communes()).toEqual(['Pantin', 'Stains'])
  })

  it('refuse une naissance à venir et une réponse inconnue', async () => {
    const { api } = await unService()
    expect(await api.personnes.enregistrer(unePersonne({ naissance: '2025-06-03' }))).toMatchObject({
      erreur: { code: 'entree-invalide', champs: { naissance: 'futur' } },
    })
    expect(await api.personnes.enregistrer(unePersonne({ reponses: { religion: 'x' } }))).toMatchObject({
      erreur: { code: 'valeur-inconnue', champs: { religion: 'champ-inconnu' } },
    })
  })

  it('propose comme doublons les mêmes noms à date différente ou absente, dans n’importe quel ordre', async () => {
    const { api } = await unService()
    const groupe = [
      unePersonne({ nom: 'Le Gall', prenom: 'Anne-Marie', naissance: '1980-01-01' }),
      unePersonne({ nom: 'LEGALL', prenom: 'Anne Marie', naissance: null }),
      unePersonne({ nom: 'Anne-Marie', prenom: 'Le Gall', naissance: '1981' }),
    ]
    for (const personne of [...groupe, unePersonne({ nom: 'Le Gall', prenom: 'Anne' })])
      await valeur(api.personnes.enregistrer(personne))
    const { total, paires } = await valeur(api.personnes.doublons(undefined))
    expect(total).toBe(3)
    expect(paires.map((p) => [p.score, p.raisons, new Set([p.gauche.naissance, p.droite.naissance])])).toEqual([
      [88, ['memes-noms', 'naissance-faute', 'commune-meme'], new Set(['1980-01-01', '1981'])],
      [63, ['memes-noms', 'commune-meme'], expect.any(Set)],
      [63, ['memes-noms', 'commune-meme'], expect.any(Set)],
    ])
  })
})

describe('le foyer', () => {
  it('réunit, change de foyer, et disparaît quand il ne reste qu’une personne', async () => {
    const { api, db } = await unService()
    const [mere, fils, amie] = [unePersonne({ nom: 'A' }), unePersonne({ nom: 'B' }), unePersonne({ nom: 'C' })]
    for (const p of [mere, fils, amie]) await valeur(api.personnes.enregistrer(p))
    const foyer = async (id: string) =>
      (await valeur(api.personnes.lire({ id }))).foyer.map((m) => [m.personne.nom, m.lien])
    await valeur(api.personnes.rattacherFoyer({ personneId: fils.id, avecId: mere.id, lien: 'fils' }))
    expect([await foyer(mere.id), await foyer(fils.id)]).toEqual([[['B', 'fils']], [['A', null]]])
    await valeur(api.personnes.rattacherFoyer({ personneId: fils.id, avecId: amie.id, lien: 'hébergé' }))
    expect([await foyer(mere.id), await foyer(amie.id)]).toEqual([[], [['B', 'hébergé']]])
    await valeur(api.personnes.rattacherFoyer({ personneId: fils.id, avecId: amie.id, lien: 'ami' }))
    expect(await foyer(amie.id)).toEqual([['B', 'ami']])
    await valeur(api.personnes.quitterFoyer({ personneId: amie.id }))
    expect(await foyer(fils.id)).toEqual([])
    expect(await db().selectFrom('foyer').selectAll().execute()).toEqual([])
  })

  it('refuse de rattacher une personne à elle-même ou à une inconnue', async () => {
    const { api, db } = await unService()
    const personne = unePersonne()
    await valeur(api.personnes.enregistrer(personne))
    expect(
      await api.personnes.rattacherFoyer({ personneId: personne.id, avecId: personne.id, lien: '' }),
    ).toMatchObject({
      erreur: { code: 'entree-invalide' },
    })
    expect(await api.personnes.rattacherFoyer({ personneId: unId(), avecId: personne.id, lien: '' })).toMatchObject({
      erreur: { code: 'introuvable' },
    })
    expect(await db().selectFrom('foyer').selectAll().execute()).toEqual([])
  })
})

describe('les suivis et leurs échéances', () => {
  it('se clôt avec un motif de la liste, à une date possible, et se rouvre', async () => {
    const { api } = await unService()
    const entretien = unEntretien()
    await valeur(api.entretiens.enregistrer(entretien))
    const clore = (date: string, motif = 'relais') => api.suivis.cloturer({ id: entretien.suivi.id, date, motif })
    expect(await clore('2025-03-10')).toMatchObject({ erreur: { champs: { date: 'avant-ouverture' } } })
    expect(await clore('2025-06-03')).toMatchObject({ erreur: { champs: { date: 'futur' } } })
    expect(await clore('2025-04-01', 'lassitude')).toMatchObject({ erreur: { code: 'valeur-inconnue' } })
    await valeur(clore('2025-04-01'))
    const [presence] = entretien.presences
    const lire = async () => (await valeur(api.suivis.dePersonne({ personneId: presence?.personneId ?? '' })))[0]
    expect(await lire()).toMatchObject({ closLe: '2025-04-01', motifCloture: 'relais', ouvertLe: '2025-03-11' })
    await valeur(api.suivis.rouvrir({ id: entretien.suivi.id }))
    expect(await lire()).toMatchObject({ closLe: null, motifCloture: null })
    expect(await api.suivis.rouvrir({ id: unId() })).toMatchObject({ erreur: { code: 'introuvable' } })
  })

  it('liste ce qui reste dû avec les personnes concernées', async () => {
    const { api } = await unService()
    const entretien = unEntretien({ presences: [unePresence(unePersonne({ nom: 'Keita', prenom: 'Ali' }))] })
    await valeur(api.entretiens.enregistrer(entretien))
    const [tard, tot] = [unId(), unId()]
    const due = { suiviId: entretien.suivi.id, libelle: 'Rappeler' }
    await valeur(api.echeances.ajouter({ ...due, id: tard, date: '2025-06-20' }))
    await valeur(api.echeances.ajouter({ ...due, id: tot, date: '2025-06-01' }))
    const lister = async () => (await valeur(api.echeances.lister({ jusquau: '2025-06-30' }))).map((e) => e.id)
    expect(await lister()).toEqual([tot, tard])
    expect((await valeur(api.echeances.lister({ jusquau: '2025-06-10' })))[0]?.personnes).toMatchObject([
      { libelle: 'KEITA Ali' },
    ])
    await valeur(api.echeances.marquer({ id: tot, faiteLe: '2025-06-02' }))
    expect(await lister()).toEqual([tard])
    await valeur(api.echeances.marquer({ id: tot, faiteLe: null }))
    expect(await lister()).toEqual([tot, tard])
    expect(await api.echeances.ajouter({ ...due, suiviId: unId(), id: unId(), date: '2025-06-20' })).toMatchObject({
      erreur: { code: 'introuvable' },
    })
  })
})
