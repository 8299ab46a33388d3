import { useMemo } from 'react'
import type { AccueilResume } from '#shared/domaine/tig/accueil.ts'
import { libellesEtatAccueil } from '#shared/domaine/tig/accueil.ts'
import { direAlerte, resumerAlerte } from '#shared/domaine/tig/alertes.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { type Colonne, TableVirtuelle, type TriTable } from '#ui/TableVirtuelle.tsx'
import { Avancement } from './Avancement.tsx'
import { choisir, useTig } from './store.ts'
import classes from './tig.module.css'

/** One line per accueil: who, where it stands, what waits. Measures are not shown in a list (DP-18). */
export const ListeAccueils = (props: {
  readonly lignes: readonly AccueilResume[]
  readonly tri: TriTable
  readonly onTri: (tri: TriTable) => void
  readonly etroite: boolean
  readonly onChoisir: () => void
}) => {
  const choisi = useTig((s) => s.accueil?.suiviId)
  const lignes = useMemo(() => new Map(props.lignes.map((l, i) => [i, l])), [props.lignes])
  return (
    <TableVirtuelle
      libelle="Accueils"
      colonnes={props.etroite ? colonnes.filter((c) => etroites.has(c.code)) : colonnes}
      total={props.lignes.length}
      lignes={lignes}
      demander={rien}
      choisie={choisi}
      onChoisir={({ id }) => {
        props.onChoisir()
        void choisir(id)
      }}
      tri={props.tri}
      onTri={props.onTri}
    />
  )
}

const rien = (): void => undefined

const etroites = new Set(['personne', 'heures', 'alerte'])

const colonnes: readonly Colonne<AccueilResume>[] = [
  { code: 'personne', titre: 'Personne', largeur: 'minmax(120px, 2fr)', triable: true, cellule: (l) => l.personne },
  { code: 'etat', titre: 'État', largeur: '76px', cellule: (l) => libellesEtatAccueil[l.etat] },
  { code: 'poste', titre: 'Poste', largeur: 'minmax(110px, 2fr)', triable: true, cellule: (l) => l.poste ?? '' },
  { code: 'heures', titre: 'Heures', largeur: 'minmax(150px, 1.5fr)', cellule: (l) => <Avancement {...l} /> },
  {
    code: 'echeance',
    titre: 'Échéance',
    largeur: '88px',
    triable: true,
    cellule: (l) => (l.echeance === null ? '' : dateFrancaise(l.echeance)),
  },
  {
    code: 'alerte',
    titre: 'À faire',
    largeur: 'minmax(150px, 3fr)',
    triable: true,
    cellule: ({ alertes: [premiere, ...autres] }) =>
      premiere === undefined ? (
        ''
      ) : (
        <span className={classes['alerte']} title={[premiere, ...autres].map(direAlerte).join('\n')}>
          {resumerAlerte(premiere)}
          {autres.length > 0 ? ` (+${autres.length})` : ''}
        </span>
      ),
  },
]
