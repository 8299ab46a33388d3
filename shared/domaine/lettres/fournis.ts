/** A letter that Jalon brings: its paragraphs, with the marks of `balises`. */
export type LettreFournie = {
  readonly libelle: string
  readonly titre: string
  readonly paragraphes: readonly string[]
}

/** Provided letters. The notice says what articles 13 and 14 of the RGPD ask; the post completes what is in brackets. */
export const lettresFournies = {
  'fiche-liaison': {
    libelle: 'Fiche de liaison',
    titre: 'Fiche de liaison',
    paragraphes: [
      'De : {intervenant}, {metier}, {poste}',
      'À : {partenaire} {interlocuteur}',
      '{adresse_partenaire}',
      'Le {date}, avec l’accord de la personne, je vous oriente :',
      '{prenom} {nom}, né(e) : {naissance}',
      'Commune : {commune}. Téléphone : {telephone}.',
      'Dernier entretien le {dernier_entretien}.',
      'Objet de l’orientation, dit avec la personne : [à compléter]',
      'Merci de me dire la suite donnée.',
      'Signature :',
    ],
  },
  'attestation-rendez-vous': {
    libelle: 'Attestation de rendez-vous',
    titre: 'Attestation de rendez-vous',
    paragraphes: [
      'Je soussigné(e) {intervenant}, {poste}, atteste que {prenom} {nom} s’est présenté(e) à un rendez-vous le {dernier_entretien} {heure_entretien}.',
      'Attestation remise à la personne, à sa demande, pour servir et valoir ce que de droit.',
      'Fait le {date}.',
      'Signature et cachet :',
    ],
  },
  notice: {
    libelle: 'Notice d’information de la personne',
    titre: 'Ce que nous notons de vous, et vos droits',
    paragraphes: [
      'Remise à {prenom} {nom} le {date} par {intervenant}, {poste}.',
      'Qui est responsable : [nom et adresse du responsable de traitement]. Délégué à la protection des données : [contact].',
      'Pourquoi : vous accompagner dans vos démarches, et rendre compte de l’activité par des nombres qui ne permettent pas de vous reconnaître. Base légale : [mission d’intérêt public, article 6.1.e du RGPD].',
      'Quoi : votre nom, votre naissance, votre commune, les dates des entretiens, les démarches et les orientations. Si un service nous a adressé votre situation, ces informations viennent de lui.',
      'Qui les lit : les professionnels du poste. Rien n’est transmis à un partenaire sans que vous le sachiez. Rien ne sort de l’Union européenne.',
      'Combien de temps : [durée de conservation], puis les données sont effacées ou rendues anonymes.',
      'Vos droits : voir ce qui est noté, le faire corriger ou effacer, en limiter l’usage, vous y opposer. Écrivez à [contact]. Vous pouvez aussi saisir la CNIL, 3 place de Fontenoy, 75007 Paris, www.cnil.fr.',
      'Répondre n’est pas obligatoire : ne pas répondre ne vous prive d’aucun droit.',
    ],
  },
} as const satisfies Readonly<Record<string, LettreFournie>>

export const codesLettres = Object.keys(lettresFournies) as readonly (keyof typeof lettresFournies)[]
