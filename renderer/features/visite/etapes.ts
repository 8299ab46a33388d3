import { surReussite } from '#app/api.ts'
import { useAide } from '#app/aide.ts'
import type { Lieu } from '#app/navigation.ts'
import type { NomAppel } from '#shared/domaine/acces/droits-du-contrat.ts'

/** Hears the user really do it; gives back the function that stops listening. */
type Guet = (faite: () => void) => () => void

export type Etape = {
  readonly titre: string
  /** What to do; keys between backticks, `{nom}` for somebody of the invented post, `{lieu}` for the key of a place. */
  readonly consigne: string
  readonly lieu?: Lieu
  readonly guet: Guet
}

const appel =
  (nom: NomAppel): Guet =>
  (faite) =>
    surReussite((reussi) => {
      if (reussi === nom) faite()
    })

const aideOuverte: Guet = (faite) =>
  useAide.subscribe(({ ouvert }) => {
    if (ouvert !== null) faite()
  })

/** Seen at the next opening: by then the coffre has been locked. */
const verrouillage: Guet = () => () => undefined

/** Three minutes of a day at the desk, each step over once it is really done. */
export const etapes: readonly Etape[] = [
  {
    titre: 'Retrouver quelqu’un',
    consigne: '`Ctrl K`, tapez « {nom} », puis `Entrée` sur la personne : sa fiche s’ouvre.',
    guet: appel('personnes.lire'),
  },
  {
    titre: 'Noter un entretien',
    consigne:
      '`Ctrl N`, tapez « {nom} », `Entrée` pour choisir la personne. Remplissez ce que vous voulez, puis `Ctrl Entrée`.',
    guet: appel('entretiens.enregistrer'),
  },
  {
    titre: 'Compter un passage sans nom',
    consigne: '`F2`, de n’importe où : un contact anonyme de plus.',
    guet: appel('entretiens.compterAnonyme'),
  },
  {
    titre: 'Voir qui attend une réponse',
    consigne: '`{lieu}`, puis `O` : la plus ancienne orientation sans réponse. Une flèche note sa suite.',
    lieu: 'aujourdhui',
    guet: appel('entretiens.noterSuite'),
  },
  {
    titre: 'Lire le bilan',
    consigne: '`{lieu}` : il est toujours à jour, et les petits nombres y sont masqués.',
    lieu: 'bilans',
    guet: appel('bilans.apercu'),
  },
  {
    titre: 'Demander de l’aide',
    consigne: '`F1` ouvre le guide au chapitre de l’écran ; `Échap` le referme. `?` montre les touches.',
    guet: aideOuverte,
  },
  {
    titre: 'Verrouiller',
    consigne: '`Ctrl L` en quittant le bureau. La phrase qui rouvre sera affichée, puisque tout est inventé.',
    guet: verrouillage,
  },
]
