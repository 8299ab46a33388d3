import { Button, Group, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconBook, IconListCheck } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useParams } from '#app/navigation.ts'
import { useRelecture } from '#app/ecritures.ts'
import type { Sortie } from '#shared/domaine/parcours/sorties.ts'
import { Ecran, EtatVide } from '#ui/Ecran.tsx'
import { Calendrier } from './Calendrier.tsx'
import { Comites } from './Comites.tsx'
import { NoterDemarche } from './NoterDemarche.tsx'
import { PapierGuide } from './PapierGuide.tsx'
import { PapierListe } from './PapierListe.tsx'
import { nomEtablissement, resume } from './presenter.ts'
import { filtrerEtablissement, lireSorties, montrerVue, useSorties } from './store.ts'
import { Tableau } from './Tableau.tsx'
import classes from './sorties.module.css'

/** Releases to come: what is ready and what is not, on a board and on a calendar, and the papers to take along. */
export const SortiesPage = () => {
  const { sorties, legales, etablissement, vue } = useSorties()
  const [papier, setPapier] = useState<'liste' | 'guide' | null>(null)
  const [pour, setPour] = useState<Sortie | null>(null)
  const { vue: demandee } = useParams('sorties')
  useEffect(() => void lireSorties(), [])
  useEffect(() => {
    if (demandee !== undefined) montrerVue(demandee)
  }, [demandee])
  useRelecture(lireSorties)
  if (sorties === null) return null
  const montrees = sorties.filter((s) => etablissement === '' || s.etablissement === etablissement)
  const suivis = new Set(montrees.map((s) => s.suiviId))
  return (
    <Ecran
      titre="Sorties"
      sousTitre={resume(montrees)}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconListCheck size={16} aria-hidden />}
            disabled={montrees.length === 0}
            onClick={() => setPapier('liste')}
          >
            Liste à emporter
          </Button>
          <Button variant="default" leftSection={<IconBook size={16} aria-hidden />} onClick={() => setPapier('guide')}>
            Guide du sortant
          </Button>
        </>
      }
    >
      <div className={classes['page']}>
        <Barre />
        {vue === 'comites' ? (
          <Comites />
        ) : vue === 'calendrier' ? (
          <Calendrier
            sorties={montrees}
            legales={legales.filter((e) => etablissement === '' || suivis.has(e.suiviId))}
          />
        ) : sorties.length === 0 ? (
          <EtatVide titre="Aucune sortie à préparer">
            Une personne paraît ici dès qu’un séjour en établissement, ou une date de sortie, est noté dans son
            parcours.
          </EtatVide>
        ) : (
          <Tableau sorties={montrees} noter={setPour} />
        )}
      </div>
      <NoterDemarche sortie={pour} fermer={() => setPour(null)} />
      <PapierListe ouvert={papier === 'liste'} fermer={() => setPapier(null)} sorties={montrees} />
      <PapierGuide ouvert={papier === 'guide'} fermer={() => setPapier(null)} sorties={sorties} />
    </Ecran>
  )
}

/** Établissements are where the worker goes; nothing of the judicial frame is ever a filter (DP-18). */
const Barre = () => {
  const { sorties, etablissements, etablissement, vue } = useSorties()
  const presents = [...new Set((sorties ?? []).flatMap((s) => s.etablissement ?? []))]
  return (
    <Group>
      <SegmentedControl
        aria-label="Vue"
        value={vue}
        onChange={(choix) => montrerVue(choix)}
        data={[
          { value: 'tableau', label: 'Tableau' },
          { value: 'calendrier', label: 'Calendrier' },
          { value: 'comites', label: 'Comités' },
        ]}
      />
      <NativeSelect
        aria-label="Établissement"
        value={etablissement}
        onChange={(e) => filtrerEtablissement(e.currentTarget.value)}
        data={[
          { value: '', label: 'Tous les établissements' },
          ...presents
            .map((code) => ({ value: code, label: nomEtablissement(etablissements, code) }))
            .toSorted((a, b) => a.label.localeCompare(b.label, 'fr')),
        ]}
      />
    </Group>
  )
}
