import type { PersonneASaisir } from '../../personne.ts'
import type { DateIso } from '../../../utils/dates.ts'
import type { Hasard } from '../hasard.ts'
import { communes, noms, prenoms } from '../noms.ts'

/** Somebody who leaves prison: a man nine times in ten, mostly under forty. */
export const inventerSortant = (h: Hasard, aujourdhui: DateIso): PersonneASaisir => {
  const sexe = h.arrive(0.91) ? 'homme' : 'femme'
  const [min = 0, max = 0] = h
    .choisirPoids({ '18-24': 27, '25-39': 46, '40-59': 23, '60-71': 4 })
    .split('-')
    .map(Number)
  const annee = Number(aujourdhui.slice(0, 4)) - h.entier(min + 1, max)
  const deux = (de: number, a: number) => String(h.entier(de, a)).padStart(2, '0')
  return {
    id: h.uuid(),
    anonyme: false,
    nom: h.choisir(noms),
    prenom: h.choisir(prenoms[sexe]),
    naissance: `${annee}-${deux(1, 12)}-${deux(1, 28)}`,
    // Kept by the regulator for fiction: it rings nowhere.
    telephone: h.arrive(0.5) ? `06 39 98 ${deux(0, 99)} ${deux(0, 99)}` : null,
    commune: h.choisirPoids<string>(communes),
    reponses: { sexe },
  }
}
