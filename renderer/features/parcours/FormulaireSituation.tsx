import { Button, Checkbox, NativeSelect, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { ChampReponse } from '#app/ChampsReponses.tsx'
import { repondre } from '#app/reponses.ts'
import { questionsSituation } from '#shared/domaine/dispositifs/cvp/situations.ts'
import {
  libellesMomentSituation,
  libellesMotifCorrection,
  type MomentSituation,
  MotifCorrection,
  motifsCorrection,
  type Situation,
} from '#shared/domaine/parcours/situation.ts'
import type { Reponses } from '#shared/domaine/reponses.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ecrireDate } from '#ui/lire-date.ts'
import { champDe, Formulaire } from './Formulaire.tsx'
import classes from './parcours.module.css'
import { jourAttendu, lireJour } from '#app/jours.ts'
import { ecrire } from './store.ts'

type Valeurs = { date: string; jointe: boolean; reponses: Reponses; motif: string }

/** One situation to fill, or to correct once it is frozen. `modele`: the entry, whose answers may be taken up to save typing. */
export const FormulaireSituation = (props: {
  readonly suiviId: string
  readonly moment: MomentSituation
  readonly situation: Situation | undefined
  readonly modele: Situation | undefined
  readonly onFini: () => void
}) => {
  const { suiviId, moment, situation, modele, onFini } = props
  const figee = situation?.valideeLe != null
  const apresLiberation = moment === 'six-mois' || moment === 'douze-mois'
  const form = useForm<Valeurs>({
    initialValues: {
      date: ecrireDate(situation?.date ?? aujourdhui()),
      jointe: situation?.jointe ?? true,
      reponses: situation?.reponses ?? {},
      motif: '',
    },
    validate: { date: jourAttendu, motif: (m) => (figee && m === '' ? 'Dites pourquoi elle est corrigée.' : null) },
  })
  const envoyer = async (v: Valeurs, intention: string) => {
    const date = lireJour(v.date)
    if (date == null) return {}
    const saisie = { suiviId, moment, date, jointe: v.jointe, reponses: v.jointe ? v.reponses : {} }
    const motif = MotifCorrection.safeParse(v.motif)
    if (figee && motif.success)
      return ecrire(api.parcours.corrigerSituation({ ...saisie, id: crypto.randomUUID(), motif: motif.data }))
    return ecrire(api.parcours.enregistrerSituation({ ...saisie, validee: intention === VALIDER }))
  }
  return (
    <Formulaire
      libelle={libellesMomentSituation[moment]}
      form={form}
      envoyer={envoyer}
      onFini={onFini}
      bouton={figee ? 'Enregistrer la correction' : 'Enregistrer, à valider plus tard'}
      actions={
        <>
          {!figee && (
            <Button type="submit" variant="default" value={VALIDER}>
              Valider et figer
            </Button>
          )}
          {situation === undefined && modele !== undefined && (
            <Button variant="default" onClick={() => form.setFieldValue('reponses', modele.reponses)}>
              Partir de l’entrée
            </Button>
          )}
        </>
      }
    >
      <Text fw={600}>{libellesMomentSituation[moment]}</Text>
      <div className={classes['grille']}>
        <ChampDate label="Situation au" aujourdhui={aujourdhui()} {...champDe(form, 'date')} />
        {figee && (
          <NativeSelect label="Motif de la correction" data={motifs} {...form.getInputProps('motif')} withAsterisk />
        )}
        {apresLiberation && (
          <Checkbox mt={28} label="La personne a été jointe" {...form.getInputProps('jointe', { type: 'checkbox' })} />
        )}
        {form.values.jointe &&
          questionsSituation.map((question) => (
            <ChampReponse
              key={question.code}
              champ={{ ...question, porteur: 'participation' }}
              reponse={form.values.reponses[question.code]}
              onChange={(reponse) =>
                form.setFieldValue('reponses', repondre(form.getValues().reponses, question.code, reponse))
              }
              erreur={enTexte(form.errors[`reponses.${question.code}`])}
            />
          ))}
      </div>
    </Formulaire>
  )
}

const VALIDER = 'valider'

const motifs = [
  { value: '', label: 'Choisir…' },
  ...motifsCorrection.map((value) => ({ value, label: libellesMotifCorrection[value] })),
]

const enTexte = (erreur: ReactNode): string | undefined => (typeof erreur === 'string' ? erreur : undefined)
