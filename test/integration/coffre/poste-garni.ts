import { modeleFourni } from '#electron/service/lettres/fournir.ts'
import { lettresFournies } from '#shared/domaine/lettres/fournis.ts'
import type { Db } from '#db/connection.ts'
import type { AgentASaisir } from '#shared/domaine/acces/agent.ts'
import type { Reply } from '#shared/ipc/call.ts'
import { contract } from '#shared/ipc/contract.ts'
import { spip2013 } from '../../fixtures/contexte.ts'
import { unEntretien, unePersonne, unePresence, unId, unPartenaire } from '../../fixtures/builders.ts'
import { unCsv } from '../../fixtures/imports/fichiers.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { entreesDuBilanCoordination } from './entrees-bilan-coordination.ts'
import { entreesDesDroits } from './entrees-droits.ts'
import { entreesDesInstances } from './entrees-instances.ts'
import { entreesDesLots } from './entrees-lots.ts'
import { entreesDeLaStrategie } from './entrees-strategie.ts'
import { entreesDeLObservatoire } from './entrees-observatoire.ts'
import { entreesDuParcours } from './entrees-parcours.ts'
import { entreesDuTig } from './entrees-tig.ts'

/** The latest act of the coffre. */
const dernierGeste = async (db: Db): Promise<string> =>
  (
    await db
      .selectFrom('geste')
      .select('id')

      .orderBy('rang', 'desc')
      .executeTakeFirst()
  )?.id ?? ''

/** A coffre with one of everything, and for each call an input that it accepts. */
const modeleDeLettre = async () => (await modeleFourni(lettresFournies.notice, '2025-06-02')).toString('base64')
const listeDeLieux = Buffer.from('code;libellé;groupe\n;Gare du Nord;\n').toString('base64')

