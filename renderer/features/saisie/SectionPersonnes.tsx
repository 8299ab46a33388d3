import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import { ChercherPersonne } from './ChercherPersonne.tsx'
import { presenceAnonyme, presenceConnue, presenceNouvelle, type Presence } from './formulaire.ts'
import { FichePresence } from './FichePresence.tsx'
import { libelleProche, useProches } from './foyer.ts'
import { Section } from './Section.tsx'
import { modifier, useSaisie } from './store.ts'

/** Who was there: somebody known, somebody new, or nobody named; then whoever came along. */
export const SectionPersonnes = () => {
  const presences = useSaisie((s) => s.formulaire?.presences ?? [])
  const proches = useProches()
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
          proches={proches}
          onConnue={(personne: PersonneResume) => ajouter(presenceConnue(personne))}
          onNouvelle={(saisi) => ajouter(presenceNouvelle(saisi))}
          onAnonyme={() => ajouter(presenceAnonyme())}
        />
        {proches.length > 0 && (
          <Group gap="xs">
            <Text c="dimmed">Même foyer :</Text>
            {proches.map((proche) => (
              // For the mouse: by keyboard, the field above offers the same with one arrow, and no more stops of Tab.
              <Button
                key={proche.personne.id}
                size="compact-sm"
                variant="default"
                tabIndex={-1}
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => ajouter(presenceConnue(proche.personne))}
              >
                {libelleProche(proche)}
              </Button>
            ))}
          </Group>
        )}
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
