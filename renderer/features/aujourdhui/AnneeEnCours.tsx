import { Text } from '@mantine/core'
import { Definition } from '#ui/Definition.tsx'
import { definitions } from './definitions.ts'
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
    <Chiffre libelle="Personnes reçues" definition={definitions.personnes} valeur={personnes} avant={personnesAvant} />
    <Chiffre libelle="Entretiens" definition={definitions.entretiens} valeur={entretiens} avant={entretiensAvant} />
  </dl>
)

type ChiffreProps = {
  readonly libelle: string
  readonly definition: string
  readonly valeur: number
  readonly avant: number
}

const Chiffre = ({ libelle, definition, valeur, avant }: ChiffreProps) => (
  <div>
    <dt>
      {libelle} <Definition de={libelle} texte={definition} />
    </dt>
    <dd>
      <span className={classes['nombre']}>{valeur.toLocaleString('fr-FR')}</span>
      <Text span size="xs" c="dimmed" display="block">
        {ecart(valeur, avant)}
      </Text>
    </dd>
  </div>
)
