import type { Refus } from '../domaine/secret/certificat.ts'
import { dateFrancaise } from '../utils/dates.ts'
import type { CodeErreur, Erreur } from './erreur.ts'

/** What happened, what is safe, what to do. Shown by the window and by the command line alike. */
export const messagesErreur: Readonly<Record<CodeErreur, string>> = {
  'appel-inconnu': 'Jalon ne connaît pas cette demande. Rien n’a été modifié. Fermez puis rouvrez l’application.',
  'entree-invalide': 'Une information n’est pas valable. Rien n’a été modifié. Corrigez-la, puis recommencez.',
  introuvable: 'Cet élément n’existe pas, ou plus. Rien n’a été modifié.',
  annule: 'Abandonné à votre demande. Rien n’a été modifié.',
  verrouille: 'Le coffre est verrouillé. Vos données sont intactes. Saisissez la phrase de passe pour continuer.',
  'droit-absent':
    'Votre rôle dans ce coffre ne permet pas cela. Rien n’a été modifié. Voyez avec le titulaire du coffre.',
  'coffre-absent': 'Il n’y a pas de coffre dans ce dossier. Vérifiez le dossier, ou créez un coffre.',
  'coffre-existant':
    'Il y a déjà un coffre dans ce dossier. Il n’a pas été touché. Ouvrez-le, ou choisissez un autre dossier.',
  'coffre-incomplet':
    'Il manque « jalon.db » ou « coffre.json » dans le dossier du coffre. Rien n’a été créé ni effacé. Remettez le fichier manquant, depuis une sauvegarde s’il le faut.',
  'coffre-illisible':
    'Le coffre est abîmé et ne peut pas être lu. Rien n’a été modifié. Gardez ce dossier tel quel et repartez d’une sauvegarde.',
  'version-future':
    'Ce coffre vient d’une version plus récente de Jalon. Il n’a pas été modifié. Installez cette version pour l’ouvrir.',
  'phrase-incorrecte':
    'Ce n’est pas la bonne phrase de passe. Vérifiez les majuscules et la langue du clavier, ou utilisez le code de secours.',
  'phrase-trop-faible':
    'Cette phrase de passe serait vite devinée. Rien n’a été modifié. Choisissez au moins douze caractères, par exemple quatre mots sans rapport entre eux.',
  'phrase-refusee':
    'Cette phrase de passe ne peut pas être choisie dans ce coffre. Rien n’a été modifié. Choisissez-en une tout autre.',
  'trop-d-essais': 'Trop d’essais à la suite. Vos données sont intactes. Patientez avant de recommencer.',
  'code-secours-incorrect':
    'Ce n’est pas le code de secours de ce coffre. Vérifiez-le lettre par lettre : il compte sept groupes de quatre caractères.',
  'emplacement-refuse':
    'Un coffre ne peut pas être placé sur un lecteur réseau ni dans un dossier synchronisé (OneDrive, Dropbox, Nextcloud…) : il y serait abîmé. Rien n’a été modifié. Choisissez un dossier de ce poste.',
  'migration-impossible':
    'La mise à jour du coffre n’a pas abouti. Vos données sont telles qu’avant, et une copie en est gardée dans « sauvegardes ». Prévenez la personne qui vous dépanne.',
  'sauvegarde-non-verifiee':
    'La sauvegarde, une fois relue, n’était pas identique au coffre : elle n’a pas été gardée. Le coffre et les sauvegardes d’avant sont intacts. Recommencez ; si cela revient, vérifiez le disque.',
  'sauvegarde-abimee':
    'Cette sauvegarde est abîmée : ce n’est plus ce qui avait été écrit et vérifié. Rien n’a été modifié. Choisissez-en une autre.',
  'sauvegarde-absente':
    'Il n’y a pas de sauvegarde de Jalon ici. Rien n’a été modifié. Choisissez le dossier « sauvegardes » d’un coffre, ou celui de la clé où vous les rangez.',
  'destination-absente':
    'Le second emplacement des sauvegardes n’est pas là. La sauvegarde du coffre, elle, est faite. Branchez la clé ou le disque, puis recommencez.',
  'coffre-plus-recent':
    'Ce qui serait remplacé est plus récent, ou vient d’un autre coffre. Rien n’a été modifié. Vérifiez les dates ; pour remplacer quand même, dites-le : l’ancien sera mis de côté, jamais effacé.',
  'dossier-occupe':
    'Ce dossier contient déjà autre chose. Rien n’a été modifié. Choisissez un dossier vide, ou un nom nouveau.',
  'fichier-illisible': 'Ce fichier ne peut pas être lu. Rien n’a été modifié. Vérifiez son nom et son format.',
  'fichier-trop-gros': 'Ce fichier est trop gros. Rien n’a été modifié. Partagez-le en plusieurs fichiers.',
  'import-refuse': 'L’import est refusé : rien n’a été écrit. Le rapport d’import dit ce qui doit être corrigé.',
  'valeur-inconnue':
    'Une valeur n’est pas dans les listes. Rien n’a été modifié. Ajoutez-la ou faites-la correspondre.',
  'valeur-utilisee': 'Cette valeur sert déjà : elle ne peut pas être supprimée. Vous pouvez la masquer.',
  'necessite-absente':
    'Le cadre pénal ne peut être noté qu’une fois sa nécessité déclarée pour ce dispositif. Rien n’a été modifié. Déclarez-la dans les réglages, avec le délégué à la protection des données.',
  'situation-figee':
    'Cette situation est validée : elle ne change plus. Rien n’a été modifié. Passez par une correction, avec son motif.',
  'instance-non-nominative':
    'Aucune personne ne peut être notée dans cette instance : seul un groupe de l’article L132-5 du code de la sécurité intérieure, prévu par le règlement intérieur du conseil, le peut. Rien n’a été modifié.',
  'charte-non-signee':
    'Une personne ne peut être évoquée que si chaque fonction présente a signé la charte déontologique. Rien n’a été modifié. Notez les présences, et complétez le registre des signataires.',
  'releve-nominatif':
    'Cette réunion a évoqué des personnes : son relevé ne sort pas comme un document ordinaire. Rien n’a été écrit. Demandez le relevé nominatif.',
  'periode-invalide': 'Cette période n’est pas valable. Vérifiez que la fin vient après le début.',
  'seuil-interdit': 'Ce seuil est trop bas pour protéger les personnes. Rien n’a été produit. Choisissez au moins 5.',
  'secret-non-prouve':
    'Le calcul qui prouve l’anonymat n’a pas abouti. Aucun bilan n’a été produit ; vos données sont intactes. Recommencez, ou choisissez une période plus longue.',
  'publication-refusee':
    'Ce bilan ne peut pas être publié en l’état. Rien n’a été écrit ; vos données sont intactes. Choisissez le mode arrondi ou les seuls totaux.',
  'ecriture-impossible':
    'L’écriture sur le disque n’a pas abouti. Ce qui était enregistré est intact. Vérifiez la place libre et les droits sur le dossier.',
  'pdf-indisponible': 'Le PDF ne peut pas être produit sur ce poste. Les autres formats restent possibles.',
  'service-arrete': 'Jalon s’est interrompu. Ce qui était enregistré est intact. Rouvrez le coffre.',
  interne:
    'Jalon a rencontré une panne imprévue. Ce qui était enregistré est intact. Recommencez ; si la panne revient, signalez-la.',
}

