import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import type { Context } from '../context.ts'
import { ecrireFichiers } from '../export/ecrire-fichiers.ts'
import { papierEnDocx } from '../instances/papier.ts'
import { constater } from './constater.ts'
import { aipd, registre } from './documents.ts'

const documents = {
  aipd: { titre: 'Analyse d’impact relative à la protection des données', blocs: aipd },
  registre: { titre: 'Registre des activités de traitement', blocs: registre },
} as const

type Demande = { readonly dispositif: CodeDispositif; readonly document: keyof typeof documents }

/** Writes one of the two documents for one dispositif of the coffre. */
export const ecrireDocument = async (
  { dispositif, document }: Demande,
  dossier: string,
  { db, maintenant }: Pick<Context, 'db' | 'maintenant'>,
): Promise<string[]> => {
  const constat = await constater(db(), dispositif)
  const le = jourLocal(maintenant())
  const { titre, blocs } = documents[document]
  const contenu = await papierEnDocx({
    poste: constat.poste,
    titre,
    sousTitres: [constat.nomenclature.libelle, `État du coffre au ${dateFrancaise(le)}`],
    blocs: blocs(constat),
    le,
  })
  return ecrireFichiers(dossier, new Map([[`${document}-${dispositif}-${le}.docx`, contenu]]))
}
