import { resolve } from 'node:path'
import { Dispositifs } from '#shared/domaine/communs.ts'
import { type CodeDispositif, codesDispositif } from '#shared/domaine/dispositifs/index.ts'
import { createSession } from '../coffre/session.ts'
import { type Commande, ErreurUsage } from './commande.ts'

/** Makes a coffre; its recovery code is printed once, and can never be had again. */
export const creer: Commande = {
  nom: 'creer',
  droit: 'ouverture',
  usage: '--coffre DIR [--nom "Poste Aubervilliers"] [--dispositifs isc,cvp] [--format json]',
  options: { coffre: { type: 'string' }, nom: { type: 'string' }, dispositifs: { type: 'string' } },
  executer: async (args, { phrase, maintenant, ecrire }) => {
    const dispositifs = lireDispositifs(args.texte('dispositifs'))
    const session = createSession({ dossier: resolve(args.exiger('coffre')), maintenant })
    try {
      const { codeSecours } = await session.creer({
        phrase: await phrase(),
        nom: args.texte('nom')?.trim() ?? '',
        dispositifs,
      })
      if (args.json) ecrire(JSON.stringify({ schema: 'jalon-creer/1', codeSecours }))
      else for (const ligne of texte(codeSecours)) ecrire(ligne)
      return 0
    } finally {
      await session.verrouiller()
    }
  },
}

const lireDispositifs = (texte: string | undefined): readonly CodeDispositif[] | undefined => {
  if (texte === undefined) return undefined
  const lus = Dispositifs.safeParse(texte.split(',').map((code) => code.trim()))
  if (lus.success) return lus.data
  throw new ErreurUsage(`--dispositifs est un ou plusieurs de : ${codesDispositif.join(', ')}.`)
}

const texte = (codeSecours: string): string[] => [
  'Le coffre est créé.',
  `Code de secours : ${codeSecours}`,
  'Recopiez-le et gardez-le à part : il ouvre le coffre si la phrase de passe est oubliée, et ne sera plus jamais affiché.',
]
