import { setTimeout as attendre } from 'node:timers/promises'
import { closeDatabase, type Db } from '#db/connection.ts'
import { migrations } from '#db/migrations/index.ts'
import { ecrireReglages, lireReglages } from '#db/queries/reglages.ts'
import type { Agent } from '#shared/domaine/acces/agent.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { EtatCoffre } from '#shared/ipc/contract/coffre.ts'
import { envelopperPour, exigerPhraseLibre, type Porteur } from './agents.ts'
import { type Agents, createAgents } from './agents-session.ts'
import { cheminsDuCoffre } from './chemins.ts'
import { creerCodeSecours, lireCodeSecours } from './code-secours.ts'
import { creerCoffre } from './creation.ts'
import { exigerEmplacementSur } from './emplacement.ts'
import { COUT, type Entete, type Genre } from './entete.ts'
import { avecCle, developper } from './enveloppe.ts'
import { attendreEncore } from './essais.ts'
import { deverrouiller, type Migrations, ouvrirPour } from './ouverture.ts'
import { exigerPhraseSolide } from './phrase.ts'
import { etatFerme, lireCoffre } from './etat.ts'
import { createQueue } from './queue.ts'
import { reenvelopper } from './reenvelopper.ts'
import {
  type DemandeRestauration,
  type Examen,
  examiner,
  restaurer,
  terminerRestauration,
} from './sauvegardes-restaurer.ts'
import { createSauvegardes, type Sauvegardes } from './sauvegardes-session.ts'
import { type Cadence, cadenceReelle, type Veille, veiller } from './veille.ts'

/** The coffre of one folder, closed or open. Nothing but this knows the key; it is wiped when the coffre closes. */
export type Session = {
  readonly etat: () => Omit<EtatCoffre, 'essai'>
  readonly estOuverte: () => boolean
  readonly creer: (demande: {
    readonly phrase: string
    readonly nom: string
    readonly dispositifs?: readonly CodeDispositif[] | undefined
  }) => Promise<{ readonly codeSecours: string }>
  readonly confirmerSecours: (demande: { readonly code: string }) => Promise<void>
  readonly ouvrir: (demande: { readonly phrase: string }) => Promise<void>
  readonly ouvrirParSecours: (demande: { readonly code: string; readonly nouvelle: string }) => Promise<void>
  readonly changerPhrase: (demande: { readonly ancienne: string; readonly nouvelle: string }) => Promise<void>
  /** Makes another recovery code; the former one opens nothing from then on. */
  readonly renouvelerSecours: (demande: { readonly phrase: string }) => Promise<{ readonly codeSecours: string }>
  /** Whoever opened the coffre proves again that he is there: `phrase-incorrecte` else, and attempts are counted. */
  readonly verifierPhrase: (demande: { readonly phrase: string }) => Promise<void>
  /** Refuses every call from now on, tells it, lets the work under way end, and closes the files. */
  readonly verrouiller: () => Promise<void>
  /** Work that a lock must not cut in two; it is also a sign of the user. */
  readonly pendant: <T>(travail: () => Promise<T>) => Promise<T>
  /** The user is there: puts off the idle lock. */
  readonly presence: () => void
  /** The open database. Throws `verrouille` while the coffre is closed. */
  readonly db: () => Db
  /** Whoever opened it. Throws `verrouille` while the coffre is closed. */
  readonly agent: () => Agent
  readonly sauvegardes: Sauvegardes
  readonly agents: Agents
  /** Reads a backup and compares it with the coffre of this folder, closed, damaged or missing though it may be. */
  readonly examinerSauvegarde: (demande: Restauration) => Promise<Examen>
  /** Closes the coffre, and puts a backup in its place, or in another folder. */
  readonly restaurer: (
    demande: Restauration & { readonly malgrePlusRecent: boolean; readonly vers?: string },
  ) => Promise<{ readonly misDeCote: string | null }>
}

