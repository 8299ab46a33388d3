import { type BesoinSortie, besoinsSortie, libellesBesoinSortie } from '#shared/domaine/dispositifs/cvp/demarches.ts'
import { type Etablissement, libellesQuartier, libellesTypeEtablissement } from '#shared/domaine/etablissements.ts'
import type { Comite } from '#shared/domaine/parcours/comite.ts'
import type { EcheanceLegaleDuSuivi } from '#shared/domaine/parcours/horloge.ts'
import { type EtatPreparation, etatsPreparation } from '#shared/domaine/parcours/preparation.ts'
import { type DelaiSortie, libellesDelaiSortie, type Sortie } from '#shared/domaine/parcours/sorties.ts'
import type { DateIso } from '#shared/utils/dates.ts'

/** Columns of the board, soonest first; the last one holds what nobody can plan yet. */
export const colonnes: readonly { readonly titre: string; readonly delais: readonly DelaiSortie[] }[] = [
  { titre: libellesDelaiSortie.depassee, delais: ['depassee'] },
  { titre: libellesDelaiSortie['30-jours'], delais: ['30-jours'] },
  { titre: 'De 31 à 60 jours', delais: ['60-jours'] },
  { titre: 'De 61 à 90 jours', delais: ['90-jours'] },
  { titre: libellesDelaiSortie['plus-tard'], delais: ['plus-tard'] },
  { titre: libellesDelaiSortie['sans-date'], delais: ['sans-date'] },
]

/** Columns that are never left out, even empty. */
export const toujoursMontres: ReadonlySet<DelaiSortie> = new Set(['30-jours', '60-jours', '90-jours', 'sans-date'])

/** « MA Périgueux » in full, its quartier in brackets. */
export const lieuDe = (
  etablissements: readonly Etablissement[],
  { etablissement, quartier }: Pick<Sortie, 'etablissement' | 'quartier'>,
): string => {
  if (etablissement === null) return 'Établissement inconnu'
  const nom = nomEtablissement(etablissements, etablissement)
  return quartier === null ? nom : `${nom} (${libellesQuartier[quartier].toLocaleLowerCase('fr')})`
}

export const nomEtablissement = (etablissements: readonly Etablissement[], code: string): string => {
  const trouve = etablissements.find((e) => e.code === code)
  return trouve === undefined ? code : `${libellesTypeEtablissement[trouve.type]} ${trouve.nom}`
}

export const nomsDe = ({ personnes, numero }: Pick<Sortie, 'personnes' | 'numero'>): string =>
  personnes.length === 0 ? `Suivi n° ${numero}` : personnes.map((p) => p.libelle).join(', ')

export const delaiEnMots = (jours: number): string => {
  if (jours === 0) return 'aujourd’hui'
  if (jours === 1) return 'demain'
  if (jours > 1) return `dans ${jours} jours`
  return jours === -1 ? 'dépassée d’un jour' : `dépassée de ${-jours} jours`
}

/** The first of the articles of a clock, where there is no room for all. */
export const articlePrincipal = (article: string): string => article.split(' ; ')[0] ?? article

/** Needs by state, the states in order, none that is empty. */
export const besoinsParEtat = (
  preparation: Sortie['preparation'],
): readonly { readonly etat: EtatPreparation; readonly besoins: string }[] =>
  etatsPreparation.flatMap((etat) => {
    const besoins = preparation.filter((p) => p.etat === etat).map((p) => p.besoin)
    return besoins.length === 0 ? [] : [{ etat, besoins: enumerer(besoins) }]
  })

/** « logement, premier rendez-vous dehors », in the order of the form. */
export const enumerer = (besoins: readonly BesoinSortie[]): string =>
  besoinsSortie
    .filter((b) => besoins.includes(b))
    .map((b) => libellesBesoinSortie[b].toLocaleLowerCase('fr'))
    .join(', ')

/** One thing that falls on a day: a release, or a legal clock with its article. */
export type Evenement = {
  readonly cle: string
  readonly date: DateIso
  readonly genre: 'sortie' | 'legale'
  readonly titre: string
  readonly qui: string
  readonly article: string | null
  readonly suivi: Pick<Sortie, 'suiviId' | 'personnes'>
}

export const evenementsDe = (
  sorties: readonly Sortie[],
  legales: readonly EcheanceLegaleDuSuivi[],
): ReadonlyMap<DateIso, readonly Evenement[]> =>
  Map.groupBy(
    [
      ...sorties.flatMap((s): Evenement[] =>
        s.sortiePrevue === null
          ? []
          : [
              {
                cle: s.suiviId,
                date: s.sortiePrevue,
                genre: 'sortie',
                titre: 'Sortie prévue',
                qui: nomsDe(s),
                article: null,
                suivi: s,
              },
            ],
      ),
      ...legales.map((e): Evenement => ({
        cle: `${e.suiviId} ${e.code} ${e.date}`,
        date: e.date,
        genre: 'legale',
        titre: e.libelle,
        qui: nomsDe(e),
        article: e.article,
        suivi: e,
      })),
    ],
    (e) => e.date,
  )

/** « 2 sorties, 1 échéance légale »; nothing for a day without any. */
export const compterEvenements = (evenements: readonly Evenement[]): string => {
  const sorties = evenements.filter((e) => e.genre === 'sortie').length
  const legales = evenements.length - sorties
  return [
    ...(sorties === 0 ? [] : [`${sorties} sortie${sorties > 1 ? 's' : ''}`]),
    ...(legales === 0 ? [] : [`${legales} échéance${legales > 1 ? 's' : ''} légale${legales > 1 ? 's' : ''}`]),
  ].join(', ')
}

/** What the board says under its title. */
export const resume = (sorties: readonly Sortie[]): string => {
  const proches = sorties.filter((s) => s.jours !== null && s.jours >= 0 && s.jours <= 90)
  const eleves = sorties.filter((s) => s.risque === 'eleve').length
  return [
    `${proches.length} sortie${proches.length > 1 ? 's' : ''} dans les 90 jours`,
    `${sorties.filter((s) => s.sortiePrevue === null).length} sans date`,
    ...(eleves === 0 ? [] : [`${eleves} à risque élevé de sortie sèche`]),
  ].join(' · ')
}

/** « 5 décisions, dont 2 à faire et 1 en retard »; nothing for a comité that decides of nobody. */
export const decisionsEnMots = ({ forme, decisions }: Comite, jour: string): string => {
  if (forme === 'projet') return ''
  const ouvertes = decisions.filter((d) => d.faiteLe === null)
  const tardives = ouvertes.filter((d) => d.pourLe !== null && d.pourLe < jour)
  const nombre = decisions.length < 2 ? `${decisions.length} décision` : `${decisions.length} décisions`
  if (ouvertes.length === 0) return decisions.length === 0 ? 'Aucune' : `${nombre}, tout est fait`
  return `${nombre}, dont ${ouvertes.length} à faire${tardives.length === 0 ? '' : ` et ${tardives.length} en retard`}`
}
