import { normaliser } from '../../utils/texte.ts'

type Interdit = { readonly titres: RegExp; readonly raison: string }

/**
 * Why a column may never be imported, whatever the user says of it; undefined for every other (requirement DP-01). Titles are
 * compared whole, so that « Date d’écrou » or « Diagnostic à l’entrée » are read.
 */
export const raisonDInterdire = (titre: string): string | undefined => {
  const cle = normaliser(titre.replaceAll(/n\s?[°º]/giu, 'numero '))
    .split(' ')
    .filter((mot) => !petitsMots.has(mot))
    .join(' ')
  return cle === '' ? undefined : interdits.find(({ titres }) => titres.test(cle))?.raison
}

const petitsMots: ReadonlySet<string> = new Set([
  'de',
  'du',
  'des',
  'd',
  'l',
  'la',
  'le',
  'les',
  'et',
  'en',
  'a',
  'au',
  'aux',
  'par',
  'pour',
])

const entier = (...motifs: readonly string[]): RegExp => new RegExp(`^(?:${motifs.join('|')})$`, 'u')

const interdits: readonly Interdit[] = [
  {
    titres: entier(
      '(?:type |nature |code )?infractions?(?: .*)?',
      'delits?(?: .*)?',
      'crimes?(?: .*)?',
      '(?:nature |qualification )?faits(?: reproches| commis)?',
      'nature faits(?: .*)?',
      'qualification(?: penale| faits| infraction| juridique)',
      'motifs? (?:incarceration|condamnation|ecrou|detention|mise examen|peine|prevention|poursuites?)',
      'cause incarceration',
      '(?:chef|chefs) (?:inculpation|accusation|prevention|poursuites?)',
      'affaires? penales?',
      'natinf',
    ),
    raison:
      'L’infraction n’est jamais gardée : accompagner une sortie n’en a pas besoin (art. 46, loi du 6 janvier 1978).',
  },
  {
    titres: entier(
      '(?:date |contenu |copie |numero )?jugements?(?: .*)?',
      '(?:date |numero |nature |nombre |nb )?condamnations?(?: .*)?',
      'decision (?:justice|judiciaire)(?: .*)?',
      'numero (?:parquet|procedure|instruction|minute|affaire)',
      'quantum(?: .*)?',
      '(?:duree|longueur) (?:peines?|condamnation|detention prononcee)(?: .*)?',
      'peines? prononcees?(?: .*)?',
      'reliquat(?: peine)?',
      '(?:tribunal|juridiction)(?: .*)?',
      'obligations?(?: .*)?',
      'interdictions?(?: .*)?',
      '(?:nom )?(?:juge|magistrat|jap|procureur|substitut)s?(?: .*)?',
    ),
    raison:
      'Le jugement, la peine prononcée et les obligations ne sont jamais gardés : seules les mesures et leurs dates le sont.',
  },
  {
    titres: entier(
      'casier(?: .*)?',
      'b1|b2|b3|bulletin numero .*',
      'antecedents?(?: .*)?',
      'recidiv(?:e|iste)s?(?: .*)?',
      'passe (?:judiciaire|penal)',
      'dangerosite(?: .*)?',
      'fijais|fsprt|fiche s|radicalisation',
    ),
    raison: 'Le casier et les antécédents judiciaires ne sont jamais gardés : une commune n’a pas à les connaître.',
  },
  {
    titres: entier(
      '(?:numero |matricule )?ecrou',
      '(?:numero|matricule)(?: penitentiaire| detenu| interne)',
      'ecrou numero',
    ),
    raison:
      'Le numéro d’écrou n’est jamais gardé : il relie la personne aux fichiers de l’administration pénitentiaire.',
  },
  {
    titres: entier(
      'nir|nia|nss',
      '(?:numero )?(?:secu|securite sociale|insee|ss)',
      'numero (?:securite sociale|secu|assure|assurance maladie|insee|ss|caf|allocataire|agdref|etranger|titre sejour|cni|passeport|carte identite)(?: .*)?',
      'agdref',
    ),
    raison:
      'Le numéro de sécurité sociale, et tout autre identifiant d’une administration, n’est jamais gardé (art. 30, loi du 6 janvier 1978).',
  },
  {
    titres: entier(
      'nationalites? (?:detaillees?|exactes?|precises?|origine)',
      'pays(?: .*)?',
      '(?:lieu|ville|commune|departement) naissance',
      'origines? (?:ethniques?|geographiques?|raciales?|nationales?)',
      'ethnie|race|langue maternelle',
      'situation administrative (?:etranger|sejour)',
    ),
    raison:
      'L’origine et la nationalité détaillée ne sont jamais gardées : au plus « française, européenne ou autre », si un droit en dépend.',
  },
  {
    titres: entier(
      'religions?|cultes?|confession|regime alimentaire|convictions?(?: .*)?',
      'opinions?(?: .*)?|syndicat|appartenance .*',
      'orientation sexuelle|vie sexuelle',
    ),
    raison: 'La religion, les opinions et la vie sexuelle ne sont jamais gardées (art. 9 du RGPD).',
  },
  {
    titres: entier(
      '(?:etat |problemes? |situation |dossier |suivi )?sante(?: mentale| physique)?',
      'diagnostics?(?: medical| medicaux| psychiatrique| psychologique| psy)?',
      '(?:pathologie|maladie|trouble|traitement|medicament|handicap|addiction|dependance|toxicomanie|alcool|drogue|ald)s?(?: .*)?',
      '(?:suivi|dossier|certificat|antecedent|expertise|avis|observations?|donnees?|informations?) (?:medical|medicale|medicales|medicaux|psy|psychiatrique|psychologique|soins?|addicto|addictologique)s?(?: .*)?',
      '(?:medecin|psychiatre|psychologue)(?: .*)?',
      'hospitalisations?|soins?(?: .*)?|tentatives? suicide|risque suicidaire',
      'groupe sanguin|grossesse|vih|hepatite',
    ),
    raison: 'Rien de médical n’est jamais gardé : seule la couverture maladie l’est (art. 9 du RGPD).',
  },
  {
    titres: entier(
      'photos?|photographie|empreintes?|alias|surnoms?|filiation|nom (?:pere|mere)|noms? codetenus?|codetenus?',
    ),
    raison: 'Ni photo, ni alias, ni filiation : un suivi n’en a pas besoin.',
  },
]
