import { ActionIcon, Button, Group, Stack } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api, appeler } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { useFrequences } from '#app/frequences.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import type { Partenaire } from '#shared/domaine/partenaire.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixLibre } from '#ui/ChoixLibre.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ChoixListes } from '#ui/ChoixListes.tsx'
import { parHabitude } from '#ui/options.ts'
import type { Formulaire } from './formulaire.ts'
import classes from './saisie.module.css'
import { Section } from './Section.tsx'
import { modifier, useSaisie } from './store.ts'

/** What comes next: where the person is sent, what is due. */
export const SectionSuites = () => {
  const orientations = useSaisie((s) => s.formulaire?.orientations ?? [])
  const echeances = useSaisie((s) => s.formulaire?.echeances ?? [])
  const partenaires = usePartenaires()
  const zone = useRef<HTMLDivElement>(null)
  const ajouter = (id: string, suite: (f: Formulaire) => Partial<Formulaire>) => {
    modifier(suite)
    requestAnimationFrame(() => zone.current?.querySelector<HTMLElement>(`[data-ligne="${id}"] input`)?.focus())
  }
  const nomenclature = useNomenclature()
  const habitude = useFrequences((s) => s.valeurs['orientations'])
  const destinations = useMemo(
    () => parHabitude(optionsDe(nomenclature, nomenclature.listeDestinations), habitude ?? []),
    [nomenclature, habitude],
  )
  const ajouterEcheance = () => {
    const id = crypto.randomUUID()
    ajouter(id, (f) => ({ echeances: [...f.echeances, { id, date: '', libelle: '' }] }))
  }
  return (
    <Section titre="Suites">
      <Stack gap="sm" ref={zone}>
        {orientations.map((o, i) => (
          <LigneOrientation key={o.id} orientation={o} rang={i} partenaires={partenaires} />
        ))}
        <ChoixListes
          label="Ajouter une orientation"
          placeholder="Vers quel service ? Entrée l’ajoute, et attend la suivante"
          options={destinations}
          value={aucune}
          onChange={(codes) => codes.forEach(ajouterOrientation)}
        />
        {echeances.map((e, i) => (
          <LigneEcheance key={e.id} echeance={e} rang={i} />
        ))}
        <Group gap="xs">
          <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={ajouterEcheance}>
            Autre échéance
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}

const ajouterOrientation = (destination: string) =>
  modifier((f) => ({
    orientations: [...f.orientations, { id: crypto.randomUUID(), destination, partenaireId: null }],
  }))

/** The field only adds: what was added has its own line. */
const aucune: readonly string[] = []

const attendusUsuels = ['Rappeler', 'Rendez-vous', 'Document à apporter', 'Relancer le service']

type Orientation = Formulaire['orientations'][number]

const LigneOrientation = (props: {
  readonly orientation: Orientation
  readonly rang: number
  readonly partenaires: readonly Partenaire[]
}) => {
  const nomenclature = useNomenclature()
  const { orientation, rang } = props
  const { destination, partenaireId } = orientation
  const erreur = useSaisie((s) => s.erreurs[`orientations.${rang}.destination`])
  const changer = (suite: Partial<Orientation>) =>
    modifier((f) => ({ orientations: f.orientations.map((o, i) => (i === rang ? { ...o, ...suite } : o)) }))
  const destinations = useMemo(
    () => optionsDe(nomenclature, nomenclature.listeDestinations, destination === null ? [] : [destination]),
    [nomenclature, destination],
  )
  const structures = props.partenaires
    .filter((p) => (p.actif || p.id === partenaireId) && (destination === null || p.genre === destination))
    .map((p) => ({ value: p.id, label: p.nom }))
  return (
    <fieldset className={classes['ligne']} data-ligne={orientation.id} aria-label={`Orientation ${rang + 1}`}>
      <ChoixListe
        label="Orientation vers"
        options={destinations}
        value={destination}
        onChange={(code) => changer({ destination: code, partenaireId: null })}
        error={erreur}
        withAsterisk
      />
      <ChoixListe
        label="Partenaire"
        placeholder={structures.length === 0 ? 'Aucun au répertoire pour ce service' : 'Facultatif'}
        options={structures}
        value={partenaireId}
        onChange={(id) => changer({ partenaireId: id })}
      />
      <Retirer
        libelle={`Retirer l’orientation ${rang + 1}`}
        onClick={() => modifier((f) => ({ orientations: f.orientations.filter((_, i) => i !== rang) }))}
      />
    </fieldset>
  )
}

type Echeance = Formulaire['echeances'][number]

const LigneEcheance = ({ echeance, rang }: { readonly echeance: Echeance; readonly rang: number }) => {
  const erreurs = useSaisie((s) => s.erreurs)
  const attendus = useFrequences((s) => s.attendus)
  const changer = (suite: Partial<Echeance>) =>
    modifier((f) => ({ echeances: f.echeances.map((e, i) => (i === rang ? { ...e, ...suite } : e)) }))
  return (
    <fieldset className={classes['ligne']} data-date data-ligne={echeance.id} aria-label={`Échéance ${rang + 1}`}>
      <ChampDate
        label="Échéance le"
        placeholder="+7 ou jj/mm/aaaa"
        aujourdhui={aujourdhui()}
        value={echeance.date}
        onChange={(date) => changer({ date })}
        error={erreurs[`echeances.${rang}.date`]}
      />
      <ChoixLibre
        label="Ce qui est attendu"
        placeholder="Rappeler, rendez-vous, document…"
        maxLength={200}
        suggestions={[...attendus, ...attendusUsuels]}
        value={echeance.libelle}
        onChange={(libelle) => changer({ libelle })}
        error={erreurs[`echeances.${rang}.libelle`]}
      />
      <Retirer
        libelle={`Retirer l’échéance ${rang + 1}`}
        onClick={() => modifier((f) => ({ echeances: f.echeances.filter((_, i) => i !== rang) }))}
      />
    </fieldset>
  )
}

const Retirer = ({ libelle, onClick }: { readonly libelle: string; readonly onClick: () => void }) => (
  <ActionIcon color="gray" size={32} mt={22} aria-label={libelle} tabIndex={-1} onClick={onClick}>
    <IconX size={16} aria-hidden />
  </ActionIcon>
)

const usePartenaires = (): readonly Partenaire[] => {
  const [partenaires, setPartenaires] = useState<readonly Partenaire[]>([])
  useEffect(() => {
    const lire = async () => setPartenaires((await appeler(api.partenaires.lister({ texte: '' }))) ?? [])
    void lire()
  }, [])
  return partenaires
}
