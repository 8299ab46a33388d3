import { estRefuse } from '#shared/domaine/import/rapport.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { HandlersDe } from '../context.ts'
import { type DemandeImport, importerFichier } from '../import/importer.ts'

type Fichier = Pick<DemandeImport, 'dispositif' | 'correspondance'> & { readonly contenu: string }

const demander = ({ contenu, dispositif, correspondance }: Fichier, simulation: boolean): DemandeImport => ({
  octets: Buffer.from(contenu, 'base64'),
  dispositif,
  correspondance,
  simulation,
  avecNoms: true,
})

export const echanges: HandlersDe<'echanges'> = {
  examiner: (fichier, ctx) => importerFichier(demander(fichier, true), ctx),
  importer: async (fichier, ctx) => {
    const rapport = await importerFichier(demander(fichier, false), ctx)
    if (estRefuse(rapport)) throw new ErreurMetier('import-refuse')
    return rapport
  },
}
