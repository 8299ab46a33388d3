import type { Donnees, Ligne } from '#db/queries/droits/donnees.ts'
import { type Nomenclature } from '#shared/domaine/nomenclature.ts'
import { nomComplet } from '#shared/domaine/personne.ts'
import { Reponses } from '#shared/domaine/reponses.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { masquerNoms } from './masquer.ts'
import { motsFixes, rubriques } from './libelles.ts'

/** A table of the copy: its title, its columns in words, and one list of texts per line. */
export type TableCopie = {
  readonly titre: string
  readonly colonnes: readonly string[]
  readonly lignes: readonly (readonly string[])[]
}
export type Copie = {
  readonly nom: string
  readonly identite: readonly (readonly [string, string])[]
  readonly suivis: readonly { readonly titre: string; readonly tables: readonly TableCopie[] }[]
  readonly autres: readonly TableCopie[]
  /** How many others stay masked. */
  readonly masques: number
}

/**
 * What somebody is given of herself (RGPD, art. 15), in words. Others of her suivis are masked, names in the notes included,
 * but those that the user chose to show; what an entretien says where she was not present is not in `donnees`.
 */
export const copieDe = (
  donnees: Donnees,
  nomenclatures: ReadonlyMap<string, Nomenclature>,
  montres: ReadonlySet<string>,
): Copie => {
  const masques = donnees.tiers.filter((t) => !montres.has(String(t['id'])))
  const taire = masquerNoms(masques, donnees.personne)
  const noms = new Map(
    [donnees.personne, ...donnees.tiers].map((p) => {
      const rang = masques.findIndex((m) => m['id'] === p['id'])
      return [String(p['id']), rang === -1 ? nomDe(p) : `Autre personne n° ${rang + 1} (masquée)`]
    }),
  )
  const outils = (nomenclature?: Nomenclature): Outils => ({ donnees, noms, taire, masques, nomenclature })
  return {
    nom: nomDe(donnees.personne),
    identite: identiteDe(donnees, outils([...nomenclatures.values()][0])),
    suivis: donnees.suivis.map(({ dispositif, tables }) => {
      const nomenclature = nomenclatures.get(dispositif)
      const numero = tables['suivi']?.[0]?.['numero'] ?? ''
      return {
        titre: `${nomenclature?.libelle ?? dispositif}, ${nomenclature?.motSuivi.singulier ?? 'suivi'} n° ${numero}`,
        tables: enTables(tables, outils(nomenclature)),
      }
    }),
    autres: enTables(donnees.autres, outils(nomenclatures.get('coordination'))),
    masques: masques.length,
  }
}

type Outils = {
  readonly donnees: Donnees
  readonly noms: ReadonlyMap<string, string>
  readonly taire: (texte: string) => string
  readonly masques: readonly Ligne[]
  readonly nomenclature: Nomenclature | undefined
}

const identiteDe = (donnees: Donnees, outils: Outils): readonly (readonly [string, string])[] => {
  const p = donnees.personne
  const membres = donnees.foyer.map((m) => outils.noms.get(String(m['id'])) ?? '')
  const lignes: readonly (readonly [string, string])[] = [
    ['Nom', String(p['nom'])],
    ['Prénom', String(p['prenom'])],
    ['Naissance', texteDe('naissance', p['naissance'] ?? null, outils)],
    ['Téléphone', String(p['telephone'] ?? '')],
    ['Commune', String(p['commune'] ?? '')],
    ['Réponses', texteDe('reponses', p['reponses'] ?? null, outils)],
    ['Foyer', membres.join(', ')],
    ['Place dans le foyer', String(p['lien_foyer'] ?? '')],
    ['Fiche créée le', dateFrancaise(String(p['cree_le']).slice(0, 10))],
    ...donnees.absorbees.map((a): readonly [string, string] => [
      'Ancienne fiche, réunie à celle-ci',
      [nomDe(a), texteDe('naissance', a['naissance'] ?? null, outils), a['telephone'], a['commune']]
        .filter((t) => typeof t === 'string' && t !== '')
        .join(', '),
    ]),
  ]
  return lignes.filter(([, valeur]) => valeur !== '')
}

const enTables = (tables: Readonly<Record<string, readonly Ligne[]>>, outils: Outils): readonly TableCopie[] =>
  Object.entries(rubriques).flatMap(([table, { titre, colonnes }]) => {
    const lignes = tables[table] ?? []
    if (lignes.length === 0) return []
    const siennes = table === 'participation' || table === 'presence'
    const codes = Object.keys(colonnes)
    return [
      {
        titre,
        colonnes: [...(siennes ? ['Personne'] : []), ...Object.values(colonnes)],
        lignes: lignes.toSorted(parDate).map((ligne) => {
          const autrui = siennes && outils.masques.some((m) => m['id'] === ligne['personne_id'])
          const qui = siennes ? [outils.noms.get(String(ligne['personne_id'])) ?? ''] : []
          return qui.concat(codes.map((c) => (autrui ? '' : texteDe(c, ligne[c] ?? null, outils))))
        }),
      },
    ]
  })

const parDate = (a: Ligne, b: Ligne): number => (jourDe(a) < jourDe(b) ? -1 : jourDe(a) > jourDe(b) ? 1 : 0)
const jourDe = (ligne: Ligne): string =>
  String(['date', 'du', 'entree', 'ouverte_le', 'recue_le', 'depuis'].map((c) => ligne[c]).find((v) => v) ?? '')

const texteDe = (colonne: string, valeur: Ligne[string], outils: Outils): string => {
  if (valeur === null || valeur === '') return ''
  if (colonne.startsWith('reponses')) return reponsesEnMots(String(valeur), outils)
  if (colonne.endsWith('_id')) return outils.donnees.partenaires.get(String(valeur)) ?? ''
  if (ouiNon.has(colonne)) return valeur === 1 ? 'oui' : 'non'
  if (typeof valeur === 'number') return String(valeur)
  if (/^\d{4}-\d{2}-\d{2}/u.test(valeur)) return dateFrancaise(valeur.slice(0, 10))
  return motDe(valeur, outils) ?? outils.taire(valeur)
}

const ouiNon: ReadonlySet<string> = new Set(['jointe', 'examen_requis', 'examen_vu', 'prolongee'])

const reponsesEnMots = (json: string, outils: Outils): string => {
  const lues = Reponses.safeParse(JSON.parse(json))
  if (!lues.success) return ''
  return Object.entries(lues.data)
    .map(([code, reponse]) => {
      const libelle = outils.nomenclature?.champs.find((c) => c.code === code)?.libelle ?? code
      const valeurs = (Array.isArray(reponse) ? reponse : [reponse]).map((r) =>
        typeof r === 'number' ? String(r) : (motDe(r, outils) ?? r),
      )
      return `${libelle} : ${valeurs.join(', ')}`
    })
    .join(' ; ')
}

/** A code in words: of a list of the post, or of those that Jalon closes. */
const motDe = (code: string, { nomenclature }: Outils): string | undefined => {
  for (const liste of nomenclature?.listes ?? []) {
    const modalite = [...liste.modalites, ...(liste.fusionnees ?? [])].find((m) => m.code === code)
    if (modalite !== undefined) return modalite.libelle
  }
  return Object.hasOwn(motsFixes, code) ? motsFixes[code] : undefined
}

const nomDe = (p: Ligne): string =>
  nomComplet({ anonyme: p['anonyme'] === 1, nom: String(p['nom']), prenom: String(p['prenom']) })
