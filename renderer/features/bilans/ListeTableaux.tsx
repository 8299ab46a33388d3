import { Anchor, Group, Text, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type Bilan, nomsUnite } from '#shared/domaine/bilan/bilan.ts'
import { allerAuTableau } from './ApercuImprime.tsx'
import { aideSeuil } from './ComparerFacons.tsx'
import { Definition } from '#ui/Definition.tsx'
import { BoutonPourquoi } from './Pourquoi.tsx'
import { phraseSecret } from './presenter.ts'
import classes from './bilans.module.css'

/** The tables of the report: one click to see each, one click to know how it counts. */
export const ListeTableaux = ({ bilan }: { readonly bilan: Bilan }) => (
  <section>
    <Title order={2} mb={4}>
      Tableaux
    </Title>
    <ul className={classes['tableaux']}>
      {bilan.tableaux.map((tableau, rang) => (
        <li key={tableau.id}>
          <Group gap={4} justify="space-between" wrap="nowrap">
            <Anchor component="button" type="button" ta="left" size="sm" onClick={() => allerAuTableau(rang + 1)}>
              {tableau.titre}
            </Anchor>
            <Text span size="xs" c="dimmed" ml="auto" style={{ whiteSpace: 'nowrap' }}>
              {masquees(tableau)}
            </Text>
            <Definition
              de={tableau.titre}
              texte={`${tableau.definition} Unité : ${nomsUnite[tableau.unite].plusieurs}.${tableau.nonRenseigne === null ? '' : ` Non renseigné : ${tableau.nonRenseigne}.`}`}
            />
          </Group>
        </li>
      ))}
    </ul>
    <Title order={2} mt="md" mb={4}>
      Secret
    </Title>
    <Text size="sm">
      {phraseSecret(bilan.secret, bilan.tableaux.find((t) => t.arrondi !== undefined)?.arrondi)}{' '}
      {bilan.secret.cellulesMasquees > 0 && <BoutonPourquoi />}
    </Text>
    <Text size="sm" mt={4}>
      <IconCheck size={14} aria-hidden /> Contrôle réussi : aucune petite case ne peut être retrouvée en croisant les
      tableaux de ce bilan par le calcul.
    </Text>
    <Text size="sm" c="dimmed" mt={4}>
      {aideSeuil(bilan.secret.seuil)}
    </Text>
  </section>
)

/** How many cells of a table bear « s », never which ones are small. */
const masquees = ({ cellules }: Bilan['tableaux'][number]): string => {
  const nombre = cellules.filter((c) => c.etat !== 'publie').length
  return nombre === 0 ? '' : `${nombre} « s »`
}
