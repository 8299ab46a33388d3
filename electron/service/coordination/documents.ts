import { lireNomenclature } from '#db/queries/nomenclature.ts'
import type { BilanCoordination } from '#shared/domaine/bilan-coordination/composer.ts'
import type { CodeDocument, FormatDocument } from '#shared/domaine/bilan-coordination/documents.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { DemandeDocument } from '#shared/ipc/contract/bilan-coordination.ts'
import { lireMorceau } from '#shared/ipc/morceau.ts'
import { normaliser } from '#shared/utils/texte.ts'
import type { Context } from '../context.ts'
import type { DocumentImprime } from '../export/blocs.ts'
import { feuillesDuDocument } from '../export/classeur-document.ts'
import { ecrireFichiers, type Fichiers } from '../export/ecrire-fichiers.ts'
import { documentEnHtml } from '../export/html.ts'
import { classeurEnOds } from '../export/ods.ts'
import { annexeDuCoordonnateur } from './annexe.ts'
import { bilanDeLAnnee } from './bilan.ts'
import { compteRendu } from './compte-rendu.ts'
import { rapportFipd } from './fipd.ts'
import { lireBilanCoordination } from './lire.ts'

type Outils = Pick<Context, 'db' | 'agent' | 'maintenant'>

/** One document of a year, and what it was made of. Throws `introuvable` for no such strategy, or no such action in it. */
export const composerDocument = async (outils: Outils, demande: DemandeDocument) => {
  const bilan = await lireBilanCoordination(outils, demande)
  const nomenclature = await lireNomenclature(outils.db(), 'coordination')
  return { bilan, document: composer[demande.document](bilan, nomenclature, demande.ficheId) }
}

type Composer = (bilan: BilanCoordination, nomenclature: Nomenclature, ficheId: string | null) => DocumentImprime

const composer: Readonly<Record<CodeDocument, Composer>> = {
  bilan: bilanDeLAnnee,
  fipd: rapportFipd,
  'compte-rendu': (bilan, _, ficheId) => {
    const fiche = bilan.fiches.find((f) => f.id === ficheId)
    if (fiche === undefined) throw new ErreurMetier('introuvable')
    return compteRendu(bilan, fiche)
  },
  annexe: annexeDuCoordonnateur,
}

type Sortie = { readonly dossier: string; readonly formats: readonly FormatDocument[] }

/** Writes a document in the folder, all its formats or none; gives the names of the files. */
export const ecrireDocument = async (
  outils: Outils & Pick<Context, 'imprimer'>,
  demande: DemandeDocument,
  { dossier, formats }: Sortie,
): Promise<string[]> => {
  const { bilan, document } = await composerDocument(outils, demande)
  const fichiers: Fichiers = new Map()
  for (const format of new Set(formats))
    fichiers.set(`${nomDe(bilan, demande)}.${format}`, await convertir[format](document, outils.imprimer))
  return ecrireFichiers(dossier, fichiers)
}

const convertir: Readonly<
  Record<FormatDocument, (document: DocumentImprime, imprimer: Context['imprimer']) => Promise<Uint8Array>>
> = {
  docx: async (document) => (await lireMorceau(() => import('../export/docx.ts'))).documentEnDocx(document),
  pdf: (document, imprimer) => imprimer(documentEnHtml(document)),
  ods: (document) =>
    classeurEnOds({ titre: document.titre, jour: document.le, feuilles: feuillesDuDocument(document) }),
}

/** « bilan-coordination-2013-aix-en-provence », « compte-rendu-2013-aix-en-provence-2-1-tig ». */
const nomDe = ({ strategie, annee, fiches }: BilanCoordination, { document, ficheId }: DemandeDocument): string => {
  const fiche = fiches.find((f) => f.id === ficheId)
  const action = fiche === undefined ? '' : `-${enNom(`${fiche.numero} ${fiche.territoire ?? ''} ${fiche.titre}`)}`
  return `${prefixes[document]}-${annee}-${enNom(strategie.territoire)}${action}`
}

const prefixes: Readonly<Record<CodeDocument, string>> = {
  bilan: 'bilan-coordination',
  fipd: 'rapport-fipd',
  'compte-rendu': 'compte-rendu-financier',
  annexe: 'annexe-du-coordonnateur',
}

const enNom = (texte: string): string => normaliser(texte).trim().replaceAll(' ', '-').slice(0, 60)

/** Actions of a year for which an account may be asked: those with a funder or a line of budget. */
export const listerActions = async (
  outils: Outils,
  demande: { readonly strategieId: string; readonly annee: number },
) => {
  const { fiches } = await lireBilanCoordination(outils, demande)
  return fiches
    .filter((f) => f.budget.length > 0 || f.contenu.financeurs.length > 0)
    .map(({ id, numero, titre, territoire, fipd, budget }) => ({
      id,
      numero,
      titre,
      territoire,
      fipd,
      lignes: budget.length,
    }))
}
