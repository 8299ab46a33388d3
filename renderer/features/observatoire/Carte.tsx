import { useId } from 'react'
import {
  COLONNES,
  parCarreau,
  placeDe,
  plusLongueBande,
  RANGEES,
  type SecteurDessine,
  voisin,
} from '#shared/domaine/observatoire/carte.ts'
import { type Classe, classesDe, rangClasse } from '#shared/domaine/observatoire/classes.ts'
import classes from './observatoire.module.css'

type Props = {
  readonly titre: string
  readonly secteurs: readonly SecteurDessine[]
  readonly nombres: ReadonlyMap<string, number>
}

/** Width and height of a square, in the units of the drawing. */
const [LARGEUR, HAUTEUR] = [56, 40]
/** What a letter takes of the width, and the margin on each side of a name. */
const [LETTRE, MARGE] = [7, 4]

/** The map that the user drew, each sector filled by what it counts: a shade, a pattern, and the number itself. */
export const Carte = ({ titre, secteurs, nombres }: Props) => {
  const id = useId()
  const dessines = secteurs.filter((s) => s.carreaux.length > 0)
  const nombreDe = (secteur: SecteurDessine): number => nombres.get(secteur.id) ?? 0
  const paliers = classesDe(Math.max(0, ...dessines.map(nombreDe)))
  const motif = (secteur: SecteurDessine): string => `url(#${id}-${rangClasse(paliers, nombreDe(secteur)) + 1})`
  return (
    <figure className={classes['carte']}>
      <svg
        role="img"
        aria-label={[titre, ...dessines.map((s) => `${s.nom} : ${nombreDe(s)}`)].join('. ')}
        viewBox={`-1 -1 ${COLONNES * LARGEUR + 2} ${RANGEES * HAUTEUR + 2}`}
      >
        <Motifs id={id} />
        <rect className={classes['feuille']} width={COLONNES * LARGEUR} height={RANGEES * HAUTEUR} />
        {dessines.flatMap((secteur) =>
          secteur.carreaux.map((carreau) => (
            <rect key={carreau} {...coinDe(carreau)} width={LARGEUR} height={HAUTEUR} fill={motif(secteur)} />
          )),
        )}
        <path className={classes['limites']} d={limites(dessines)} />
        {dessines.map((secteur) => (
          <Etiquette key={secteur.id} secteur={secteur} nombre={nombreDe(secteur)} />
        ))}
      </svg>
      <Legende id={id} paliers={paliers} />
    </figure>
  )
}

const coinDe = (carreau: number): { readonly x: number; readonly y: number } => {
  const { colonne, rangee } = placeDe(carreau)
  return { x: colonne * LARGEUR, y: rangee * HAUTEUR }
}

/** The sides of squares where a sector ends. */
const limites = (secteurs: readonly SecteurDessine[]): string => {
  const tenants = parCarreau(secteurs)
  const traits = [...tenants].flatMap(([carreau, secteur]) => {
    const { x, y } = coinDe(carreau)
    const cotes = [
      { droite: 0, bas: -1, d: `M${x} ${y}h${LARGEUR}` },
      { droite: 0, bas: 1, d: `M${x} ${y + HAUTEUR}h${LARGEUR}` },
      { droite: -1, bas: 0, d: `M${x} ${y}v${HAUTEUR}` },
      { droite: 1, bas: 0, d: `M${x + LARGEUR} ${y}v${HAUTEUR}` },
    ]
    return cotes.flatMap(({ droite, bas, d }) => {
      const autre = voisin(carreau, droite, bas)
      return autre !== undefined && tenants.get(autre) === secteur ? [] : [d]
    })
  })
  return traits.join('')
}

/** The name, cut to the squares it is written on, over the number. */
const Etiquette = ({ secteur, nombre }: { readonly secteur: SecteurDessine; readonly nombre: number }) => {
  const bande = plusLongueBande(secteur.carreaux)
  if (bande === undefined) return null
  const place = Math.floor((bande.longueur * LARGEUR - 2 * MARGE) / LETTRE)
  const nom = secteur.nom.length > place ? `${secteur.nom.slice(0, Math.max(1, place - 1))}…` : secteur.nom
  const largeur = Math.max(nom.length, String(nombre).length + 1) * LETTRE + 2 * MARGE
  const [x, y] = [(bande.debut + bande.longueur / 2) * LARGEUR, bande.rangee * HAUTEUR]
  return (
    <g>
      <title>
        {secteur.nom} : {nombre}
      </title>
      <rect
        className={classes['cartouche']}
        x={x - largeur / 2}
        y={y + 4}
        width={largeur}
        height={HAUTEUR - 8}
        rx={3}
      />
      <text className={classes['nom']} x={x} y={y + 17}>
        {nom}
      </text>
      <text className={classes['nombre']} x={x} y={y + 32}>
        {nombre}
      </text>
    </g>
  )
}

/** From nothing to the most: blank, dots, stripes, crossed stripes, plain. Told apart without colours. */
const Motifs = ({ id }: { readonly id: string }) => (
  <defs>
    {motifs.map((trace, rang) => (
      <pattern
        // oxlint-disable-next-line react/no-array-index-key -- the rank is the class
        key={rang}
        id={`${id}-${rang}`}
        className={classes['motif']}
        data-classe={rang}
        width={8}
        height={8}
        patternUnits="userSpaceOnUse"
      >
        <rect width={8} height={8} />
        <path d={trace} />
      </pattern>
    ))}
  </defs>
)

const motifs = [
  '',
  'M2 2h1.6M6 6h1.6',
  'M-1 1l2-2M0 8l8-8M7 9l2-2',
  'M0 8l8-8M0 0l8 8M-1 1l2-2M7 9l2-2M-1 7l2 2M7 -1l2 2',
  '',
]

const Legende = ({ id, paliers }: { readonly id: string; readonly paliers: readonly Classe[] }) => (
  <figcaption className={classes['legende']}>
    {[{ de: 0, a: 0 }, ...paliers].map(({ de, a }, rang) => (
      <span key={de}>
        <svg width={24} height={16} aria-hidden>
          <rect className={classes['pave']} width={24} height={16} fill={`url(#${id}-${rang})`} />
        </svg>
        {de === a ? de : `${de} à ${a}`}
      </span>
    ))}
  </figcaption>
)
