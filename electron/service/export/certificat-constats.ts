import { nomDePeriode } from '#shared/domaine/bilan/periode.ts'
import type { Certificat } from '#shared/domaine/secret/certificat.ts'
import type { UniteControlee } from './certificat-cases.ts'
import { fiche, instant, paragraphe, table } from './fiche.ts'
import { nombreFrancais } from './nombres.ts'

export const attaquants = (unites: readonly UniteControlee[]) =>
  sansUnite(unites) ?? [
    table({
      legende: 'Ce qu’ils trouvent',
      colonnes: [
        'Unité',
        'Profils de personnes essayés',
        'Cases retrouvées par l’une d’elles',
        'Cases affaiblies pour le lecteur prudent',
      ],
      lignes: unites.map((u) => ({
        cases: [u.nom, ...[u.attaquants, u.retrouveesParInities, u.prudents].map((n) => nombreFrancais(n))],
      })),
    }),
    paragraphe(
      'Le lecteur prudent se trompe : une case masquée peut être vide, et la note publiée le dit. Son résultat est donné pour information.',
    ),
  ]

export const editions = ({ periodes }: Certificat) => {
  const flux = periodes.flatMap((p) => p.flux)
  if (flux.length === 0) return [paragraphe('Aucune édition déjà publiée ne porte sur des jours de ces périodes.')]
  return [
    table({
      legende: 'Personnes qui ont changé depuis chaque édition',
      colonnes: ['Édition', 'Publiée le', 'Entrées', 'Sorties', 'Modifiées'],
      mots: [1],
      lignes: flux.map(({ edition, entrees, sorties, modifications }) => ({
        cases: [
          nomDePeriode(edition),
          instant(edition.creeeLe),
          ...[entrees, sorties, modifications].map((n) => nombreFrancais(n)),
        ],
      })),
    }),
    paragraphe(
      `Cases de ces éditions données à l’attaquant : ${nombreFrancais(periodes.reduce((n, p) => n + p.unites.reduce((m, u) => m + u.liees, 0), 0))}. Quand moins de personnes que le seuil sont entrées, sorties ou ont été modifiées, un document exact n’est pas publié.`,
    ),
  ]
}

export const unanimes = (unites: readonly UniteControlee[]) => {
  const nombre = sommer(unites, (u) => u.unanimes)
  return [
    paragraphe(
      nombre === 0
        ? 'Aucun groupe du seuil ou plus n’a donné, tout entier ou à une personne près, la même réponse à une question sensible.'
        : `${nombreFrancais(nombre)} fois, un groupe du seuil ou plus a donné, tout entier ou à une personne près, la même réponse à une question sensible. Le nombre de ceux qui ont répondu autrement est protégé comme une petite case.`,
    ),
  ]
}

export const criteres = ({ seuil, relecture, periodes }: Certificat, unites: readonly UniteControlee[]) => {
  const intervalles = unites.flatMap((u) => u.intervalles)
  const exacts = intervalles.filter((i) => i.bas === i.haut).length
  const exposees = intervalles.filter((i) => !i.protegee).length
  const jointes = new Set(periodes.flatMap((p) => p.flux.map((f) => f.edition.id))).size
  return [
    fiche([
      [
        'Individualisation',
        `cases de 1 à ${String(seuil - 1)} retrouvées exactement : ${nombreFrancais(exacts)} ; trop bien connues : ${nombreFrancais(exposees)}, sur ${nombreFrancais(intervalles.length)}`,
      ],
      [
        'Corrélation',
        `éditions déjà publiées de jours communs : ${nombreFrancais(jointes)} ; document relu avec elles : ${relecture === null ? 'non' : relecture.statut === 'protege' ? 'oui, rien de trouvé' : `oui, ${nombreFrancais(relecture.exposees)} nombres exposés`}`,
      ],
      [
        'Inférence',
        `réponses de groupe protégées : ${nombreFrancais(sommer(unites, (u) => u.unanimes))} ; cases retrouvées par une personne du fichier : ${nombreFrancais(sommer(unites, (u) => u.retrouveesParInities))}`,
      ],
    ]),
    paragraphe(
      'Ces trois critères sont ceux de l’avis 05/2014 du groupe de l’article 29, repris par la CNIL. L’analyse du risque résiduel (presse locale, dossiers des partenaires, connaissance personnelle d’un lecteur) appartient au responsable de traitement : aucun calcul n’en tient lieu.',
    ),
  ]
}

const aucune =
  'Rien n’a été calculé pour ce rapport : il ne publie que des totaux, ou reprend une édition déjà contrôlée.'
/** Said in place of figures when nothing had to be computed. */
export const sansUnite = (unites: readonly UniteControlee[]): readonly string[] | undefined =>
  unites.length === 0 ? [paragraphe(aucune)] : undefined

export const exposeesDe = (unites: readonly UniteControlee[]): number =>
  sommer(unites, (u) => u.intervalles.filter((i) => !i.protegee).length + u.retrouveesParInities)

export const sommer = (unites: readonly UniteControlee[], lire: (unite: UniteControlee) => number): number =>
  unites.reduce((total, u) => total + lire(u), 0)
