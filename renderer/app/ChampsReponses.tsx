import { NumberInput } from '@mantine/core'
import { useMemo } from 'react'
import type { Champ, Porteur } from '#shared/domaine/dispositif.ts'
import type { Reponse, Reponses } from '#shared/domaine/reponses.ts'
import { parHabitude } from '#ui/options.ts'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ChoixListes } from '#ui/ChoixListes.tsx'
import { changeDepuis, enListe, enMots, marquer, optionsDe, repondre } from './reponses.ts'
import { useFrequences } from './frequences.ts'
import { useNomenclature } from './session.ts'

/** Every question the post asks of one bearer, in the declared order. */
export const ChampsReponses = (props: {
  readonly porteur: Porteur
  readonly reponses: Reponses
  readonly onChange: (reponses: Reponses) => void
  /** Questions still answered as last time, shown as such. */
  readonly repris?: readonly string[]
  /** Answers of the time before: those that differ are shown as such. */
  readonly avant?: Reponses | undefined
  readonly erreurs?: Readonly<Record<string, string | undefined>>
}) => {
  const { champs } = useNomenclature()
  return champs
    .filter((c) => c.porteur === props.porteur && (c.actif || props.reponses[c.code] !== undefined))
    .map((champ) => (
      <ChampReponse
        key={champ.code}
        champ={champ}
        reponse={props.reponses[champ.code]}
        onChange={(reponse) => props.onChange(repondre(props.reponses, champ.code, reponse))}
        repris={props.repris?.includes(champ.code) ?? false}
        avant={props.avant?.[champ.code]}
        erreur={props.erreurs?.[champ.code]}
      />
    ))
}

/** One question: a list to choose from, several answers, or a number. */
export const ChampReponse = (props: {
  readonly champ: Champ
  readonly reponse: Reponse | undefined
  readonly onChange: (reponse: Reponse | null) => void
  readonly repris?: boolean
  readonly avant?: Reponse | undefined
  readonly erreur?: string | undefined
}) => {
  const { champ, reponse, onChange } = props
  const nomenclature = useNomenclature()
  const codes = enListe(reponse)
  const cle = codes.join(' ')
  const frequentes = useFrequences((s) => s.valeurs[champ.code])
  const options = useMemo(
    () =>
      champ.type === 'nombre'
        ? []
        : parHabitude(optionsDe(nomenclature, champ.liste, cle.split(' ')), frequentes ?? []),
    [nomenclature, champ, cle, frequentes],
  )
  const avant = changeDepuis(props.avant, reponse) ? enMots(nomenclature, champ, props.avant) : undefined
  const commun = {
    label: champ.libelle,
    ...marquer(props.repris === true, avant),
    inputWrapperOrder: ['label' as const, 'input' as const, 'description' as const, 'error' as const],
    error: props.erreur,
    ...(champ.aide === undefined ? {} : { title: champ.aide }),
  }
  if (champ.type === 'nombre')
    return (
      <NumberInput
        {...commun}
        value={typeof reponse === 'number' ? reponse : ''}
        onChange={(n) => onChange(typeof n === 'number' ? n : null)}
        min={0}
        max={1_000_000}
        allowDecimal={false}
        hideControls
      />
    )
  return champ.type === 'choix' ? (
    <ChoixListe {...commun} options={options} value={codes[0] ?? null} onChange={onChange} />
  ) : (
    <ChoixListes {...commun} options={options} value={codes} onChange={onChange} />
  )
}
