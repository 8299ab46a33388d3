import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ecrireDemonstration, ecrireVille } from '#db/queries/demonstration.ts'
import { ecrireReglages, lireReglages } from '#db/queries/reglages.ts'
import { formats } from '#shared/domaine/bilan/bilan.ts'
import { genererCoordination } from '#shared/domaine/demo/coordination/generer.ts'
import { type Demonstration, genererDemonstration } from '#shared/domaine/demo/generer.ts'
import { genererTig } from '#shared/domaine/demo/tig/generer.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { preparerBilan } from '../bilan/preparer.ts'
import { publierBilan } from '../bilan/publier.ts'
import { cheminsDuCoffre } from '../coffre/chemins.ts'
import { COUT, lireEntete } from '../coffre/entete.ts'
import { createSession, type Session } from '../coffre/session.ts'
import { createAtelier } from '../secret/atelier.ts'
import type { Commande, OutilsCommande } from './commande.ts'

/** Not a secret: it is printed, and opens nothing but invented data. */
export const PHRASE_DEMO = 'démonstration jalon 2026'

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
      await session.creer({ phrase: PHRASE_DEMO, nom: 'Poste de démonstration (données inventées)' })
      writeFileSync(temoinDe(dossier), temoin(coffre))
      const { annee } = await remplir(session, outils)
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

const remplir = async (session: Session, { maintenant, signaler }: OutilsCommande): Promise<Demonstration> => {
  const aujourdhui = jourLocal(maintenant())
  const demonstration = genererDemonstration(aujourdhui)
  await ecrireReglages(session.db(), {
    demonstration: true,
    secoursConfirme: true,
    intervenant: 'Dominique Exemple (personne inventée)',
  })
  signaler(`Démonstration : ${demonstration.entretiens.length} entretiens inventés à écrire.`)
  await ecrireDemonstration(session.db(), demonstration, maintenant(), (fait, total) => {
    if (fait % 500 === 0 || fait === total) signaler(`  ${fait} / ${total}`)
  })
  const [tig, coordination] = [genererTig(aujourdhui), genererCoordination(aujourdhui)]
  signaler(
    `  et ${tig.accueils.length} accueils de TIG, ${coordination.signalements.length} signalements, une stratégie.`,
  )
  await ecrireVille(session.db(), { annee: demonstration.annee, tig, coordination }, maintenant())
  return demonstration
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
