import { describe, expect, it } from 'vitest'
import { unEntretien, unePersonne, unePresence, unId, unPartenaire } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'

describe('les listes du poste', () => {
  const permanence = {
    liste: 'lieu',
    code: 'permanence-nord',
    libelle: 'Permanence Nord',
    masquee: false,
    ordre: 0,
    groupe: null,
  }

  it('ajoute, renomme, déplace et masque une valeur, aussitôt acceptée', async () => {
    const { api } = await unService()
    await valeur(api.nomenclature.modifier(permanence))
    await valeur(
      api.nomenclature.modifier({
        ...permanence,
        code: 'mairie',
        libelle: 'Hôtel de ville',
        masquee: true,
        ordre: null,
      }),
    )
    const { listes } = await valeur(api.nomenclature.lire({ dispositif: 'isc' }))
    const lieux = listes.find((l) => l.code === 'lieu')?.modalites ?? []
    expect(lieux.map((m) => m.code)).toContain('permanence-nord')
    expect(lieux.find((m) => m.code === 'mairie')).toMatchObject({ libelle: 'Hôtel de ville', masquee: true })
    await valeur(api.entretiens.enregistrer(unEntretien({ reponses: { lieu: 'permanence-nord' } })))
    await valeur(api.entretiens.enregistrer(unEntretien({ reponses: { lieu: 'mairie' } })))
  })

  it('refuse deux fois le même libellé, un code réservé, une liste ou un groupe inconnus', async () => {
    const { api } = await unService()
    const refus = async (changement: Partial<typeof permanence> | { groupe: string }) => {
      const reply = await api.nomenclature.modifier({ ...permanence, ...changement })
      return reply.ok ? {} : reply.erreur.champs
    }
    expect(await refus({ libelle: 'MAIRIE ' })).toEqual({ libelle: 'existant' })
    expect(await refus({ code: 'total' })).toEqual({ code: 'reserve' })
    expect(await refus({ liste: 'planete' })).toEqual({ liste: 'inconnue' })
    expect(await refus({ groupe: 'sante' })).toEqual({ groupe: 'inconnu' })
  })

  it('active une question, et refuse celle qu’aucun dispositif ne pose', async () => {
    const { api } = await unService()
    await valeur(api.nomenclature.activerChamp({ champ: 'accueil', actif: true }))
    const { champs } = await valeur(api.nomenclature.lire({ dispositif: 'isc' }))
    expect(champs.find((c) => c.code === 'accueil')?.actif).toBe(true)
    expect(await api.nomenclature.activerChamp({ champ: 'religion', actif: true })).toMatchObject({ ok: false })
  })
})

describe('les partenaires', () => {
  it('compte les personnes envoyées, se cherche sans accents, et range à la fin ceux qui ne servent plus', async () => {
    const { api } = await unService()
    const [cidff, ferme] = [
      unPartenaire({ nom: 'Éclaircies', interlocuteur: 'Mme Noël' }),
      unPartenaire({ nom: 'Abri fermé', genre: 'hebergement', actif: false }),
    ]
    for (const p of [ferme, cidff]) await valeur(api.partenaires.enregistrer(p))
    const envoi = unEntretien({ orientations: [{ id: unId(), destination: 'cidff', partenaireId: cidff.id }] })
    await valeur(api.entretiens.enregistrer(envoi))
    const lister = async (texte: string) =>
      (await valeur(api.partenaires.lister({ texte }))).map((p) => [p.nom, p.orientations])
    expect(await lister('')).toEqual([
      ['Éclaircies', 1],
      ['Abri fermé', 0],
    ])
    expect(await lister('noel')).toEqual([['Éclaircies', 1]])
    await valeur(api.entretiens.supprimer({ id: envoi.id }))
    expect(await lister('eclair')).toEqual([['Éclaircies', 0]])
    expect(await api.partenaires.enregistrer({ ...cidff, genre: 'inconnu' })).toMatchObject({
      erreur: { code: 'valeur-inconnue' },
    })
  })
})

describe('les réglages', () => {
  it('écrit ce qui change et laisse le reste', async () => {
    const { api } = await unService()
    await valeur(api.reglages.ecrire({ nom: 'Poste Nord', intervenant: 'Camille', verrouillageMinutes: 5 }))
    expect(await valeur(api.reglages.lire(undefined))).toEqual({
      nom: 'Poste Nord',
      intervenant: 'Camille',
      dispositifs: ['isc'],
      dispositif: 'isc',
      verrouillageMinutes: 5,
      secoursConfirme: false,
      secondEmplacement: null,
      demonstration: false,
    })
  })

  it('tient les postes financés et refuse une fin avant le début', async () => {
    const { api } = await unService()
    const poste = {
      id: unId(),
      nom: 'Mi-temps',
      etp: 0.5,
      financementAnnuel: 18_000,
      financeur: 'FIPD',
      du: '2025-10-01',
      au: null,
    }
    await valeur(api.reglages.enregistrerPoste(poste))
    await valeur(api.reglages.enregistrerPoste({ ...poste, etp: 0.6 }))
    expect(await valeur(api.reglages.postes(undefined))).toEqual([{ ...poste, etp: 0.6 }])
    expect(await api.reglages.enregistrerPoste({ ...poste, au: '2025-09-30' })).toMatchObject({
      erreur: { code: 'periode-invalide' },
    })
    await valeur(api.reglages.supprimerPoste({ id: poste.id }))
    expect(await valeur(api.reglages.postes(undefined))).toEqual([])
  })
})

const orientation = (destination: string) => ({ id: unId(), destination, partenaireId: null })
const echeance = (date: string) => ({ id: unId(), date, libelle: 'Rappeler' })

describe('la page du jour', () => {
  it('montre ce qui est dû, ce qui attend, et l’année en regard de la précédente', async () => {
    const { api } = await unService()
    const [ali, bea] = [unePersonne({ nom: 'Keita', prenom: 'Ali' }), unePersonne({ nom: 'Roy', prenom: 'Béa' })]
    const ancien = unEntretien({
      date: '2024-05-02',
      presences: [unePresence(ali)],
      orientations: [orientation('cidff')],
    })
    const recent = unEntretien({
      date: '2025-05-30',
      presences: [unePresence(ali, { fiche: null }), unePresence(bea)],
      orientations: [orientation('115'), orientation('ccas')],
      echeances: [echeance('2025-06-09'), echeance('2025-06-10'), echeance('2025-05-01')],
    })
    const apres = unEntretien({
      date: '2024-07-01',
      presences: [unePresence(bea, { fiche: null })],
      orientations: [orientation('mjd')],
    })
    for (const e of [ancien, recent, apres]) await valeur(api.entretiens.enregistrer(e))
    const jour = await valeur(api.aujourdhui.lire({ jour: '2025-06-02' }))
    expect(jour.annee).toEqual({ personnes: 2, entretiens: 1, personnesAvant: 1, entretiensAvant: 1 })
    expect(jour.echeances.map((e) => e.date)).toEqual(['2025-05-01', '2025-06-09'])
    expect(jour.orientationsEnAttente.map((o) => [o.destination, o.personnes.map((p) => p.libelle)])).toEqual([
      ['mjd', ['ROY Béa']],
      ['115', ['KEITA Ali', 'ROY Béa']],
      ['ccas', ['KEITA Ali', 'ROY Béa']],
    ])
    expect(jour.dernieresPersonnes.map((p) => p.nom)).toEqual(['Keita', 'Roy'])
  })
})
