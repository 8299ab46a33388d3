import { resolve } from 'node:path'
import { listerStrategies } from '#db/queries/strategie/lire.ts'
import { type FormatDocument, formatsDocument } from '#shared/domaine/bilan-coordination/documents.ts'
import { Annee } from '#shared/domaine/communs.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { ecrireDocument } from '../coordination/documents.ts'
import { type Arguments, ErreurUsage, type OutilsCommande } from './commande.ts'

/** The bilan of a coordinator and its annexe, in files: he counts nobody, so that nothing of the protection is asked of him. */
export const ecrireBilanCoordination = async (
  args: Arguments,
  { avecCoffre, ecrire }: OutilsCommande,
): Promise<void> => {
  for (const option of ['du', 'au', 'seuil', 'mode', 'base'])
    if (args.texte(option) !== undefined)
      throw new ErreurUsage(`--${option} ne va pas avec le bilan de la coordination, qui est celui d’une année.`)
  for (const option of ['republier', 'consolide'])
    if (args.drapeau(option)) throw new ErreurUsage(`--${option} ne va pas avec le bilan de la coordination.`)
  const lue = Annee.safeParse(Number(args.exiger('annee')))
  if (!lue.success) throw new ErreurUsage('--annee est une année, comme 2013.')
  const annee = lue.data
  const dossier = resolve(args.exiger('sortie'))
  const formats = lireFormats(args.texte('formats'))
  await avecCoffre(resolve(args.exiger('coffre')), async (contexte) => {
    const strategie = (await listerStrategies(contexte.db())).find((s) => s.du <= annee && annee <= s.au)
    if (strategie === undefined) throw new ErreurMetier('strategie-absente')
    const fichiers: string[] = []
    for (const document of ['bilan', 'annexe'] as const) {
      const demande = { strategieId: strategie.id, annee, document, ficheId: null }
      fichiers.push(...(await ecrireDocument(contexte, demande, { dossier, formats })))
    }
    const titre = `Bilan ${annee}, ${strategie.titre}, ${strategie.territoire}`
    ecrire(
      args.json
        ? JSON.stringify(
            { schema: 'jalon-bilan-coordination/1', strategie: strategie.titre, annee, fichiers },
            undefined,
            2,
          )
        : [`${titre} : écrit dans ${dossier}`, ...fichiers.map((f) => `  ${f}`)].join('\n'),
    )
  })
}

const lireFormats = (demandes: string | undefined): readonly FormatDocument[] =>
  demandes === undefined ? formatsDocument : demandes.split(',').map((f) => lireFormat(f.trim()))

const lireFormat = (nom: string): FormatDocument => {
  const format = formatsDocument.find((f) => f === nom)
  if (format === undefined)
    throw new ErreurUsage(
      `Le bilan de la coordination n’existe pas en ${nom}. Formats : ${formatsDocument.join(', ')}.`,
    )
  return format
}
