import { basename, dirname, extname } from 'node:path'
import type { z } from 'zod'
import { lireNomenclatureDuPoste } from '#db/queries/nomenclature.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { exigerAccueils } from '#db/queries/tig/exiger.ts'
import { lireAccueil } from '#db/queries/tig/lire-accueils.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import { attestationDe } from '#shared/domaine/tig/attestation.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { tig } from '#shared/ipc/contract/tig.ts'
import type { Context } from '../context.ts'
import { ecrireFichiers } from '../export/ecrire-fichiers.ts'
import { attestationEnDocx } from './docx.ts'
import { attestationEnHtml } from './html.ts'

type Demande = z.output<(typeof tig)['ecrireAttestation']['input']>

/** Writes the document of one accueil where the user said, under the extension of its format. */
export const ecrireAttestation = async (
  { suiviId, jour, format }: Demande,
  { db, chemin, imprimer }: Pick<Context, 'db' | 'chemin' | 'imprimer'>,
): Promise<{ fichier: string }> => {
  if (chemin === undefined) throw new ErreurMetier('annule')
  const nomenclature = await lireNomenclatureDuPoste(db())
  exigerAccueils(nomenclature)
  const accueil = await lireAccueil(db(), suiviId, jour)
  const { nom, demonstration } = await lireReglages(db())
  const service = libelleDe(nomenclature, nomenclature.listeDestinations, accueil.service)
  const attestation = attestationDe(accueil, { nom, service }, jour)
  const contenu =
    format === 'docx'
      ? await attestationEnDocx(attestation, jour)
      : await imprimer(attestationEnHtml(attestation, demonstration ? `Données inventées – ${nom}` : nom))
  const fichier = extname(chemin).toLowerCase() === `.${format}` ? basename(chemin) : `${basename(chemin)}.${format}`
  await ecrireFichiers(dirname(chemin), new Map([[fichier, contenu]]))
  return { fichier }
}
