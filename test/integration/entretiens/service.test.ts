import { describe, expect, it } from 'vitest'
import {
  unEntretien,
  unePersonne,
  unePersonneAnonyme,
  unePresence,
  unId,
  unPartenaire,
} from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'

const toutes = {
  texte: '',
  du: null,
  au: null,
  role: null,
  reponses: {},
  tri: { colonne: 'date', sens: 'desc' },
  page: { debut: 0, taille: 50 },
} as const

describe('les entretiens', () => {
  it('relit tout ce qui vient d’être enregistré, dans l’ordre du formulaire', async () => {
    const { api } = await unService()
    const partenaire = unPartenaire()
    await valeur(api.partenaires.enregistrer(partenaire))
    const [awa, zoe] = [unePersonne({ nom: 'Zidi', prenom: 'Awa' }), unePersonne({ nom: 'Abadie', prenom: 'Zoé' })]
    const entretien = unEntretien({
      note: 'À rappeler.\nAprès le 12.',
      presences: [unePresence(awa), unePresence(zoe, { role: 'entourage', reponses: {} })],
      orientations: [
        { id: unId(), destination: 'cidff', partenaireId: partenaire.id },
        { id: unId(), destination: '115', partenaireId: null },
      ],
      echeances: [{ id: unId(), date: '2025-06-09', libelle: 'Rappeler' }],
    })
    const { enregistreLe } = await valeur(api.entretiens.enregistrer(entretien))
    expect(enregistreLe).toBe(new Date('2025-06-02T14:03:00').toISOString())
    const relu = await valeur(api.entretiens.lire({ id: entretien.id }))
    expect(relu).toMatchObject({
      date: '2025-03-11',
      note: 'À rappeler.\nAprès le 12.',
      suivi: { numero: 1, saisineDate: '2025-03-10', closLe: null },
      reponses: entretien.reponses,
      presences: [
        { personne: { nom: 'Zidi', entretiens: 1, dernierEntretien: '2025-03-11' }, role: 'victime' },
        { personne: { nom: 'Abadie' }, role: 'entourage', reponses: {} },
      ],
      orientations: [
        { destination: 'cidff', partenaire: partenaire.nom, statut: 'attente', reponduLe: null, date: '2025-03-11' },
        { destination: '115', partenaire: null },
      ],
      echeances: [{ date: '2025-06-09', libelle: 'Rappeler', faiteLe: null }],
      enregistreLe,
    })
  })

  it('garde la réponse d’une orientation et l’échéance faite quand la fiche est corrigée', async () => {
    const { api } = await unService()
    const [gardee, otee] = [
      { id: unId(), destination: 'cidff', partenaireId: null },
      { id: unId(), destination: 'mjd', partenaireId: null },
    ]
    const [faite, inutile] = [
      { id: unId(), date: '2025-03-20', libelle: 'Rappeler' },
      { id: unId(), date: '2025-03-21', libelle: 'Erreur' },
    ]
    const entretien = unEntretien({ orientations: [gardee, otee], echeances: [faite, inutile] })
    await valeur(api.entretiens.enregistrer(entretien))
    await valeur(api.entretiens.noterSuite({ orientationId: gardee.id, statut: 'aboutie', date: '2025-04-01' }))
    await valeur(api.echeances.marquer({ id: faite.id, faiteLe: '2025-03-19' }))
    const ajoutee = { id: unId(), destination: 'avocat', partenaireId: null }
    await valeur(
      api.entretiens.enregistrer({
        ...entretien,
        note: 'corrigée',
        orientations: [gardee, ajoutee],
        echeances: [faite],
      }),
    )
    const relu = await valeur(api.entretiens.lire({ id: entretien.id }))
    expect(relu.orientations.map((o) => [o.destination, o.statut, o.reponduLe])).toEqual([
      ['cidff', 'aboutie', '2025-04-01'],
      ['avocat', 'attente', null],
    ])
    expect(relu.echeances).toEqual([{ ...faite, faiteLe: '2025-03-19' }])
    expect(relu.suivi.numero).toBe(1)
  })

  it('retire la personne saisie par erreur, sans toucher sa fiche', async () => {
    const { api, db } = await unService()
    const [vraie, erreur] = [unePresence(), unePresence()]
    const entretien = unEntretien({ presences: [vraie, erreur] })
    await valeur(api.entretiens.enregistrer(entretien))
    await valeur(api.entretiens.enregistrer({ ...entretien, presences: [{ ...vraie, fiche: null }] }))
    const { suivis, personne } = await valeur(api.personnes.lire({ id: erreur.personneId }))
    expect([suivis, personne.entretiens]).toEqual([[], 0])
    expect(await db().selectFrom('participation').selectAll().execute()).toHaveLength(1)
  })

  it('refuse une personne inconnue et un identifiant déjà pris, sans rien écrire', async () => {
    const { api, db } = await unService()
    const inconnue = unEntretien({ presences: [unePresence(unePersonne(), { fiche: null })] })
    expect(await api.entretiens.enregistrer(inconnue)).toEqual({ ok: false, erreur: { code: 'introuvable' } })
    expect(await db().selectFrom('suivi').selectAll().execute()).toEqual([])
    const orientation = { id: unId(), destination: 'cidff', partenaireId: null }
    await valeur(api.entretiens.enregistrer(unEntretien({ orientations: [orientation] })))
    expect(await api.entretiens.enregistrer(unEntretien({ orientations: [orientation] }))).toMatchObject({
      erreur: { code: 'entree-invalide', champs: { id: 'pris' } },
    })
  })

  it('déplace un entretien vers un autre suivi sans laisser de suivi vide', async () => {
    const { api, db } = await unService()
    const presence = unePresence()
    const [premier, second] = [unEntretien({ presences: [presence] }), unEntretien({ date: '2025-04-02' })]
    await valeur(api.entretiens.enregistrer(premier))
    await valeur(api.entretiens.enregistrer(second))
    const rappel = { id: unId(), suiviId: premier.suivi.id, date: '2025-06-10', libelle: 'Rappeler' }
    await valeur(api.echeances.ajouter(rappel))
    await valeur(api.entretiens.enregistrer({ ...premier, suivi: second.suivi }))
    const suivis = await db().selectFrom('suivi').select(['id', 'ouvert_le']).execute()
    expect(suivis).toEqual([{ id: second.suivi.id, ouvert_le: '2025-03-11' }])
    const [echeance] = await valeur(api.echeances.lister({ jusquau: '2025-06-30' }))
    expect(echeance).toMatchObject({ id: rappel.id, suiviId: second.suivi.id })
  })

  it('ne compte plus nulle part un entretien supprimé, et le rétablit entier', async () => {
    const { api } = await unService()
    const presence = unePresence()
    const entretien = unEntretien({
      presences: [presence],
      date: '2025-05-20',
      orientations: [{ id: unId(), destination: 'cidff', partenaireId: null }],
      echeances: [{ id: unId(), date: '2025-06-03', libelle: 'Rappeler' }],
    })
    await valeur(api.entretiens.enregistrer(entretien))
    const voir = async () => {
      const jour = await valeur(api.aujourdhui.lire({ jour: '2025-06-02' }))
      const fiche = await valeur(api.personnes.lire({ id: presence.personneId }))
      return [
        (await valeur(api.entretiens.lister(toutes))).total,
        jour.annee.personnes,
        jour.echeances.length,
        jour.orientationsEnAttente.length,
        jour.dernieresPersonnes.length,
        fiche.suivis.length,
        fiche.entretiens.length,
        fiche.orientations.length,
        fiche.echeances.length,
        fiche.personne.entretiens,
      ]
    }
    expect(await voir()).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
    await valeur(api.entretiens.supprimer({ id: entretien.id }))
    expect(await voir()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(await api.entretiens.lire({ id: entretien.id })).toMatchObject({ erreur: { code: 'introuvable' } })
    await valeur(api.entretiens.retablir({ id: entretien.id }))
    expect(await voir()).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
  })

  it('refuse une suite datée d’avant l’entretien ou de demain', async () => {
    const { api } = await unService()
    const orientation = { id: unId(), destination: 'cidff', partenaireId: null }
    await valeur(api.entretiens.enregistrer(unEntretien({ orientations: [orientation] })))
    const noter = (date: string) =>
      api.entretiens.noterSuite({ orientationId: orientation.id, statut: 'acceptee', date })
    expect(await noter('2025-03-10')).toMatchObject({ erreur: { champs: { date: 'avant-entretien' } } })
    expect(await noter('2025-06-03')).toMatchObject({ erreur: { champs: { date: 'futur' } } })
  })
})

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
      reponsesSuivi: {},
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
