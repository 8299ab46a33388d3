import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ouvrirImprimante } from '#build/imprimer-chromium.ts'
import { preparerPdftotext } from '#build/preparer.ts'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { createServiceRouter } from '#electron/service/router.ts'
import { dezipper } from '#electron/service/export/zip.ts'
import { createSession } from '#electron/service/coffre/session.ts'
import { createClient } from '#shared/ipc/client.ts'
import { contract } from '#shared/ipc/contract.ts'
import { unEntretien, unePersonne, unePresence, unId, unPartenaire } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { octetsDe, unDossier } from '../coffre/aide.ts'
import { jalon, phrase } from '../commandes/jalon.ts'

const { imprimer, fermer } = ouvrirImprimante()
afterAll(fermer)

/** Words that no text holds by chance, one for each place where something about somebody is typed. */
const marques = {
  nom: 'Zzqnomarque',
  prenom: 'Zzqprenomarque',
  telephone: '0699887701',
  naissance: '1931-03-17',
  note: 'zzqnotemarque',
  echeance: 'zzqecheancemarque',
  brouillon: 'zzqbrouillonmarque',
  lien: 'zzqlienmarque',
  partenaire: 'Zzqpartenairemarque',
  interlocuteur: 'Zzqinterlocuteurmarque',
  courriel: 'zzqcourrielmarque@example.org',
  adresse: 'zzqadressemarque',
  notePartenaire: 'zzqnotepartenairemarque',
  rare: 'Zzqcommunerare',
  importe: 'Zzqimportemarque',
} as const
const encodages = ['utf8', 'utf16le', 'latin1'] as const
const ecrituresDe = (marque: string): readonly string[] => [
  marque,
  marque.toLowerCase(),
  marque.toUpperCase(),
  ...(marque === marques.naissance ? ['17/03/1931', '17 mars 1931'] : []),
]

/** Which marks can be read in these bytes, however they are written. */
const lisibles = (ou: string, octets: Buffer | string): string[] => {
  const contenu = Buffer.from(octets)
  return Object.entries(marques).flatMap(([nom, marque]) => {
    const vue = ecrituresDe(marque).some((texte) =>
      encodages.some((encodage) => contenu.includes(Buffer.from(texte, encodage))),
    )
    return vue ? [`${ou} : ${nom}`] : []
  })
}

/** A file as an indiscreet reader opens it: as it is, then whatever is packed in it. */
const ouvrir = (chemin: string, octets: Buffer): readonly (readonly [string, Buffer | string])[] => {
  if (chemin.endsWith('.pdf')) {
    const infos = execFileSync(preparerPdftotext(), ['-htmlmeta', chemin, '-'])
    return [
      [chemin, octets],
      [`${chemin} (texte)`, infos],
    ]
  }
  if (octets.subarray(0, 2).toString() !== 'PK') return [[chemin, octets]]
  return [[chemin, octets] as const].concat(
    dezipper(octets).map(({ nom, contenu }) => [`${chemin}/${nom}`, Buffer.from(contenu)] as const),
  )
}

const lisiblesSous = (dossier: string): string[] =>
  Object.entries(octetsDe(dossier)).flatMap(([nom, octets]) =>
    ouvrir(join(dossier, nom), octets).flatMap(([ou, contenu]) => lisibles(ou, contenu)),
  )

/** A coffre where every field that can hold a name holds a mark, filled by the calls that the window makes. */
const unCoffreMarque = async () => {
  const dossier = unDossier()
  const coffre = join(dossier, 'coffre')
  const session = createSession({ dossier: coffre, maintenant: () => new Date() })
  await session.creer({ phrase, nom: 'Poste publié' })
  const incidents: string[] = []
  const contexte = {
    session,
    atelier: createAtelier(),
    maintenant: () => new Date(),
    imprimer,
    progression: () => undefined,
  }
  const router = createServiceRouter(contexte, (incident) => incidents.push(JSON.stringify(incident)))
  const api = createClient(contract, router)
  const partenaire = unPartenaire({
    nom: marques.partenaire,
    interlocuteur: marques.interlocuteur,
    telephone: marques.telephone,
    courriel: marques.courriel,
    adresse: marques.adresse,
    note: marques.notePartenaire,
  })
  await valeur(api.partenaires.enregistrer(partenaire))
  const marquee = unePersonne({
    nom: marques.nom,
    prenom: marques.prenom,
    naissance: marques.naissance,
    telephone: marques.telephone,
    commune: marques.rare,
  })
  const proche = unePersonne({ nom: `${marques.nom} bis`, prenom: marques.prenom })
  const fiches = [marquee, proche, ...Array.from({ length: 12 }, () => unePersonne())]
  for (const fiche of fiches)
    await valeur(
      api.entretiens.enregistrer(
        unEntretien({
          note: marques.note,
          presences: [unePresence(fiche)],
          orientations: [{ id: unId(), destination: partenaire.genre, partenaireId: partenaire.id }],
          echeances: [{ id: unId(), date: '2025-06-09', libelle: marques.echeance }],
        }),
      ),
    )
  await valeur(
    api.brouillons.enregistrer({
      id: unId(),
      titre: marques.brouillon,
      contenu: JSON.stringify({ note: marques.brouillon }),
    }),
  )
  await valeur(api.personnes.rattacherFoyer({ personneId: marquee.id, avecId: proche.id, lien: marques.lien }))
  const texte = { dispositif: 'isc' as const, annee: 2025, section: 'contexte', texte: 'Une année pleine.' }
  await valeur(api.bilans.ecrireTexte(texte))
  return { dossier, coffre, session, api, router, incidents }
}

