/** How each number of the day is counted, always of the dispositif shown. */
export const definitions = {
  aFaire: 'Échéances non faites, en retard ou dues dans les sept jours qui viennent.',
  agenda: 'Tout ce que l’agenda attend : ce qui est en retard depuis 90 jours au plus, et les sept jours qui viennent.',
  attendus:
    'Démarches et décisions de comité dont le jour est passé depuis 90 jours au plus, ou vient dans les sept jours.',
  accueils: 'Accueils où quelque chose attend quelqu’un : une date passée, une pièce ou une journée qui manque.',
  instances:
    'Instances qui n’ont pas tenu à temps la réunion de l’année, du trimestre ou du mois que leur rythme demande.',
  legales: 'Échéances que la loi fixe pour les suivis en cours, en retard ou dues dans les trente jours qui viennent.',
  conformite:
    'Demandes de personnes sur leurs données qui attendent une réponse, tous métiers du coffre : elle est due un mois après.',
  orientations:
    'Orientations des douze derniers mois dont la suite n’est pas notée, les plus anciennes d’abord. Elles sortent d’ici dès qu’une suite est choisie.',
  brouillons: 'Formulaires commencés et pas encore enregistrés. Un brouillon ne compte dans aucun chiffre.',
  personnes:
    'Personnes distinctes présentes à un entretien au moins depuis le 1er janvier, anonymes comprises. L’an dernier : du 1er janvier au même jour.',
  entretiens:
    'Entretiens datés depuis le 1er janvier, quelle que soit la date de saisie. L’an dernier : du 1er janvier au même jour.',
} as const
