import type { CodeRubrique } from '#shared/domaine/strategie/budget.ts'
import type { Valeur } from '#shared/domaine/strategie/valeur.ts'
import { contract } from '#shared/ipc/contract.ts'
import { createClient } from '#shared/ipc/client.ts'
import type { Context } from '#electron/service/context.ts'
import { unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'

const rienAImprimer = (): Promise<Uint8Array> => Promise.reject(new Error('nothing is printed in this test'))

/** The coordinator of Aix at the end of May 2014: the example is loaded, 2013 is entered, and its plénière was held. */
export const uneAnnee = async (imprimer: Context['imprimer'] = rienAImprimer, dispositifs: readonly 'tig'[] = []) => {
  const service = await unService('2014-05-20', imprimer)
  const { api } = service
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['coordination', ...dispositifs] }))
  await valeur(api.reglages.changerDispositif({ dispositif: 'coordination' }))
  const { id: strategieId } = await valeur(api.strategie.chargerExemple({ exemple: 'aix-en-provence' }))
  const annee = 2013
  const fiches = async () => (await valeur(api.strategie.resumer({ id: strategieId, annee }))).fiches
  const ficheDe = async (numero: string) => {
    const fiche = (await fiches()).find((f) => f.numero === numero)
    return valeur(api.strategie.lireFiche({ id: fiche?.id ?? '', annee }))
  }
  const indicateurDe = async (numero: string, libelle: string) => {
    const indicateur = (await ficheDe(numero)).indicateurs.find((i) => i.libelle === libelle)
    if (indicateur === undefined) throw new Error(`no such indicator: ${libelle}`)
    return indicateur
  }
  const noter = async (
    numero: string,
    libelle: string,
    periode: string,
    valeurNotee: Valeur,
    genre: 'cible' | 'realise' = 'realise',
  ) => {
    const { id: indicateurId, liaison } = await indicateurDe(numero, libelle)
    // What Jalon counts is typed by nobody.
    if (liaison === null || genre === 'cible')
      await valeur(api.strategie.noterValeur({ indicateurId, periode, genre, valeur: valeurNotee }))
  }
  const ligne = async (
    numero: string,
    rubrique: CodeRubrique,
    [prevu, realise]: readonly [number | null, number | null],
    textes: { readonly libelle?: string; readonly financeur?: string } = {},
  ) => {
    const { id: ficheId } = await ficheDe(numero)
    const { libelle = '', financeur = '' } = textes
    await valeur(
      api.strategie.enregistrerLigne({ id: unId(), ficheId, annee, rubrique, libelle, financeur, prevu, realise }),
    )
  }
  const raconter = async (
    numero: string,
    statut: string,
    textes: Partial<Record<'avancement' | 'difficultes' | 'suites', string>>,
  ) => {
    const { id: ficheId } = await ficheDe(numero)
    const vides = { avancement: '', difficultes: '', suites: '' }
    await valeur(api.strategie.noterAnnee({ ficheId, annee, statut, ...vides, ...textes }))
  }
  const demande = (document: 'bilan' | 'fipd' | 'annexe') => ({ strategieId, annee, document, ficheId: null }) as const
  const apercu = async (document: 'bilan' | 'fipd' | 'annexe') =>
    (await valeur(api.bilanCoordination.apercu(demande(document)))).html
  const compteRendu = async (numero: string) => ({
    strategieId,
    annee,
    document: 'compte-rendu' as const,
    ficheId: (await ficheDe(numero)).id,
  })
  const vers = (chemin: string) => createClient(contract, (f, m, i) => service.router(f, m, i, { chemin }))
  return {
    ...service,
    strategieId,
    annee,
    fiches,
    ficheDe,
    indicateurDe,
    noter,
    ligne,
    raconter,
    demande,
    apercu,
    compteRendu,
    vers,
  }
}

export type Annee = Awaited<ReturnType<typeof uneAnnee>>

export const nombre = (n: number): Valeur => ({ type: 'nombre', nombre: n })
export const taux = (numerateur: number, denominateur: number): Valeur => ({ type: 'taux', numerateur, denominateur })

