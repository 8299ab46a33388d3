import { z } from 'zod'
import { Id, Jour } from '../../domaine/communs.ts'
import { Etablissement } from '../../domaine/etablissements.ts'
import { Comite } from '../../domaine/parcours/comite.ts'
import { ConsentementASaisir } from '../../domaine/parcours/consentement.ts'
import { ContratASaisir } from '../../domaine/parcours/contrat.ts'
import { ChangementStatut, DemarcheASaisir } from '../../domaine/parcours/demarche.ts'
import { codesRepere } from '../../domaine/parcours/etape.ts'
import { EcheanceLegaleDuSuivi } from '../../domaine/parcours/horloge.ts'
import { JourNote } from '../../domaine/parcours/jour.ts'
import { MesureASaisir } from '../../domaine/parcours/mesure.ts'
import { Necessite } from '../../domaine/parcours/necessite.ts'
import { Parcours } from '../../domaine/parcours/parcours.ts'
import { PassageASaisir } from '../../domaine/parcours/passage.ts'
import { RattachementASaisir } from '../../domaine/parcours/rattachement.ts'
import { ReperageASaisir } from '../../domaine/parcours/reperage.ts'
import { CorrectionASaisir, SituationASaisir } from '../../domaine/parcours/situation.ts'
import { Sortie } from '../../domaine/parcours/sorties.ts'
import { StatutPenalASaisir } from '../../domaine/parcours/statut-penal.ts'
import { command, query } from '../call.ts'

/** Dated things that may be taken out of a parcours, and brought back. */
export const Retirable = z.enum([
  'consentement',
  'statut-penal',
  'mesure',
  'passage',
  'demarche',
  'statut-demarche',
  'contrat',
  'comite',
])
export type Retirable = z.infer<typeof Retirable>

/**
 * Follow-ups out of prison, in the dispositif that the screens show: a suivi of another one is `introuvable`, and a dispositif
 * without the lists of the parcours (all but `cvp` and `mission-locale`) is refused with `dispositif: sans-parcours`.
 * Everything is written by suivi, and created or replaced by an id made by the form.
 *
 * No call takes a mesure, a statut, a mode of release or an answer as a filter: persons are never listed by them (DP-18).
 */
export const parcours = {
  /** Opens a suivi for somebody sent and not met yet; the first entretien then joins it by the same suivi id. */
  ouvrir: command(ReperageASaisir, z.void()),
  /** All of one suivi, with its stages, its legal clocks and its coming release on that day. */
  lire: query(z.strictObject({ suiviId: Id, jour: Jour }), Parcours),
  /** Coming releases, soonest first, without a date last: every card says what is ready, the risk and the next clocks. */
  sorties: query(z.strictObject({ jour: Jour }), z.array(Sortie)),
  /** Legal clocks of all the open suivis that ring between two days, in order: also those of persons already out. */
  echeancesLegales: query(z.strictObject({ jour: Jour, jusquau: Jour }), z.array(EcheanceLegaleDuSuivi)),
  /** One date of a stage; null takes it back. `futur` for a day of something done. */
  noterRepere: command(
    z.strictObject({ suiviId: Id, repere: z.enum(codesRepere), date: JourNote.nullable() }),
    z.void(),
  ),
  /** The notice given, an agreement or its refusal, which closes nothing. */
  noterConsentement: command(ConsentementASaisir, z.void()),
  /** Refused with `necessite-absente` until declared, and with `prevenu-sans-amenagement` when mesures contradict it. */
  enregistrerStatutPenal: command(StatutPenalASaisir, z.void()),
  /** As above; `ancienne` for a label from before 2019, which only an import writes. */
  enregistrerMesure: command(MesureASaisir, z.void()),
  enregistrerPassage: command(PassageASaisir, z.void()),
  /** Saved with `validee`, it is frozen: the next one is refused with `situation-figee`. */
  enregistrerSituation: command(SituationASaisir, z.void()),
  /** Changes a frozen situation, with its reason; what it said before is kept and shown. */
  corrigerSituation: command(CorrectionASaisir, z.void()),
  enregistrerDemarche: command(DemarcheASaisir, z.void()),
  noterStatutDemarche: command(ChangementStatut.extend({ demarcheId: Id }), z.void()),
  /** The service in charge, and the one near home that takes over: partenaires, whole at each call. */
  enregistrerRattachement: command(RattachementASaisir, z.void()),
  enregistrerContrat: command(ContratASaisir, z.void()),
  comites: query(z.void(), z.array(Comite)),
  /** The whole comité with its decisions; a decision left out goes out of sight. */
  noterComite: command(Comite, z.void()),
  /** Takes one dated thing out of every screen and count; `retablir` brings it back. */
  retirer: command(z.strictObject({ genre: Retirable, id: Id }), z.void()),
  retablir: command(z.strictObject({ genre: Retirable, id: Id }), z.void()),
  /** Whether the judicial frame may be noted in this dispositif, since when and by whose decision. */
  lireNecessite: query(z.void(), Necessite.nullable()),
  /** Null withdraws it: what is noted stays, nothing more is. */
  declarerNecessite: command(z.strictObject({ necessite: Necessite.nullable() }), z.void()),
}

export const etablissements = {
  /** Those Jalon knows and those of the post, by département then name, hidden ones included. */
  lister: query(z.void(), z.array(Etablissement)),
  /** Adds one (its code made by the form), or renames, corrects or hides one. */
  enregistrer: command(Etablissement, z.void()),
}
