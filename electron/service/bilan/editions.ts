import type { Db } from '#db/connection.ts'
import {
  lireEdition,
  lireFichiers,
  listerEditions,
  nommerFichiers,
  type Portee,
  publicationsEnRapport,
} from '#db/queries/registre.ts'
import { Bilan, type Format, formats } from '#shared/domaine/bilan/bilan.ts'
import { comparerFlux } from '#shared/domaine/bilan/flux.ts'
import type { Presentation, Recensement } from '#shared/domaine/bilan/recensement.ts'
import { compterCase } from '#shared/domaine/bilan/recompter.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { direValeur } from '#shared/domaine/secret/poser-recensement.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { DemandeBilan, type Changements, type EditionPubliee } from '#shared/ipc/contract/bilans.ts'
import { ecrireFichiers, type Fichiers } from '../export/ecrire-fichiers.ts'
import { lireEntree } from './entree.ts'
import { lireTexte } from './publier.ts'

/** The ledger as the screen shows it, latest first. */
export const raconterEditions = async (
  db: Db,
  dispositif: CodeDispositif,
  portee: Portee = 'poste',
): Promise<EditionPubliee[]> => {
  const editions = await listerEditions(db, dispositif, portee)
  const noms = Map.groupBy(await nommerFichiers(db, dispositif), (f) => f.edition)
  return editions.map((edition) => {
    const { du, au, seuil, mode } = DemandeBilan.parse(choixDe(edition))
    const siens = (noms.get(edition.id) ?? []).map((f) => f.nom)
    const { id, creeeLe } = edition
    return { id, du, au, seuil, mode, creeeLe, formats: formats.filter((f) => siens.some(estAu(f))) }
  })
}

/** CSV alone is a folder, which holds files of other kinds. */
const estAu =
  (format: Format) =>
  (nom: string): boolean =>
    nom.endsWith(`.${format}`) && nom.includes('/') === (format === 'csv')

/** Writes the files of an edition as they were the first time, to the byte. Throws `introuvable`, `ecriture-impossible`. */
export const republier = async (db: Db, id: string, dossier: string): Promise<string[]> => {
  const fichiers = await lireFichiers(db, id)
  if (fichiers.length === 0) throw new ErreurMetier('introuvable')
  const contenus: Fichiers = new Map()
  for (const [nom, siens] of Map.groupBy(fichiers, (f) => f.nom.split('/')[0] ?? f.nom)) {
    const [seul] = siens
    contenus.set(
      nom,
      seul?.nom === nom ? seul.contenu : new Map(siens.map((f) => [f.nom.slice(nom.length + 1), lireTexte(f.contenu)])),
    )
  }
  return ecrireFichiers(dossier, contenus)
}

/** How far today's count of the same days is from what an edition printed: how many persons, how many numbers. */
export const comparerEdition = async (db: Db, id: string, maintenant: Date): Promise<Changements> => {
  const edition = await lireEdition(db, id)
  if (edition === undefined) throw new ErreurMetier('introuvable')
  const { periode } = await lireEntree(db, DemandeBilan.parse(choixDe(edition)), maintenant)
  const inscrites = await publicationsEnRapport(db, edition.dispositif, edition)
  const siennes = inscrites.filter((i) => i.edition.id === id && i.du === edition.du && i.au === edition.au)
  const { tableaux } = Bilan.parse(edition.document)
  const compares = siennes.flatMap(({ unite, recensement, cellules }) => {
    const actuel = periode.recensements.find((r) => r.unite === unite)
    if (actuel === undefined) return []
    if (recensement.tableaux.length === 0)
      return cellules.total === null ? [] : [actuel.unites.length === cellules.total]
    const dimensions = new Map(recensement.tableaux.map((t) => [t.id, t.dimensions]))
    return tableaux.flatMap((tableau) => comparerTableau(tableau, dimensions.get(tableau.id), actuel))
  })
  return {
    ...comparerFlux(
      siennes.map((s) => s.recensement),
      periode.recensements,
    ),
    nombres: compares.length,
    differents: compares.filter((juste) => !juste).length,
  }
}

/** For each number that a table prints, whether it still holds: a rounded one does less than a base away. */
const comparerTableau = (
  { cellules, arrondi = 1 }: Bilan['tableaux'][number],
  dimensions: readonly Presentation[] | undefined,
  actuel: Recensement,
): readonly boolean[] => {
  if (dimensions === undefined) return []
  return cellules.flatMap(({ modalites, valeur }) => {
    if (valeur === undefined) return []
    const [bas, haut] = direValeur(valeur, arrondi, modalites)
    const compte = compterCase(actuel, dimensions, modalites)
    return [bas <= compte && compte <= haut]
  })
}

type Choix = { readonly [C in keyof DemandeBilan]: unknown }

/** What was asked to make an edition, as the ledger holds it. */
const choixDe = ({ dispositif, du, au, seuil, mode }: Choix): Choix => ({ dispositif, du, au, seuil, mode })
