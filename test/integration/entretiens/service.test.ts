import { describe, expect, it } from 'vitest'
import { unEntretien, unePersonne, unePresence, unId, unPartenaire } from '../../fixtures/builders.ts'
import { toutes, unService, valeur } from '../../fixtures/service.ts'

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

  it('refuse une suite datée d’avant l’entretien ou de demain, ou d’un entretien supprimé', async () => {
    const { api } = await unService()
    const orientation = { id: unId(), destination: 'cidff', partenaireId: null }
    const entretien = unEntretien({ orientations: [orientation] })
    await valeur(api.entretiens.enregistrer(entretien))
    const noter = (date: string) =>
      api.entretiens.noterSuite({ orientationId: orientation.id, statut: 'acceptee', date })
    expect(await noter('2025-03-10')).toMatchObject({ erreur: { champs: { date: 'avant-entretien' } } })
    expect(await noter('2025-06-03')).toMatchObject({ erreur: { champs: { date: 'futur' } } })
    await valeur(api.entretiens.supprimer({ id: entretien.id }))
    expect(await noter('2025-04-01')).toMatchObject({ erreur: { code: 'introuvable' } })
  })
})
