import { Button, NumberInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ReactNode, useEffect, useState } from 'react'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { designerSignalement, optionsSecteurs } from './presenter.ts'
import { interventionVide, regles, type SaisieIntervention, versIntervention } from './saisie.ts'
import { useObservatoire } from './store.ts'
import { enregistrerIntervention, proposerSignalements, useMediation } from './store-mediation.ts'
import classes from './observatoire.module.css'

type Props = {
  readonly depart: SaisieIntervention
  /** The one being corrected; a new one each time when absent. */
  readonly id?: string
  readonly actions?: ReactNode
}

/** One intervention on a line; the next one keeps its sector, its date and the number of médiateurs. */
export const FormulaireIntervention = ({ depart, id, actions }: Props) => {
  const nomenclature = useNomenclature()
  const secteurs = useObservatoire((s) => s.secteurs) ?? []
  const proposes = useMediation((s) => s.proposes)
  const [idSuivant, setIdSuivant] = useState(() => crypto.randomUUID())
  const [fait, setFait] = useState('')
  const form = useForm<SaisieIntervention>({
    name: id ?? 'intervention',
    initialValues: depart,
    validate: {
      secteurId: regles.choisi,
      date: regles.date,
      intervention: regles.choisi,
      mediateurs: (n) => (Number(n) >= 1 ? null : 'Un au moins.'),
    },
  })
  const { secteurId, signalementId } = form.values
  useEffect(() => void proposerSignalements(secteurId), [secteurId])
  const enregistrer = async (saisie: SaisieIntervention) => {
    if (!(await enregistrerIntervention(versIntervention(id ?? idSuivant, saisie)))) return
    setFait(id === undefined ? 'Intervention notée' : 'Enregistré')
    if (id !== undefined) return
    setIdSuivant(crypto.randomUUID())
    const { date, mediateurs } = saisie
    form.setValues({ ...interventionVide(), secteurId: saisie.secteurId, date, mediateurs })
    const champ = form.getInputNode('date')
    champ?.focus()
    if (champ instanceof HTMLInputElement) champ.select()
  }
  const liste = (champ: 'intervention' | 'resultat', libelle: string, code: string) => (
    <ChoixListe
      {...form.getInputProps(champ)}
      label={libelle}
      clearable={champ === 'resultat'}
      options={optionsDe(nomenclature, code, [form.values[champ] ?? ''])}
      value={form.values[champ]}
      onChange={(choisi) => form.setFieldValue(champ, choisi)}
    />
  )
  const reponses = proposes.map((s) => ({ value: s.id, label: designerSignalement(nomenclature, s) }))
  const lie = signalementId === null || reponses.some((r) => r.value === signalementId)
  return (
    <form
      className={classes[id === undefined ? 'rafale' : 'fiche']}
      data-mediation
      aria-label={id === undefined ? 'Nouvelle intervention' : 'Corriger l’intervention'}
      onSubmit={form.onSubmit((saisie) => void enregistrer(saisie))}
      noValidate
    >
      <ChoixListe
        {...form.getInputProps('secteurId')}
        label="Secteur"
        clearable={false}
        options={optionsSecteurs(secteurs, secteurId)}
        value={secteurId}
        onChange={(choisi) => form.setValues({ secteurId: choisi, signalementId: null })}
      />
      <ChampDate
        {...form.getInputProps('date')}
        label="Date"
        aujourdhui={aujourdhui()}
        value={form.values.date}
        onChange={(texte) => form.setFieldValue('date', texte)}
      />
      {liste('intervention', 'Intervention', 'intervention-mediation')}
      <ChoixListe
        className={classes['large'] ?? ''}
        label="Après le signalement"
        placeholder="Aucun"
        options={lie ? reponses : [{ value: signalementId, label: 'Signalement plus ancien' }, ...reponses]}
        value={signalementId}
        onChange={(choisi) => form.setFieldValue('signalementId', choisi)}
      />
      {liste('resultat', 'Résultat', 'resultat-mediation')}
      <NumberInput label="Médiateurs" min={1} max={99} {...form.getInputProps('mediateurs')} />
      <div className={classes['boutons']}>
        <Button type="submit">{id === undefined ? 'Noter' : 'Enregistrer'}</Button>
        {actions}
      </div>
      <output className={classes['fait']}>{fait}</output>
    </form>
  )
}
