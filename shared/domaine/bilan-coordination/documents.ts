/** What the coordinator prints of a year. The annexe is his own: it never goes with the bilan to the plénière. */
export const documentsCoordination = [
  { code: 'bilan', titre: 'Bilan de l’année', pour: 'Pour la séance plénière.' },
  { code: 'fipd', titre: 'Rapport des actions financées par le FIPD', pour: 'Pour le préfet, une fois par an.' },
  { code: 'compte-rendu', titre: 'Compte rendu financier', pour: 'Pour le financeur d’une action.' },
  { code: 'annexe', titre: 'Annexe du coordonnateur', pour: 'Pour vous : ce qui manque, ce qui est à relire.' },
] as const
export type CodeDocument = (typeof documentsCoordination)[number]['code']
export const codesDocument = documentsCoordination.map((d) => d.code)

export const formatsDocument = ['docx', 'pdf', 'ods'] as const
export type FormatDocument = (typeof formatsDocument)[number]

/** What the compte rendu says of an action in words (Cerfa 15059: 6-1 qualitative, 6-3 annexe of the figures). */
export const sectionsCompteRendu = [
  {
    code: 'publics',
    partie: '6-1',
    titre: 'Personnes bénéficiaires',
    aide: 'Nombre approximatif, par type de public. En dessous de 5 personnes, n’écrivez pas de nombre.',
  },
  { code: 'lieux', partie: '6-1', titre: 'Dates et lieux de réalisation', aide: 'Quand, et dans quels quartiers.' },
  { code: 'autres', partie: '6-1', titre: 'Autres informations', aide: 'Ce que le financeur doit savoir d’autre.' },
  {
    code: 'repartition',
    partie: '6-3',
    titre: 'Règles de répartition des charges indirectes',
    aide: 'Comment les charges communes sont réparties sur l’action.',
  },
  {
    code: 'ecarts',
    partie: '6-3',
    titre: 'Explication des écarts significatifs',
    aide: 'Pourquoi le réalisé s’éloigne du prévu.',
  },
  {
    code: 'contributions',
    partie: '6-3',
    titre: 'Contributions volontaires en nature',
    aide: 'Locaux, bénévolat, matériel prêtés, et comment ils sont évalués.',
  },
  { code: 'observations', partie: '6-3', titre: 'Observations', aide: 'Remarques sur le budget ou sa réalisation.' },
] as const
export const codesSectionCompteRendu = sectionsCompteRendu.map((s) => s.code)
