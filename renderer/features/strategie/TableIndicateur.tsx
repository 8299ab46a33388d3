import { Text } from '@mantine/core'
import type { CaseSuivie, IndicateurLu } from '#shared/domaine/strategie/indicateur.ts'
import { trouverLiaison } from '#shared/domaine/strategie/liaisons.ts'
import { nomDePeriodeSuivie, titreCourt } from '#shared/domaine/strategie/periode-suivie.ts'
import type { GenreValeur } from '#shared/domaine/strategie/valeur.ts'
import { CaseValeur } from './CaseValeur.tsx'
import { afficher } from './presenter.ts'
import classes from './strategie.module.css'

/** Target and realised, period by period. What Jalon counts and what is summed is read, all the rest is typed. */
export const TableIndicateur = ({ indicateur }: { readonly indicateur: IndicateurLu }) => {
  const { libelle, periodes, annee, periodicite, liaison } = indicateur
  const detaillee = periodicite !== 'annee'
  return (
    <>
      <table className={classes['valeurs']} aria-label={libelle}>
        <thead>
          <tr>
            <th scope="col">
              <span className="visuellement-cache">Valeur</span>
            </th>
            {periodes.map(({ periode }) => (
              <th key={periode} scope="col">
                <abbr title={nomDePeriodeSuivie(periode)}>{titreCourt(periode)}</abbr>
              </th>
            ))}
            {detaillee && <th scope="col">Année</th>}
          </tr>
        </thead>
        <tbody>
          {lignes.map(({ genre, titre }) => (
            <tr key={genre}>
              <th scope="row">{titre}</th>
              {periodes.map((suivie) => (
                <Cellule key={suivie.periode} indicateur={indicateur} genre={genre} suivie={suivie} />
              ))}
              {detaillee && <Cellule indicateur={indicateur} genre={genre} suivie={annee} annuelle />}
            </tr>
          ))}
        </tbody>
      </table>
      {liaison !== null && (
        <Text size="xs" c="dimmed">
          Calculé par Jalon : {trouverLiaison(liaison).definition}
          {annee.masque && ' Ce coffre ne tient pas ce métier, ou votre rôle ne le voit pas.'}
        </Text>
      )}
    </>
  )
}

const lignes: readonly { readonly genre: GenreValeur; readonly titre: string }[] = [
  { genre: 'cible', titre: 'Cible' },
  { genre: 'realise', titre: 'Réalisé' },
]

const Cellule = (props: {
  readonly indicateur: IndicateurLu
  readonly genre: GenreValeur
  readonly suivie: CaseSuivie
  readonly annuelle?: boolean
}) => {
  const { indicateur, genre, suivie, annuelle = false } = props
  const valeur = suivie[genre]
  const lecture = genre === 'realise' && (annuelle || indicateur.liaison !== null)
  if (lecture)
    return (
      <td data-lecture data-comptee={indicateur.liaison !== null}>
        {suivie.masque ? 'non compté' : afficher(valeur)}
      </td>
    )
  const quand = nomDePeriodeSuivie(suivie.periode)
  return (
    <td title={genre === 'realise' && suivie.noteLe !== null ? `Noté le ${dateDe(suivie.noteLe)}` : undefined}>
      <CaseValeur
        indicateur={indicateur}
        genre={genre}
        suivie={suivie}
        libelle={`${genre === 'cible' ? 'Cible' : 'Réalisé'}, ${quand} : ${indicateur.libelle}`}
      />
    </td>
  )
}

const dateDe = (instant: string): string => new Date(instant).toLocaleDateString('fr-FR')
