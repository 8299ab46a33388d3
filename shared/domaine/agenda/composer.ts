import type { DateIso } from '../../utils/dates.ts'
import { estRendezVous } from '../a-saisir.ts'
import { horloges } from '../dispositifs/cvp/horloges.ts'
import type { Echeance } from '../echeance.ts'
import type { Instance } from '../instances/instance.ts'
import { estTenue, type Reunion } from '../instances/reunion.ts'
import { libelleDe, type Nomenclature } from '../nomenclature.ts'
import { type Comite, libellesFormeComite } from '../parcours/comite.ts'
import { estTerminee } from '../parcours/demarche.ts'
import type { FaitsParcours } from '../parcours/faits.ts'
import { echeancesLegales } from '../parcours/horloge.ts'
import { sortieDe } from '../parcours/sorties.ts'
import type { AccueilResume } from '../tig/accueil.ts'
import { type Evenement, genresEvenement, heureDite } from './evenement.ts'

/** All that an agenda is made of; a dispositif has some of these and not others. */
export type SourcesAgenda = {
  readonly echeances: readonly (Omit<Echeance, 'suiviId'> & { readonly suivi: Evenement['suivi'] })[]
  /** Open suivis out of prison. */
  readonly parcours: readonly FaitsParcours[]
  readonly comites: readonly Comite[]
  readonly accueils: readonly AccueilResume[]
  readonly instances: readonly Pick<Instance, 'id' | 'nom'>[]
  readonly reunions: readonly Reunion[]
}

export type Periode = { readonly du: DateIso; readonly au: DateIso }

/**
 * What falls on the days of a period, in the order of the day: at its hour, or after. Legal clocks are computed as of
 * `aujourdhui`, and only those still to ring are shown.
 */
export const composerAgenda = (
  nomenclature: Nomenclature,
  sources: Partial<SourcesAgenda>,
  { du, au }: Periode,
  aujourdhui: DateIso,
): Evenement[] => {
  const { echeances = [], parcours = [], comites = [], accueils = [], instances = [], reunions = [] } = sources
  const noms = new Map(instances.map(({ id, nom }) => [id, nom]))
  return [
    ...echeances.map(versEcheance),
    ...parcours.flatMap((faits) => duParcours(nomenclature, faits, aujourdhui)),
    ...comites.map((comite) => versComite(comite, aujourdhui)),
    ...accueils.flatMap(deLAccueil),
    ...reunions.flatMap((reunion) => deLaReunion(reunion, noms.get(reunion.instanceId) ?? 'Réunion', aujourdhui)),
  ]
    .filter(({ date }) => du <= date && date <= au)
    .toSorted(dansLOrdreDuJour)
}

/** Undone and due before that day, among these. */
export const enRetard = (evenements: readonly Evenement[], jour: DateIso): Evenement[] =>
  evenements.filter((e) => e.date < jour && !e.fait && seFait.has(e.genre))

/** What somebody has to do, and says is done; a release or a meeting merely comes. */
const seFait: ReadonlySet<Evenement['genre']> = new Set(['rendez-vous', 'echeance', 'demarche', 'decision'])

const commun = { heure: null, libre: false, lieu: null, fait: false, suivi: null, personnes: [], sourceId: null }

const versEcheance = ({
  id,
  date,
  libelle,
  faiteLe,
  personnes,
  suivi,
  entretienId,
}: SourcesAgenda['echeances'][number]) =>
  evenement({
    cle: id,
    genre: estRendezVous(libelle) ? 'rendez-vous' : 'echeance',
    date,
    heure: heureDite(libelle),
    titre: libelle,
    libre: true,
    fait: faiteLe !== null,
    suivi,
    personnes,
    sourceId: entretienId,
  })

