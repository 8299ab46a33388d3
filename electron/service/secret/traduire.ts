import { ErreurCatalogue } from '#shared/domaine/secret/moteur/cliques.ts'
import { construireSysteme, type Place, type Systeme } from '#shared/domaine/secret/moteur/systeme.ts'
import { croiser, produit, type Profil, suite, TOUT, type Univers } from '#shared/domaine/secret/moteur/univers.ts'
import { ErreurInstance, type Instance } from './instance.ts'

/** An instance as the engine takes it: ranks in place of names. The names stay here. */
export type Traduite = {
  readonly id: string
  readonly systeme: Systeme
  /** The name of each cell, at the first place where it is printed. */
  readonly noms: readonly string[]
  /** The cell of each name, at every place. */
  readonly rangs: ReadonlyMap<string, number>
  /** Cells to protect: listed, or all those whose count is between two numbers. */
  readonly primaires?: ReadonlySet<number>
  readonly plage?: readonly [min: number, max: number]
  /** The pattern to audit, when one is given. */
  readonly masquees?: ReadonlySet<number>
}

type DimensionNommee = { readonly name: string; readonly leaves: readonly string[]; readonly groups: Groupes }
type Groupes = Readonly<Record<string, readonly string[]>>

/** Nothing when the instance holds no table of counts at all. */
export const traduire = (instance: Instance, toutes: readonly Instance[]): Traduite | undefined => {
  const source = sourceDe(instance, toutes)
  const dims = (instance.dims ?? source.dims ?? dimsDe(source))?.map(
    ({ name, leaves, groups = {} }): DimensionNommee => ({ name, leaves, groups }),
  )
  if (dims === undefined || instance.tables === undefined) return undefined
  const dire = (raison: string): ErreurInstance =>
    new ErreurInstance(`« ${instance.id} » : ${raison} Rien n’a été produit.`)
  for (const { name, leaves, groups } of dims) {
    const noms = [...leaves, ...Object.keys(groups), 'Total', '*']
    const double = noms.find((nom, i) => noms.indexOf(nom) < i)
    if (double !== undefined) throw dire(`« ${double} » désigne deux choses dans « ${name} ».`)
  }
  const dimensions = dims.map((d) => ({
    feuilles: d.leaves.length,
    groupes: Object.values(d.groups).map((g) => g.map((f) => rangDe(d.leaves, f, dire))),
  }))
  const univers: Univers = {
    dimensions,
    tableaux: instance.tables.map((t) => {
      const rangs = t.map((nom) =>
        rangDe(
          dims.map((d) => d.name),
          nom,
          dire,
        ),
      )
      if (new Set(rangs).size < rangs.length) throw dire('un tableau croise deux fois la même dimension.')
      const tries = rangs.toSorted((a, b) => a - b)
      return croiser(dimensions, tries)
    }),
    profils: profilsDe(source, dims, dire),
    impossibles: [],
    multiples: [],
  }
  const impossibles =
    typeof instance.primary === 'string' && instance.primary.includes('structural zeros') ? absentes(univers) : []
  const systeme = construire({ ...univers, impossibles }, dims, dire)
  const rangs = new Map(
    systeme.places.flatMap((places, cellule) => places.map((p) => [nommer(univers, dims, p), cellule] as const)),
  )
  const cellules = (noms: readonly string[]): ReadonlySet<number> =>
    new Set(
      noms.map((nom) => {
        const cellule = rangs.get(nom)
        if (cellule === undefined) throw dire(`la case « ${nom} » n’est dans aucun tableau.`)
        return cellule
      }),
    )
  const { primary, suppressed } = instance
  const plage = typeof primary === 'string' ? /counts (\d+)\.\.(\d+)/u.exec(primary) : null
  if (typeof primary === 'string' && plage === null) throw dire(`la règle « ${primary} » n’est pas comprise.`)
  return {
    id: instance.id,
    systeme,
    rangs,
    noms: systeme.places.map(([place]) => (place === undefined ? '' : nommer(univers, dims, place))),
    ...(plage === null ? {} : { plage: [Number(plage[1]), Number(plage[2])] as const }),
    ...(Array.isArray(primary) ? { primaires: cellules(primary) } : {}),
    ...(suppressed === undefined ? {} : { masquees: cellules(suppressed) }),
  }
}

