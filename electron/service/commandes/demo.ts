import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { lireReglages } from '#db/queries/reglages.ts'
import { formats } from '#shared/domaine/bilan/bilan.ts'
import { PHRASE_DEMO } from '#shared/domaine/demo/phrase.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { preparerBilan } from '../bilan/preparer.ts'
import { publierBilan } from '../bilan/publier.ts'
import { cheminsDuCoffre } from '../coffre/chemins.ts'
import { COUT, lireEntete } from '../coffre/entete.ts'
import { createSession, type Session } from '../coffre/session.ts'
import { NOM_DEMO, remplirDemonstration } from '../essai/remplir.ts'
import { createAtelier } from '../secret/atelier.ts'
import type { Commande, OutilsCommande } from './commande.ts'

/** Makes a coffre full of invented data, and its report in every format. A former demonstration is replaced, nothing else is. */
export const demo: Commande = {
  nom: 'demo',
  droit: 'ouverture',
  usage: '[--sortie DIR]',
  options: { sortie: { type: 'string' } },
  executer: async (args, outils) => {
    const dossier = resolve(args.texte('sortie') ?? 'demo')
    const coffre = join(dossier, 'coffre')
    await retirerAncienne(dossier, outils)
    const session = createSession({ dossier: coffre, maintenant: outils.maintenant })
    try {
      await session.creer({ phrase: PHRASE_DEMO, nom: NOM_DEMO })
      writeFileSync(temoinDe(dossier), temoin(coffre))
      const annee = await remplir(session, outils)
      const fichiers = await publier(session, annee, join(dossier, 'bilan'), outils)
      if (args.json)
        outils.ecrire(JSON.stringify({ schema: 'jalon-demo/1', coffre, phrase: PHRASE_DEMO, annee, fichiers }))
      else for (const ligne of conclusion(coffre, dossier, annee, fichiers)) outils.ecrire(ligne)
      return 0
    } finally {
      await session.verrouiller()
    }
  },
}

const remplir = (session: Session, { maintenant, signaler }: OutilsCommande): Promise<number> => {
  signaler('Démonstration : des entretiens, des accueils de TIG et une stratégie, inventés, à écrire.')
  const progression = (fait: number, total: number) => {
    if (fait % 500 === 0 || fait === total) signaler(`  ${fait} / ${total}`)
  }
  return remplirDemonstration(session.db(), { maintenant: maintenant(), taille: 1, progression })
}

/** Without a printer of pages the report comes in every other format, and it is said. */
const publier = async (
  session: Session,
  annee: number,
  sortie: string,
  { maintenant, imprimer, signaler }: OutilsCommande,
): Promise<string[]> => {
  const demande = { dispositif: 'isc', du: `${annee}-01-01`, au: `${annee}-12-31`, seuil: 5, mode: 'masquage' } as const
  const atelier = createAtelier()
  const outils = { db: session.db(), atelier, maintenant, imprimer, progression: () => undefined }
  const sansPdf = formats.filter((format) => format !== 'pdf')
  try {
    const prepare = await preparerBilan(outils, demande, 'publication')
    try {
      return await publierBilan(outils, prepare, { dossier: sortie, formats: ['pdf', ...sansPdf] })
    } catch (error) {
      if (!(error instanceof ErreurMetier) || error.erreur.code !== 'pdf-indisponible') throw error
      signaler('Le PDF ne peut pas être produit sur ce poste : le bilan est écrit dans les autres formats.')
      return await publierBilan(outils, prepare, { dossier: sortie, formats: sansPdf })
    }
  } finally {
    await atelier.fermer()
  }
}

const conclusion = (coffre: string, dossier: string, annee: number, fichiers: readonly string[]): string[] => [
  'Toutes les données sont inventées : personnes, situations, partenaires, textes.',
  `Coffre : ${coffre}`,
  `Phrase de passe : ${PHRASE_DEMO}`,
  `Bilan ${annee} : ${join(dossier, 'bilan')}`,
  ...fichiers.map((fichier) => `  ${fichier}`),
]

/** File that says, beside the coffre, which one was made by this command. */
const temoinDe = (dossier: string): string => join(dossier, 'LISEZMOI.txt')

const temoin = (coffre: string): string =>
  [
    'Démonstration de Jalon : toutes les données de ce dossier sont inventées.',
    `Phrase de passe du coffre : ${PHRASE_DEMO}`,
    `Coffre : ${lireEntete(cheminsDuCoffre(coffre), COUT).id}`,
    '« jalon demo » remplace ce coffre par un neuf. N’y notez rien de réel.',
    '',
  ].join('\n')

/**
 * Removes the coffre of a former demonstration. Another one is refused untouched: the note beside it must name it, and
 * it must then open with the public passphrase and say itself that it holds invented data.
 */
const retirerAncienne = async (dossier: string, { maintenant }: OutilsCommande): Promise<void> => {
  const coffre = join(dossier, 'coffre')
  const chemins = cheminsDuCoffre(coffre)
  if (!existsSync(chemins.base) && !existsSync(chemins.entete)) return
  const note = temoinDe(dossier)
  if (!existsSync(chemins.entete) || !existsSync(note) || readFileSync(note, 'utf8') !== temoin(coffre))
    throw new ErreurMetier('coffre-existant')
  const session = createSession({ dossier: coffre, maintenant })
  try {
    await session.ouvrir({ phrase: PHRASE_DEMO })
    if (!(await lireReglages(session.db())).demonstration) throw new ErreurMetier('coffre-existant')
  } finally {
    await session.verrouiller()
  }
  rmSync(coffre, { recursive: true })
}
