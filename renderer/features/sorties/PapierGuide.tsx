import { Checkbox, NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Sortie } from '#shared/domaine/parcours/sorties.ts'
import { Papier } from './Papier.tsx'
import { imprimerGuide, montrerGuide } from './papiers.ts'
import { nomsDe } from './presenter.ts'
import { useSorties } from './store.ts'

type Props = { readonly ouvert: boolean; readonly fermer: () => void; readonly sorties: readonly Sortie[] }

/** The guide handed to somebody who leaves, from the directory: for her, or for everybody. */
export const PapierGuide = ({ ouvert, fermer, sorties }: Props) => {
  const jour = useSorties((s) => s.jour)
  const [suiviId, setSuiviId] = useState('')
  const [interlocuteurs, setInterlocuteurs] = useState(false)
  const [notes, setNotes] = useState(true)
  useEffect(() => {
    if (ouvert) void montrerGuide(demander(jour, suiviId, interlocuteurs, notes))
  }, [ouvert, jour, suiviId, interlocuteurs, notes])
  return (
    <Papier
      titre="Guide du sortant"
      ouvert={ouvert}
      fermer={() => {
        setSuiviId('')
        setInterlocuteurs(false)
        fermer()
      }}
      pret
      imprimer={() => void imprimerGuide(demander(jour, suiviId, interlocuteurs, notes))}
      avertissement="La personne n’est pas nommée dans son guide. Seuls les partenaires en service sont imprimés."
    >
      <NativeSelect
        label="Pour qui"
        description="Pour une personne : ses besoins d’abord, ses démarches, ses délais."
        value={suiviId}
        onChange={(e) => setSuiviId(e.currentTarget.value)}
        data={[
          { value: '', label: 'Tout le monde' },
          ...sorties.map((s) => ({ value: s.suiviId, label: `${nomsDe(s)} (n° ${s.numero})` })),
        ]}
      />
      <Checkbox
        label="Notes de l’annuaire (horaires, accueil)"
        description="Relisez-les dans l’aperçu : elles ont été écrites pour vous."
        checked={notes}
        onChange={(e) => setNotes(e.currentTarget.checked)}
      />
      <Checkbox
        label="Noms des interlocuteurs"
        checked={interlocuteurs}
        onChange={(e) => setInterlocuteurs(e.currentTarget.checked)}
      />
    </Papier>
  )
}

const demander = (jour: string, suiviId: string, interlocuteurs: boolean, notes: boolean) => ({
  jour,
  suiviId: suiviId === '' ? null : suiviId,
  interlocuteurs,
  notes,
})