export type Restauration = Pick<DemandeRestauration, 'sauvegarde' | 'genre' | 'secret'>

export type OptionsSession = {
  readonly dossier: string
  readonly maintenant: () => Date
  readonly surVerrouillage?: () => void
  readonly surSauvegarde?: () => void
  /** Makes the backup of the day after each opening. */
  readonly sauvegardesDuJour?: boolean
  readonly cadence?: Cadence
  /** For tests alone: a cheaper scrypt, and other migrations. */
  readonly cout?: number
  readonly connues?: Migrations
}

export const createSession = (options: OptionsSession): Session => {
  const { dossier, maintenant, cout = COUT, connues = migrations, cadence = cadenceReelle } = options
  const chemins = cheminsDuCoffre(dossier)
  const enOrdre = createQueue()
  const enCours = new Set<Promise<unknown>>()
  let ouverte: { readonly db: Db; readonly cle: Buffer; readonly agent: Agent; readonly veille: Veille } | undefined

  const acces = () => {
    if (ouverte === undefined) throw new ErreurMetier('verrouille')
    return ouverte
  }
  const db = (): Db => acces().db
  const retenir = async <T>(promesse: Promise<T>): Promise<T> => {
    enCours.add(promesse)
    try {
      return await promesse
    } finally {
      enCours.delete(promesse)
    }
  }
  const surChangement = () => options.surSauvegarde?.()
  const sauvegardes = createSauvegardes({ chemins, cout, maintenant, acces, retenir, surChangement })
  const fermer = async (): Promise<void> => {
    if (ouverte === undefined) return
    const { db: aFermer, cle, veille } = ouverte
    ouverte = undefined
    veille.arreter()
    options.surVerrouillage?.()
    await Promise.race([Promise.allSettled(enCours), attendre(delaiFin, undefined, { ref: false })])
    cle.fill(0)
    await closeDatabase(aFermer)
  }
  const signaler = () => ouverte?.veille.presence()
  const verrouiller = () => enOrdre(fermer)
  const ouvrirAvec = async ({ cle, agent: id }: Porteur): Promise<void> => {
    if (ouverte !== undefined) return
    const { db: base, agent } = await ouvrirPour(chemins, { cle, agent: id }, { maintenant: maintenant(), connues })
    const delaiMinutes = async () => (await lireReglages(base)).verrouillageMinutes
    ouverte = {
      db: base,
      cle: Buffer.alloc(32, cle),
      agent,
      veille: veiller({ delaiMinutes, verrouiller, maintenant, cadence }),
    }
    if (options.sauvegardesDuJour === true) void sauvegardes.quotidienne()
  }
  const agents = createAgents({
    chemins,
    maintenant,
    acces,
    entete: () => lireCoffre(chemins, cout),
    enOrdre,
    resceller: sauvegardes.resceller,
  })
  const changerSecret = async (entete: Entete, genre: Genre, secret: string, cle: Buffer): Promise<void> => {
    await reenvelopper(chemins, entete, genre, secret, cle)
    await sauvegardes.resceller()
  }
  const ici = () => ({ vers: dossier, maintenant: maintenant(), cout, connues })
  const avecSecret = async <T>(
    genre: Genre,
    secret: string,
    travail: (porteur: Porteur, entete: Entete) => Promise<T>,
  ) => {
    if (ouverte === undefined) terminerRestauration(dossier, maintenant())
    const entete = lireCoffre(chemins, cout)
    const porteur = await deverrouiller(chemins, entete, genre, secret, maintenant())
    return avecCle(porteur.cle, () => travail(porteur, entete))
  }
  /** The passphrase of whoever opened the coffre: another one's, be it good, is not his. */
  const avecSaPhrase = (phrase: string, travail: (cle: Buffer, entete: Entete) => Promise<void>) =>
    avecSecret('phrase', phrase, (porteur, entete) => {
      if (porteur.agent !== acces().agent.id) throw new ErreurMetier('phrase-incorrecte')
      return travail(porteur.cle, entete)
    })

  return {
    db,
    agent: () => acces().agent,
    agents,
    sauvegardes,
    examinerSauvegarde: (demande) => enOrdre(() => examiner({ ...demande, ...ici() })),
    restaurer: ({ vers, ...demande }) =>
      enOrdre(async () => {
        if (vers === undefined) await fermer()
        return restaurer({ ...demande, ...ici(), ...(vers === undefined ? {} : { vers }) })
      }),
    // Not in turn: a lock waits for the work that asks for it.
    verifierPhrase: ({ phrase }) => avecSaPhrase(phrase, () => Promise.resolve()),
    verrouiller,
    estOuverte: () => ouverte !== undefined,
    presence: signaler,
    pendant: async (travail) => {
      signaler()
      try {
        return await retenir(travail())
      } finally {
        signaler()
      }
    },
    etat: () => ({
      etat: ouverte === undefined ? etatFerme(chemins, cout, maintenant()) : 'ouvert',
      emplacement: dossier,
      attendre: attendreEncore(chemins.essais, maintenant()),
    }),
    creer: ({ phrase, nom, dispositifs }) =>
      enOrdre(async () => {
        terminerRestauration(dossier, maintenant())
        exigerEmplacementSur(dossier)
        exigerPhraseSolide(phrase)
        const { codeSecours } = await creerCoffre(chemins, { phrase, nom, dispositifs, cout, connues })
        await avecSecret('phrase', phrase, ouvrirAvec)
        return { codeSecours }
      }),
    ouvrir: ({ phrase }) => enOrdre(() => avecSecret('phrase', phrase, ouvrirAvec)),
    ouvrirParSecours: ({ code, nouvelle }) =>
      enOrdre(async () => {
        exigerPhraseSolide(nouvelle)
        exigerCodeBienForme(code)
        await avecSecret('secours', code, async (porteur, entete) => {
          await exigerPhraseLibre(entete, nouvelle, null)
          await ouvrirAvec(porteur)
          try {
            await changerSecret(entete, 'phrase', nouvelle, porteur.cle)
          } catch (error) {
            await fermer()
            throw error
          }
        })
      }),
    changerPhrase: ({ ancienne, nouvelle }) =>
      enOrdre(async () => {
        const { agent } = acces()
        exigerPhraseSolide(nouvelle)
        await avecSaPhrase(ancienne, async (cle, entete) => {
          await exigerPhraseLibre(entete, nouvelle, agent.id)
          if (agent.id === null) return changerSecret(entete, 'phrase', nouvelle, cle)
          await envelopperPour(chemins, entete, { id: agent.id, phrase: nouvelle, cle })
          await sauvegardes.resceller()
        })
      }),
    renouvelerSecours: ({ phrase }) =>
      enOrdre(async () => {
        const base = db()
        const codeSecours = creerCodeSecours()
        await avecSaPhrase(phrase, (cle, entete) => changerSecret(entete, 'secours', codeSecours, cle))
        await ecrireReglages(base, { secoursConfirme: false })
        return { codeSecours }
      }),
    confirmerSecours: ({ code }) =>
      enOrdre(async () => {
        const base = db()
        exigerCodeBienForme(code)
        const cle = await developper(lireCoffre(chemins, cout), 'secours', code)
        if (cle === undefined) throw new ErreurMetier('code-secours-incorrect')
        cle.fill(0)
        await ecrireReglages(base, { secoursConfirme: true })
      }),
  }
}

/** Milliseconds left to the work under way when the coffre closes. */
const delaiFin = 30_000

/** A slip of the finger is told at once, and does not count as an attempt. */
const exigerCodeBienForme = (code: string): void => {
  if (lireCodeSecours(code) === undefined) throw new ErreurMetier('code-secours-incorrect')
}
