import { statSync } from 'node:fs'
import { join } from 'node:path'
import { unEntretien, unePersonne, unePresence, unId } from '../fixtures/builders.ts'
import { AUJOURDHUI } from '../fixtures/poste-nombreux.ts'
import { mesurer } from './harnais.ts'
import { avecCoffre, PHRASE, type PosteMesure, preparerPoste, valeur } from './poste.ts'

// One size of croissance.ts, in a process of its own: its memory is that of a service. Made by another process, for the same reason.

/** What a post asks; those that must stay flat come first. */
const gestes = ({ api, session }: PosteMesure, personne: string, entretien: string) => ({
  'search, 3 letters': () => valeur(api.personnes.chercher({ texte: 'mar', limite: 8 })),
  'search, a name': () => valeur(api.personnes.chercher({ texte: 'lefeuvre lu', limite: 8 })),
  'open a person': () => valeur(api.personnes.lire({ id: personne })),
  'open an interview': () => valeur(api.entretiens.lire({ id: entretien })),
  'save an interview': () =>
    valeur(
      api.entretiens.enregistrer(
        unEntretien({ id: unId(), date: AUJOURDHUI, presences: [unePresence(unePersonne())] }),
      ),
    ),
  Today: () => valeur(api.aujourdhui.lire({ jour: AUJOURDHUI })),
  'list of the year': () => valeur(api.entretiens.lister({ ...toutes, du: `${AUJOURDHUI.slice(0, 4)}-01-01` })),
  'list of all': () => valeur(api.entretiens.lister(toutes)),
  backup: () => session.sauvegardes.sauvegarder(),
  unlock: async () => {
    await session.verrouiller()
    await session.ouvrir({ phrase: PHRASE })
  },
})

const toutes = {
  texte: '',
  du: null,
  au: null,
  role: null,
  reponses: {},
  tri: { colonne: 'date', sens: 'desc' },
  page: { debut: 0, taille: 50 },
} as const

export type MesureTaille = {
  readonly gestes: Readonly<Record<string, number>>
  /** Bytes: of the file, of the service at work, and of the service after each hour of a day. */
  readonly fichier: number
  readonly memoire: number
  readonly journee: readonly number[]
}

const HEURES = 8
const lourds: ReadonlySet<string> = new Set(['backup', 'unlock', 'list of all'])

/** A day's acts, one after the other: the memory of the service after each hour of them. */
const travailler = async (actes: ReturnType<typeof gestes>, parHeure: number): Promise<readonly number[]> => {
  const memoires: number[] = []
  for (let heure = 0; heure < HEURES; heure += 1) {
    for (let acte = 0; acte < parHeure; acte += 1)
      for (const [nom, geste] of Object.entries(actes)) if (!lourds.has(nom)) await geste()
    memoires.push(memoire())
  }
  return memoires
}

const memoire = (): number => {
  globalThis.gc?.()
  return process.memoryUsage().rss
}

const mesurerTaille = (dossier: string, parHeure: number): Promise<MesureTaille> =>
  avecCoffre(dossier, { personnes: 0, entretiens: 0, suivis: 0 }, async (poste) => {
    const { personne_id: personne, entretien_id: entretien } = await poste.db
      .selectFrom('presence')
      .innerJoin('entretien', 'entretien.id', 'presence.entretien_id')
      .select(['personne_id', 'entretien_id'])
      .where('entretien.date', '<=', AUJOURDHUI)
      .orderBy('entretien.date', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow()
    const fichier = statSync(join(dossier, 'jalon.db')).size
    const actes = gestes(poste, personne, entretien)
    const journee = await travailler(actes, parHeure)
    // A backup of a gigabyte takes minutes: once, after one that is left out.
    const tours = fichier > 1e9 ? 1 : 3
    const durees: Record<string, number> = {}
    for (const [nom, acte] of Object.entries(actes))
      durees[nom] = await mesurer(acte, lourds.has(nom) ? tours : undefined)
    return { gestes: durees, fichier, memoire: journee[0] ?? 0, journee }
  })

const [travail, dossier = '', nombre = '', parAn = ''] = process.argv.slice(2)
if (travail === 'preparer') await preparerPoste(dossier, { entretiens: Number(nombre), parAn: Number(parAn) })
else if (travail === 'mesurer') process.stdout.write(JSON.stringify(await mesurerTaille(dossier, Number(nombre))))
