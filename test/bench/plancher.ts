import { createHash } from 'node:crypto'
import type SQLite from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { enGeste } from '#db/geste.ts'
import { depuisPersonne } from '#db/queries/personnes.ts'
import type { EntretienASaisir } from '#shared/domaine/entretien.ts'
import { texteAEmpreindre } from '#shared/domaine/journal.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../fixtures/builders.ts'
import { ecouter } from '../fixtures/plans.ts'
import { alterner, but, court, enMs, fois, publier } from './harnais.ts'
import { avecPoste, type PosteMesure, valeur } from './poste.ts'
import { decouper } from './segments.ts'

// What Jalon adds to SQLite: each act through the whole service, beside the same rows written or read by hand on the same
// encrypted file, by statements prepared beforehand.

const TOURS = court ? 41 : 201
const TAILLE = { entretiens: court ? 5000 : 20_000, parAn: 2000 }
const BUT = 1.5
const SANS_TRACE = 'the same, beside the rows of its form alone'
const page = { debut: 0, taille: 50 }

/** Reads of every day, through the service. */
const lectures = ({ api }: Pick<PosteMesure, 'api'>, personne: string) =>
  ({
    'open a person': () => valeur(api.personnes.lire({ id: personne })),
    'list of interviews': () =>
      valeur(
        api.entretiens.lister({
          texte: '',
          du: null,
          au: null,
          role: null,
          reponses: {},
          tri: { colonne: 'date', sens: 'desc' },
          page,
        }),
      ),
    'list of persons': () => valeur(api.personnes.lister({ texte: '', tri: { colonne: 'nom', sens: 'asc' }, page })),
    'search « mar »': () => valeur(api.personnes.chercher({ texte: 'mar', limite: 8 })),
    'search « lefeuvre lu »': () => valeur(api.personnes.chercher({ texte: 'lefeuvre lu', limite: 8 })),
  }) as const

const saisir = (): EntretienASaisir =>
  unEntretien({
    date: '2025-12-30',
    note: 'Point sur le logement et les droits.',
    presences: [unePresence(unePersonne({ telephone: '06 39 98 12 34' }))],
    orientations: [{ id: unId(), destination: 'cidff', partenaireId: null }],
    echeances: [{ id: unId(), date: '2026-01-06', libelle: 'Rappeler' }],
  })

/** The rows of the form, by one transaction; with `journal`, the line that the act must leave too. */
const ecrireALaMain = (base: SQLite.Database, noter?: (geste: string, objet: string) => void) => {
  const inserer = (table: string, colonnes: string) =>
    base.prepare(
      `insert into ${table} (${colonnes}) values (${colonnes
        .split(', ')
        .map((c) => `@${c}`)
        .join(', ')})`,
    )
  const personne = inserer(
    'personne',
    'id, anonyme, nom, prenom, naissance, telephone, commune, reponses, cle_identite, cle_doublon, recherche, phonetique, cle_phonetique, cree_le, modifie_le',
  )
  const suivi = inserer('suivi', 'id, dispositif, numero, saisine_date, ouvert_le, reponses')
  const entretien = inserer(
    'entretien',
    'id, suivi_id, date, heure, duree_minutes, note, reponses, cree_le, modifie_le',
  )
  const participation = inserer('participation', 'suivi_id, personne_id, role, reponses')
  const presence = inserer('presence', 'entretien_id, personne_id, commune, rang')
  const orientation = inserer('orientation', 'id, entretien_id, destination, statut')
  const echeance = inserer('echeance', 'id, suivi_id, entretien_id, date, libelle')
  const numero = base.prepare(`select max(numero) from suivi where dispositif = 'isc'`).pluck()
  return base.transaction((e: EntretienASaisir) => {
    const instant = new Date().toISOString()
    const dates = { cree_le: instant, modifie_le: instant }
    const duSuivi = { suivi_id: e.suivi.id, entretien_id: e.id }
    for (const { fiche } of e.presences) if (fiche !== null) personne.run({ ...depuisPersonne(fiche), ...dates })
    suivi.run({
      id: e.suivi.id,
      dispositif: 'isc',
      numero: Number(numero.get()) + 1,
      saisine_date: e.suivi.saisineDate,
      ouvert_le: e.date,
      reponses: JSON.stringify(e.suivi.reponses),
    })
    const { id, date, heure, note } = e
    const reponses = JSON.stringify(e.reponses)
    entretien.run({ id, suivi_id: e.suivi.id, date, heure, duree_minutes: e.dureeMinutes, note, reponses, ...dates })
    for (const [rang, { personneId, fiche, role, reponses: part }] of e.presences.entries()) {
      const qui = { ...duSuivi, personne_id: personneId }
      participation.run({ ...qui, role, reponses: JSON.stringify(part) })
      presence.run({ ...qui, commune: fiche?.commune ?? null, rang })
    }
    for (const o of e.orientations) orientation.run({ ...duSuivi, ...o, statut: 'attente' })
    for (const x of e.echeances) echeance.run({ ...duSuivi, ...x })
    noter?.('entretiens.enregistrer', e.id)
  })
}

