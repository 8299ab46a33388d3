import { unites } from '#shared/domaine/bilan/bilan.ts'
import type { Recensement } from '#shared/domaine/bilan/recensement.ts'
import type { ControleTableau, ControleUnite } from '#shared/domaine/secret/certificat.ts'
import type { PartieJugee } from '#shared/domaine/secret/juger.ts'
import { cleDePlace } from '#shared/domaine/secret/moteur/systeme.ts'
import type { Constat, Controle } from '#shared/domaine/secret/moteur/tache.ts'

/** What the engine found of one census, its places named: a page of the certificate. `jointes` editions were attacked with it. */
export const controleDe = (
  recensement: Recensement,
  parties: readonly PartieJugee[],
  jointes: number,
): ControleUnite => {
  const controles = parties.map((p) => p.constat.controle)
  const somme = (lire: (controle: Controle) => number): number => sommer(controles.map(lire))
  return {
    unite: unites.find((u) => u === recensement.unite) ?? 'personnes',
    arrondi: parties.some((p) => p.constat.arrondi),
    effectif: recensement.unites.length,
    sensibles: sensiblesDe(recensement),
    jointes,
    tableaux: parties.flatMap(tableauxDe),
    cellules: somme((c) => c.cellules),
    primaires: somme((c) => c.primaires),
    secondaires: somme((c) => c.secondaires),
    unitesPrimaires: somme((c) => c.unitesPrimaires),
    unitesSecondaires: somme((c) => c.unitesSecondaires),
    unanimes: somme((c) => c.unanimes),
    liees: somme((c) => c.liees),
    cout: somme((c) => c.cout),
    borneInferieure: somme((c) => c.borneInferieure),
    optimal: controles.every((c) => c.optimal),
    solveur: controles[0]?.solveur ?? '',
    attaquants: somme((c) => c.attaquants),
    retrouveesParInities: somme((c) => c.retrouveesParInities),
    prudents: somme((c) => c.prudents),
    calculs: somme((c) => c.calculs),
    intervalles: parties.flatMap(intervallesDe),
  }
}

const nomsDe = ({ posee: { adresses } }: PartieJugee) => new Map(adresses.map((a) => [cleDePlace(a.place), a]))

const tableauxDe = (partie: PartieJugee): readonly ControleTableau[] => {
  const noms = nomsDe(partie)
  return partie.recensement.tableaux.map(({ id }) => {
    const siens = partie.constat.controle.statuts.flatMap(({ place, ...statut }) => {
      const nom = noms.get(cleDePlace(place))
      return nom?.tableau === id ? [[nom.codes.join(' '), statut] as const] : []
    })
    return { id, ...compterStatuts([...new Map(siens).values()]) }
  })
}

const intervallesDe = (partie: PartieJugee): ControleUnite['intervalles'] => {
  const noms = nomsDe(partie)
  return partie.constat.controle.intervalles.map(({ place, ...intervalle }) => {
    const nom = place === null ? undefined : noms.get(cleDePlace(place))
    return { ...intervalle, adresse: nom === undefined ? null : { tableau: nom.tableau, codes: [...nom.codes] } }
  })
}

const sensiblesDe = ({ questions, tableaux }: Recensement): string[] => {
  const sensibles = new Set(questions.filter((q) => q.sensible).map((q) => q.id))
  const presentations = tableaux.flatMap((t) => t.dimensions.filter((d) => sensibles.has(d.question)))
  return [...new Set(presentations.map((d) => d.libelle))]
}

const compterStatuts = (
  statuts: readonly Pick<Constat['controle']['statuts'][number], 'valeur' | 'statut'>[],
): Omit<ControleTableau, 'id'> => {
  const valeursDe = (voulu: 'A' | 'D' | 'V') => statuts.filter((s) => s.statut === voulu).map((s) => s.valeur)
  const [primaires, secondaires, publiees] = [valeursDe('A'), valeursDe('D'), valeursDe('V')]
  return {
    cellules: statuts.length,
    primaires: primaires.length,
    secondaires: secondaires.length,
    unitesPrimaires: sommer(primaires),
    unitesSecondaires: sommer(secondaires),
    unitesPubliees: sommer(publiees),
  }
}

const sommer = (nombres: readonly number[]): number => nombres.reduce((total, n) => total + n, 0)
