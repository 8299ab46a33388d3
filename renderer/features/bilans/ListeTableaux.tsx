import { Anchor, Group, Text, Title } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { allerAuTableau } from './ApercuImprime.tsx'
import { Definition } from './Definition.tsx'
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
            <Definition
              de={tableau.titre}
              texte={`${tableau.definition} Unité : ${tableau.unite}.${tableau.nonRenseigne === null ? '' : ` Non renseigné : ${tableau.nonRenseigne}.`}`}
            />
          </Group>
        </li>
      ))}
    </ul>
    <Title order={2} mt="md" mb={4}>
      Secret
    </Title>
    <Text size="sm">{phraseSecret(bilan.secret.cellulesMasquees, bilan.secret.seuil)}</Text>
    {bilan.secret.audit.statut === 'protege' ? (
      <Text size="sm" mt={4}>
        <IconCheck size={14} aria-hidden /> Contrôle réussi : aucune petite case ne peut être retrouvée en croisant les
        tableaux de ce bilan par le calcul.
      </Text>
    ) : (
      <Text size="sm" mt={4}>
        <IconCheck size={14} aria-hidden /> Contrôle des sommes réussi : aucune petite case ne se retrouve en combinant
        les sommes des tableaux. Le croisement complet de leurs questions n’est pas encore vérifié.
      </Text>
    )}
    <Text size="sm" c="dimmed" mt={4}>
      Seuil : une case de 1 à {bilan.secret.seuil - 1} personnes n’est jamais affichée. Choisissez 11 pour des données
      de santé, des données fiscales ou une mise en ligne ouverte.
    </Text>
  </section>
)
