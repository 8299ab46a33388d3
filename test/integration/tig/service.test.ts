import { describe, expect, it } from 'vitest'
import { compterTig } from '#db/queries/tig/compter.ts'
import { messageErreur } from '#shared/erreurs/messages.ts'
import { unePersonne, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { jour, unAccueil, uneLigne, unPoste, unServiceTig } from './un-accueil.ts'

const tous = { jour, etat: 'tous', posteId: null, texte: '' } as const
const refus = (code: string, champs: Record<string, string>) => ({ ok: false, erreur: { code, champs } })

describe('un accueil', () => {
  it('se relit comme il a été saisi, avec ses heures à la minute', async () => {
    const { api, recevoir, lire } = await unServiceTig()
    const poste = unPoste()
    await valeur(api.tig.enregistrerPoste(poste))
    const accueil = await recevoir({ posteId: poste.id })
    await valeur(api.tig.noterJournee(uneLigne(accueil.suiviId)))
    await valeur(
      api.tig.noterJournee(uneLigne(accueil.suiviId, { date: '2025-03-11', debut: 480, fin: 721, pause: 0, repas: 0 })),
    )
    expect(await lire(accueil.suiviId)).toMatchObject({
      ...accueil,
      numero: 1,
      personne: { nom: 'Keita', prenom: 'Ali', naissance: '1995-04-05' },
      poste: 'Entretien des parcs',
      etat: 'en-cours',
      minutes: 455 + 241,
      corrections: 0,
    })
    expect(await valeur(api.tig.postes({ jour }))).toEqual([{ ...poste, occupees: 1 }])
    const [ligne] = await valeur(api.tig.lister({ ...tous, posteId: poste.id }))
    expect(ligne).toMatchObject({ personne: 'KEITA Ali', minutes: 696, heures: 70, poste: 'Entretien des parcs' })
    expect(await valeur(api.tig.lister({ ...tous, posteId: unId() }))).toEqual([])
    expect(await valeur(api.tig.lister({ ...tous, texte: 'kei' }))).toHaveLength(1)
  })

  it('est refusé hors des bornes de la loi, et rien n’est écrit', async () => {
    const { api, recevoir } = await unServiceTig()
    const personne = unePersonne({ naissance: '1995-04-05' })
    await valeur(api.personnes.enregistrer(personne))
    const demander = (champs: Parameters<typeof unAccueil>[1]) => api.tig.enregistrer(unAccueil(personne.id, champs))
    expect(await demander({ heures: 401 })).toEqual(refus('entree-invalide', { heures: 'hors-bornes' }))
    expect(await demander({ mesure: 'tnr-maire', heures: 31 })).toEqual(
      refus('entree-invalide', { heures: 'hors-bornes' }),
    )
    expect(await demander({ service: 'tribunal' })).toEqual(refus('valeur-inconnue', { service: 'valeur-inconnue' }))
    expect(await demander({ finLe: '2025-05-01', issue: 'enfui' })).toEqual(
      refus('valeur-inconnue', { issue: 'valeur-inconnue' }),
    )
    expect(await demander({ finLe: '2025-05-01' })).toEqual(refus('entree-invalide', { issue: 'attendu' }))
    expect(await api.tig.enregistrer(unAccueil(unId()))).toMatchObject({ ok: false, erreur: { code: 'introuvable' } })
    expect(await valeur(api.tig.lister(tous))).toEqual([])
    await recevoir()
  })

  it('ne va pas sur un poste fermé aux mineurs, suspendu ou inconnu', async () => {
    const { api, recevoir } = await unServiceTig()
    const poste = unPoste({ statuts: [{ statut: 'suspendu', du: '2025-03-01' }] })
    const ouvert = unPoste()
    await valeur(api.tig.enregistrerPoste(poste))
    await valeur(api.tig.enregistrerPoste(ouvert))
    const accueil = await recevoir({ debutLe: '2025-02-20', posteId: poste.id })
    const changer = (champs: object) => api.tig.enregistrer({ ...accueil, ...champs })
    expect(await changer({ debutLe: '2025-03-03' })).toEqual(refus('entree-invalide', { posteId: 'ferme' }))
    expect(await changer({ posteId: unId() })).toEqual(refus('valeur-inconnue', { posteId: 'valeur-inconnue' }))
    const mineur = unePersonne({ naissance: '2008-06-01' })
    await valeur(api.personnes.enregistrer(mineur))
    const sien = unAccueil(mineur.id, { mesure: 'tig-mineur', posteId: ouvert.id })
    expect(await api.tig.enregistrer(sien)).toEqual(refus('entree-invalide', { posteId: 'ferme-aux-mineurs' }))
    await valeur(api.tig.enregistrerPoste({ ...ouvert, ouvertAuxMineurs: true }))
    await valeur(api.tig.enregistrer(sien))
    const { avertissements } = await valeur(api.tig.lire({ suiviId: sien.suiviId, jour }))
    expect(avertissements.join(' ')).toContain('R623-14')
  })

  it('n’existe pas dans un autre métier, qui n’accueille personne pour travailler', async () => {
    const { api, recevoir } = await unServiceTig()
    const accueil = await recevoir()
    await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
    const ailleurs = refus('entree-invalide', { dispositif: 'sans-accueil' })
    expect(await api.tig.lister(tous)).toEqual(ailleurs)
    expect(await api.tig.lire({ suiviId: accueil.suiviId, jour })).toEqual(ailleurs)
    expect(await api.tig.enregistrer(accueil)).toEqual(ailleurs)
    expect((await valeur(api.personnes.lire({ id: accueil.personneId }))).suivis).toEqual([])
  })

  it('se voit sur la fiche de la personne, et ne s’y clôt pas à part de sa feuille', async () => {
    const { api, recevoir } = await unServiceTig()
    const { suiviId, personneId } = await recevoir()
    expect((await valeur(api.personnes.lire({ id: personneId }))).suivis).toMatchObject([
      { id: suiviId, numero: 1, ouvertLe: '2025-03-03', saisineDate: '2025-02-01' },
    ])
    expect(await api.suivis.cloturer({ id: suiviId, date: '2025-04-01', motif: 'suspendu' })).toEqual(
      refus('entree-invalide', { dispositif: 'sans-entretien' }),
    )
    await valeur(api.tig.retirer({ genre: 'accueil', id: suiviId }))
    expect((await valeur(api.personnes.lire({ id: personneId }))).suivis).toEqual([])
    expect(await valeur(api.tig.lister(tous))).toEqual([])
    await valeur(api.tig.retablir({ genre: 'accueil', id: suiviId }))
    expect(await valeur(api.tig.lister(tous))).toHaveLength(1)
  })
})

describe('la feuille de présence', () => {
  it('garde ce que disait une ligne corrigée ou retirée', async () => {
    const { api, db, recevoir, lire } = await unServiceTig()
    const { suiviId } = await recevoir()
    const ligne = uneLigne(suiviId)
    await valeur(api.tig.noterJournee(ligne))
    await valeur(api.tig.noterJournee(ligne))
    expect((await lire(suiviId)).corrections).toBe(0)
    await valeur(api.tig.noterJournee({ ...ligne, fin: 960 }))
    expect(await lire(suiviId)).toMatchObject({ minutes: 395, corrections: 1 })
    expect(await db().selectFrom('journee_correction').select(['journee_id', 'fin']).execute()).toEqual([
      { journee_id: ligne.id, fin: 1020 },
    ])
    await valeur(api.tig.retirer({ genre: 'journee', id: ligne.id }))
    expect(await lire(suiviId)).toMatchObject({ minutes: 0, journees: [], corrections: 1 })
    await valeur(api.tig.retablir({ genre: 'journee', id: ligne.id }))
    expect((await lire(suiviId)).minutes).toBe(395)
  })

  it('refuse qu’une personne soit à deux endroits, même par deux accueils', async () => {
    const { api, recevoir } = await unServiceTig()
    const premier = await recevoir()
    const second = unAccueil(premier.personneId)
    await valeur(api.tig.enregistrer(second))
    const ligne = uneLigne(premier.suiviId)
    await valeur(api.tig.noterJournee(ligne))
    const chevauche = refus('entree-invalide', { debut: 'chevauchement' })
    expect(await api.tig.noterJournee(uneLigne(second.suiviId, { debut: 1000, fin: 1100 }))).toEqual(chevauche)
    await valeur(api.tig.noterJournee(uneLigne(second.suiviId, { debut: 1020, fin: 1100 })))
    await valeur(api.tig.retirer({ genre: 'journee', id: ligne.id }))
    await valeur(api.tig.noterJournee(uneLigne(second.suiviId, { debut: 600, fin: 700 })))
    expect(await api.tig.retablir({ genre: 'journee', id: ligne.id })).toEqual(chevauche)
    expect((await valeur(api.tig.lire({ suiviId: premier.suiviId, jour }))).journees).toEqual([])
  })

  it('reste entre le premier jour et la fin, qui ne passent pas par-dessus elle', async () => {
    const { api, recevoir } = await unServiceTig()
    const accueil = await recevoir()
    await valeur(api.tig.noterJournee(uneLigne(accueil.suiviId)))
    expect(await api.tig.enregistrer({ ...accueil, debutLe: '2025-03-11' })).toEqual(
      refus('entree-invalide', { debutLe: 'apres-journee' }),
    )
    const finie = { ...accueil, issue: 'execute-partiel-reoriente' }
    expect(await api.tig.enregistrer({ ...finie, finLe: '2025-03-09' })).toEqual(
      refus('entree-invalide', { finLe: 'avant-journee' }),
    )
    await valeur(api.tig.enregistrer({ ...finie, finLe: '2025-03-10' }))
    expect(await api.tig.noterJournee(uneLigne(accueil.suiviId, { date: '2025-03-11' }))).toEqual(
      refus('entree-invalide', { date: 'apres-fin' }),
    )
    expect(await api.tig.noterJournee(uneLigne(accueil.suiviId, { date: '2025-03-05', repas: 600 }))).toEqual(
      refus('entree-invalide', { pause: 'sans-duree' }),
    )
  })
})

describe('les alertes et les incidents', () => {
  it('mettent en tête de liste ce qui presse', async () => {
    const { api, recevoir } = await unServiceTig()
    await recevoir({ debutLe: '2025-05-30', decideLe: '2025-05-01' }, { nom: 'Tranquille' })
    await recevoir({ debutLe: '2025-05-30', echeance: '2025-06-20' }, { nom: 'Pressé' })
    await recevoir({ echeance: '2025-07-20' }, { nom: 'Silencieux' })
    const lignes = await valeur(api.tig.lister(tous))
    expect(lignes.map((l) => [l.personne, l.alertes.map((a) => a.code)])).toEqual([
      ['PRESSÉ Ali', ['limite-30']],
      ['SILENCIEUX Ali', ['sans-presence', 'limite-60']],
      ['TRANQUILLE Ali', []],
    ])
  })

  it('un incident attend d’être signalé, et se retire', async () => {
    const { api, recevoir, lire } = await unServiceTig()
    const { suiviId } = await recevoir()
    const incident = { id: unId(), suiviId, date: '2025-05-20', genre: 'retard', signaleLe: null } as const
    await valeur(api.tig.noterIncident(incident))
    expect((await lire(suiviId)).alertes.map((a) => a.code)).toContain('incident-a-signaler')
    expect(await api.tig.noterIncident({ ...incident, signaleLe: '2025-05-19' })).toEqual(
      refus('entree-invalide', { signaleLe: 'avant-incident' }),
    )
    await valeur(api.tig.noterIncident({ ...incident, signaleLe: '2025-05-20' }))
    expect((await lire(suiviId)).alertes.map((a) => a.code)).not.toContain('incident-a-signaler')
    await valeur(api.tig.retirer({ genre: 'incident', id: incident.id }))
    expect((await lire(suiviId)).incidents).toEqual([])
  })
})

it('se compte : personnes, heures, postes et places', async () => {
  const { api, db, recevoir } = await unServiceTig()
  const poste = unPoste({ places: 4 })
  await valeur(api.tig.enregistrerPoste(poste))
  await valeur(api.tig.enregistrerPoste(unPoste({ inscritLe: '2025-06-01' })))
  const fini = await recevoir({ posteId: poste.id, heures: 20 })
  await valeur(api.tig.noterJournee(uneLigne(fini.suiviId, { debut: 480, fin: 1080, pause: 0, repas: 0 })))
  await valeur(
    api.tig.noterJournee(uneLigne(fini.suiviId, { date: '2025-03-11', debut: 480, fin: 1080, pause: 0, repas: 0 })),
  )
  await valeur(api.tig.enregistrer({ ...fini, finLe: '2025-03-31', issue: 'execute-total' }))
  await recevoir({ posteId: poste.id, decideLe: '2025-03-20', debutLe: '2025-04-01' }, { nom: 'Petit' })
  expect(await compterTig(db(), { du: '2025-01-01', au: '2025-04-30' })).toEqual({
    accueillis: 2,
    premiersAccueils: 2,
    accueilsTermines: 1,
    executesEnEntier: 1,
    incidents: 0,
    heuresEffectuees: 20,
    heuresPrononcees: 90,
    postesOuverts: 1,
    postesPourvus: 1,
    places: 4,
    placesOccupees: 1,
    remplissage: 25,
  })
})

it('importe un tableur à l’écran, montré avant d’être écrit', async () => {
  const { api } = await unServiceTig()
  const lignes =
    'Nom;Prénom;Mesure;Service référent;Heures à effectuer;Début;Infraction\nKeita;Ali;TIG;SPIP;70;03/03/2025;vol'
  const contenu = Buffer.from(lignes).toString('base64')
  const fichier = { nom: 'tig.csv', contenu, dispositif: 'tig', correspondance: {} } as const
  const apercu = await valeur(api.echanges.examiner(fichier))
  expect(apercu.apercu).toEqual([['Keita', 'Ali', 'TIG', 'SPIP', '70 h', '03/03/2025']])
  const demande = { jour, etat: 'tous', posteId: null, texte: '' } as const
  expect(await valeur(api.tig.lister(demande))).toEqual([])
  expect(await valeur(api.echanges.importer(fichier))).toMatchObject({ accueils: 1, importees: 1 })
  expect(await valeur(api.tig.lister(demande))).toMatchObject([{ heures: 70, etat: 'en-cours' }])
})

it('refuse le tableur d’un coordinateur par une phrase claire, sans le lire', async () => {
  const { api } = await unServiceTig()
  const contenu = btoa('Nom;Infraction\nKeita;vol')
  const fichier = { nom: 'a.csv', contenu, dispositif: 'coordination', correspondance: {} } as const
  const reponse = await api.echanges.importer(fichier)
  expect(reponse).toEqual(refus('fichier-illisible', { fichier: 'metier' }))
  expect(reponse.ok ? '' : messageErreur(reponse.erreur)).toContain('n’importe pas de tableur pour ce métier')
})
