import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ReactNode, useMemo, useState } from 'react'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { ecrireMoment, lireMoment } from '#shared/domaine/observatoire/moment.ts'
import { NOTE_MAX, type Signalement } from '#shared/domaine/observatoire/signalement.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { attendRelecture, Avertissement } from './Avertissement.tsx'
import { optionsSecteurs } from './presenter.ts'
import { regles, type SaisieSignalement, suivant, versSignalement } from './saisie.ts'
import { useObservatoire } from './store.ts'
import classes from './observatoire.module.css'

type Props = {
  readonly depart: SaisieSignalement
  /** The fiche being corrected; a new one each time when absent. */
  readonly id?: string
  readonly onEnregistrer: (signalement: Signalement) => Promise<boolean>
  readonly actions?: ReactNode
}

/** One fiche on a line. Enter writes it, or goes to what is missing; in a burst, the next one starts from the last. */
export const FormulaireSignalement = ({ depart, id, onEnregistrer, actions }: Props) => {
  const nomenclature = useNomenclature()
  const secteurs = useObservatoire((s) => s.secteurs)
  const [idSuivant, setIdSuivant] = useState(() => crypto.randomUUID())
  const [notes, setNotes] = useState(0)
  const form = useForm<SaisieSignalement>({
    name: id ?? 'rafale',
    initialValues: depart,
    validate: {
      fonction: regles.choisi,
      secteurId: regles.choisi,
      date: regles.date,
      moment: regles.moment,
      trouble: regles.choisi,
      noteRelue: (relue, { note }) => (attendRelecture(note, relue) ? 'Relisez la note, ou changez-la.' : null),
    },
  })
  const offertes = (liste: string, deja: string | null) => optionsDe(nomenclature, liste, deja === null ? [] : [deja])
  const enregistrer = async (saisie: SaisieSignalement) => {
    if (!(await onEnregistrer(versSignalement(id ?? idSuivant, saisie)))) return
    setNotes((n) => n + 1)
    if (id !== undefined) return
    setIdSuivant(crypto.randomUUID())
    form.setValues(suivant(saisie))
    selectionner(form.getInputNode('date'))
  }
  const liste = (champ: ChampListe) => (
    <ChoixListe
      {...form.getInputProps(champ)}
      label={libelles[champ]}
      clearable={champ === 'lieu' || champ === 'frequence'}
      options={offertes(listes[champ], form.values[champ])}
      value={form.values[champ]}
      onChange={(code) => form.setFieldValue(champ, code)}
    />
  )
  const options = useMemo(() => optionsSecteurs(secteurs ?? [], depart.secteurId), [secteurs, depart.secteurId])
  return (
    <form
      className={classes[id === undefined ? 'rafale' : 'fiche']}
      aria-label={id === undefined ? 'Nouveau signalement' : 'Corriger le signalement'}
      onSubmit={form.onSubmit((saisie) => void enregistrer(saisie))}
      noValidate
    >
      {liste('fonction')}
      <ChoixListe
        {...form.getInputProps('secteurId')}
        label="Secteur"
        clearable={false}
        options={options}
        value={form.values.secteurId}
        onChange={(secteurId) => form.setFieldValue('secteurId', secteurId)}
      />
      <ChampDate
        {...form.getInputProps('date')}
        label="Date"
        aujourdhui={aujourdhui()}
        value={form.values.date}
        onChange={(texte) => form.setFieldValue('date', texte)}
      />
      <TextInput
        label="Heure ou moment"
        placeholder="21h30, soir…"
        autoComplete="off"
        maxLength={20}
        {...form.getInputProps('moment')}
        onBlur={() => {
          const lu = lireMoment(form.values.moment)
          if (lu !== undefined) form.setFieldValue('moment', ecrireMoment(lu))
        }}
      />
      {liste('trouble')}
      {liste('lieu')}
      {liste('frequence')}
      <TextInput
        className={classes['note'] ?? ''}
        label="Note"
        placeholder="Des faits, jamais une personne"
        autoComplete="off"
        maxLength={NOTE_MAX}
        {...form.getInputProps('note')}
        onChange={(e) => form.setValues({ note: e.currentTarget.value, noteRelue: false })}
      />
      <div className={classes['boutons']}>
        <Button type="submit">{id === undefined ? 'Noter' : 'Enregistrer'}</Button>
        {actions}
        <output className={classes['fait']}>{notes === 0 ? '' : dire(notes, id === undefined)}</output>
      </div>
      <div className={classes['avertissement']}>
        <Avertissement
          texte={form.values.note}
          relu={form.values.noteRelue}
          erreur={typeof form.errors['noteRelue'] === 'string' ? form.errors['noteRelue'] : null}
          onRelire={(noteRelue) => form.setFieldValue('noteRelue', noteRelue)}
        />
      </div>
    </form>
  )
}

type ChampListe = 'fonction' | 'trouble' | 'lieu' | 'frequence'
const libelles = { fonction: 'Signalé par', trouble: 'Trouble', lieu: 'Lieu', frequence: 'Fréquence' } as const
const listes = {
  fonction: 'fonction-signalante',
  trouble: 'trouble',
  lieu: 'lieu-trouble',
  frequence: 'frequence-trouble',
} as const

const dire = (notes: number, rafale: boolean): string => {
  if (!rafale) return 'Enregistré'
  return notes === 1 ? 'Signalement noté' : `${notes} signalements notés à la suite`
}

/** Typing replaces the date kept from the one before. */
const selectionner = (champ: HTMLElement | null): void => {
  champ?.focus()
  if (champ instanceof HTMLInputElement) champ.select()
}
