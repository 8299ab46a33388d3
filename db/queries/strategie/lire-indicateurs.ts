import type { Expression } from 'kysely'
import type { Db } from '#db/connection.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { type AnneeLue, cacherPetits, evaluer, totaliser } from '#shared/domaine/strategie/evaluer.ts'
import type { CaseSuivie, Indicateur, IndicateurLu } from '#shared/domaine/strategie/indicateur.ts'
import { type CodeLiaison, trouverLiaison } from '#shared/domaine/strategie/liaisons.ts'
import { bornes, type PeriodeSuivie, periodesDe } from '#shared/domaine/strategie/periode-suivie.ts'
import { Valeur } from '#shared/domaine/strategie/valeur.ts'
import type { DateIso } from '#shared/utils/dates.ts'
import { compterLiaison } from './liaisons.ts'

/** What a reading may count, and how much it may tell. */
export type Comptage = {
  /** Today: what has not begun is not counted. */
  readonly jour: DateIso
  /** Jobs kept in this coffre whose suivis the reader may read; a liaison of another one has no value. */
  readonly comptables: readonly CodeDispositif[]
  /** Numbers of persons under it are hidden; 0 where nothing leaves the screen of who keeps the suivis. */
  readonly seuil: number
}

type Demande = Comptage & { readonly annee: number }

/** Indicators of these fiches over a year, with the year before. */
export const lireIndicateurs = async (
  db: Db,
  fiches: Expression<string>,
  demande: Demande,
): Promise<IndicateurLu[]> => {
  const { annee } = demande
  const vivants = db.selectFrom('indicateur').where('fiche_id', 'in', fiches).where('supprime_le', 'is', null)
  const indicateurs = await vivants
    .select(['id', 'fiche_id as ficheId', 'libelle', 'type', 'unite', 'periodicite', 'sens', 'liaison'])
    .orderBy('rang')
    .orderBy('id')
    .execute()
  const valeurs = await db
    .selectFrom('indicateur_valeur')
    .select(['indicateur_id as indicateurId', 'periode', 'genre', 'valeur', 'note_le as noteLe'])
    .where('indicateur_id', 'in', vivants.select('indicateur.id'))
    .where('periode', '>=', String(annee - 1))
    .where('periode', '<', String(annee + 1))
    .execute()
  const notees = new Map(valeurs.map((v) => [cle(v.indicateurId, v.periode, v.genre), v]))
  const typee: Typee = (indicateurId, periode) => {
    const [cible, realise] = [
      notees.get(cle(indicateurId, periode, 'cible')),
      notees.get(cle(indicateurId, periode, 'realise')),
    ]
    return {
      periode,
      cible: cible === undefined ? null : lire(cible.valeur),
      cibleCalculee: false,
      realise: realise === undefined ? null : lire(realise.valeur),
      noteLe: realise?.noteLe ?? null,
      masque: false,
    }
  }
  const compter = memoriser(db, demande)
  const lus: IndicateurLu[] = []
  for (const indicateur of indicateurs) {
    const [lue, avant] = [
      await lireAnnee(indicateur, annee, typee, compter, demande),
      await lireAnnee(indicateur, annee - 1, typee, compter, demande),
    ]
    lus.push(evaluer(indicateur, lue, avant))
  }
  return lus
}

const cle = (...parts: readonly string[]): string => parts.join(' ')
const lire = (json: string): Valeur => Valeur.parse(JSON.parse(json))

type Typee = (indicateurId: string, periode: PeriodeSuivie) => CaseSuivie
/** Null for what can't be counted here. */
type Compter = (code: CodeLiaison, periode: PeriodeSuivie) => Promise<Valeur | null>

const lireAnnee = async (
  indicateur: Indicateur,
  annee: number,
  typee: Typee,
  compter: Compter,
  { jour, seuil }: Demande,
): Promise<AnneeLue> => {
  const { id, liaison, periodicite } = indicateur
  const cases = periodesDe(annee, periodicite).map((periode) => typee(id, periode))
  const periode = String(annee)
  const { cible } = typee(id, periode)
  if (liaison === null) return { periodes: cases, ...totaliser(periode, cases, cible) }
  const comptee = async (c: CaseSuivie): Promise<CaseSuivie> => {
    const realise = bornes(c.periode).du > jour ? null : await compter(liaison, c.periode)
    return { ...c, realise, noteLe: null, masque: realise === null && bornes(c.periode).du <= jour }
  }
  const periodes: CaseSuivie[] = []
  for (const c of cases) periodes.push(await comptee(c))
  // Persons counted over a year are not the sum of its periods.
  const annuelle = await comptee(totaliser(periode, periodes, cible).annee)
  const lue = { periodes, annee: annuelle, complete: bornes(periode).au < jour }
  return trouverLiaison(liaison).personnes ? cacherPetits(lue, seuil) : lue
}

/** Many indicators may be bound to the same thing over the same days: it is counted once. */
const memoriser = (db: Db, { comptables }: Demande): Compter => {
  const connus = new Map<string, Promise<Valeur>>()
  return (code, periode) => {
    if (!comptables.includes(trouverLiaison(code).dispositif)) return Promise.resolve(null)
    const deja = connus.get(cle(code, periode))
    if (deja !== undefined) return deja
    const valeur = compterLiaison(db, code, bornes(periode))
    connus.set(cle(code, periode), valeur)
    return valeur
  }
}
