import { type Arbitrary, constant } from 'fast-check'
import { ecrireClePublique } from '#electron/service/lots/cle-publique.ts'
import { expect, vi } from 'vitest'
import type { Reply } from '#shared/ipc/call.ts'
import { toutes, unService, valeur } from '../../fixtures/service.ts'
import { unEntretien, unePersonne, unePresence } from '../../fixtures/builders.ts'
import { archiveAbimee } from './archives.ts'
import { ajouter, aucun, type Constat, eprouver, type Mesure } from './eprouver.ts'
import { enTroisFormats, listeJuste, modeleJuste, tableauxJustes } from './fichiers-justes.ts'
import { fichierTexteAbime } from './mutations.ts'
import { observer } from './observateur.ts'

const PHRASE = 'une phrase pour les essais'

const unPoste = async () => {
  const service = await unService(undefined, () => Promise.resolve(Buffer.from('%PDF')))
  await valeur(service.api.reglages.choisirDispositifs({ dispositifs: ['isc', 'cvp', 'mission-locale', 'tig'] }))
  const { version } = await observer(service.dossier, PHRASE)
  return { ...service, version }
}
type Poste = Awaited<ReturnType<typeof unPoste>>

/** One kind of file, spoilt, given to one call of an open post. */
const eprouverFichier = (
  { version, incidents }: Pick<Poste, 'version' | 'incidents'>,
  nom: string,
  cas: Arbitrary<Buffer>,
  donner: (octets: Buffer) => Promise<Reply<unknown>>,
  mesure: Mesure,
): Promise<Constat> =>
  eprouver(
    { nom, cas, tenter: donner, temoin: version, incidents, dire: (o) => o.toString('base64').slice(0, 4000) },
    mesure,
  )

/** Spreadsheets of one dispositif, in one format; what was taken in must then be read by the screens. */
export const eprouverImport = async (
  dispositif: keyof typeof tableauxJustes,
  format: 'csv' | 'xlsx' | 'ods',
  mesure: Mesure,
): Promise<Constat> => {
  const poste = await unPoste()
  const juste = (await enTroisFormats(tableauxJustes[dispositif]))[format]
  const importer = (octets: Buffer) =>
    poste.api.echanges.importer({
      nom: `suivi.${format}`,
      contenu: octets.toString('base64'),
      dispositif,
      correspondance: { colonnes: {}, valeurs: {} },
    })
  const cas = format === 'csv' ? fichierTexteAbime([juste]) : archiveAbimee([juste])
  // The file itself is right: what is refused is so because it was spoilt.
  await valeur(importer(juste))
  const constat = await eprouverFichier(poste, `import ${dispositif} ${format}`, cas, importer, mesure)
  await valeur(poste.api.reglages.changerDispositif({ dispositif }))
  await valeur(poste.api.personnes.lister({ texte: '', tri: { colonne: 'nom', sens: 'asc' }, page: toutes.page }))
  if (dispositif !== 'tig') await valeur(poste.api.entretiens.lister(toutes))
  return constat
}

/** Templates of letters; one that is taken is filled, and what was written is removed. */
export const eprouverModeles = async (mesure: Mesure): Promise<Constat> => {
  const poste = await unPoste()
  await valeur(poste.api.reglages.changerDispositif({ dispositif: 'isc' }))
  const personne = unePersonne()
  const entretien = unEntretien({ presences: [unePresence(personne)] })
  await valeur(poste.api.entretiens.enregistrer(entretien))
  const juste = await modeleJuste()
  const id = crypto.randomUUID()
  const suivant = { n: 0 }
  const donner = async (octets: Buffer): Promise<Reply<unknown>> => {
    const contenu = octets.toString('base64')
    suivant.n += 1
    const nouveau = `${id.slice(0, -6)}${suivant.n.toString().padStart(6, '0')}`
    const examen = await poste.api.lettres.examinerModele({ contenu })
    const ajout = await poste.api.lettres.ajouterModele({ id: nouveau, nom: 'Courrier', contenu })
    if (!ajout.ok || !examen.ok) return ajout
    const lettre = { suiviId: entretien.suivi.id, personneId: personne.id, jour: '2025-06-02' }
    const ecrite = await poste.router(
      'lettres',
      'ecrire',
      { ...lettre, modele: { genre: 'propre', id: nouveau } },
      { chemin: poste.dossier.replace(/coffre$/u, `lettres-${suivant.n}`) },
    )
    await valeur(poste.api.lettres.supprimerModele({ id: nouveau }))
    // A template taken is a template that can be filled.
    return ecrite.ok ? ecrite : { ok: false, erreur: { code: 'interne' } }
  }
  const console = (['error', 'warn', 'log'] as const).map((sorte) => vi.spyOn(globalThis.console, sorte))
  try {
    const constat = await eprouverFichier(poste, 'modèle de lettre', archiveAbimee([juste]), donner, mesure)
    expect(console.flatMap((espion) => espion.mock.calls)).toEqual([])
    return constat
  } finally {
    for (const espion of console) espion.mockRestore()
  }
}

/** Lists of answers. */
export const eprouverListes = async (mesure: Mesure): Promise<Constat> => {
  const poste = await unPoste()
  const donner = async (octets: Buffer): Promise<Reply<unknown>> => {
    const fichier = { liste: 'lieu', contenu: octets.toString('base64') }
    const examen = await poste.api.listes.examiner(fichier)
    const reponse = await poste.api.listes.importer(fichier)
    return examen.ok && examen.value.fautes.length === 0
      ? reponse
      : reponse.ok
        ? { ok: false, erreur: { code: 'interne' } }
        : reponse
  }
  const constat = await eprouverFichier(poste, 'liste', fichierTexteAbime([listeJuste]), donner, mesure)
  await valeur(poste.api.nomenclature.lire({ dispositif: 'isc' }))
  return constat
}

/** The public key of a coordinator, as his text file. */
export const eprouverCles = async (mesure: Mesure): Promise<Constat> => {
  const poste = await unPoste()
  const { publique } = await valeur(poste.api.postesSuivis.cle())
  const juste = Buffer.from(ecrireClePublique(publique, 'Ville'))
  const donner = (octets: Buffer) => poste.api.lots.lireCle({ contenu: octets.toString('base64') })
  return eprouverFichier(poste, 'clé', fichierTexteAbime([juste]), donner, mesure)
}

/** Each file that would fill the memory of who reads it without care: a code, nothing written, and the memory bounded. */
export const eprouverBombes = async (lesquelles: Readonly<Record<string, () => Buffer>>): Promise<Constat> => {
  const poste = await unPoste()
  let constat = aucun
  for (const [nom, faire] of Object.entries(lesquelles)) {
    const une = await eprouverFichier(
      poste,
      nom,
      constant(faire()),
      (octets) =>
        poste.api.echanges.importer({
          nom: 'f',
          contenu: octets.toString('base64'),
          dispositif: 'isc',
          correspondance: {},
        }),
      { nombre: 1, graine: 1 },
    )
    expect([nom, une.refus]).toEqual([nom, 1])
    constat = ajouter(constat, une)
  }
  return constat
}
