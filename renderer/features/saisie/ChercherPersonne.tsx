import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core'
import { IconHome, IconUserPlus, IconUserQuestion } from '@tabler/icons-react'
import { useEffect } from 'react'
import { usePersonnesTrouvees } from '#app/personnes-trouvees.ts'
import { nomComplet, type PersonneResume } from '#shared/domaine/personne.ts'
import { prendreFocus } from '#ui/focus.ts'
import { libelleProche, type Proche } from './foyer.ts'
import { reperes } from './presenter.ts'
import { modifier, useSaisie } from './store.ts'

const CREER = 'creer'
const ANONYME = 'anonyme'

/** One field to find somebody or to create her: Enter takes the person found, Ctrl+Enter creates the one typed. */
export const ChercherPersonne = (props: {
  readonly premiere: boolean
  /** Offered before anything is typed. */
  readonly proches: readonly Proche[]
  readonly onConnue: (personne: PersonneResume) => void
  readonly onNouvelle: (saisi: string) => void
  readonly onAnonyme: () => void
}) => {
  const texte = useSaisie((s) => s.formulaire?.recherche ?? '')
  const erreur = useSaisie((s) => s.erreurs['presences'])
  const { trouvees, chercher, retenirEntree } = usePersonnesTrouvees()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const saisi = texte.trim()
  const proches = saisi === '' ? props.proches : []
  // Somebody found is under the cursor at once; the line that creates never is, so that Enter cannot create by accident.
  useEffect(() => {
    if (trouvees.length > 0) combobox.selectFirstOption()
    else combobox.resetSelectedOption()
    // oxlint-disable-next-line react/exhaustive-deps -- the combobox is a new object at each render
  }, [trouvees])
  const taper = (suite: string) => {
    modifier(() => ({ recherche: suite }))
    chercher(suite)
    combobox.openDropdown()
  }
  const creer = () => {
    combobox.closeDropdown()
    chercher('')
    props.onNouvelle(saisi)
  }
  const choisir = (valeur: string) => {
    combobox.closeDropdown()
    chercher('')
    if (valeur === CREER) return creer()
    if (valeur === ANONYME) return props.onAnonyme()
    const personne = [...trouvees, ...proches.map((p) => p.personne)].find((p) => p.id === valeur)
    if (personne !== undefined) props.onConnue(personne)
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choisir} withinPortal={false}>
      <Combobox.Target>
        <TextInput
          ref={props.premiere ? prendreFocus : null}
          label={props.premiere ? 'Personne reçue' : 'Ajouter une personne (foyer, accompagnant)'}
          placeholder={
            proches.length === 0
              ? 'Nom, prénom, téléphone… ou flèche bas pour une personne anonyme'
              : 'Nom, prénom, téléphone… ou flèche bas pour quelqu’un du même foyer'
          }
          value={texte}
          onChange={(e) => taper(e.currentTarget.value)}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDownCapture={(e) => {
            retenirEntree(e)
            if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey) || saisi === '') return
            e.preventDefault()
            e.stopPropagation()
            creer()
          }}
          onKeyDown={(e) => {
            // Enter on a name nobody bears stays here: the form must not move on and forget it.
            if (e.key === 'Enter' && saisi !== '' && trouvees.length === 0) e.preventDefault()
          }}
          error={erreur}
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          data-recherche-personne
          data-passer={props.premiere ? undefined : true}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={340} style={{ overflowY: 'auto' }} aria-label="Personnes trouvées">
          {trouvees.map((personne) => (
            <Combobox.Option key={personne.id} value={personne.id}>
              <Group justify="space-between" wrap="nowrap">
                <Text fw={600}>{nomComplet(personne)}</Text>
                <Text c="dimmed">{reperes(personne)}</Text>
              </Group>
            </Combobox.Option>
          ))}
          {proches.map((proche) => (
            <Combobox.Option key={proche.personne.id} value={proche.personne.id}>
              <Ligne icone={<IconHome size={16} aria-hidden />}>{libelleProche(proche)}</Ligne>
            </Combobox.Option>
          ))}
          {saisi !== '' && (
            <Combobox.Option value={CREER}>
              <Ligne icone={<IconUserPlus size={16} aria-hidden />} touche="Ctrl Entrée">
                Créer « {saisi} »
              </Ligne>
            </Combobox.Option>
          )}
          <Combobox.Option value={ANONYME}>
            <Ligne icone={<IconUserQuestion size={16} aria-hidden />}>Personne anonyme, sans nom</Ligne>
          </Combobox.Option>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

const Ligne = (props: {
  readonly icone: React.ReactNode
  readonly touche?: string
  readonly children: React.ReactNode
}) => (
  <Group justify="space-between" wrap="nowrap">
    <Group gap="xs" wrap="nowrap">
      {props.icone}
      <span>{props.children}</span>
    </Group>
    {props.touche !== undefined && <Text c="dimmed">{props.touche}</Text>}
  </Group>
)
