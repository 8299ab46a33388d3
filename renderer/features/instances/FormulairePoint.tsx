import { Button, Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import type { PointNominatifLu } from '#shared/domaine/instances/nominatif.ts'
import type { Reunion } from '#shared/domaine/instances/reunion.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { champDe } from './champ.ts'
import { ChoixPersonne } from './ChoixPersonne.tsx'
import { noterPoint } from './points.ts'
import { jourAttendu, jourFacultatif, lireJour } from '#app/jours.ts'
import classes from './instances.module.css'

type Props = { readonly reunion: Reunion; readonly point: PointNominatifLu | null; readonly onFini: () => void }

/** One situation: somebody, a need of a closed list, and what was decided. */
export const FormulairePoint = ({ reunion, point, onFini }: Props) => {
  const nomenclature = useNomenclature()
  const form = useForm({
    initialValues: {
      id: point?.id ?? crypto.randomUUID(),
      personneId: point?.personneId ?? null,
      nom: point?.nom ?? '',
      designation: point?.designation ?? '',
      naissance: point === null ? '' : String(point.naissance),
      origine: point?.origine ?? (null as string | null),
      besoin: point?.besoin ?? (null as string | null),
      decision: point?.decision ?? '',
      acteur: point?.acteur ?? (null as string | null),
      pourLe: point === null ? '' : dateFrancaise(point.pourLe),
      faiteLe: point?.faiteLe == null ? '' : dateFrancaise(point.faiteLe),
      finSuivi: point?.finSuivi == null ? '' : dateFrancaise(point.finSuivi),
    },
    validate: {
      designation: (texte, v) => (texte.trim() === '' && v.personneId === null ? 'Désignez la personne.' : null),
      naissance: (texte) => (/^(?:19|20)\d{2}$/.test(texte.trim()) ? null : 'Attendu : l’année, sur quatre chiffres.'),
      origine: (code) => (code === null ? 'Dites qui signale.' : null),
      besoin: (code) => (code === null ? 'Dites le besoin.' : null),
      decision: (texte) => (texte.trim() === '' ? 'Dites ce qui est décidé.' : null),
      acteur: (code) => (code === null ? 'Dites qui agit.' : null),
      pourLe: jourAttendu,
      faiteLe: jourFacultatif,
      finSuivi: jourFacultatif,
    },
  })
  const enregistrer = async (v: typeof form.values) => {
    const [pourLe, faiteLe, finSuivi] = [lireJour(v.pourLe), lireJour(v.faiteLe), lireJour(v.finSuivi)]
    if (pourLe == null || faiteLe === undefined || finSuivi === undefined) return
    if (v.origine === null || v.besoin === null || v.acteur === null) return
    const erreurs = await noterPoint({
      id: v.id,
      reunionId: reunion.id,
      personneId: v.personneId,
      designation: v.personneId === null ? v.designation : null,
      naissance: Number(v.naissance),
      origine: v.origine,
      besoin: v.besoin,
      decision: v.decision,
      acteur: v.acteur,
      pourLe,
      faiteLe,
      finSuivi,
    })
    if (erreurs === undefined) onFini()
    else form.setErrors(erreurs)
  }
  return (
    <form aria-label="Situation" noValidate onSubmit={form.onSubmit((v) => void enregistrer(v))}>
      <fieldset className={classes['bloc']}>
        <legend>{point === null ? 'Nouvelle situation' : 'Modifier la situation'}</legend>
        <Group grow align="flex-start" gap="sm">
          <ChoixPersonne form={form} />
          <TextInput
            label="Année de naissance"
            description="Pour détruire à temps."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={4}
            inputMode="numeric"
            {...form.getInputProps('naissance')}
          />
        </Group>
        <Group grow align="flex-start" gap="sm">
          <ChoixListe
            label="Origine du signalement"
            options={optionsDe(nomenclature, 'origine-signalement')}
            {...champDe(form, 'origine')}
          />
          <ChoixListe label="Besoin" options={optionsDe(nomenclature, 'besoin-signale')} {...champDe(form, 'besoin')} />
        </Group>
        <TextInput
          label="Décision"
          description="Une action, sans récit : « proposer un rendez-vous »."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={160}
          autoComplete="off"
          {...form.getInputProps('decision')}
        />
        <Group grow align="flex-start" gap="sm">
          <ChoixListe
            label="Qui agit"
            options={optionsDe(nomenclature, 'fonction-instance')}
            {...champDe(form, 'acteur')}
          />
          <ChampDate label="Pour le" aujourdhui={aujourdhui()} {...champDe(form, 'pourLe')} />
        </Group>
        <Group grow align="flex-start" gap="sm">
          <ChampDate label="Fait le" aujourdhui={aujourdhui()} {...champDe(form, 'faiteLe')} />
          <ChampDate label="Suivi terminé le" aujourdhui={aujourdhui()} {...champDe(form, 'finSuivi')} />
        </Group>
        <Group gap="xs">
          <Button type="submit">Enregistrer</Button>
          <Button variant="subtle" color="gray" onClick={onFini}>
            Annuler
          </Button>
        </Group>
      </fieldset>
    </form>
  )
}
