/** Why a lot is refused, and the sentence for it. A refused lot changes nothing in what is added up. */
export const raisonsLot = {
  'trop-gros': 'Ce fichier est trop gros pour un lot.',
  illisible: 'Ce n’est pas un lot de Jalon, ou le fichier est abîmé ou incomplet.',
  'autre-destinataire': 'Ce lot est scellé pour une autre clé : seul son destinataire peut l’ouvrir.',
  'signature-fausse': 'La signature de ce lot est fausse : il a été modifié depuis que le poste l’a fait.',
  'version-inconnue': 'Ce lot est d’un format que cette version de Jalon ne connaît pas.',
  'forme-invalide': 'Le contenu de ce lot n’a pas la forme attendue.',
  'periode-inversee': 'La période de ce lot finit avant de commencer.',
  'case-en-double': 'Ce lot donne deux fois le même nombre.',
  'case-inconnue': 'Ce lot compte dans un tableau ou une ligne que rien ne déclare.',
  'totaux-faux': 'Les nombres de ce lot ne s’additionnent pas.',
  'deja-recu': 'Ce lot a déjà été reçu.',
  depasse: 'Un lot plus récent du même poste et de la même période a déjà été reçu.',
  'autre-signataire': 'Ce lot vient d’un poste connu, mais n’est pas signé de la clé enregistrée pour lui.',
  'autre-definition': 'Ce lot compte selon d’autres définitions : ses nombres ne s’additionnent pas aux autres.',
} as const

export type RaisonLot = keyof typeof raisonsLot
export const codesRaisonLot = Object.keys(raisonsLot) as [RaisonLot, ...RaisonLot[]]

/** The sentence shown for a refusal: what is wrong, what is safe, what to do. */
export const expliquerRaison = (raison: RaisonLot): string =>
  `${raisonsLot[raison]} Rien n’a été ajouté. ${suites[raison]}`

const suites: Readonly<Record<RaisonLot, string>> = {
  'trop-gros': 'Demandez au poste le fichier qu’il a fait avec « Donner un lot ».',
  illisible: 'Demandez au poste de vous le transmettre à nouveau.',
  'autre-destinataire': 'Envoyez votre clé au poste et demandez-lui un lot fait pour elle.',
  'signature-fausse': 'Demandez au poste un nouveau lot.',
  'version-inconnue': 'Mettez Jalon à jour, ou demandez au poste de le faire.',
  'forme-invalide': 'Demandez au poste un nouveau lot.',
  'periode-inversee': 'Demandez au poste un nouveau lot.',
  'case-en-double': 'Demandez au poste un nouveau lot.',
  'case-inconnue': 'Demandez au poste un nouveau lot, avec la même version de Jalon que la vôtre.',
  'totaux-faux': 'Demandez au poste un nouveau lot.',
  'deja-recu': 'Ses nombres comptent déjà.',
  depasse: 'Gardez le plus récent.',
  'autre-signataire': 'Appelez le poste avant toute chose : quelqu’un d’autre a pu faire ce fichier.',
  'autre-definition': 'Demandez au poste un nouveau lot, fait avec la même version de Jalon que la vôtre.',
}
