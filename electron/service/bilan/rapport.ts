import { lireEdition, lireFichiers } from '#db/queries/registre.ts'
import { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { Certificat } from '#shared/domaine/secret/certificat.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { certificatEnHtml, type ContexteCertificat } from '../export/certificat.ts'
import { ecrireFichiers } from '../export/ecrire-fichiers.ts'
import { anneeCivile } from '../export/presentation.ts'
import type { BilanPrepare } from './preparer.ts'
import type { OutilsPublication } from './publier.ts'

/** The confidential proof of an edition, as it was given then, in a PDF. Throws `introuvable`, `pdf-indisponible`. */
export const ecrireRapportEdition = async (
  outils: OutilsPublication,
  id: string,
  dossier: string,
): Promise<string[]> => {
  const edition = await lireEdition(outils.db, id)
  if (edition === undefined) throw new ErreurMetier('introuvable')
  const fichiers = await lireFichiers(outils.db, id)
  const contexte = { bilan: Bilan.parse(edition.document), edition, fichiers }
  return ecrire(outils, Certificat.parse(edition.certificat), contexte, dossier)
}

/** The proof of a report that is not published yet, for whoever must agree first. */
export const ecrireRapport = async (
  outils: OutilsPublication,
  { bilan, certificat }: BilanPrepare,
  dossier: string,
): Promise<string[]> => ecrire(outils, certificat, { bilan, edition: null, fichiers: [] }, dossier)

const ecrire = async (
  { imprimer }: Pick<OutilsPublication, 'imprimer'>,
  certificat: Certificat,
  contexte: ContexteCertificat,
  dossier: string,
): Promise<string[]> => {
  const periode = anneeCivile(certificat) ?? `${certificat.du}-${certificat.au}`
  const nom = `controle-${certificat.dispositif}-${periode}-confidentiel.pdf`
  return ecrireFichiers(dossier, new Map([[nom, await imprimer(certificatEnHtml(certificat, contexte))]]))
}
