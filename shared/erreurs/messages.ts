import type { Refus } from '../domaine/secret/certificat.ts'
import { dateFrancaise } from '../utils/dates.ts'
import type { CodeErreur, Erreur } from './erreur.ts'

/** What happened, what is safe, what to do. Shown by the window and by the command line alike. */
export const messagesErreur: Readonly<Record<CodeErreur, string>> = {
  'appel-inconnu': 'Jalon ne connaît pas cette demande. Rien n’a été modifié. Fermez puis rouvrez l’application.',
  'entree-invalide': 'Une information n’est pas valable. Rien n’a été modifié. Corrigez-la, puis recommencez.',
  introuvable: 'Cet élément n’existe pas, ou plus. Rien n’a été modifié.',
  'strategie-absente':
    'Aucune stratégie de ce coffre ne couvre cette année. Rien n’a été écrit. Vérifiez l’année, ou notez la stratégie d’abord.',
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
  'coffre-occupe':
    'Un autre Jalon écrit en ce moment dans ce coffre. Rien n’a été modifié. Attendez qu’il ait fini, ou fermez-le, puis recommencez.',
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
  'coffres-divergents':
    'Ce coffre et celui qui serait remplacé ont été modifiés chacun de leur côté : aucun des deux ne contient tout. Rien n’a été modifié. Ouvrez-les l’un après l’autre pour comparer ; pour remplacer quand même, dites-le : l’ancien sera mis de côté, jamais effacé.',
  'dossier-occupe':
    'Ce dossier contient déjà autre chose. Rien n’a été modifié. Choisissez un dossier vide, ou un nom nouveau.',
  'fichier-illisible': 'Ce fichier ne peut pas être lu. Rien n’a été modifié. Vérifiez son nom et son format.',
  'fichier-trop-gros': 'Ce fichier est trop gros. Rien n’a été modifié. Partagez-le en plusieurs fichiers.',
  'import-refuse': 'L’import est refusé : rien n’a été écrit. Le rapport d’import dit ce qui doit être corrigé.',
  'valeur-inconnue':
    'Une valeur n’est pas dans les listes. Rien n’a été modifié. Ajoutez-la ou faites-la correspondre.',
  'valeur-utilisee': 'Cette valeur sert déjà : elle ne peut pas être supprimée. Vous pouvez la masquer.',
  'fusion-hors-droits':
    'Réunir ou séparer des fiches demande de voir tous les métiers du coffre. Rien n’a été modifié. Demandez au titulaire du coffre.',
  'fusion-contredite':
    'Cette fusion ne peut plus être défaite : la fiche, un entretien ou un suivi qu’elle avait réunis ont changé depuis. Rien n’a été modifié. Remettez-les comme la fusion les avait laissés, ou créez une nouvelle fiche.',
  'annulation-contredite':
    'Ce geste ne peut plus être annulé d’un coup : ce qu’il a écrit a changé depuis, ou autre chose s’y rattache. Rien n’a été modifié. Corrigez la fiche elle-même ; son historique dit ce qu’elle contenait.',
  'annulation-faite': 'Ce geste est déjà annulé. Rien n’a été modifié.',
  'annulation-impossible':
    'Ce geste ne s’annule pas : une situation validée ne change plus que par une correction motivée, et deux fiches séparées se réunissent depuis la fiche. Rien n’a été modifié.',
  'personne-a-l-ecart':
    'Cette personne a demandé que ses données ne servent plus (opposition ou limitation) : rien ne s’écrit sur elle. Rien n’a été modifié. Le titulaire du coffre peut lever cette mise à l’écart dans Réglages, Droits des personnes, si elle le demande.',
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
  'consolidation-refusee':
    'Ce bilan consolidé ne peut pas être publié en détail. Rien n’a été écrit. Les totaux restent possibles (mode « total »).',
  'publication-refusee':
    'Ce bilan ne peut pas être publié en l’état. Rien n’a été écrit ; vos données sont intactes. Choisissez le mode arrondi ou les seuls totaux.',
  'ecriture-impossible':
    'L’écriture sur le disque n’a pas abouti. Ce qui était enregistré est intact. Vérifiez la place libre et les droits sur le dossier.',
  'pdf-indisponible': 'Le PDF ne peut pas être produit sur ce poste. Les autres formats restent possibles.',
  'base-adresse':
    'Cette adresse de base partagée ne peut pas être lue. Rien n’a été envoyé. Elle s’écrit postgres://utilisateur@serveur/base.',
  'base-injoignable':
    'Le serveur de la base partagée ne répond pas. Rien n’a été modifié. Vérifiez le réseau et l’adresse, puis recommencez : un lot déjà reçu ne compte jamais deux fois.',
  'base-sans-tls':
    'Ce serveur ne chiffre pas ses connexions : Jalon refuse de lui parler. Rien n’a été envoyé. Demandez à son administrateur d’activer TLS.',
  'base-certificat':
    'Le certificat de ce serveur n’est pas celui attendu pour son nom, ou n’est signé par aucune autorité connue. Rien n’a été envoyé. Donnez le fichier de l’autorité du département (--base-autorite en ligne de commande), ou voyez avec l’administrateur.',
  'base-phrase':
    'La base partagée refuse cet utilisateur ou ce mot de passe. Rien n’a été modifié. Vérifiez l’adresse et le mot de passe (JALON_BASE_PHRASE ou --base-phrase-fichier en ligne de commande).',
  'base-droit':
    'Votre compte sur la base partagée ne permet pas cela. Rien n’a été modifié. Voyez avec l’administrateur de la base.',
  'base-non-preparee':
    'Cette base partagée n’est pas prête pour cette version de Jalon. Rien n’a été modifié. Son administrateur la prépare avec « jalon base --preparer ».',
  'base-plus-recente':
    'Cette base partagée a été préparée par une version plus récente de Jalon. Rien n’a été modifié. Installez cette version.',
  'maj-sans-cle':
    'Cette version de Jalon a été construite sans la clé de son éditeur : elle ne peut vérifier aucune mise à jour. Rien n’a été installé. Demandez à la personne qui vous dépanne.',
  'maj-illisible':
    'Ce fichier n’est pas une mise à jour de Jalon, ou il est incomplet. Rien n’a été installé. Choisissez le fichier « .jalonmaj », ou redemandez-le.',
  'maj-signature':
    'Cette mise à jour n’est pas signée par l’éditeur de votre Jalon, ou elle a été modifiée. Rien n’a été installé. Ne lancez pas son installateur et prévenez qui vous l’a donnée.',
  'maj-ancienne':
    'Cette version n’est pas plus récente que la vôtre. Rien n’a été installé. Revenir en arrière est refusé : une version plus ancienne ne saurait pas lire votre coffre.',
  'maj-sans-installateur':
    'La mise à jour est bien signée, mais aucun de ses installateurs pour ce poste n’est à côté d’elle. Rien n’a été installé. Copiez tout le dossier, puis recommencez.',
  'maj-abimee':
    'Un installateur n’est pas celui qui a été signé : il est incomplet, ou il a été modifié. Rien n’a été installé. Ne le lancez pas ; recopiez tout le dossier, puis recommencez.',
  'installation-abimee':
    'Un fichier de Jalon manque ou est abîmé sur ce poste. Rien n’a été commencé ; votre coffre est intact. Installez de nouveau la même version de Jalon.',
  'service-arrete': 'Jalon s’est interrompu. Ce qui était enregistré est intact. Rouvrez le coffre.',
  interne:
    'Jalon a rencontré une panne imprévue. Ce qui était enregistré est intact. Recommencez ; si la panne revient, signalez-la.',
}

