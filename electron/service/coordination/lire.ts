import type { Db } from '#db/connection.ts'
import type { Consolidation } from '#db/consolidation/base.ts'
import { lirePublications, lotsRetenus } from '#db/consolidation/lots.ts'
import { listerPostesSuivis } from '#db/consolidation/postes.ts'
import { lireTextes } from '#db/queries/bilan.ts'
import { listerContexte } from '#db/queries/contexte.ts'
import { lireInstances } from '#db/queries/instances/lire-instances.ts'
import { compterObservatoire } from '#db/queries/observatoire/compter.ts'
import { derniereEdition, lireEdition, type Portee } from '#db/queries/registre.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { lireStrategie } from '#db/queries/strategie/lire.ts'
import { Bilan } from '#shared/domaine/bilan/bilan.ts'
import {
  type BilanCoordination,
  type CompteAnnuel,
  composerBilan,
  type PostePublie,
} from '#shared/domaine/bilan-coordination/composer.ts'
import { SEUIL } from '#shared/domaine/bilan-coordination/proteger.ts'
import { type BilanPublie, chiffresTransversaux } from '#shared/domaine/bilan-coordination/publies.ts'
import { contexteImprime } from '#shared/domaine/contexte.ts'
import { type CodeDispositif, codesDispositif } from '#shared/domaine/dispositifs/index.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import type { Context } from '../context.ts'
import { avecBase } from '../lots/base.ts'

type Outils = Pick<Context, 'db' | 'agent' | 'maintenant'>
type Demande = { readonly strategieId: string; readonly annee: number }

/** Everything that the documents of a year are made of, already protected. Throws `introuvable` for no such strategy. */
export const lireBilanCoordination = async (
  { db: ouvrir, agent, maintenant }: Outils,
  { strategieId, annee }: Demande,
): Promise<BilanCoordination> => {
  const db = ouvrir()
  const jour = jourLocal(maintenant())
  const { nom, demonstration, dispositifs } = await lireReglages(db)
  // Of the other jobs nothing is counted here: what they published is read instead.
  const strategie = await lireStrategie(db, strategieId, { annee, jour, comptables: ['coordination'], seuil: SEUIL })
  const metiers = dispositifs.filter((d) => transversaux.includes(d) && agent().dispositifs.includes(d))
  const textes = await lireTextes(db, 'coordination', annee)
  return composerBilan({
    strategie,
    poste: nom,
    demonstration,
    jour,
    instances: await lireInstances(db, annee, jour),
    contexte: contexteImprime(await listerContexte(db, 'coordination'), annee),
    metiers,
    publies: await lirePublies(db, metiers, [annee, annee - 1], 'poste'),
    consolides: await lirePublies(db, transversaux, [annee], 'consolidation'),
    postes: await avecBase(db, (base) => lirePostes(base, annee)),
    observatoire: { annee: await compterAnnee(db, annee), precedente: await compterAnnee(db, annee - 1) },
    textes: new Map(textes.map(({ section, texte }) => [section, texte])),
  })
}

const transversaux = codesDispositif.filter((d) => d in chiffresTransversaux)

const anneeEntiere = (annee: number) => ({ du: `${annee}-01-01`, au: `${annee}-12-31` })

const lirePublies = async (
  db: Db,
  metiers: readonly CodeDispositif[],
  annees: readonly number[],
  portee: Portee,
): Promise<readonly BilanPublie[]> => {
  const publies: BilanPublie[] = []
  for (const dispositif of metiers)
    for (const annee of annees) {
      const derniere = await derniereEdition(db, dispositif, anneeEntiere(annee), portee)
      const edition = derniere === undefined ? undefined : await lireEdition(db, derniere.id)
      if (edition !== undefined) publies.push({ dispositif, annee, bilan: Bilan.parse(edition.document) })
    }
  return publies
}

/** Posts that gave a lot of this year, by what they had published themselves: the exact cells of the lot are not read. */
const lirePostes = async (base: Consolidation, annee: number): Promise<readonly PostePublie[]> => {
  const noms = new Map((await listerPostesSuivis(base)).map((p) => [p.id, p.nom]))
  const postes: PostePublie[] = []
  for (const dispositif of transversaux) {
    const filtre = { dispositif, ...anneeEntiere(annee) }
    const publications = await lirePublications(base, filtre)
    for (const { id, posteId } of await lotsRetenus(base, filtre)) {
      const siennes = publications
        .filter(({ lot, publication: p }) => lot === id && p.unite === 'personnes' && p.du === filtre.du)
        .map(({ publication }) => publication)
        .filter((p) => p.au === filtre.au)
        .toSorted((a, b) => b.publieeLe.localeCompare(a.publieeLe))
      postes.push({
        nom: noms.get(posteId) ?? '',
        dispositif,
        publie: siennes.length > 0,
        personnes: siennes[0]?.total ?? null,
      })
    }
  }
  return postes
}

const compterAnnee = async (db: Db, annee: number): Promise<CompteAnnuel> => {
  const { secteurs, signalements, interventions, signalementsSuivis } = await compterObservatoire(
    db,
    anneeEntiere(annee),
  )
  const totalDe = (lignes: typeof signalements.lignes, id: string) => lignes.find((l) => l.secteurId === id)?.total ?? 0
  return {
    signalements: signalements.total,
    suivis: signalementsSuivis,
    interventions: interventions.total,
    parSecteur: secteurs.map(({ id, nom }) => ({
      nom,
      signalements: totalDe(signalements.lignes, id),
      interventions: totalDe(interventions.lignes, id),
    })),
  }
}
