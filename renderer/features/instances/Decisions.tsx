import { ActionIcon, Button, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import type { SaisieReunion } from './presenter.ts'
import classes from './instances.module.css'

/** What was decided, who acts by function, for when, and when it was done. */
export const Decisions = ({ form }: { readonly form: UseFormReturnType<SaisieReunion> }) => {
  const nomenclature = useNomenclature()
  const { decisions } = form.values
  const ecrire = (rang: number, champ: 'acteur' | 'pourLe' | 'faiteLe', valeur: string | null) =>
    form.setFieldValue(`decisions.${rang}.${champ}`, valeur)
  return (
    <fieldset className={classes['bloc']}>
      <legend>Décisions</legend>
      {decisions.map((decision, rang) => (
        <div key={decision.id} className={classes['decision']}>
          <TextInput
            className={classes['texte'] ?? ''}
            label="Décision"
            maxLength={280}
            autoComplete="off"
            {...form.getInputProps(`decisions.${rang}.decision`)}
          />
          <ChoixListe
            label="Qui agit"
            options={optionsDe(nomenclature, 'fonction-instance', decision.acteur === null ? [] : [decision.acteur])}
            value={decision.acteur}
            onChange={(acteur) => ecrire(rang, 'acteur', acteur)}
            error={form.errors[`decisions.${rang}.acteur`]}
          />
          <ChampDate
            label="Pour le"
            aujourdhui={aujourdhui()}
            value={decision.pourLe}
            onChange={(texte) => ecrire(rang, 'pourLe', texte)}
            error={form.errors[`decisions.${rang}.pourLe`]}
          />
          <ChampDate
            label="Faite le"
            aujourdhui={aujourdhui()}
            value={decision.faiteLe}
            onChange={(texte) => ecrire(rang, 'faiteLe', texte)}
            error={form.errors[`decisions.${rang}.faiteLe`]}
          />
          <ActionIcon
            color="gray"
            aria-label={`Retirer la décision ${rang + 1}`}
            onClick={() => form.removeListItem('decisions', rang)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {form.errors['decisions'] !== undefined && (
        <Text size="sm" role="alert" className={classes['erreur'] ?? ''}>
          {form.errors['decisions']}
        </Text>
      )}
      <Button
        variant="default"
        w="fit-content"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() =>
          form.insertListItem('decisions', {
            id: crypto.randomUUID(),
            decision: '',
            acteur: null,
            pourLe: '',
            faiteLe: '',
          })
        }
      >
        Ajouter une décision
      </Button>
    </fieldset>
  )
}