/** Why a file can't be read (`champs.fichier`), when more can be said than that it can't. */
const raisonsFichier: Readonly<Record<string, string>> = {
  absent: 'Ce fichier est introuvable, ou ne peut pas être ouvert. Rien n’a été modifié. Vérifiez son chemin.',
  vide: 'Ce fichier est vide. Rien n’a été modifié. Choisissez-en un autre.',
  ancien:
    'Ce fichier est au format Excel d’avant 2007 (.xls), ou protégé par un mot de passe. Rien n’a été modifié. Ouvrez-le dans votre tableur, puis enregistrez-le sans mot de passe en .xlsx, .ods ou .csv.',
  format:
    'Ce fichier n’est ni un CSV, ni un classeur XLSX ou ODS. Rien n’a été modifié. Enregistrez-le dans l’un de ces formats.',
  abime:
    'Ce classeur est abîmé ou incomplet. Rien n’a été modifié. Ouvrez-le dans votre tableur, enregistrez-le à nouveau, puis recommencez.',
  cle: 'Ce fichier n’est pas une clé publique de coordination, ou il est abîmé. Rien n’a été modifié. Demandez-la à nouveau à votre coordinateur.',
  guillemet:
    'Ce fichier CSV a un guillemet ouvert qui n’est jamais fermé. Rien n’a été modifié. Enregistrez-le à nouveau depuis votre tableur, ou corrigez-le.',
}

