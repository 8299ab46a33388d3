import type { Db } from '#db/connection.ts'
import { lireFaits } from '#db/queries/bilan.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { ageAu } from '#shared/utils/dates.ts'

/** What the report counts over each of these years, ages included, whatever the ids. */
export const calculerFaits = async (db: Db, dispositif: CodeDispositif): Promise<unknown> =>
  Promise.all(
    [2022, 2023, 2024, 2025].map(async (annee) => {
      const faits = await lireFaits(db, dispositif, { du: `${annee}-01-01`, au: `${annee}-12-31` })
      const premiers = new Map(
        faits.presences.map((p) => [p.personneId, faits.entretiens.find((e) => e.id === p.entretienId)?.date]),
      )
      return {
        annee,
        entretiens: faits.entretiens.map(({ date, reponses }) => ({ date, reponses })),
        presences: faits.presences.map((p) => p.commune),
        orientations: faits.orientations.map((o) => o.destination),
        suivis: faits.suivis
          .filter((s) => s.saisineLe.startsWith(String(annee)))
          .map(({ saisineLe, reponses, closLe }) => ({ saisineLe, reponses, closLe })),
        participations: faits.participations
          .filter((p) => p.commenceLe?.startsWith(String(annee)))
          .map(({ role, reponses }) => ({ role, reponses })),
        personnes: faits.personnes
          .filter((p) => premiers.has(p.id))
          .map((p) => {
            const premier = premiers.get(p.id)
            return {
              reponses: p.reponses,
              premierActe: p.premierActe,
              age: p.naissance === null || premier === undefined ? null : ageAu(p.naissance, premier),
            }
          }),
      }
    }),
  )
