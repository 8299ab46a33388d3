import type { EntretienASaisir } from '../../entretien.ts'
import type { Reponses } from '../../reponses.ts'
import { ajouterJours, type DateIso } from '../../../utils/dates.ts'
import type { Hasard } from '../hasard.ts'
import { enSemaine, type Temps } from './temps.ts'

type De = {
  readonly suiviId: string
  readonly personneId: string
  readonly reponses: Reponses
  readonly lieu: string
}

/** From one entretien to nine, some weeks apart: in detention until the release, in town from that day on. */
export const entretiensDe = (h: Hasard, de: De, temps: Temps): EntretienASaisir[] =>
  jours(h, temps).map((date) => {
    const dedans = temps.entree !== null && (temps.liberation === null || date < temps.liberation)
    return {
      id: h.uuid(),
      suivi: { id: de.suiviId, saisineDate: temps.orientation, reponses: de.reponses },
      date,
      heure: `${String(h.entier(9, 16)).padStart(2, '0')}:${h.choisir(['00', '30'])}`,
      dureeMinutes: 5 * h.entier(4, 12),
      note: '',
      reponses: {
        modalite: dedans
          ? h.choisirPoids({ detention: 90, visio: 10 })
          : h.choisirPoids({ 'rendez-vous': 60, telephone: 30, spontane: 10 }),
        etablissement: dedans ? de.lieu : 'mairie',
        domaines: h.melanger(['logement', 'emploi', 'droits', 'sante', 'budget', 'famille']).slice(0, h.entier(1, 3)),
      },
      presences: [{ personneId: de.personneId, fiche: null, role: 'accompagnee', reponses: {} }],
      orientations: [],
      echeances: [],
    }
  })

const jours = (h: Hasard, { premier, dernier }: Temps): DateIso[] => {
  const nombre = Number(h.choisirPoids({ '1': 18, '2': 20, '3': 18, '4': 14, '5': 12, '7': 10, '9': 8 }))
  const dates = [premier]
  while (dates.length < nombre) {
    const suivant = enSemaine(ajouterJours(dates.at(-1) ?? premier, h.entier(10, 38)))
    if (suivant > dernier) break
    dates.push(suivant)
  }
  return dates
}
