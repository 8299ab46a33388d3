import {
  type BilanCoordination,
  codeTexteAction,
  type FicheImprimee,
  nomDeFiche,
} from '#shared/domaine/bilan-coordination/composer.ts'
import { sectionsCompteRendu } from '#shared/domaine/bilan-coordination/documents.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { dresserCompte, type Montants } from '#shared/domaine/bilan-coordination/compte.ts'
import { libellesIndice, semblerNominatif } from '#shared/domaine/observatoire/sembler-nominatif.ts'
import { champsFiche } from '#shared/domaine/strategie/fiche.ts'
import { regles } from '#shared/domaine/strategie/valider.ts'
import { type Bloc, type DocumentImprime, liste, paragraphe, titre } from '../export/blocs.ts'
import { couvertureDe } from './couverture.ts'

/**
 * What the coordinator alone needs to know before the plénière: fiches that lack something, accounts that do not balance,
 * texts that seem to name somebody. A file of its own: what goes with the bilan is forwarded with it.
 */
export const annexeDuCoordonnateur = (bilan: BilanCoordination): DocumentImprime => {
  const { annee, strategie, fiches } = bilan
  const lieux = lieuxDe(bilan)
  const nom = `Annexe du coordonnateur ${annee}`
  return {
    titre: `${nom} – ${strategie.territoire}`,
    le: `${annee}-12-31`,
    couverture: couvertureDe(bilan, nom),
    tuiles: [],
    sommaire: false,
    blocs: [
      paragrapheDeTete,
      ...regles.flatMap(({ code, libelle, conseil }) =>
        lot(
          `Fiches ${libelle.toLowerCase()}`,
          code,
          conseil,
          fiches.filter((f) => f.manques.includes(code)).map(nomDeFiche),
        ),
      ),
      ...lot(
        'Indicateurs sans valeur',
        'sans-valeur',
        `Rien n’a été noté de ces indicateurs pour ${annee}.`,
        fiches.flatMap(sansValeur),
      ),
      ...lot(
        'Comptes à revoir',
        'comptes',
        'Un compte rendu financier s’équilibre, et ses montants sont tous connus.',
        fiches.flatMap(comptesARevoir),
      ),
      ...lot(
        'Textes à relire',
        'textes',
        'Ces textes semblent désigner quelqu’un. Ils paraîtront tels quels : relisez-les.',
        [...fiches.flatMap((fiche) => aRelire(fiche, lieux)), ...redigesARelire(bilan, lieux)],
      ),
    ],
  }
}

const paragrapheDeTete: Bloc = paragraphe(
  'Ce document est pour vous. Il n’accompagne pas le bilan en séance : il dit ce qui manque, pas ce qui a été fait.',
)

const lot = (nom: string, ancre: string, conseil: string, lignes: readonly string[]): readonly Bloc[] => [
  titre(1, nom, ancre),
  ...(lignes.length === 0 ? [paragraphe('Aucun.')] : [paragraphe(conseil), ...liste(lignes)]),
]

const sansValeur = (fiche: FicheImprimee): readonly string[] =>
  fiche.indicateurs.filter((i) => i.realise.etat === 'vide').map((i) => `${nomDeFiche(fiche)} : ${i.libelle}`)

const differents = (a: Montants, b: Montants, quand: keyof Montants): boolean => a[quand] !== b[quand]

const comptesARevoir = (fiche: FicheImprimee): readonly string[] => {
  const { charges, produits } = dresserCompte(fiche.budget)
  const fautes = [
    ...(differents(charges.total, produits.total, 'prevu') ? ['le budget prévu ne s’équilibre pas'] : []),
    ...(differents(charges.contributions.montants, produits.contributions.montants, 'realise')
      ? ['les contributions volontaires (86 et 87) ne s’équilibrent pas']
      : []),
    ...(fiche.budget.some((l) => l.realise === null) ? ['un montant réalisé n’est pas connu'] : []),
  ]
  return fautes.map((faute) => `${nomDeFiche(fiche)} : ${faute}`)
}

/** Names of places, which designate nobody. */
const lieuxDe = ({ strategie, fiches, instances, observatoire }: BilanCoordination): readonly string[] => [
  strategie.territoire,
  ...fiches.flatMap((f) => f.territoire ?? []),
  ...instances.flatMap((i) => i.secteur ?? []),
  ...observatoire.annee.parSecteur.map((s) => s.nom),
]

/** Says where and why, never the words themselves: a file must not repeat a name to have it taken out. */
const aRelire = (fiche: FicheImprimee, lieux: readonly string[]): readonly string[] => {
  const { contenu, annee } = fiche
  const textes = [
    ['Avancement', annee.avancement],
    ['Difficultés', annee.difficultes],
    ['Suites', annee.suites],
    ...fiche.indicateurs.flatMap(({ libelle, realise }) =>
      realise.etat === 'publie' && realise.valeur.type === 'texte' ? [[libelle, realise.valeur.texte]] : [],
    ),
    ...champsFiche.filter((c) => c.code === 'objectifs').map((c) => [c.libelle, contenu.objectifs.join('\n')]),
  ]
  return textes.flatMap(([champ = '', texte = '']) => raisonsDe(`${nomDeFiche(fiche)}, ${champ}`, texte, lieux))
}

/** The same of the sections of the bilan, and of those of the comptes rendus. */
const redigesARelire = ({ textes, fiches }: BilanCoordination, lieux: readonly string[]): readonly string[] => {
  const sections = [
    ...dispositifs.coordination.sections.map((s) => ({ code: s.code, nom: `Bilan, ${s.titre}` })),
    ...fiches.flatMap((fiche) =>
      sectionsCompteRendu.map((s) => ({
        code: codeTexteAction(s.code, fiche.id),
        nom: `Compte rendu de ${nomDeFiche(fiche)}, ${s.titre}`,
      })),
    ),
  ]
  return sections.flatMap(({ code, nom }) => raisonsDe(nom, textes.get(code) ?? '', lieux))
}

const raisonsDe = (ou: string, texte: string, lieux: readonly string[]): readonly string[] =>
  [...new Set(semblerNominatif(texte, lieux).map((i) => i.raison))].map((raison) => `${ou} : ${libellesIndice[raison]}`)