export const unPosteGarni = async (imprimer?: Parameters<typeof unService>[1]) => {
  const service = await unService(undefined, imprimer)
  const { api, db } = service
  const partenaire = unPartenaire()
  await valeur(api.partenaires.enregistrer(partenaire))
  const [awa, zoe] = [unePersonne(), unePersonne()]
  const entretien = unEntretien({
    presences: [unePresence(awa), unePresence(zoe)],
    orientations: [{ id: unId(), destination: 'ccas', partenaireId: partenaire.id }],
    echeances: [{ id: unId(), date: '2025-06-09', libelle: 'Rappeler' }],
  })
  await valeur(api.entretiens.enregistrer(entretien))
  const [moussa, mousa, reunie, double] = [unePersonne(), unePersonne(), unePersonne(), unePersonne()]
  for (const personne of [moussa, mousa, reunie, double]) await valeur(api.personnes.enregistrer(personne))
  const fusionId = unId()
  await valeur(api.personnes.fusionner({ fusionId, id: reunie.id, absorbeeId: double.id, deLAutre: [] }))
  const [suiviId, id] = [entretien.suivi.id, entretien.id]
  const chiffre = spip2013({ dispositif: 'isc' })
  await valeur(api.contexte.enregistrer(chiffre))
  await valeur(api.personnes.enregistrer(unePersonne()))
  const gesteId = await dernierGeste(db())
  const page = { debut: 0, taille: 20 }
  const semaine = { du: '2025-06-02', au: '2025-06-08', jour: '2025-06-02' }
  const tri = { colonne: 'date', sens: 'asc' }
  const demande = { dispositif: 'isc', du: '2025-01-01', au: '2025-06-01', seuil: 5, mode: 'masquage' }
  const fichier = {
    nom: 'suivi.csv',
    contenu: unCsv(['09/03/2012;Urbain;Zoé;;Victime;Plainte;Logement;CCAS']).toString('base64'),
    dispositif: 'isc',
    correspondance: { colonnes: { Nom: 'nom' }, valeurs: { role: { Badaud: { choix: 'non-renseigne' } } } },
  }
  const dates = { orientationId: entretien.orientations[0]?.id, statut: 'aboutie', date: '2025-05-01' }
  const poste = { id: unId(), nom: 'P', etp: 1, financementAnnuel: 40_000, financeur: 'F', du: '2025-01-01', au: null }
  const agent: AgentASaisir = { id: unId(), nom: 'Camille', role: 'intervenant', dispositifs: ['isc'] }
  await valeur(api.acces.ajouter({ ...agent, phrase: 'la phrase de Camille' }))
  const strategie = await entreesDeLaStrategie(service)
  const entrees: Readonly<Record<string, unknown>> = {
    ...(await entreesDuTig(service)),
    ...(await entreesDuParcours(service)),
    ...(await entreesDesInstances(service)),
    ...strategie,
    ...(await entreesDuBilanCoordination(service, {
      strategieId: idDe(strategie['strategie.enregistrer']),
      ficheId: idDe(strategie['strategie.enregistrerFiche']),
    })),
    ...(await entreesDesLots(service)),
    ...(await entreesDesDroits(service, { suiviId, entretienId: id, personneId: awa.id })),
    ...(await entreesDeLObservatoire(service)),
    'acces.moi': undefined,
    'acces.lister': undefined,
    'acces.ajouter': { ...agent, id: unId(), phrase: 'une phrase à soi tout seul' },
    'acces.modifier': agent,
    'acces.redonnerPhrase': { id: agent.id, phrase: 'une autre phrase à soi' },
    'acces.retirer': { id: agent.id },
    'acces.noterRevue': undefined,
    'aujourdhui.lire': { jour: '2025-06-02' },
    'agenda.lire': semaine,
    'agenda.apercu': semaine,
    'agenda.imprimer': semaine,
    'agenda.imprimerAvecNoms': { ...semaine, confirmation: 'avec-noms' },
    'agenda.reunions': semaine,
    'agenda.apercuReunions': semaine,
    'agenda.imprimerReunions': semaine,
    'entretiens.lister': { texte: '', du: null, au: null, role: null, reponses: { saisine: ['plainte'] }, tri, page },
    'entretiens.lire': { id },
    'entretiens.enregistrer': entretien,
    'entretiens.supprimer': { id },
    'entretiens.retablir': { id },
    'entretiens.compterAnonyme': { id: unId() },
    'entretiens.defauts': undefined,
    'entretiens.frequences': undefined,
    'entretiens.aSaisir': { jour: '2025-06-02' },
    'rafale.examiner': { lignes: [{ id: unId(), cellules: { date: '09/03/2025', nom: 'Urbain', role: 'Victime' } }] },
    'entretiens.noterSuite': dates,
    'brouillons.lister': undefined,
    'brouillons.lire': { id: unId() },
    'brouillons.enregistrer': { id: unId(), titre: 'ébauche', contenu: '{}' },
    'brouillons.supprimer': { id: unId() },
    'reprises.lire': { cle: 'suivi Mesure' },
    'reprises.garder': { cle: 'suivi Mesure', contenu: '{}' },
    'reprises.oublier': { cle: 'suivi Mesure' },
    'journal.lire': { avant: null, combien: 20 },
    'revisions.annuler': { gesteId },
    'revisions.historique': { genre: 'personne', id: awa.id },
    'revisions.corbeille': undefined,
    'revisions.viderCorbeille': { gestes: [gesteId] },
    'personnes.chercher': { texte: 'mar', limite: 5 },
    'personnes.lister': { texte: '', tri: { colonne: 'nom', sens: 'asc' }, page },
    'personnes.lire': { id: awa.id },
    'personnes.enregistrer': awa,
    'personnes.doublons': undefined,
    'personnes.ressemblances': { ...identiteDe(awa), id: unId() },
    'personnes.fusionner': {
      fusionId: unId(),
      id: moussa.id,
      absorbeeId: mousa.id,
      deLAutre: ['commune', 'reponses.sexe'],
    },
    'personnes.defaireFusion': { id: reunie.id, fusionId },
    'personnes.declarerDistinctes': { id: awa.id, autreId: zoe.id, distinctes: true },
    'personnes.rattacherFoyer': { personneId: awa.id, avecId: zoe.id, lien: 'sœur' },
    'personnes.quitterFoyer': { personneId: awa.id },
    'suivis.dePersonne': { personneId: awa.id },
    'suivis.cloturer': { id: suiviId, date: '2025-05-02', motif: 'relais' },
    'suivis.rouvrir': { id: suiviId },
    'echeances.lister': { jusquau: '2025-07-01' },
    'echeances.ajouter': { id: unId(), suiviId, date: '2025-06-20', libelle: 'Relancer' },
    'echeances.marquer': { id: entretien.echeances[0]?.id, faiteLe: '2025-06-01' },
    'partenaires.lister': { texte: '' },
    'partenaires.enregistrer': partenaire,
    'nomenclature.lire': { dispositif: 'isc' },
    'nomenclature.modifier': {
      liste: 'lieu',
      code: 'gare',
      libelle: 'Gare',
      masquee: false,
      ordre: null,
      groupe: null,
    },
    'nomenclature.activerChamp': { champ: 'accord', actif: true },
    'lettres.modeles': undefined,
    'lettres.examinerModele': { contenu: await modeleDeLettre() },
    'lettres.ajouterModele': { id: unId(), nom: 'Courrier', contenu: await modeleDeLettre() },
    'lettres.supprimerModele': { id: unId() },
    'lettres.exporterModele': { modele: { genre: 'fourni', code: 'notice' } },
    'lettres.ecrire': { modele: { genre: 'propre', id: unId() }, jour: '2025-06-02', suiviId, personneId: awa.id },
    'lettres.remise': { suiviId, personneId: awa.id },
    'lettres.noterRemise': { suiviId, personneId: awa.id, date: '2025-05-02' },
    'listes.effetFusion': { liste: 'lieu', de: 'mairie', vers: 'commissariat' },
    'listes.fusionner': { liste: 'lieu', de: 'mairie', vers: 'commissariat' },
    'listes.fusions': undefined,
    'listes.defaireFusion': { id: unId() },
    'listes.repartition': { liste: 'lieu', annee: 2025 },
    'listes.exporter': { liste: 'lieu' },
    'listes.examiner': { liste: 'lieu', contenu: listeDeLieux },
    'listes.importer': { liste: 'lieu', contenu: listeDeLieux },
    'bilans.annees': { dispositif: 'isc' },
    'bilans.apercu': demande,
    'bilans.lireTextes': { dispositif: 'isc', annee: 2025 },
    'bilans.ecrireTexte': { dispositif: 'isc', annee: 2025, section: 'contexte', texte: 'Un an.' },
    'bilans.exporter': { ...demande, formats: ['json'] },
    'bilans.preparer': demande,
    'bilans.comparer': { dispositif: 'isc', du: '2025-01-01', au: '2025-06-01', seuil: 5 },
    'bilans.abandonner': undefined,
    'bilans.editions': { dispositif: 'isc' },
    'bilans.republier': { edition: unId() },
    'bilans.changements': { edition: unId() },
    'bilans.rapport': { edition: unId() },
    'contexte.lister': { dispositif: 'isc' },
    'contexte.enregistrer': chiffre,
    'contexte.supprimer': { dispositif: 'isc', id: chiffre.id },
    'echanges.examiner': fichier,
    'echanges.importer': fichier,
    'copieEnClair.ecrire': { phrase: 'une phrase pour les essais' },
    'reglages.lire': undefined,
    'reglages.ecrire': { nom: 'P', intervenant: 'I', verrouillageMinutes: 10 },
    'reglages.choisirDispositifs': { dispositifs: ['isc', 'cvp'] },
    'reglages.changerDispositif': { dispositif: 'isc' },
    'reglages.postes': undefined,
    'reglages.enregistrerPoste': poste,
    'reglages.supprimerPoste': { id: unId() },
    'sauvegardes.etat': undefined,
    'sauvegardes.sauvegarder': undefined,
    'sauvegardes.choisirSecond': undefined,
    'sauvegardes.oublierSecond': undefined,
    'sauvegardes.emporter': { malgrePlusRecent: false },
    'ouvertures.prendre': undefined,
    'miseAJour.etat': undefined,
    'miseAJour.examiner': undefined,
    'restauration.lister': undefined,
    'restauration.chercher': undefined,
    'restauration.examiner': { id: unId(), genre: 'phrase', secret: 'quatre mots pour rien' },
    'restauration.remplacer': { id: unId(), genre: 'phrase', secret: 'x', malgrePlusRecent: false },
    'restauration.placerAilleurs': { id: unId(), genre: 'secours', secret: 'x' },
  }
  return { ...service, db: db(), base: db, entrees }
}

const identiteDe = ({ nom, prenom, naissance, telephone, commune }: ReturnType<typeof unePersonne>) => ({
  nom,
  prenom,
  naissance,
  telephone,
  commune,
})

const idDe = (entree: unknown): string => String(Object(entree).id)

/** Every call of the contract, as « feature.method ». */
export const appels = Object.entries(contract).flatMap(([nom, methodes]) =>
  Object.keys(methodes).map((methode) => `${nom}.${methode}`),
)

export const appeler = (api: object, appel: string, entree: unknown): Promise<Reply<unknown>> => {
  const [nom = '', methode = ''] = appel.split('.')
  const methodes = Reflect.get(api, nom) as Readonly<Record<string, (entree: unknown) => Promise<Reply<unknown>>>>
  const appelee = methodes[methode]
  if (appelee === undefined) throw new Error(`no call ${appel}`)
  return appelee(entree)
}
