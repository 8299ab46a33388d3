import { Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { aller } from '#app/navigation.ts'
import type { Echeance } from '#shared/domaine/echeance.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { Personnes } from './Personnes.tsx'
import { delai } from './presenter.ts'
import { basculerEcheance, useAujourdhui } from './store.ts'
import classes from './aujourdhui.module.css'

/** What is due, late things first; one key or one click says « fait », the same takes it back. */
export const Echeances = ({ echeances }: { readonly echeances: readonly Echeance[] }) => {
  const jour = useAujourdhui((s) => s.jour)
  const faites = useAujourdhui((s) => s.faites)
  if (echeances.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Rien à faire dans les sept jours. Une échéance se note en bas du formulaire d’un entretien, ou sur la fiche
        d’une personne.
      </Text>
    )
  return (
    <ul className={classes['liste']}>
      {echeances.map((echeance) => (
        <Ligne key={echeance.id} echeance={echeance} jour={jour} faite={faites.has(echeance.id)} />
      ))}
    </ul>
  )
}

const Ligne = ({ echeance, jour, faite }: { echeance: Echeance; jour: string; faite: boolean }) => {
  const { texte, retard } = delai(echeance.date, jour)
  return (
    <li className={classes['ligne']} data-faite={faite || undefined}>
      <Stack gap={0} className={classes['corps']}>
        <Text size="sm" fw={600} td={faite ? 'line-through' : 'none'}>
          {echeance.libelle}
        </Text>
        <Personnes personnes={echeance.personnes} ouvrir={(id) => aller('personnes', { id })} />
      </Stack>
      <Group gap={4} wrap="nowrap" className={classes['date']}>
        {retard && !faite && <IconAlertTriangle size={15} aria-hidden className={classes['alerte']} />}
        <Text size="sm" ta="right" {...(retard && !faite ? { fw: 600, className: classes['alerte'] } : {})}>
          {faite ? 'fait' : texte}
          <Text span size="xs" c="dimmed" display="block" fw={400}>
            {dateFrancaise(echeance.date)}
          </Text>
        </Text>
      </Group>
      <Button
        size="compact-sm"
        variant={faite ? 'subtle' : 'default'}
        leftSection={faite ? undefined : <IconCheck size={14} aria-hidden />}
        aria-label={faite ? `Remettre à faire : ${echeance.libelle}` : `Fait : ${echeance.libelle}`}
        onClick={() => void basculerEcheance(echeance.id)}
        className={classes['bouton']}
      >
        {faite ? 'Annuler' : 'Fait'}
      </Button>
    </li>
  )
}
