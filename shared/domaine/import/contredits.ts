import type { Nomenclature } from '../nomenclature.ts'
import type { Rattachee } from './plan-parcours.ts'
import type { PersonnePlan } from './plan-personnes.ts'
import type { Avertissement } from './rapport.ts'

/** Answers that differ between lines about one person, or about one person within one suivi: which one is kept is said. */
export const trouverContredits = (
  personnes: readonly PersonnePlan[],
  rattachees: readonly Rattachee[],
  nomenclature: Nomenclature,
): readonly Avertissement[] => [...dePersonne(personnes, nomenclature), ...deParticipation(rattachees, nomenclature)]

const dePersonne = (personnes: readonly PersonnePlan[], nomenclature: Nomenclature): readonly Avertissement[] =>
  personnes.flatMap(({ contradictions, lignes, connue }) =>
    contradictions.map((champ) => ({
      lignes: [...new Set(lignes.map((l) => l.numero))].toSorted((a, b) => a - b),
      message: `« ${libelleDuChamp(nomenclature, champ)} » diffère pour une même personne : la réponse ${connue?.reponses[champ] === undefined ? 'la plus récente' : 'du coffre'} est gardée.`,
    })),
  )

const deParticipation = (rattachees: readonly Rattachee[], nomenclature: Nomenclature): readonly Avertissement[] =>
  [...Map.groupBy(rattachees, (r) => r.suivi)].flatMap(([suivi, duSuivi]) =>
    [...Map.groupBy(duSuivi, (r) => r.personne)].flatMap(([personne, siennes]) =>
      nomenclature.champs
        .filter((c) => c.porteur === 'participation')
        .flatMap(({ code, libelle }) => {
          const dites = siennes.filter((r) => r.ligne.reponses.participation[code] !== undefined)
          const acquise = suivi.participations.get(personne.id)?.acquis[code]
          const textes = [acquise, ...dites.map((r) => r.ligne.reponses.participation[code])]
            .filter((reponse) => reponse !== undefined)
            .map((reponse) => JSON.stringify(reponse))
          if (new Set(textes).size < 2) return []
          return {
            lignes: [...new Set(dites.map((r) => r.ligne.numero))].toSorted((a, b) => a - b),
            message: `« ${libelle} » diffère d’une ligne à l’autre d’un même suivi : la réponse ${acquise === undefined ? 'la plus récente' : 'du coffre'} est gardée.`,
          }
        }),
    ),
  )

const libelleDuChamp = (nomenclature: Nomenclature, champ: string): string =>
  nomenclature.champs.find((c) => c.code === champ)?.libelle ?? champ
