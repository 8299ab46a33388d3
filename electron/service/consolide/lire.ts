import { type Consolidation, enUneFois } from '#db/consolidation/base.ts'
import { lireEntetes, lireSections, lotsEcartes, lotsRetenus } from '#db/consolidation/lots.ts'
import { listerAttendus, listerPostesSuivis } from '#db/consolidation/postes.ts'
import type { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { anneeDe, type Periode } from '#shared/domaine/bilan/periode.ts'
import { type CodeDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { comparerEnFrancais } from '#shared/utils/texte.ts'
import { empreinteDeDefinition } from '../lots/definition.ts'
import type { AnneePrecedente } from './annee-precedente.ts'
import type { LotConsolide } from './joindre.ts'

/** A lot that is added up, and whose it is. */
export type LotLu = LotConsolide & Periode & { readonly poste: string; readonly postes: Bilan['postes'] }

/** Which posts are added, and which are not, and why. Posts are no persons: they are named. */
export type Perimetre = {
  readonly lots: readonly LotLu[]
  readonly manquants: readonly string[]
  readonly enRetard: readonly string[]
  readonly autreDefinition: readonly string[]
  readonly demonstration: boolean
  readonly recits: readonly { readonly poste: string; readonly code: string; readonly texte: string }[]
}

/** Reads what counts for these days: the latest lot of each post, of the definitions of this Jalon. */
export const lirePerimetre = (base: Consolidation, demande: Demande, aujourdhui: string): Promise<Perimetre> =>
  enUneFois(base, (trx) => lire(trx, demande, aujourdhui))

type Demande = Periode & { readonly dispositif: CodeDispositif }

const lire = async (base: Consolidation, demande: Demande, aujourdhui: string): Promise<Perimetre> => {
  const { dispositif, du, au } = demande
  const definition = empreinteDeDefinition(dispositif)
  const noms = new Map((await listerPostesSuivis(base)).map((p) => [p.id, p]))
  const tous = await lotsRetenus(base, { dispositif, du, au })
  const retenus = tous.filter((l) => l.definition === definition)
  const entetes = new Map((await lireEntetes(base, { dispositif, du, au })).map((e) => [e.lot, e.entete]))
  const nomDe = (id: string): string => noms.get(id)?.nom ?? ''
  const lots = retenus.flatMap((l): readonly LotLu[] => {
    const entete = entetes.get(l.id)
    if (entete === undefined) return []
    const { recensements, liees, postes } = entete
    return [{ id: l.id, poste: nomDe(l.posteId), du, au, recensements, liees, postes }]
  })
  const recus = new Set(tous.map((l) => l.posteId))
  const ecartes = await lotsEcartes(base, dispositif)
  const coffresRecus = new Set(retenus.map((l) => noms.get(l.posteId)?.coffre))
  const attendus = (await listerAttendus(base)).filter(
    (a) => a.dispositif === dispositif && a.annee === anneeDe(demande) && !recus.has(a.posteId),
  )
  const autres = [
    ...tous.filter((l) => l.definition !== definition).map((l) => nomDe(l.posteId)),
    ...ecartes.filter((e) => e.du === du && e.au === au && !coffresRecus.has(e.coffre)).map((e) => e.nom),
  ]
  const connus = await postesDesAutresAnnees(base, dispositif)
  const enRetard = attendus.filter((a) => a.pourLe < aujourdhui).map((a) => nomDe(a.posteId))
  const manquants = [
    ...attendus.filter((a) => a.pourLe >= aujourdhui).map((a) => nomDe(a.posteId)),
    ...connus.filter((id) => !recus.has(id) && !attendus.some((a) => a.posteId === id)).map(nomDe),
  ].filter((nom) => !autres.includes(nom))
  return {
    lots: lots.toSorted((a, b) => comparerEnFrancais(a.poste, b.poste) || (a.id < b.id ? -1 : 1)),
    manquants: ranger(manquants),
    enRetard: ranger(enRetard),
    autreDefinition: ranger(autres),
    demonstration: lots.some((l) => entetes.get(l.id)?.demonstration === true),
    recits: (await lireSections(base, { dispositif, du, au, definition })).map(({ poste, code, texte }) => ({
      poste,
      code,
      texte,
    })),
  }
}

/** Posts that gave a lot of this dispositif for any days. */
const postesDesAutresAnnees = async (base: Consolidation, dispositif: CodeDispositif): Promise<readonly string[]> => [
  ...new Set(
    (await base.selectFrom('lot').select('poste_id').where('dispositif', '=', dispositif).distinct().execute()).map(
      (l) => l.poste_id,
    ),
  ),
]

const ranger = (noms: readonly string[]): string[] => [...new Set(noms)].toSorted(comparerEnFrancais)

export const SANS_DOUBLE =
  'Les personnes ne sont pas dédoublonnées entre postes : une personne reçue par deux postes compte deux fois.'

/** The sections of the consolidated report: what is added, then what the posts wrote, each under its name. */
export const sectionsDuPerimetre = (
  dispositif: CodeDispositif,
  { lots, manquants, enRetard, autreDefinition, recits }: Perimetre,
  retires: readonly string[],
  avant?: AnneePrecedente,
): Bilan['sections'] => {
  const etp = lots.flatMap((l) => l.postes).reduce((n, p) => n + (p.etp * p.mois) / 12, 0)
  const finances = lots.flatMap((l) => l.postes).reduce((n, p) => n + p.financementDu, 0)
  const lignes = [
    `Ce bilan additionne les lots de ${lots.length} poste${lots.length > 1 ? 's' : ''} : ${lots.map((l) => l.poste).join(', ')}.`,
    ...nommer('Lots manquants', manquants),
    ...nommer('Lots en retard', enRetard),
    ...nommer('Lots d’une autre définition, non additionnés', autreDefinition),
    SANS_DOUBLE,
    `Ensemble : ${nombre(etp)} ETP dans l’année, ${nombre(finances)} € de financement.`,
    ...nommer('Tableaux laissés de côté, faute de preuve', retires),
    ...(avant === undefined ? [] : [direAvant(avant, lots.length)]),
  ]
  return [
    { code: 'consolidation', titre: 'Postes additionnés', texte: lignes.join('\n\n') },
    ...dispositifs[dispositif].sections.flatMap(({ code, titre }) => {
      const siens = recits.filter((r) => r.code === code)
      const texte = siens.map((r) => `${r.poste} : ${r.texte}`).join('\n\n')
      return siens.length === 0 ? [] : [{ code, titre: `${titre} (réponses des postes)`, texte }]
    }),
  ]
}

/** An evolution between other posts would be taken for one of the facts. */
const direAvant = ({ jugee: { annee }, postes }: AnneePrecedente, nombreDePostes: number): string =>
  postes === nombreDePostes
    ? `Les nombres de ${annee} sont ceux du bilan consolidé publié alors, pour autant de postes.`
    : `Les nombres de ${annee} sont ceux du bilan consolidé publié alors, qui additionnait ${postes} poste${postes > 1 ? 's' : ''} et non ${nombreDePostes} : une évolution tient d’abord au nombre de postes.`

const nommer = (quoi: string, noms: readonly string[]): readonly string[] =>
  noms.length === 0 ? [] : [`${quoi} : ${noms.join(', ')}.`]

const nombre = (n: number): string => n.toLocaleString('fr-FR', { maximumFractionDigits: 2 })
