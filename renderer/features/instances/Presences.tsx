import { Button, Group, NativeSelect, Text } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { EtatPresence, etatsPresence, libellesPresence } from '#shared/domaine/instances/reunion.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import { ChoixListes } from '#ui/ChoixListes.tsx'
import { lireJour } from '#app/jours.ts'
import { type SaisieReunion } from './presenter.ts'
import classes from './instances.module.css'

/** Functions called, and whether each came: a function, never a name. */
export const Presences = ({ form }: { readonly form: UseFormReturnType<SaisieReunion> }) => {
  const nomenclature = useNomenclature()
  const { presences } = form.values
  const codes = presences.map((p) => p.fonction)
  const passee = (lireJour(form.values.date) ?? '9999') <= aujourdhui()
  const noter = (etat: EtatPresence, fonction?: string) =>
    form.setFieldValue(
      'presences',
      presences.map((p) => (fonction === undefined || p.fonction === fonction ? { fonction: p.fonction, etat } : p)),
    )
  return (
    <fieldset className={classes['bloc']}>
      <legend>Fonctions conviées</legend>
      <ChoixListes
        aria-label="Fonctions conviées"
        placeholder="Ajouter une fonction"
        options={optionsDe(nomenclature, 'fonction-instance', codes)}
        value={codes}
        onChange={(choisis) =>
          form.setFieldValue(
            'presences',
            choisis.map((fonction) => presences.find((p) => p.fonction === fonction) ?? { fonction, etat: 'convie' }),
          )
        }
      />
      {presences.length > 0 && passee && (
        <>
          <div className={classes['presences']}>
            {presences.map(({ fonction, etat }) => (
              <NativeSelect
                key={fonction}
                label={libelleDe(nomenclature, 'fonction-instance', fonction)}
                data={etatsPresence.map((value) => ({ value, label: libellesPresence[value] }))}
                value={etat}
                onChange={(e) => noter(EtatPresence.parse(e.currentTarget.value), fonction)}
              />
            ))}
          </div>
          <Group>
            <Button variant="subtle" size="compact-sm" onClick={() => noter('present')}>
              Tous présents
            </Button>
          </Group>
        </>
      )}
      {form.errors['presences'] !== undefined && (
        <Text size="sm" role="alert" className={classes['erreur'] ?? ''}>
          {form.errors['presences']}
        </Text>
      )}
    </fieldset>
  )
}
