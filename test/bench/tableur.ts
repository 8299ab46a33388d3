import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OdsCellObject, OdsDocument } from 'odf-kit/ods'
import { construire } from '#build/construire.ts'
import { environnement, racine } from '#build/executer.ts'
import { preparerCalc, preparerChromium } from '#build/preparer.ts'
import type { Db } from '#db/connection.ts'
import { lireEntree } from '#electron/service/bilan/entree.ts'
import { lireFaits } from '#db/queries/bilan.ts'
import type { Session } from '#electron/service/coffre/session.ts'
import { executable } from '../e2e/pilote-chromium.ts'
import { AUJOURDHUI } from '../fixtures/poste-nombreux.ts'
import { lancerCalc, preparerProfil } from './calc.ts'
import { alterner, but, chronometrer, court, enMo, enMs, fois, mediane, publier } from './harnais.ts'
import { enLignes, partsDeLaPreuve, partsDuPdf } from './parts-du-bilan.ts'
import { avecPoste, demandeDeLAnnee as demande, maintenant, PHRASE, preparerNeuf } from './poste.ts'

// What people would use instead: one year in a spreadsheet, five tables by its own formulas, beside Jalon.

const ANNEE = AUJOURDHUI.slice(0, 4)
const tours = court ? 3 : 7

/** One line of the spreadsheet: somebody present at an interview. */
const colonnes = [
  'entretien',
  'date',
  'personne',
  'public',
  'sexe',
  'situation',
  'problematique',
  'saisine',
  'saisi',
  'modalite',
] as const
type Colonne = (typeof colonnes)[number]
/** Written beside them by formulas: 1 on the first line of each interview, person and situation, 0 on the others. */
const premieres = { entretien: 'K', personne: 'L', situation: 'M' } as const

/** What the five tables count: lines that are the first of their unit, by an answer. */
const tableaux = [
  { id: 'type-public', unite: 'personne', colonne: 'public' },
  { id: 'sexe', unite: 'personne', colonne: 'sexe' },
  { id: 'problematique', unite: 'situation', colonne: 'problematique' },
  { id: 'saisine', unite: 'situation', colonne: 'saisine', annee: true },
  { id: 'modalite', unite: 'entretien', colonne: 'modalite' },
] as const

const lettre = (colonne: Colonne): string => String.fromCodePoint(65 + colonnes.indexOf(colonne))

const texte = (valeur: unknown): string => (typeof valeur === 'string' ? valeur : 'non-renseigne')

/** The lines of the year, in the order of their dates. */
const lireLignes = async (db: Db): Promise<readonly Readonly<Record<Colonne, string>>[]> => {
  const faits = await lireFaits(db, 'isc', demande)
  const suivis = new Map(faits.suivis.map((s) => [s.id, s]))
  const personnes = new Map(faits.personnes.map((p) => [p.id, p]))
  const roles = new Map(faits.participations.map((p) => [`${p.suiviId} ${p.personneId}`, p.role]))
  const presences = Map.groupBy(faits.presences, (p) => p.entretienId)
  return faits.entretiens
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .flatMap((e) =>
      (presences.get(e.id) ?? []).map(({ personneId }) => {
        const suivi = suivis.get(e.suiviId)
        return {
          entretien: e.id,
          date: e.date,
          personne: personneId,
          public: roles.get(`${e.suiviId} ${personneId}`) ?? 'non-renseigne',
          sexe: texte(personnes.get(personneId)?.reponses['sexe']),
          situation: e.suiviId,
          problematique: texte(suivi?.reponses['problematique']),
          saisine: texte(suivi?.reponses['saisine']),
          saisi: (suivi?.saisineLe ?? '').slice(0, 4),
          modalite: texte(e.reponses['modalite']),
        }
      }),
    )
}

const formule = (expression: string): OdsCellObject => ({ value: `=${expression}`, type: 'formula' })

/** The spreadsheet that a post would keep: its tables first, then its lines, and what makes them countable. */
const enClasseur = async (lignes: readonly Readonly<Record<Colonne, string>>[]): Promise<Uint8Array> => {
  const document = new OdsDocument()
  const bilan = document.addSheet('Bilan')
  const fin = lignes.length + 1
  const plage = (l: string): string => `[$Suivi.$${l}$2:.$${l}$${fin}]`
  for (const { id, unite, colonne, ...reste } of tableaux)
    for (const code of new Set(lignes.map((l) => l[colonne])))
      bilan.addRow([
        id,
        code,
        formule(
          `COUNTIFS(${plage(lettre(colonne))};"${code}";${plage(premieres[unite])};1${'annee' in reste ? `;${plage(lettre('saisi'))};"${ANNEE}"` : ''})`,
        ),
      ])
  const suivi = document.addSheet('Suivi')
  suivi.addRow([...colonnes, ...Object.keys(premieres)])
  for (const [i, ligne] of lignes.entries())
    suivi.addRow([
      ...colonnes.map((c): OdsCellObject => ({ value: ligne[c], type: 'string' })),
      ...Object.keys(premieres).map((unite) => {
        const l = lettre(unite as Colonne)
        return formule(`IF(MATCH([.${l}${i + 2}];[.${l}$2:.${l}$${fin}];0)=ROW()-1;1;0)`)
      }),
    ])
  return document.save()
}

/** The same counts by Jalon, before anything is hidden: « table code » → units. */
const compterParJalon = async (db: Db): Promise<ReadonlyMap<string, number>> => {
  const { periode } = await lireEntree(db, demande, maintenant())
  const comptes = new Map<string, number>()
  for (const { id } of tableaux) {
    const recensement = periode.recensements.find((r) => r.tableaux.some((t) => t.id === id))
    const dimension = recensement?.tableaux.find((t) => t.id === id)?.dimensions[0]
    const rang = recensement?.questions.findIndex((q) => q.id === dimension?.question) ?? -1
    for (const { reponses } of recensement?.unites ?? [])
      for (const code of reponses[rang] ?? []) comptes.set(`${id} ${code}`, (comptes.get(`${id} ${code}`) ?? 0) + 1)
  }
  return comptes
}

