import { listerDoublons } from '#db/queries/doublons.ts'
import { pourAgent } from '../fixtures/autre-agent.ts'
import { unEntretien, unePersonne, unePresence } from '../fixtures/builders.ts'
import { AUJOURDHUI } from '../fixtures/poste-nombreux.ts'
import { alterner, but, chronometrer, court, enMs, publier } from './harnais.ts'
import { avecPoste, type PosteMesure, valeur } from './poste.ts'

// A post of many years: what its screens ask while somebody types, for the titulaire and for another user.

const [PERSONNES, ENTRETIENS] = [20_000, 80_000]
/** Milliseconds: the screen follows the keys. */
const BUT_MS = 100

const page = { debut: 0, taille: 50 }
const filtre = {
  texte: '',
  du: null,
  au: null,
  role: null,
  reponses: {},
  tri: { colonne: 'date', sens: 'desc' },
  page,
} as const

const demandes = ({ api }: Pick<PosteMesure, 'api'>, personne: string, entretien: string) => ({
  ...Object.fromEntries(
    ['a', 'ma', 'mar', 'lefeuvre', 'le gall ju', '1987', '0612'].map((texte) => [
      `search « ${texte} »`,
      () => valeur(api.personnes.chercher({ texte, limite: 8 })),
    ]),
  ),
  'persons, by name': () => valeur(api.personnes.lister({ texte: '', tri: { colonne: 'nom', sens: 'asc' }, page })),
  'persons, by last interview': () =>
    valeur(api.personnes.lister({ texte: '', tri: { colonne: 'dernierEntretien', sens: 'desc' }, page })),
  'persons, filtered « mar »': () =>
    valeur(api.personnes.lister({ texte: 'mar', tri: { colonne: 'nom', sens: 'asc' }, page })),
  'interviews, all': () => valeur(api.entretiens.lister(filtre)),
  'interviews, the year': () => valeur(api.entretiens.lister({ ...filtre, du: `${AUJOURDHUI.slice(0, 4)}-01-01` })),
  'interviews, a word of a note': () => valeur(api.entretiens.lister({ ...filtre, texte: 'rappel' })),
  'open a person': () => valeur(api.personnes.lire({ id: personne })),
  'open an interview': () => valeur(api.entretiens.lire({ id: entretien })),
  'a form, its frequent answers': async () => {
    await valeur(api.entretiens.defauts())
    await valeur(api.entretiens.frequences())
  },
  'who is like somebody being typed': () => {
    const { anonyme: _anonyme, reponses: _reponses, ...saisie } = unePersonne({ telephone: '06 39 98 12 34' })
    return valeur(api.personnes.ressemblances(saisie))
  },
  'save an interview': () =>
    valeur(api.entretiens.enregistrer(unEntretien({ date: AUJOURDHUI, presences: [unePresence(unePersonne())] }))),
  Today: async () => {
    await valeur(api.aujourdhui.lire({ jour: AUJOURDHUI }))
    await valeur(api.entretiens.aSaisir({ jour: AUJOURDHUI }))
  },
})

const lignes = await avecPoste({ entretiens: ENTRETIENS, personnes: PERSONNES, parAn: 8000 }, async (poste) => {
  const { personne_id: personne, entretien_id: entretien } = await poste.db
    .selectFrom('presence')
    .select(['personne_id', 'entretien_id'])
    .limit(1)
    .executeTakeFirstOrThrow()
  const siennes = demandes(poste, personne, entretien)
  const tours = court ? 5 : 21
  const titulaire = await alterner(siennes, tours)
  const doublons = await chronometrer(() => listerDoublons(poste.db))
  // The same connection, covered: it is the last thing asked of it.
  const couverte = await pourAgent(poste.db, { id: null, nom: '', role: 'intervenant', dispositifs: ['isc'] })
  const autre = await alterner(demandes({ api: poste.apiDe(couverte) }, personne, entretien), tours)
  return [
    ...(Object.keys(siennes) as (keyof typeof siennes)[]).map((quoi) => ({
      Screen: quoi,
      Titulaire: enMs(titulaire[quoi]),
      'Another user': enMs(autre[quoi]),
      Goal: but(Math.max(titulaire[quoi], autre[quoi]) <= BUT_MS, `≤ ${BUT_MS} ms for both`),
    })),
    { Screen: 'all likely duplicates, on demand', Titulaire: enMs(doublons), 'Another user': '', Goal: '' },
  ]
})

await publier('5. A post of 20,000 persons', [
  `${PERSONNES.toLocaleString('en')} persons and ${ENTRETIENS.toLocaleString('en')} interviews, ${(8000).toLocaleString('en')} of them in each of the last two years. The whole service; another user sees his dispositifs alone, through the views that hide the others.`,
  lignes,
  'What takes long is counting: Today counts the persons and the interviews of this year and of the last one, 16,000 here; the list of all interviews, how many they are. Each one counted is a look at its suivi, and for another user one more, that the view makes: no sum is kept, since who sees what differs from one user to the next.',
])
