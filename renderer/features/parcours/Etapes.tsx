import { ActionIcon, Anchor, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { type CodeEtape, type CodeRepere, libellesEtape, reperes } from '#shared/domaine/parcours/etape.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { viser } from '#ui/focus.ts'
import { ecrireDate } from '#ui/lire-date.ts'
import { champDe, Formulaire } from './Formulaire.tsx'
import classes from './parcours.module.css'
import { jourAttendu, lireJour } from '#app/jours.ts'
import { etapeCourante, libelleRepere } from './presenter.ts'
import { Repli } from './Repli.tsx'
import { ecrire, ecrireEtDire } from './store.ts'

/** The ten stages with the day each was reached, and the dates noted by hand under theirs. Nothing forces the order. */
export const Etapes = ({ parcours }: { readonly parcours: Parcours }) => {
  const [repris, setRepris] = useState<CodeRepere>()
  const finir = () => {
    setRepris(undefined)
    viser(() => document.querySelector<HTMLElement>('[data-raccourci="r"]'))
  }
  const courante = etapeCourante(parcours.avancement)
  return (
    <section className={classes['cadre']} aria-label="Étapes" data-zone>
      <Title order={2}>Étapes</Title>
      <ol className={classes['etapes']}>
        {parcours.avancement.map(({ etape, atteinte, date }) => (
          <li
            key={etape}
            className={classes['etape']}
            data-atteinte={atteinte}
            aria-current={etape === courante ? 'step' : undefined}
          >
            <div className={classes['ligne-etape']}>
              <span className={atteinte ? undefined : classes['a-atteindre']}>{libellesEtape[etape]}</span>
              <span>
                {date === null ? <span className="visuellement-cache">pas encore</span> : dateFrancaise(date)}
              </span>
            </div>
            <Reperes parcours={parcours} etape={etape} onReprendre={setRepris} />
          </li>
        ))}
      </ol>
      {repris === undefined ? (
        <Repli libelle="Noter une date" raccourci="r">
          {(fermer) => <FormulaireRepere parcours={parcours} onFini={fermer} />}
        </Repli>
      ) : (
        <FormulaireRepere key={repris} parcours={parcours} repere={repris} onFini={finir} />
      )}
    </section>
  )
}

const Reperes = (props: {
  readonly parcours: Parcours
  readonly etape: CodeEtape
  readonly onReprendre: (repere: CodeRepere) => void
}) => {
  const { parcours, etape, onReprendre } = props
  const siens = parcours.reperes.filter((n) => reperes.some((r) => r.code === n.repere && r.etape === etape))
  if (siens.length === 0) return null
  return (
    <ul className={classes['reperes']}>
      {siens.map(({ repere, date }) => (
        <li key={repere} className={classes['repere']}>
          <Anchor component="button" type="button" size="xs" onClick={() => onReprendre(repere)}>
            {libelleRepere(repere)} : {dateFrancaise(date)}
          </Anchor>
          <ActionIcon
            size={22}
            color="gray"
            aria-label={`Retirer la date : ${libelleRepere(repere)}`}
            onClick={(event) => {
              const zone = event.currentTarget.closest('[data-zone]')
              void retirerRepere(parcours.suivi.id, repere).then(() =>
                zone?.querySelector<HTMLElement>('[data-ajouter]')?.focus(),
              )
            }}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ul>
  )
}

const retirerRepere = (suiviId: string, repere: CodeRepere): Promise<void> =>
  ecrireEtDire(api.parcours.noterRepere({ suiviId, repere, date: null }), `« ${libelleRepere(repere)} » retiré`)

const FormulaireRepere = (props: {
  readonly parcours: Parcours
  readonly repere?: CodeRepere
  readonly onFini: () => void
}) => {
  const { suivi, reperes: notes } = props.parcours
  const dejaNote = (code: string | null) => notes.find((n) => n.repere === code)?.date ?? null
  const form = useForm<{ repere: CodeRepere | null; date: string }>({
    initialValues: { repere: props.repere ?? null, date: ecrireDate(dejaNote(props.repere ?? null)) },
    validate: { repere: (r) => (r === null ? 'Choisissez la date à noter.' : null), date: jourAttendu },
  })
  const envoyer = async ({ repere, date }: typeof form.values) => {
    const jour = lireJour(date)
    if (repere === null || jour === undefined || jour === null) return {}
    return ecrire(api.parcours.noterRepere({ suiviId: suivi.id, repere, date: jour }))
  }
  return (
    <Formulaire libelle="Noter une date" form={form} envoyer={envoyer} onFini={props.onFini}>
      <ChoixListe
        label="Quelle date"
        options={options}
        {...champDe(form, 'repere')}
        onChange={(code) => form.setFieldValue('repere', reperes.find((r) => r.code === code)?.code ?? null)}
      />
      <ChampDate label="Le" aujourdhui={aujourdhui()} {...champDe(form, 'date')} />
    </Formulaire>
  )
}

const options = reperes.map(({ code, libelle, etape }) => ({
  value: code,
  label: libelle,
  groupe: libellesEtape[etape],
}))