/** The release announced, the legal clocks, the démarches that must have moved, what a comité asked. */
const duParcours = (nomenclature: Nomenclature, faits: FaitsParcours, aujourdhui: DateIso): Evenement[] => {
  const { id, numero } = faits.suivi
  const qui = { suivi: { id, numero }, personnes: faits.personnes.map((p) => ({ id: p.id, libelle: p.libelle })) }
  const prevue = sortieDe(nomenclature, faits, aujourdhui)?.sortiePrevue ?? null
  return [
    ...(prevue === null
      ? []
      : [evenement({ ...qui, cle: `${id} sortie`, genre: 'sortie', date: prevue, titre: 'Sortie prévue' })]),
    ...echeancesLegales(horloges, faits, aujourdhui)
      .filter(({ date }) => date >= aujourdhui)
      .map(({ code, date, libelle }) =>
        evenement({ ...qui, cle: `${id} ${code} ${date}`, genre: 'legale', date, titre: libelle }),
      ),
    ...faits.demarches.flatMap(({ id: cle, echeance, demarche, statut }) =>
      echeance === null
        ? []
        : [
            evenement({
              ...qui,
              cle,
              genre: 'demarche',
              date: echeance,
              titre: libelleDe(nomenclature, 'demarche', demarche),
              fait: estTerminee(statut),
            }),
          ],
    ),
    ...faits.decisions.flatMap(({ id: cle, decision, pourLe, faiteLe }) =>
      pourLe === null
        ? []
        : [
            evenement({
              ...qui,
              cle,
              genre: 'decision',
              date: pourLe,
              titre: decision,
              libre: true,
              fait: faiteLe !== null,
            }),
          ],
    ),
  ]
}

const versComite = ({ id, date, forme }: Comite, aujourdhui: DateIso): Evenement =>
  evenement({ cle: id, genre: 'comite', date, titre: libellesFormeComite[forme], fait: date < aujourdhui })

/** The first day, while it is to come, and the last one to do the hours. */
const deLAccueil = (accueil: AccueilResume): Evenement[] => {
  const { id, numero, personneId, personne, poste, debutLe, echeance, etat } = accueil
  const qui = { suivi: { id, numero }, personnes: [{ id: personneId, libelle: personne }] }
  const fait = etat === 'termine'
  return [
    ...(debutLe === null
      ? []
      : [
          evenement({
            ...qui,
            cle: `${id} arrivee`,
            genre: 'arrivee',
            date: debutLe,
            titre: 'Premier jour d’accueil',
            lieu: poste,
            fait: etat !== 'a-venir',
          }),
        ]),
    ...(echeance === null
      ? []
      : [
          evenement({
            ...qui,
            cle: `${id} delai`,
            genre: 'delai',
            date: echeance,
            titre: 'Dernier jour pour faire les heures',
            fait,
          }),
        ]),
  ]
}

const deLaReunion = (reunion: Reunion, nom: string, aujourdhui: DateIso): Evenement[] => [
  evenement({
    cle: reunion.id,
    genre: 'reunion',
    date: reunion.date,
    heure: reunion.heure,
    titre: nom,
    lieu: reunion.lieu,
    fait: estTenue(reunion, aujourdhui),
    sourceId: reunion.id,
  }),
  ...reunion.decisions.flatMap(({ id, decision, pourLe, faiteLe }) =>
    pourLe === null
      ? []
      : [
          evenement({
            cle: id,
            genre: 'decision',
            date: pourLe,
            titre: decision,
            lieu: nom,
            fait: faiteLe !== null,
            sourceId: reunion.id,
          }),
        ],
  ),
]

const evenement = (champs: Pick<Evenement, 'cle' | 'genre' | 'date' | 'titre'> & Partial<Evenement>): Evenement => ({
  ...commun,
  ...champs,
})

/** By day, then hour, what has none after, then by kind. */
const dansLOrdreDuJour = (a: Evenement, b: Evenement): number =>
  a.date.localeCompare(b.date) ||
  (a.heure ?? '99').localeCompare(b.heure ?? '99') ||
  genresEvenement.indexOf(a.genre) - genresEvenement.indexOf(b.genre) ||
  a.titre.localeCompare(b.titre, 'fr')
