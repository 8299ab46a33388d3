import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import {
  IconArrowsExchange,
  IconDoorExit,
  IconHelp,
  IconLock,
  IconPlus,
  IconSearch,
  IconUserPlus,
} from '@tabler/icons-react'
import { useEffect } from 'react'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { nomComplet, type PersonneResume } from '#shared/domaine/personne.ts'
import type { Reglages } from '#shared/ipc/contract/poste.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { normaliser } from '#shared/utils/texte.ts'
import { ouvrirAide } from '../aide.ts'
import { demanderDepart, useEnEssai } from '../essai.ts'
import { aller } from '../navigation.ts'
import { usePersonnesTrouvees } from '../personnes-trouvees.ts'
import { type Place, usePlaces } from '../routes.tsx'
import { changerDispositif, useNomenclature, usePermis, useReglages, verrouiller } from '../session.ts'
import { compterAnonyme } from './compter-anonyme.tsx'

/** Ctrl+K: places, commands, and the persons whose name is being typed. */
export const Palette = () => {
  const reglages = useReglages()
  const { nature } = useNomenclature()
  const places = usePlaces()
  const permis = usePermis()
  const enEssai = useEnEssai()
  const { trouvees: personnes, chercher, retenirEntree } = usePersonnesTrouvees()
  const aDesPersonnes = nature !== 'sans-personne' && permis('personnes.chercher')
  useEffect(choisirLaPremiere, [personnes])
  return (
    <Spotlight
      actions={[
        ...groupePersonnes(personnes),
        nature === 'entretiens' && permis('entretiens.enregistrer') ? avecEntretien : sansEntretien,
        ...groupeMetiers(reglages),
        ...(enEssai ? [deLEssai] : []),
        versLieux(places),
      ]}
      filter={(texte, actions) =>
        actions.flatMap<SpotlightActionData | SpotlightActionGroupData>((a) =>
          'actions' in a ? filtrer(texte, a) : [a],
        )
      }
      transitionProps={{ duration: 0 }}
      onSpotlightOpen={() => queueMicrotask(prendreLeClavier)}
      onQueryChange={(texte) => chercher(aDesPersonnes && texte.trim().length > 1 ? texte : '')}
      onSpotlightClose={() => chercher('')}
      nothingFound="Rien ne correspond"
      shortcut="mod + K"
      tagsToIgnore={[]}
      scrollable
      attributes={{ content: { 'aria-label': 'Aller à' } }}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: 'Un lieu, une commande, une personne…',
        'aria-label': 'Aller à',
        id: CHAMP,
        onKeyDownCapture: retenirEntree,
      }}
    />
  )
}

const CHAMP = 'palette-champ'

/** Persons come after the last letter: Enter then goes to the first of them, unless a line was chosen already. */
const choisirLaPremiere = (): void => {
  const champ = document.getElementById(CHAMP)
  if (champ === null || document.querySelector('.mantine-Spotlight-content [data-selected]') !== null) return
  champ.dispatchEvent(new KeyboardEvent('keydown', { code: 'ArrowDown', bubbles: true }))
}

/** Before the next letter: it would be lost, or taken for a key of the screen. */
const prendreLeClavier = (): void => document.getElementById(CHAMP)?.focus()

const PERSONNES = 'Personnes'

const versAction = (personne: PersonneResume) => ({
  id: personne.id,
  label: nomComplet(personne),
  description: [
    personne.naissance === null ? '' : `né(e) ${dateFrancaise(personne.naissance)}`,
    personne.dernierEntretien === null ? '' : `vu(e) le ${dateFrancaise(personne.dernierEntretien)}`,
  ]
    .filter((s) => s !== '')
    .join(' · '),
  onClick: () => aller('personnes', { id: personne.id }),
})

const groupePersonnes = (personnes: readonly PersonneResume[]): SpotlightActionGroupData[] =>
  personnes.length === 0 ? [] : [{ group: PERSONNES, actions: personnes.map(versAction) }]

/** Persons come from the service already filtered; the rest is filtered here, accents ignored. */
const filtrer = (texte: string, groupe: SpotlightActionGroupData): SpotlightActionGroupData[] => {
  if (groupe.group === PERSONNES) return [groupe]
  const actions = groupe.actions.filter((a) => normaliser(a.label ?? '').includes(normaliser(texte)))
  return actions.length === 0 ? [] : [{ ...groupe, actions }]
}

const groupeMetiers = ({ dispositif, dispositifs: utilises }: Reglages): SpotlightActionGroupData[] => {
  const autres = utilises.filter((code) => code !== dispositif)
  if (autres.length === 0) return []
  const actions = autres.map((code) => ({
    id: `metier-${code}`,
    label: `Métier : ${dispositifs[code].libelle}`,
    leftSection: <IconArrowsExchange size={18} aria-hidden />,
    onClick: () => void changerDispositif(code),
  }))
  return [{ group: 'Métiers', actions }]
}

const versLieux = (places: readonly Place[]): SpotlightActionGroupData => ({
  group: 'Lieux',
  actions: places.map(({ code, libelle, icone: Icone }) => ({
    id: code,
    label: libelle,
    leftSection: <Icone size={18} aria-hidden />,
    onClick: () => aller(code),
  })),
})

const dEntretien = [
  {
    id: 'nouvel-entretien',
    label: 'Nouvel entretien',
    leftSection: <IconPlus size={18} aria-hidden />,
    onClick: () => aller('entretiens', { saisie: { genre: 'nouveau' } }),
  },
  {
    id: 'compter-anonyme',
    label: 'Compter un contact anonyme',
    leftSection: <IconUserPlus size={18} aria-hidden />,
    onClick: () => void compterAnonyme(),
  },
]

const deVerrou = {
  id: 'verrouiller',
  label: 'Verrouiller le coffre',
  leftSection: <IconLock size={18} aria-hidden />,
  onClick: () => void verrouiller(),
}

const dAide = [
  { id: 'aide', label: 'Aide : ouvrir le guide', onClick: () => ouvrirAide() },
  { id: 'nouveautes', label: 'Aide : nouveautés de Jalon', onClick: () => ouvrirAide('nouveautes') },
].map((action) => Object.assign(action, { leftSection: <IconHelp size={18} aria-hidden /> }))

const deLEssai: SpotlightActionGroupData = {
  group: 'Essai',
  actions: [
    {
      id: 'quitter-essai',
      label: 'Quitter l’essai',
      leftSection: <IconDoorExit size={18} aria-hidden />,
      onClick: demanderDepart,
    },
  ],
}

const sansEntretien: SpotlightActionGroupData = { group: 'Commandes', actions: [...dAide, deVerrou] }
const avecEntretien: SpotlightActionGroupData = { group: 'Commandes', actions: [...dEntretien, ...dAide, deVerrou] }
