import { Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMemo } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { mesuresConnues } from '#shared/domaine/dispositifs/cvp/mesures.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import type { Mesure } from '#shared/domaine/parcours/mesure.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ecrireDate } from '#ui/lire-date.ts'
import { champDe, Formulaire } from './Formulaire.tsx'
import classes from './parcours.module.css'
import { jourFacultatif, lireJour } from '#app/jours.ts'
import { periode } from './presenter.ts'
import { Rangee, Repli } from './Repli.tsx'
import { ecrire } from './store.ts'
import { Volet } from './Volet.tsx'

/** The mesures of the judicial frame, several at once or over time, each with the article that founds it. */
export const Mesures = (props: { readonly parcours: Parcours; readonly declaree: boolean }) => {
  const nomenclature = useNomenclature()
  const { suivi, mesures } = props.parcours
  return (
    <Volet
      titre="Mesures"
      vide="Aucune mesure notée."
      lignes={mesures
        .toSorted((a, b) => (b.du ?? '').localeCompare(a.du ?? ''))
        .map((m) => {
          const nom = libelleDe(nomenclature, 'mesure', m.mesure)
          return (
            <Rangee
              key={m.id}
              nom={nom}
              genre="mesure"
              id={m.id}
              {...(props.declaree
                ? {
                    renderModifier: (fermer: () => void) => (
                      <FormulaireMesure suiviId={suivi.id} mesure={m} onFini={fermer} />
                    ),
                  }
                : {})}
            >
              <Text component="span" fw={600}>
                {nom}
              </Text>{' '}
              {periode(m.du, m.au)}
              {m.au === null && m.finPrevue !== null && `, fin prévue le ${dateFrancaise(m.finPrevue)}`}
              <Text size="xs" c="dimmed">
                {baseDe(m.mesure)}
              </Text>
            </Rangee>
          )
        })}
    >
      {props.declaree && (
        <Repli libelle="Ajouter une mesure">
          {(fermer) => <FormulaireMesure suiviId={suivi.id} onFini={fermer} />}
        </Repli>
      )}
    </Volet>
  )
}

const FormulaireMesure = (props: {
  readonly suiviId: string
  readonly mesure?: Mesure
  readonly onFini: () => void
}) => {
  const { suiviId, mesure, onFini } = props
  const nomenclature = useNomenclature()
  const options = useMemo(() => optionsDe(nomenclature, 'mesure', [mesure?.mesure ?? '']), [nomenclature, mesure])
  const form = useForm({
    initialValues: {
      mesure: mesure?.mesure ?? (null as string | null),
      du: ecrireDate(mesure?.du ?? null),
      finPrevue: ecrireDate(mesure?.finPrevue ?? null),
      au: ecrireDate(mesure?.au ?? null),
    },
    validate: {
      mesure: (m) => (m === null ? 'Choisissez la mesure.' : null),
      du: jourFacultatif,
      finPrevue: jourFacultatif,
      au: jourFacultatif,
    },
  })
  const envoyer = async (v: typeof form.values) => {
    const [du, finPrevue, au] = [lireJour(v.du), lireJour(v.finPrevue), lireJour(v.au)]
    if (v.mesure === null || du === undefined || finPrevue === undefined || au === undefined) return {}
    const id = mesure?.id ?? crypto.randomUUID()
    return ecrire(api.parcours.enregistrerMesure({ id, suiviId, mesure: v.mesure, du, finPrevue, au }))
  }
  const base = form.values.mesure === null ? '' : baseDe(form.values.mesure)
  return (
    <Formulaire libelle="Mesure" cible={mesure?.id} form={form} envoyer={envoyer} onFini={onFini}>
      <div className={classes['grille']}>
        <ChoixListe
          className={classes['large'] ?? ''}
          label="Mesure"
          options={options}
          description={base === '' ? undefined : base}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          withAsterisk
          {...champDe(form, 'mesure')}
        />
        <ChampDate label="Du" aujourdhui={aujourdhui()} {...champDe(form, 'du')} />
        <ChampDate label="Fin prévue" aujourdhui={aujourdhui()} {...champDe(form, 'finPrevue')} />
        <ChampDate label="Finie le" aujourdhui={aujourdhui()} {...champDe(form, 'au')} />
      </div>
    </Formulaire>
  )
}

/** « Base légale : 131-3 code pénal » ; nothing for a value added by the post. */
const baseDe = (code: string): string => {
  const base = mesuresConnues.find((m) => m.code === code)?.base ?? ''
  if (base === '') return ''
  const seul = /(?:CP|CPP|CJPM)/.test(base) ? '' : ' code pénitentiaire'
  return `Base légale : ${base}${seul}`
}