test('aucun nom, aucune note, aucun numéro ne sort du coffre, par aucun format, aucune commande, aucune erreur', async () => {
  const { dossier, coffre, session, api, router, incidents } = await unCoffreMarque()
  const sortie = join(dossier, 'bilan')
  const demande = { dispositif: 'isc', du: '2025-01-01', au: '2025-12-31', seuil: 5, mode: 'masquage' }
  const formats = ['json', 'csv', 'ods', 'xlsx', 'odt', 'docx', 'pdf', 'html']
  const exportee = await router('bilans', 'exporter', { ...demande, formats }, { chemin: sortie })
  expect(exportee).toMatchObject({ ok: true })
  const apercu = await valeur(api.bilans.apercu({ ...demande, dispositif: 'isc', seuil: 5, mode: 'masquage' }))
  expect(apercu.bilan.indicateurs).toMatchObject({ personnes: 14, entretiens: 14 })

  // Refusals, where a name is in the input: what comes back holds codes, and the log nothing of it.
  const refus = [
    await router('personnes', 'enregistrer', { ...unePersonne(), nom: marques.nom, sobriquet: marques.prenom }),
    await router('entretiens', 'enregistrer', { ...unEntretien(), note: marques.note.repeat(200) }),
    await router('personnes', 'lire', { id: marques.nom }),
    await router(marques.nom, marques.prenom, marques.note),
    await router('entretiens', 'enregistrer', unEntretien({ reponses: { lieu: marques.nom } })),
  ]
  expect(refus.every((r) => !r.ok)).toBe(true)
  await session.verrouiller()

  const fichier = join(dossier, 'suivi.csv')
  const entete = 'Date;Nom;Prénom;Date de naissance;Téléphone;Commune;Public;Durée;Observations'
  const suite = `${marques.telephone};${marques.rare};Victime;45;${marques.note}`
  const juste = `11/03/2025;${marques.importe};${marques.prenom};17/03/1931;${suite}`
  // A line shifted by one column: names stand where a date and a number are expected.
  const decalee = `${marques.importe};${marques.prenom};11/03/2025;${marques.nom};17/03/1931;${suite}`
  const importer = ['importer', fichier, '--coffre', coffre, '--dispositif', 'isc']
  const sorties: string[] = []
  const lancer = async (args: readonly string[], env?: NodeJS.ProcessEnv): Promise<void> => {
    const { stdout, stderr } = await jalon(args, env === undefined ? {} : { env })
    sorties.push(`${args.join(' ')}\n${stdout}\n${stderr}`)
  }
  const json = ['--format', 'json']
  for (const lignes of [
    [juste, decalee],
    [juste, juste.replace('1931', '1932')],
  ]) {
    writeFileSync(fichier, [entete, ...lignes].join('\n'))
    await lancer([...importer, '--simuler'])
    await lancer([...importer, ...json])
    await lancer(importer)
  }
  await lancer(['bilan', '--coffre', coffre, '--dispositif', 'isc', '--annee', '2025', ...json])
  await lancer(['bilan', '--coffre', coffre, '--dispositif', 'isc', '--annee', '2025', '--sortie', fichier])
  await lancer(['verifier', '--coffre', coffre, ...json])
  await lancer(['verifier', '--coffre', coffre], { JALON_PHRASE: 'une autre phrase, fausse' })

  expect(sorties.some((s) => s.includes('"importees": 2'))).toBe(true)
  expect(sorties.flatMap((s) => lisibles(s.split('\n')[0] ?? '', s))).toEqual([])
  expect(lisibles('incidents', incidents.join('\n'))).toEqual([])
  expect(refus.flatMap((r, rang) => lisibles(`refus ${rang}`, JSON.stringify(r)))).toEqual([])
  expect(lisibles('aperçu', JSON.stringify(apercu))).toEqual([])
  expect(lisiblesSous(sortie)).toEqual([])
  expect(lisiblesSous(coffre)).toEqual([])
  // The search sees what it looks for: the spreadsheet itself is in clear.
  expect(lisibles('suivi.csv', Buffer.from(juste))).toHaveLength(6)
}, 180_000)