const exigerMemesNombres = (calc: ReadonlyMap<string, number>, jalon: ReadonlyMap<string, number>): void => {
  const ecarts = [...new Set([...calc.keys(), ...jalon.keys()])].filter(
    (k) => (calc.get(k) ?? 0) !== (jalon.get(k) ?? 0),
  )
  if (ecarts.length > 0 || jalon.size < 15)
    throw new Error(`not the same numbers: ${ecarts.map((k) => `${k} ${calc.get(k)} ${jalon.get(k)}`).join(', ')}`)
}

const comparer = (soffice: string) =>
  avecPoste({ entretiens: 2000 }, async ({ db, dossier, session, compte }) => {
    const temporaire = mkdtempSync(join(tmpdir(), 'jalon-calc-'))
    const [fichier, profil, sortie] = ['annee.ods', 'profil', 'bilan'].map((nom) => join(temporaire, nom)) as [
      string,
      string,
      string,
    ]
    try {
      const lignes = await lireLignes(db)
      writeFileSync(fichier, await enClasseur(lignes))
      preparerProfil(soffice, profil)
      exigerMemesNombres(lancerCalc(soffice, profil, fichier, null).cases, await compterParJalon(db))
      const temps: ReturnType<typeof lancerCalc>['temps'][] = []
      const tables = await alterner(
        {
          calc: () => temps.push(lancerCalc(soffice, profil, fichier, null).temps),
          compter: () => compterParJalon(db),
          proteger: () => preparerNeuf(db, demande, 'apercu'),
        },
        tours,
      )
      await session.verrouiller()
      // A report published once is only written again: each run has a coffre that never published any.
      const copies = Array.from({ length: tours + 1 }, (_, i) => join(temporaire, `coffre-${i}`))
      for (const copie of copies) cpSync(dossier, copie, { recursive: true })
      const documents = await alterner(
        {
          calc: () => lancerCalc(soffice, profil, fichier, join(temporaire, 'calc.pdf')),
          jalon: () => imprimerParJalon(copies.pop() ?? '', sortie),
        },
        tours,
      )
      const parts = await mesurerParts(session)
      return { parts, compte, lignes: lignes.length, octets: statSync(fichier).size, tables, documents, temps }
    } finally {
      rmSync(temporaire, { recursive: true, force: true })
    }
  })

/** What the application does from the locked coffre to the PDF, here one after the other. */
const mesurerParts = async (session: Session) => {
  const aide = await chronometrer(() => execFileSync(executable(), [racine, 'bilan', '--help'], { env: environnement }))
  const ouverture = await chronometrer(() => session.ouvrir({ phrase: PHRASE }))
  const { bilan, parts } = await partsDeLaPreuve(session.db(), demande)
  return enLignes([
    { quoi: 'the application started and ended', ms: aide },
    { quoi: 'the passphrase (scrypt) and the coffre', ms: ouverture },
    ...parts,
    ...(await partsDuPdf(bilan)),
  ])
}

/** The application as built, from its start. */
const imprimerParJalon = (coffre: string, sortie: string): void => {
  const annee = ['--dispositif', 'isc', '--annee', ANNEE]
  execFileSync(executable(), [racine, 'bilan', '--coffre', coffre, ...annee, '--sortie', sortie, '--formats', 'pdf'], {
    env: { ...environnement, JALON_PHRASE: PHRASE },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

construire()
preparerChromium()
const soffice = preparerCalc()
if (soffice === undefined)
  process.stdout.write('\nNo LibreOffice Calc here: the comparison with a spreadsheet is left out.\n')
else {
  const { parts, compte, lignes, octets, tables, documents, temps } = await comparer(soffice)
  const sansDemarrage = mediane(temps.map((t) => t.calcule))
  await publier('2. Against a spreadsheet', [
    `One year of a post: ${compte.personnes} persons, ${compte.entretiens} interviews, ${lignes} lines of an ODS of ${enMo(octets)}, whose five tables (type of public, sex, problem, referral, way of meeting) are \`COUNTIFS\` formulas. Calc runs headless, from its start; the numbers of both are compared one by one before anything is timed.`,
    [
      {
        Work: 'five tables, exact',
        Jalon: enMs(tables.compter),
        Calc: enMs(tables.calc),
        'Calc, already started': enMs(sansDemarrage),
        Ratio: fois(tables.calc, tables.compter),
        Goal: but(tables.calc >= 10 * tables.compter, '≥ × 10'),
      },
      {
        Work: 'all tables, protected and proved',
        Jalon: enMs(tables.proteger),
        Calc: enMs(tables.calc),
        'Calc, already started': enMs(sansDemarrage),
        Ratio: fois(tables.calc, tables.proteger),
        Goal: 'five tables without secrecy in Calc',
      },
      {
        Work: 'from the locked file to the PDF',
        Jalon: enMs(documents.jalon),
        Calc: enMs(documents.calc),
        'Calc, already started': '',
        Ratio: fois(documents.calc, documents.jalon),
        Goal: but(documents.calc >= 2 * documents.jalon, '≥ × 2'),
      },
    ],
    'From the locked file to the PDF, part by part, in one more run; the application does the first proof and Chromium’s start side by side, and the worker gets ready while scrypt waits. No passphrase, no proof and no page of drawings in Calc’s run: these three alone, which nothing may skip, take longer than the goal allows.',
    parts,
  ])
}
