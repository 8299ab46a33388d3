import type { Brouillon, EntretienASaisir } from '../entretien.ts'
import { nomComplet } from '../personne.ts'
import { dateFrancaise, type DateIso } from '../../utils/dates.ts'
import type { Hasard } from './hasard.ts'

type BrouillonDemo = Omit<Brouillon, 'modifieLe'>

/** Two forms left open, as the window writes them (`renderer/features/saisie/formulaire.ts`): somebody known, somebody new. */
export const inventerBrouillons = (
  h: Hasard,
  entretiens: readonly EntretienASaisir[],
  aujourdhui: DateIso,
): BrouillonDemo[] => [
  ...derniereConnue(entretiens).map((presence) => ecrire(h, aujourdhui, presence)),
  ecrire(h, aujourdhui, {
    personneId: h.uuid(),
    genre: 'nouvelle',
    connue: null,
    fiche: visiteur,
    role: null,
    reponses: {},
  }),
]

const visiteur = {
  nom: 'EXEMPLE',
  prenom: 'Dominique',
  naissance: '1990',
  telephone: '',
  commune: 'Valombre',
  reponses: {},
}

/** The last person received for the first time, as the form knows her. */
const derniereConnue = (entretiens: readonly EntretienASaisir[]) => {
  const presence = entretiens.flatMap((e) => e.presences).findLast((p) => p.fiche?.anonyme === false)
  if (presence?.fiche?.anonyme !== false) return []
  const siens = entretiens.filter((e) => e.presences.some((p) => p.personneId === presence.personneId))
  return [
    {
      personneId: presence.personneId,
      genre: 'connue',
      connue: { ...presence.fiche, entretiens: siens.length, dernierEntretien: siens.at(-1)?.date ?? null },
      fiche: null,
      role: presence.role,
      reponses: {},
    },
  ]
}

type Nommee = { readonly nom: string; readonly prenom: string }
type PresenceTapee = Readonly<Record<string, unknown>> & {
  readonly connue: Nommee | null
  readonly fiche: Nommee | null
}

const ecrire = (h: Hasard, aujourdhui: DateIso, presence: PresenceTapee): BrouillonDemo => {
  const id = h.uuid()
  const reponses = { modalite: 'presentiel', lieu: 'commissariat' }
  const formulaire = {
    version: 1,
    id,
    modification: false,
    date: dateFrancaise(aujourdhui),
    heure: '10:30',
    duree: '',
    note: 'Brouillon inventé, à reprendre.',
    recherche: '',
    reponses,
    presences: [presence],
    suivi: { id: h.uuid(), numero: null, choisi: false, saisineDate: '', reponses: {} },
    orientations: [],
    echeances: [],
    repris: Object.keys(reponses),
  }
  const { nom, prenom } = presence.fiche ?? presence.connue ?? { nom: '', prenom: '' }
  return { id, titre: nomComplet({ anonyme: false, nom, prenom }), contenu: JSON.stringify(formulaire) }
}
