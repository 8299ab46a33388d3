import { Stack } from '@mantine/core'
import { useRef } from 'react'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import { ChercherPersonne } from './ChercherPersonne.tsx'
import { presenceAnonyme, presenceConnue, presenceNouvelle, type Presence } from './formulaire.ts'
import { FichePresence } from './FichePresence.tsx'
import { Section } from './Section.tsx'
import { modifier, useSaisie } from './store.ts'

/** Who was there: somebody known, somebody new, or nobody named; then whoever came along. */
export const SectionPersonnes = () => {
  const presences = useSaisie((s) => s.formulaire?.presences ?? [])
  const zone = useRef<HTMLDivElement>(null)
  const ajouter = (presence: Presence) => {
    if (presences.some((p) => p.personneId === presence.personneId)) return
    modifier((f) => ({ presences: [...f.presences, presence], recherche: '' }))
    // The first thing still to be said of her takes the focus, once drawn.
    requestAnimationFrame(() => viserPremierVide(zone.current, presence.personneId))
  }
  return (
    <Section titre="Personnes présentes">
      <Stack gap="sm" ref={zone}>
        {presences.map((presence, i) => (
          <FichePresence key={presence.personneId} presence={presence} rang={i} />
        ))}
        <ChercherPersonne
          premiere={presences.length === 0}
          onConnue={(personne: PersonneResume) => ajouter(presenceConnue(personne))}
          onNouvelle={(saisi) => ajouter(presenceNouvelle(saisi))}
          onAnonyme={() => ajouter(presenceAnonyme())}
        />
      </Stack>
    </Section>
  )
}

const viserPremierVide = (zone: HTMLElement | null, personneId: string): void => {
  const fiche = zone?.querySelector(`[data-personne="${personneId}"]`)
  const champs = [...(fiche?.querySelectorAll<HTMLInputElement>('input:not([type="hidden"])') ?? [])]
  const vide = champs.find((champ) => champ.value === '') ?? champs[0]
  vide?.focus()
}
