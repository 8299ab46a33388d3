/**
 * What a user of the coffre may be allowed to do, as few words as the calls need (DP-10, cvp-clspd.md §5.2):
 * `ouverture` what serves to open a coffre, `tous` what serves anybody once it is open, `suivi` the follow-up of persons,
 * `annuaire` the directory, `bilans` the counting and publishing of reports, `publications` what was published already,
 * `preuve` the confidential proof of a report, `coordination` what is led without a person, `reglages` the settings of the
 * post, `sauvegardes` copies that leave the coffre, `acces` its users, `secours` the recovery code.
 */
export const droits = [
  'ouverture',
  'tous',
  'suivi',
  'annuaire',
  'bilans',
  'publications',
  'preuve',
  'coordination',
  'reglages',
  'sauvegardes',
  'acces',
  'secours',
] as const
export type Droit = (typeof droits)[number]

/** Functions, as the CNIL asks: each sees what its task needs and nothing else. `titulaire` is whoever made the coffre. */
export const codesRole = ['titulaire', 'intervenant', 'coordonnateur', 'lecteur-statistique', 'administrateur'] as const
export type RoleAcces = (typeof codesRole)[number]

type Role = {
  readonly libelle: string
  /** What he can do, in one sentence for whoever gives the role. */
  readonly resume: string
  readonly droits: readonly Droit[]
  /** Whether he reads the follow-ups of his dispositifs, be it only to count them. */
  readonly suivis: boolean
  /** Whether he works for every dispositif of the coffre, or for those given to him. */
  readonly partout: boolean
}

const communs = ['ouverture', 'tous'] as const

export const roles: Readonly<Record<RoleAcces, Role>> = {
  titulaire: {
    libelle: 'Titulaire',
    resume: 'Tout le coffre, et le code de secours.',
    droits,
    suivis: true,
    partout: true,
  },
  intervenant: {
    libelle: 'Intervenant',
    resume: 'Le suivi des personnes, dans ses seuls dispositifs, et leurs bilans.',
    droits: [...communs, 'suivi', 'annuaire', 'bilans', 'publications', 'preuve'],
    suivis: true,
    partout: false,
  },
  coordonnateur: {
    libelle: 'Coordonnateur',
    resume: 'La coordination, l’annuaire et les bilans déjà publiés ; aucune personne.',
    droits: [...communs, 'annuaire', 'publications', 'coordination'],
    suivis: false,
    partout: false,
  },
  'lecteur-statistique': {
    libelle: 'Lecteur statistique',
    resume: 'Les bilans de ses dispositifs, protégés ; aucune personne.',
    droits: [...communs, 'bilans', 'publications'],
    suivis: true,
    partout: false,
  },
  administrateur: {
    libelle: 'Administrateur',
    resume: 'Les réglages, les sauvegardes et les utilisateurs ; aucun contenu de suivi.',
    droits: [...communs, 'reglages', 'sauvegardes', 'acces'],
    suivis: false,
    partout: true,
  },
}

export const aDroit = (role: RoleAcces, droit: Droit): boolean => roles[role].droits.includes(droit)