/** The sentence for one failure, with the time to wait or the reason when there is one. */
export const messageErreur = ({ code, attendre, champs }: Erreur): string => {
  if (code === 'trop-d-essais' && attendre !== undefined)
    return `Trop d’essais à la suite. Vos données sont intactes. Recommencez dans ${attendre} s.`
  if (code === 'publication-refusee' && champs !== undefined) return messageRefus(champs)
  return (code === 'fichier-illisible' ? raisonsFichier[champs?.['fichier'] ?? ''] : undefined) ?? messagesErreur[code]
}

/** Why a report is not published, and the ways out (secret-statistique.md §5.6). */
const messageRefus = (champs: Champs): string =>
  champs['cellules'] === undefined
    ? `${raisonRefus(champs)} Rien n’a été écrit. Vous pouvez republier le bilan déjà publié, attendre la date prévue, passer en mode arrondi, ou publier les seuls totaux.`
    : `${raisonRefus(champs)} Rien n’a été écrit. Regroupez des catégories (mode regroupement), passez en mode arrondi, ou publiez les seuls totaux.`

type Champs = Readonly<Record<string, string>>

/** A refusal as an error carries it: figures and a date, nobody's data. */
export const champsRefus = (refus: Refus): Champs =>
  refus.raison === 'exposition'
    ? { cellules: String(refus.cellules) }
    : {
        le: refus.flux.edition.creeeLe.slice(0, 10),
        entrees: String(refus.flux.entrees),
        sorties: String(refus.flux.sorties),
        modifications: String(refus.flux.modifications),
      }

/** Why a report is not published (secret-statistique.md §5.7). */
export const raisonRefus = ({ cellules, le, entrees, sorties, modifications }: Champs): string => {
  if (cellules !== undefined)
    return `Publication impossible en l’état : ${Number(cellules) === 1 ? '1 case reste trop précise' : `${cellules} cases restent trop précises`}, une fois ce bilan rapproché de ce qui est déjà publié.`
  const bougees = [
    accorder(entrees, 'personne est entrée', 'personnes sont entrées'),
    accorder(sorties, 'personne est sortie', 'personnes sont sorties'),
    accorder(modifications, 'personne est comptée autrement', 'personnes sont comptées autrement'),
  ].filter((phrase) => phrase !== '')
  const seule = Number(entrees) + Number(sorties) + Number(modifications) === 1
  return `Depuis le bilan publié le ${dateFrancaise(le ?? '')}, ${enumerer(bougees)}. En comparant les deux bilans, on connaîtrait ${seule ? 'son' : 'leur'} profil.`
}

const accorder = (nombre: string | undefined, singulier: string, pluriel: string): string => {
  if (nombre === undefined || nombre === '0') return ''
  return nombre === '1' ? `1 ${singulier}` : `${nombre} ${pluriel}`
}

const enumerer = (phrases: readonly string[]): string =>
  new Intl.ListFormat('fr-FR', { type: 'conjunction' }).format(phrases)
