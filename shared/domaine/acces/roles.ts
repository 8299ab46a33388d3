/**
 * What a user of the coffre may be allowed to do, as few words as the calls need (DP-10, cvp-clspd.md §5.2):
 * `ouverture` what serves to open a coffre, `tous` what serves anybody once it is open, `suivi` the follow-up of persons,
 * `bilans` their counting, `publications` the reports already published, `annuaire` the directory of partners,
 * `coordination` what is led without a person, `reglages` the settings of the post, `fusion` what rewrites the answers of every
 * suivi at once, `conformite` what leaves the coffre for good and the rights of the persons, `sauvegardes` copies and restorations,
 * `acces` the users, `secours` the recovery code, `copie-en-clair` the whole coffre out of itself, unencrypted.
 */
export const droits = [
  'ouverture',
  'tous',
  'suivi',
  'bilans',
  'publications',
  'annuaire',
  'coordination',
  'reglages',
  'fusion',
  'conformite',
  'sauvegardes',
  'acces',
  'secours',
  'copie-en-clair',
] as const
export type Droit = (typeof droits)[number]

/** Roles that may be given. */
export const rolesAgent = ['intervenant', 'coordonnateur', 'lecteur-statistique', 'administrateur'] as const
export type RoleAgent = (typeof rolesAgent)[number]

/** And the one of whoever made the coffre. */
export const codesRole = ['titulaire', ...rolesAgent] as const
export type RoleAcces = (typeof codesRole)[number]

type Role = {
  readonly libelle: string
  /** What he can do, in one sentence for whoever gives the role. */
  readonly resume: string
  readonly droits: readonly Droit[]
  /** Whether he serves every dispositif of the coffre, or those given to him. */
  readonly partout: boolean
}

const communs = ['ouverture', 'tous'] as const

/**
 * A reader of statistics reads what was published, and asks for no count of his own: free to choose days and threshold, he
 * would find persons again by comparing two previews, which only the ledger of published reports is protected against.
 */
export const roles: Readonly<Record<RoleAcces, Role>> = {
  titulaire: {
    libelle: 'Titulaire',
    resume: 'Tout le coffre, le code de secours, et la copie en clair.',
    droits,
    partout: true,
  },
  intervenant: {
    libelle: 'Intervenant',
    resume: 'Le suivi des personnes et les bilans, pour ses seuls métiers.',
    droits: [...communs, 'suivi', 'bilans', 'publications', 'annuaire'],
    partout: false,
  },
  coordonnateur: {
    libelle: 'Coordonnateur',
    resume: 'La coordination, l’annuaire et les bilans déjà publiés. Aucune personne.',
    droits: [...communs, 'publications', 'annuaire', 'coordination'],
    partout: false,
  },
  'lecteur-statistique': {
    libelle: 'Lecteur statistique',
    resume: 'Les bilans déjà publiés. Aucune personne.',
    droits: [...communs, 'publications'],
    partout: false,
  },
  administrateur: {
    libelle: 'Administrateur',
    resume: 'Les réglages, les sauvegardes et les utilisateurs. Aucun contenu de suivi.',
    droits: [...communs, 'reglages', 'sauvegardes', 'acces'],
    partout: true,
  },
}

export const aDroit = (role: RoleAcces, droit: Droit): boolean => roles[role].droits.includes(droit)

/** Nobody opens the follow-ups to another who does not read them himself: who manages the users would else open them to himself. */
export const peutConfier = (donneur: RoleAcces, role: RoleAgent): boolean =>
  aDroit(donneur, 'acces') && (!aDroit(role, 'suivi') || aDroit(donneur, 'suivi'))
