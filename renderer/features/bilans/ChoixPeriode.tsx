import { Group, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { aujourdhui } from '#app/dates.ts'
import { modesSecret } from '#shared/domaine/bilan/bilan.ts'
import { seuils } from '#shared/ipc/contract/bilans.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ecrireDate, lireDate } from '#ui/lire-date.ts'
import { anneeEntiere, libellesMode, libellesSeuil } from './presenter.ts'
import { choisirMode, choisirPeriode, choisirSeuil, type Periode, periodeValide, useBilans } from './store.ts'

const LIBRE = 'libre'

/** Which months, how persons are protected, and under which number a cell is not shown. */
export const ChoixPeriode = ({ periode }: { readonly periode: Periode }) => {
  const { annees, libre, seuil, mode } = useBilans()
  const valeur = libre ? LIBRE : periode.du.slice(0, 4)
  return (
    <Group align="flex-start" gap="sm">
      <NativeSelect
        label="Période"
        value={valeur}
        data={[
          ...(annees ?? []).map((annee) => ({ value: String(annee), label: `Année ${annee}` })),
          { value: LIBRE, label: 'Entre deux dates…' },
        ]}
        onChange={({ currentTarget: { value } }) =>
          void choisirPeriode(value === LIBRE ? periode : anneeEntiere(Number(value)), value === LIBRE)
        }
      />
      {libre && (
        <>
          <Jour label="Du" valeur={periode.du} onChange={(du) => void choisirPeriode({ ...periode, du }, true)} />
          <Jour
            label="Au (compris)"
            valeur={periode.au}
            erreur={periodeValide(periode) ? null : 'Date de fin avant le début'}
            onChange={(au) => void choisirPeriode({ ...periode, au }, true)}
          />
        </>
      )}
      <NativeSelect
        label="Protection"
        w={130}
        value={mode}
        data={modesSecret.map((m) => ({ value: m, label: libellesMode[m].nom }))}
        onChange={({ currentTarget: { value } }) => {
          const choisi = modesSecret.find((m) => m === value)
          if (choisi !== undefined) void choisirMode(choisi)
        }}
      />
      <NativeSelect
        label="Seuil du secret"
        w={230}
        value={String(seuil)}
        data={seuils.map((s) => ({ value: String(s), label: libellesSeuil[s] ?? String(s) }))}
        onChange={({ currentTarget: { value } }) => {
          const choisi = seuils.find((s) => s === Number(value))
          if (choisi !== undefined) void choisirSeuil(choisi)
        }}
      />
    </Group>
  )
}

type JourProps = {
  readonly label: string
  readonly valeur: string
  readonly erreur?: string | null
  readonly onChange: (jour: string) => void
}

/** A bound of the period, taken once it is whole: half a date is not worth computing. */
const Jour = ({ label, valeur, erreur, onChange }: JourProps) => {
  const [texte, setTexte] = useState(ecrireDate(valeur))
  const date = lireDate(texte, aujourdhui())
  return (
    <ChampDate
      label={label}
      w={150}
      aujourdhui={aujourdhui()}
      value={texte}
      error={date === undefined ? 'Date attendue : jj/mm/aaaa.' : erreur}
      onChange={(suite) => {
        setTexte(suite)
        const lue = suite.length === 10 ? lireDate(suite, aujourdhui()) : undefined
        if (lue !== undefined && lue !== valeur) onChange(lue)
      }}
    />
  )
}
