import { Text } from '@mantine/core'
import { ecart } from './presenter.ts'
import classes from './aujourdhui.module.css'

type Props = {
  readonly personnes: number
  readonly entretiens: number
  readonly personnesAvant: number
  readonly entretiensAvant: number
}

/** The year so far beside the same days of the year before. */
export const AnneeEnCours = ({ personnes, entretiens, personnesAvant, entretiensAvant }: Props) => (
  <dl className={classes['chiffres']}>
    <Chiffre libelle="Personnes reçues" valeur={personnes} avant={personnesAvant} />
    <Chiffre libelle="Entretiens" valeur={entretiens} avant={entretiensAvant} />
  </dl>
)

const Chiffre = ({ libelle, valeur, avant }: { libelle: string; valeur: number; avant: number }) => (
  <div>
    <dt>{libelle}</dt>
    <dd>
      <span className={classes['nombre']}>{valeur.toLocaleString('fr-FR')}</span>
      <Text span size="xs" c="dimmed" display="block">
        {ecart(valeur, avant)}
      </Text>
    </dd>
  </div>
)
