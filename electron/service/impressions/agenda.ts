import { type Evenement, libellesGenreEvenement } from '#shared/domaine/agenda/evenement.ts'
import { semaineDe } from '#shared/domaine/agenda/calendrier.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { type DateIso, jourEnLettres } from '#shared/utils/dates.ts'
import { majuscule } from '#shared/utils/texte.ts'
import { echapper } from '../export/xml.ts'

/** Nobody is named, and no word typed about anybody is printed, unless `avec-noms`. The legal frame never is. */
export type FaconAgenda = 'sans-nom' | 'avec-noms'

type Periode = { readonly du: DateIso; readonly au: DateIso }

/** The list of a day, or a week day by day, to take along: an empty box for what is done, room to write. */
export const listeAgenda = (
  nomenclature: Nomenclature,
  evenements: readonly Evenement[],
  { du, au }: Periode,
  facon: FaconAgenda,
): string => {
  const parJour = Map.groupBy(evenements, (e) => e.date)
  const jours = du === au ? [du] : joursDe({ du, au })
  const corps = jours.map((jour) => journee(nomenclature, jour, parJour.get(jour) ?? [], facon, du === au))
  const prevenir =
    facon === 'avec-noms'
      ? '<p class="avertissement">Cette feuille porte des noms : ne la laissez pas derrière vous, détruisez-la après usage.</p>'
      : ''
  return `${prevenir}${corps.join('\n')}${du === au ? notes : ''}`
}

/** « Journée du lundi 23 novembre 2026 », « Semaine du lundi 23 au dimanche 29 novembre 2026 ». */
export const titreAgenda = ({ du, au }: Periode): string =>
  du === au ? majuscule(jourEnLettres(du)) : `Du ${jourEnLettres(du)} au ${jourEnLettres(au)}`

const joursDe = ({ du, au }: Periode): readonly DateIso[] => semaineDe(du).filter((jour) => du <= jour && jour <= au)

const journee = (
  nomenclature: Nomenclature,
  jour: DateIso,
  evenements: readonly Evenement[],
  facon: FaconAgenda,
  seule: boolean,
): string => `<section class="journee">
${seule ? '' : `<h2>${echapper(majuscule(jourEnLettres(jour)))}</h2>`}
${evenements.length === 0 ? '<p class="discret">Rien de noté.</p>' : table(nomenclature, evenements, facon)}
</section>`

const table = (nomenclature: Nomenclature, evenements: readonly Evenement[], facon: FaconAgenda): string => `<table>
<thead><tr><th scope="col">Heure</th><th scope="col">Quoi</th><th scope="col">Qui, où</th><th scope="col">Fait</th></tr></thead>
<tbody>
${evenements.map((e) => ligne(nomenclature, e, facon)).join('\n')}
</tbody></table>`

const ligne = (nomenclature: Nomenclature, evenement: Evenement, facon: FaconAgenda): string =>
  `<tr><td>${evenement.heure?.replace(':', ' h ') ?? ''}</td>
<td>${echapper(quoi(evenement, facon))}</td>
<td>${echapper([qui(nomenclature, evenement, facon), evenement.lieu ?? ''].filter((t) => t !== '').join(', '))}</td>
<td>${evenement.fait ? 'fait' : '<span class="case" role="img" aria-label="à cocher"></span>'}</td></tr>`

const quoi = ({ genre, titre, libre }: Evenement, facon: FaconAgenda): string => {
  const libelle = libellesGenreEvenement[genre]
  if (genre === 'legale' || (libre && facon === 'sans-nom') || titre === libelle) return libelle
  return genre === 'reunion' || genre === 'comite' || libre ? titre : `${libelle} : ${titre}`
}

const qui = ({ motSuivi }: Nomenclature, { suivi, personnes }: Evenement, facon: FaconAgenda): string => {
  if (suivi === null) return ''
  const numero = `${motSuivi.singulier} n° ${suivi.numero}`
  if (facon === 'sans-nom' || personnes.length === 0) return majuscule(numero)
  return `${personnes.map((p) => p.libelle).join(', ')} (${numero})`
}

const notes = `<h2>Notes</h2>${'<div class="ligne"></div>'.repeat(6)}`
