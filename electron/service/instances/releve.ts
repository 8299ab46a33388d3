import { admetNominatif } from '#shared/domaine/instances/instance.ts'
import type { PointNominatifLu } from '#shared/domaine/instances/nominatif.ts'
import { etatsPresence, libellesPresence } from '#shared/domaine/instances/reunion.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import { dateFrancaise, jourEnLettres } from '#shared/utils/dates.ts'
import { sansPersonne, type Seance, titreInstance } from './convocation.ts'
import type { BlocPapier, PapierInstance } from './papier.ts'

/** What a meeting decided: who was there by function, what was decided, who acts, for when. It is given no person. */
export const releveDe = ({ reunion, instance, nomenclature }: Seance, poste: string): PapierInstance => ({
  poste,
  titre: 'Relevé de décisions',
  sousTitres: [
    titreInstance(instance),
    [`Réunion du ${jourEnLettres(reunion.date)}`, reunion.lieu].filter((t) => t !== null).join(', '),
  ],
  le: reunion.date,
  blocs: [
    { type: 'titre', texte: 'Fonctions représentées' },
    ...(reunion.presences.length === 0
      ? [{ type: 'paragraphe' as const, texte: 'Non renseignées.' }]
      : [
          {
            type: 'tableau' as const,
            entetes: ['Fonction', 'Présence'],
            parts: [70, 30],
            lignes: reunion.presences
              .toSorted((a, b) => etatsPresence.indexOf(a.etat) - etatsPresence.indexOf(b.etat))
              .map((p) => [libelleDe(nomenclature, 'fonction-instance', p.fonction), libellesPresence[p.etat]]),
          },
        ]),
    { type: 'titre', texte: 'Ordre du jour' },
    ...(reunion.ordreDuJour.length === 0
      ? [{ type: 'paragraphe' as const, texte: 'Non renseigné.' }]
      : [{ type: 'numeros' as const, lignes: reunion.ordreDuJour }]),
    { type: 'titre', texte: 'Décisions' },
    ...(reunion.decisions.length === 0
      ? [{ type: 'paragraphe' as const, texte: 'Aucune décision.' }]
      : [
          {
            type: 'tableau' as const,
            entetes: ['Décision', 'Qui agit', 'Pour le', 'Fait le'],
            parts: [46, 26, 14, 14],
            lignes: reunion.decisions.map((d) => [
              d.decision,
              libelleDe(nomenclature, 'fonction-instance', d.acteur),
              jour(d.pourLe),
              jour(d.faiteLe),
            ]),
          },
        ]),
    ...(admetNominatif(instance, reunion.date) ? [] : [{ type: 'paragraphe' as const, texte: sansPersonne(instance) }]),
  ],
})

/** The same with the persons spoken of: for each, the decision, who acts and for when, and nothing of why. */
export const releveNominatifDe = (
  seance: Seance,
  points: readonly PointNominatifLu[],
  poste: string,
): PapierInstance => {
  const papier = releveDe(seance, poste)
  return {
    ...papier,
    titre: 'Relevé de décisions nominatif',
    blocs: [
      {
        type: 'avertissement',
        texte:
          'Document confidentiel, réservé aux signataires de la charte déontologique présents à cette réunion. Ne pas transmettre à des tiers (art. L132-5, code de la sécurité intérieure). À détruire dès qu’il ne sert plus.',
      },
      ...papier.blocs,
      { type: 'titre', texte: 'Situations évoquées' },
      situations(seance.nomenclature, points),
    ],
  }
}

const situations = (nomenclature: Nomenclature, points: readonly PointNominatifLu[]): BlocPapier => ({
  type: 'tableau',
  entetes: ['Personne', 'Décision', 'Qui agit', 'Pour le'],
  parts: [24, 38, 24, 14],
  lignes: points.map((p) => [
    p.nom ?? p.designation ?? 'Personne du coffre',
    p.decision,
    libelleDe(nomenclature, 'fonction-instance', p.acteur),
    jour(p.pourLe),
  ]),
})

const jour = (date: string | null): string => (date === null ? '–' : dateFrancaise(date))