/** Why a file can't be read (`champs.fichier`), when more can be said than that it can't. */
const raisonsFichier: Readonly<Record<string, string>> = {
  metier: 'Jalon n’importe pas de tableur pour ce métier. Rien n’a été modifié. La saisie se fait à l’écran.',
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

/** What is wrong with the address of a shared base (`champs.raison`), when more can be said. */
const raisonsAdresse: Readonly<Record<string, string>> = {
  phrase:
    'Un mot de passe ne se met pas dans l’adresse de la base : tout programme de ce poste pourrait le lire. Rien n’a été envoyé. Changez-le s’il est vrai, et donnez le nouveau par JALON_BASE_PHRASE ou --base-phrase-fichier.',
  reglage:
    'L’adresse de la base ne prend aucun réglage : la connexion est toujours chiffrée et le serveur vérifié, sauf sur ce poste. Rien n’a été envoyé. Retirez ce qui suit le point d’interrogation.',
}

/** The sentence for one failure, with the time to wait or the reason when there is one. */
export const messageErreur = ({ code, attendre, champs }: Erreur): string => {
  if (code === 'trop-d-essais' && attendre !== undefined)
    return `Trop d’essais à la suite. Vos données sont intactes. Recommencez dans ${attendre} s.`
  if (code === 'publication-refusee' && champs !== undefined) return messageRefus(champs)
  if (code === 'consolidation-refusee' && champs !== undefined) return messageConsolidation(champs)
  return raisonDe(code, champs) ?? messagesErreur[code]
}

const raisonDe = (code: CodeErreur, champs: Champs = {}): string | undefined => {
  if (code === 'fichier-illisible') return raisonsFichier[champs['fichier'] ?? '']
  return code === 'base-adresse' ? raisonsAdresse[champs['raison'] ?? ''] : undefined
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

/** Why the detailed tables of many posts cannot be published together, and which post is concerned. */
const messageConsolidation = ({ motif = '', poste = '' }: Readonly<Record<string, string>>): string => {
  const pourquoi = motifsConsolidation[motif]
  if (pourquoi === undefined) return messagesErreur['consolidation-refusee']
  const qui = poste === '' ? '' : ` (${poste})`
  return `${pourquoi}${qui}. Rien n’a été écrit. Les totaux restent possibles (mode « total »).`
}

const motifsConsolidation: Readonly<Record<string, string>> = {
  'aucun-lot': 'Aucun lot reçu pour cette période',
  'modifie-depuis': 'Un poste a publié cette période, puis ses données ont changé avant son lot',
  'autres-jours': 'Un poste a publié d’autres jours de cette période, que ce bilan laisserait retrouver',
  'lignes-reunies': 'Un poste a publié des lignes que son lot ne distingue plus',
  'lot-remplace': 'Un bilan consolidé déjà publié comptait un lot qui a été remplacé ou retiré depuis',
  'trop-peu-de-personnes': 'Trop peu de personnes se sont ajoutées depuis le bilan consolidé déjà publié',
  'entre-temps': 'Un autre coordinateur vient de publier un bilan de cette période ; préparez de nouveau le vôtre',
  'autre-periode': 'Un bilan consolidé a déjà été publié pour d’autres jours de cette période',
  arrondi: 'L’arrondi ne se prouve pas entre plusieurs postes : choisissez le masquage ou le regroupement',
  'non-prouve': 'Le contrôle de ce bilan avec ce que les postes ont publié n’a pas abouti',
}