/** The line of the journal that an act leaves, chained to the last one. */
const noterALaMain = (base: SQLite.Database) => {
  const fin = base.prepare('select rang, empreinte from journal order by rang desc limit 1')
  const ancre = base.prepare('select rang, empreinte from journal_ancre')
  const ecrire = base.prepare(
    'insert into journal (rang, le, agent, geste, objet, empreinte) values (@rang, @le, @agent, @geste, @objet, @empreinte)',
  )
  return (geste: string, objet: string): void => {
    const { rang, empreinte } = (fin.get() ?? ancre.get()) as { rang: number; empreinte: string }
    const ligne = { rang: rang + 1, le: new Date().toISOString(), agent: null, geste, objet }
    ecrire.run({
      ...ligne,
      empreinte: createHash('sha256').update(texteAEmpreindre(empreinte, ligne)).digest('hex'),
    })
  }
}

/** The statements that a read asked, prepared once; one that leaves a line in the journal writes it too. */
const relireALaMain = (base: SQLite.Database, requetes: readonly CompiledQuery[], personne: string) => {
  const journalise = requetes.some((r) => r.sql.includes('insert into'))
  const noter = base.transaction(noterALaMain(base))
  const ordres = requetes
    .filter((r) => r.sql.startsWith('select') || r.sql.startsWith('with'))
    .filter((r) => !r.sql.includes('"journal'))
    .map(({ sql, parameters }) => ({ ordre: base.prepare(sql), parameters }))
  return (): void => {
    for (const { ordre, parameters } of ordres) ordre.all(...parameters)
    if (journalise) noter('personnes.lire', personne)
  }
}

/** The act whose rows the triggers of the file keep, as the service says it. */
const unGeste = () => ({
  id: unId(),
  le: new Date().toISOString(),
  agent: null,
  nom: 'entretiens.enregistrer',
  objet: unId(),
  annule: null,
})

/** Rows of each table that the form writes. */
const compterLignes = (base: SQLite.Database): string =>
  [
    'personne',
    'suivi',
    'entretien',
    'participation',
    'presence',
    'orientation',
    'echeance',
    'note_rang',
    'journal',
    'geste',
    'revision',
  ]
    .map((t) => `${t} ${String(base.prepare(`select count(*) from ${t}`).pluck().get())}`)
    .join(', ')

const { rapports, segments } = await avecPoste(TAILLE, (jalon) =>
  avecPoste(TAILLE, async (temoin) => {
    const base = await temoin.aLaMain()
    const ecrire = ecrireALaMain(base, noterALaMain(base))
    const ecrireSeul = ecrireALaMain(base)
    const { personne_id: personne } = await jalon.db
      .selectFrom('presence')
      .select('personne_id')
      .groupBy('personne_id')
      .orderBy((eb) => eb.fn.countAll(), 'desc')
      .orderBy('personne_id')
      .limit(1)
      .executeTakeFirstOrThrow()
    const enregistrer = await alterner(
      {
        jalon: () => valeur(jalon.api.entretiens.enregistrer(saisir())),
        main: () => enGeste(unGeste(), async () => ecrire(saisir())),
      },
      TOURS,
    )
    const [ecrites, attendues] = [compterLignes(await jalon.aLaMain()), compterLignes(base)]
    if (ecrites !== attendues) throw new Error(`not the same rows: ${ecrites}, by hand ${attendues}`)
    const seul = await alterner({ seul: () => ecrireSeul(saisir()) }, TOURS)
    const resultats: (readonly [string, typeof enregistrer])[] = [
      ['save an interview, new person', enregistrer],
      [SANS_TRACE, { jalon: enregistrer.jalon, main: seul.seul }],
    ]
    for (const [quoi, lire] of Object.entries(lectures(jalon, personne))) {
      const ecoute = ecouter(jalon.db)
      const autre = Object.entries(lectures({ api: jalon.apiDe(ecoute.db) }, personne)).find(([nom]) => nom === quoi)
      await autre?.[1]()
      const relire = relireALaMain(base, ecoute.requetes(), personne)
      resultats.push([quoi, await alterner({ jalon: lire, main: relire }, TOURS)])
    }
    const decoupes = []
    for (const [quoi, acte] of [
      ['save an interview, new person', () => valeur(jalon.api.entretiens.enregistrer(saisir()))],
      ...Object.entries(lectures(jalon, personne)),
    ] as const)
      decoupes.push({ quoi, ...(await decouper(base, acte, TOURS)) })
    return {
      rapports: resultats.map(([quoi, { jalon: sien, main }]) => ({
        Act: quoi,
        Jalon: enMs(sien),
        'By hand': enMs(main),
        Ratio: fois(sien, main),
        Goal: quoi === SANS_TRACE ? '' : but(sien <= BUT * main, `≤ × ${BUT}`),
      })),
      segments: decoupes.map(({ quoi, ordres, commits, autour }) => ({
        Act: quoi,
        'Its statements': enMs(ordres),
        'Durable commit': commits === 0 ? '' : enMs(commits),
        'JavaScript around them': enMs(autour),
      })),
    }
  }),
)

await publier('1. Against the floor', [
  `A coffre of ${TAILLE.entretiens} interviews. Jalon: the whole service, from the call of the window to its validated answer, rights, journal and durable commit included. By hand: the same rows written by one better-sqlite3 transaction, or the same statements prepared beforehand, with the same cipher and the same settings. The rows of a save are those of its form, the line of the journal and what undoing it asks for (\`revision\`, written by the triggers of the file); its second line is beside the form alone, with neither.`,
  rapports,
  'Where the time of Jalon goes, in another run of the same acts. The commit is encryption and the disk: each transaction is folded into the file at once, so that nothing acknowledged is in the journal of SQLite alone. The rest is checking the call and its answer, rights, and building the statements; on what takes a millisecond or two by hand, it weighs as much as the statements themselves.',
  segments,
])
