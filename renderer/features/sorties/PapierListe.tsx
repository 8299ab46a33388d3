import { Checkbox, SegmentedControl, Stack, Text } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { type Designation, designations, libellesDesignation } from '#shared/domaine/parcours/liste-detention.ts'
import { type DelaiSortie, delaisSortie, libellesDelaiSortie, type Sortie } from '#shared/domaine/parcours/sorties.ts'
import { Papier } from './Papier.tsx'
import { imprimerListe, montrerListe } from './papiers.ts'
import { useSorties } from './store.ts'

type Props = { readonly ouvert: boolean; readonly fermer: () => void; readonly sorties: readonly Sortie[] }

/** The sheet for the visiting room. Nobody is named on it unless it is asked, each time. */
export const PapierListe = ({ ouvert, fermer, sorties }: Props) => {
  const jour = useSorties((s) => s.jour)
  const [delais, setDelais] = useState<readonly string[]>(['depassee', '30-jours', '60-jours', '90-jours'])
  const [designation, setDesignation] = useState<Designation>('numero')
  const presents = delaisSortie.filter((d) => sorties.some((s) => s.delai === d))
  const suivis = useMemo(() => sorties.filter((s) => delais.includes(s.delai)).map((s) => s.suiviId), [sorties, delais])
  useEffect(() => {
    if (ouvert && suivis.length > 0) void montrerListe({ jour, suivis, designation })
  }, [ouvert, jour, suivis, designation])
  return (
    <Papier
      titre="Liste à emporter en détention"
      ouvert={ouvert}
      fermer={() => {
        setDesignation('numero')
        fermer()
      }}
      pret={suivis.length > 0}
      imprimer={() => void imprimerListe({ jour, suivis, designation })}
      avertissement={
        designation === 'noms'
          ? 'Cette feuille portera des noms, et dira que ces personnes sont en détention : ne la laissez pas derrière vous.'
          : 'Ni la mesure, ni le statut, ni le risque ne sont imprimés.'
      }
    >
      <Stack gap={4}>
        <Text size="sm" fw={600} id="designation">
          Désigner les personnes par
        </Text>
        <SegmentedControl
          aria-labelledby="designation"
          orientation="vertical"
          value={designation}
          onChange={(choix) => setDesignation(choix)}
          data={designations.map((value) => ({ value, label: libellesDesignation[value] }))}
        />
      </Stack>
      <Checkbox.Group label="Sorties à préparer" value={[...delais]} onChange={setDelais}>
        <Stack gap={6} mt="xs">
          {presents.map((delai) => (
            <Checkbox key={delai} value={delai} label={`${libellesDelaiSortie[delai]} (${combien(sorties, delai)})`} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Papier>
  )
}

const combien = (sorties: readonly Sortie[], delai: DelaiSortie): number =>
  sorties.filter((s) => s.delai === delai).length