/** Some values, some money, words, a figure of context and the plénière. */
export const remplir = async ({ api, noter, ligne, raconter, annee, ficheDe }: Annee): Promise<void> => {
  await noter('1.3', 'Fréquentation des jeunes', '2012', nombre(120))
  await noter('1.3', 'Fréquentation des jeunes', '2013', nombre(150))
  await noter('1.3', 'Fréquentation des jeunes', '2013', nombre(140), 'cible')
  await noter('1.3', 'Nature des activités proposées', '2013', {
    type: 'texte',
    texte: 'Chantiers d’été, sorties en famille, ateliers de mécanique.',
  })
  await noter('1.4', 'Jeunes reçus en premier entretien', '2013-S1', nombre(21))
  await noter('1.4', 'Jeunes reçus en premier entretien', '2013-S2', nombre(24))
  await noter('1.4', 'Taux d’abandon', '2013-S1', taux(3, 21))
  await noter('1.4', 'Taux d’abandon', '2013-S2', taux(0, 24))
  await noter('1.4', 'Taux de remplissage', '2013-S1', taux(18, 24))
  await noter('1.4', 'Taux de remplissage', '2013-S2', taux(18, 24))
  await noter('2.1', 'TIG accueillis', '2013-S1', nombre(2))
  await noter('2.1', 'TIG accueillis', '2013-S2', nombre(2))
  await noter('2.1', 'TIG accueillis', '2013', nombre(6), 'cible')
  await noter('2.2', 'Actions développées', '2013', nombre(2))
  await noter('3.2', 'Évaluation du protocole', '2013', { type: 'jalon', atteint: true, le: '2013-11-14' })
  await noter('4.5', 'Classes participantes', '2013', nombre(14))
  await raconter('1.3', 'en-cours', {
    avancement:
      'Le Pôle Ressources Jeunes a ouvert au Jas de Bouffan au printemps.\n\nDeux chantiers d’été ont réuni la Ville et le Département.',
    difficultes: 'Le local n’est disponible que trois jours par semaine.',
    suites: 'Ouvrir un second lieu à Encagnane.',
  })
  await raconter('1.4', 'realisee', { avancement: 'Les parcours se sont ouverts avec le groupe emploi.' })
  await raconter('2.1', 'en-cours', { avancement: 'Quatre services accueillent.', suites: 'Ouvrir aux mineurs.' })
  await ligne('1.3', '60', [450_000, 412_350], { libelle: 'Fournitures' })
  await ligne('1.3', '61', [120_000, 120_000])
  await ligne('1.3', '64', [2_400_000, 2_650_075], { libelle: 'Animateurs' })
  await ligne('1.3', '62', [null, 8_999], { libelle: 'Transport' })
  await ligne('1.3', '74', [1_500_000, 1_500_000], { financeur: 'État (FIPD)' })
  await ligne('1.3', '74', [1_470_000, 1_691_424], { financeur: 'Ville' })
  await ligne('1.3', '86', [200_000, 200_000], { libelle: 'Salle municipale' })
  await ligne('1.3', '87', [200_000, 200_000], { libelle: 'Salle municipale' })
  await ligne('4.2', '64', [1_800_000, 1_800_000])
  await ligne('4.2', '74', [1_800_000, 1_800_000], { financeur: 'FIPD' })
  const { id: ficheId } = await ficheDe('1.3')
  const ecrire = (section: 'publics' | 'ecarts', texte: string) =>
    valeur(api.bilanCoordination.ecrireTexte({ annee, ficheId, section, texte }))
  await ecrire('publics', 'Environ 150 jeunes de 12 à 25 ans.')
  await ecrire('ecarts', 'Un animateur de plus a été engagé pour l’été.')
  await valeur(
    api.bilanCoordination.ecrireTexte({
      annee,
      ficheId: null,
      section: 'priorites',
      texte: 'Ouvrir un second lieu ; valider la fiche « rodéos ».',
    }),
  )
  await valeur(
    api.bilanCoordination.enregistrerContexte({
      id: unId(),
      dispositif: 'coordination',
      annees: [annee],
      libelle: 'Cambriolages de logements',
      valeur: 812,
      unite: 'faits',
      dont: [],
      du: '2013-01-01',
      au: '2013-12-31',
      perimetre: 'Circonscription d’Aix',
      source: { editeur: 'Préfecture', titre: 'État de la délinquance', le: '2014-02-03' },
    }),
  )
  const instance = {
    id: unId(),
    genre: 'pleniere',
    nom: 'CLSPD plénier',
    secteur: null,
    frequence: 'annuelle',
    depuis: '2013-01-01',
    au: null,
    l1325Le: null,
  } as const
  const veille = {
    ...instance,
    id: unId(),
    genre: 'cellule-de-veille',
    nom: 'Cellule de veille',
    frequence: 'mensuelle',
  } as const
  await valeur(api.instances.enregistrer(instance))
  await valeur(api.instances.enregistrer(veille))
  await valeur(
    api.instances.enregistrerReunion({
      id: unId(),
      instanceId: instance.id,
      date: '2013-12-12',
      heure: '10:00',
      lieu: 'Hôtel de ville',
      convoqueeLe: '2013-11-20',
      ordreDuJour: ['Bilan'],
      presences: [
        { fonction: 'maire', etat: 'present' },
        { fonction: 'procureur', etat: 'present' },
        { fonction: 'bailleur', etat: 'excuse' },
      ],
      decisions: [
        { id: unId(), decision: 'Relancer la charte', acteur: 'coordonnateur', pourLe: '2014-03-01', faiteLe: null },
      ],
    }),
  )
}