/** Each equation of an instance as a table of its own: one dimension, some parts hidden, named by their rank. */
export const equationsDe = ({ id, equations = [] }: Instance): readonly Instance[] =>
  equations.map(({ parts, masked }, rang) => ({
    id: `${id}#${rang + 1}`,
    dims: [{ name: 'parts', leaves: parts.map((_, i) => `${i}`) }],
    counts: parts,
    tables: [['parts']],
    suppressed: masked.map((i) => `${i}`),
  }))

const sourceDe = (instance: Instance, toutes: readonly Instance[]): Instance => {
  const { counts } = instance
  if (counts === undefined || Array.isArray(counts) || typeof counts['same_as'] !== 'string') return instance
  const source = toutes.find((i) => i.id === counts['same_as'])
  if (source !== undefined && source !== instance) return source
  throw new ErreurInstance(`« ${instance.id} » reprend une instance absente du fichier. Rien n’a été produit.`)
}

type Dire = (raison: string) => ErreurInstance

const rangDe = (noms: readonly string[], nom: string, dire: Dire): number => {
  const rang = noms.indexOf(nom)
  if (rang < 0) throw dire(`« ${nom} » n’est pas déclaré.`)
  return rang
}

/** Dimensions of a list of persons: its columns, and what they hold, in the order met. */
const dimsDe = ({ microdata_counts: lignes }: Instance): Instance['dims'] =>
  lignes?.[0] === undefined
    ? undefined
    : Object.keys(lignes[0])
        .filter((nom) => nom !== 'freq')
        .map((name) => ({ name, leaves: [...new Set(lignes.map((l) => String(l[name])))] }))

const profilsDe = (source: Instance, dims: readonly DimensionNommee[], dire: Dire): readonly Profil[] => {
  const { counts, microdata_counts: lignes } = source
  if (lignes !== undefined)
    return lignes.map((l) => ({
      feuilles: dims.map((d) => rangDe(d.leaves, String(l[d.name]), dire)),
      effectif: Number(l['freq'] ?? 1),
    }))
  if (Array.isArray(counts)) {
    const combinaisons = produit(dims.map((d) => suite(d.leaves.length)))
    if (combinaisons.length !== counts.length)
      throw dire(`il faut ${combinaisons.length} effectifs, il y en a ${counts.length}.`)
    return combinaisons.map((feuilles, i) => ({ feuilles, effectif: counts[i] ?? 0 }))
  }
  return Object.entries(counts ?? {}).map(([cle, effectif]) => {
    const noms = cle.split(' | ')
    if (noms.length !== dims.length) throw dire(`« ${cle} » ne nomme pas une réponse par dimension.`)
    return { feuilles: dims.map((d, i) => rangDe(d.leaves, noms[i] ?? '', dire)), effectif: Number(effectif) }
  })
}

const absentes = ({ dimensions, profils }: Univers): Univers['impossibles'] => {
  const presentes = new Set(profils.filter((p) => p.effectif > 0).map((p) => p.feuilles.join(',')))
  return produit(dimensions.map((d) => suite(d.feuilles)))
    .filter((feuilles) => !presentes.has(feuilles.join(',')))
    .map((feuilles) => ({ dimensions: suite(dimensions.length), feuilles }))
}

const construire = (univers: Univers, dims: readonly DimensionNommee[], dire: Dire): Systeme => {
  try {
    return construireSysteme(univers)
  } catch (erreur) {
    if (!(erreur instanceof ErreurCatalogue)) throw erreur
    const [a, b] = erreur.croisement.map((d) => dims[d]?.name ?? '')
    throw dire(`ces tableaux croisent trop de dimensions. Retirez le croisement « ${a} × ${b} ».`)
  }
}

/** Codes in the order of the dimensions; Total for the whole of one, * for one that the table does not cross. */
const nommer = ({ tableaux }: Univers, dims: readonly DimensionNommee[], { tableau, noeuds }: Place): string =>
  dims
    .map(({ leaves, groups }, d) => {
      const rang = tableaux[tableau]?.findIndex((axe) => axe.dimension === d) ?? -1
      const noeud = noeuds[rang]
      if (rang < 0 || noeud === undefined) return '*'
      if (noeud === TOUT) return 'Total'
      return leaves[noeud] ?? Object.keys(groups)[noeud - leaves.length] ?? ''
    })
    .join(' | ')
