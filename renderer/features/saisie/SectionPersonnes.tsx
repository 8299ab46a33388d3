import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconUsersPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { api, appeler } from '#app/api.ts'
import { useFrequences } from '#app/frequences.ts'
import { useNomenclature } from '#app/session.ts'
import { useTouches } from '#app/touches.ts'
import { trouverListe } from '#shared/domaine/nomenclature.ts'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import { ChercherPersonne } from './ChercherPersonne.tsx'
import { presenceAnonyme, presenceMembre, presenceNouvelle, type Presence } from './formulaire.ts'
import { FichePresence } from './FichePresence.tsx'
import { libelleProche, useProches } from './foyer.ts'
import { Section } from './Section.tsx'
import { modifier, useSaisie } from './store.ts'
import { avecConnue } from './suivi-du-formulaire.ts'
import { focusSuivant } from '#ui/focus.ts'

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
  const accueillir = async (personne: PersonneResume) => {
    const passe = await appeler(api.personnes.lire({ id: personne.id }))
    if (passe === undefined || estPresente(personne.id)) return
    modifier((f) => avecConnue(f, personne, passe))
    requestAnimationFrame(() => viserPremierVide(zone.current, personne.id))
  }
  const nomenclature = useNomenclature()
  const roleHabituel = useFrequences((s) => s.roleAccompagnant)
  const { modalites } = trouverListe(nomenclature, nomenclature.listeRoles)
  const roleMembre = modalites.find((m) => m.code === roleHabituel && m.masquee !== true)?.code ?? null
  const ajouterMembre = () => {
    const [premiere] = useSaisie.getState().formulaire?.presences ?? []
    if (premiere !== undefined) ajouter(presenceMembre(premiere, roleMembre))
  }
  useTouches('Personnes présentes', [
    { combinaison: 'F3', affichage: 'F3', libelle: 'Ajouter un membre du foyer', action: ajouterMembre, partout: true },
  ])
  return (
    <Section titre="Personnes présentes">
      <Stack gap="sm" ref={zone}>
        {presences.map((presence, i) => (
          <FichePresence key={presence.personneId} presence={presence} rang={i} />
        ))}
        <ChercherPersonne
          premiere={presences.length === 0}
          proches={proches}
          onConnue={(personne) => void accueillir(personne)}
          onNouvelle={(saisi) => ajouter(presenceNouvelle(saisi))}
          onAnonyme={() => ajouter(presenceAnonyme())}
        />
        {presences.length > 0 && (
          <Group gap="xs">
            {proches.length > 0 && <Text c="dimmed">Même foyer :</Text>}
            {proches.map((proche) => (
              // For the mouse: by keyboard, the field above offers the same with one arrow, and no more stops of Tab.
              <Button
                key={proche.personne.id}
                size="compact-sm"
                variant="default"
                tabIndex={-1}
                leftSection={<IconPlus size={14} aria-hidden />}
                onClick={() => void accueillir(proche.personne)}
              >
                {libelleProche(proche)}
              </Button>
            ))}
            <Button
              size="compact-sm"
              variant="default"
              tabIndex={-1}
              leftSection={<IconUsersPlus size={14} aria-hidden />}
              rightSection={<kbd>F3</kbd>}
              onClick={ajouterMembre}
            >
              Nouveau membre du foyer
            </Button>
          </Group>
        )}
      </Stack>
    </Section>
  )
}

const estPresente = (personneId: string): boolean =>
  useSaisie.getState().formulaire?.presences.some((p) => p.personneId === personneId) === true

/** What is still to be said of her; when nothing is, what comes after her. */
const viserPremierVide = (zone: HTMLElement | null, personneId: string): void => {
  const fiche = zone?.querySelector(`[data-personne="${personneId}"]`)
  const champs = [...(fiche?.querySelectorAll<HTMLInputElement>('input:not([type="hidden"])') ?? [])]
  const vide = champs.find((champ) => champ.value === '' && !champ.matches('[data-repris]'))
  if (vide === undefined) focusSuivant(zone?.closest('form') ?? null, champs.at(-1) ?? null)
  else vide.focus()
}
