import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react'
import { aujourdhui } from '#app/dates.ts'
import { Historique } from '#app/Historique.tsx'
import { aller } from '#app/navigation.ts'
import { enMots } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { nomComplet, type PersonneResume } from '#shared/domaine/personne.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { Chronologie } from './Chronologie.tsx'
import { DroitsPersonne } from './DroitsPersonne.tsx'
import { Foyer } from './Foyer.tsx'
import { defaireFusion } from './fusion.ts'
import { FormulaireIdentite } from './FormulaireIdentite.tsx'
import { Lettres } from './Lettres.tsx'
import classes from './personnes.module.css'
import { naissanceEtAge } from './presenter.ts'
import { type FichePersonne as Fiche, fermerFiche } from './store.ts'
import { Suivis } from './Suivis.tsx'

/** One person: who she is, with whom she lives, her situations, and all that happened, on one line of time. */
export const FichePersonne = ({ fiche }: { readonly fiche: Fiche }) => {
  const { personne } = fiche
  const [modifie, modification] = useDisclosure(false)
  const entretiens = useNomenclature().nature === 'entretiens'
  return (
    <Stack gap="lg">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2}>{nomComplet(personne)}</Title>
        <ActionIcon color="gray" aria-label="Fermer la fiche" onClick={fermerFiche}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <Group gap="xs">
        {entretiens && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            rightSection={<kbd>N</kbd>}
            onClick={() => aller('entretiens', { saisie: { genre: 'nouveau', personneId: personne.id } })}
          >
            Nouvel entretien
          </Button>
        )}
        {!modifie && (
          <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={modification.open}>
            Modifier la fiche
          </Button>
        )}
        <Historique sujet={{ genre: 'personne', id: personne.id }} />
      </Group>
      {modifie ? (
        <FormulaireIdentite personne={personne} onFini={modification.close} />
      ) : (
        <Identite personne={personne} />
      )}
      <Fusions fiche={fiche} />
      <Foyer fiche={fiche} />
      <Suivis fiche={fiche} />
      <Lettres key={personne.id} fiche={fiche} />
      <DroitsPersonne key={`droits ${personne.id}`} personne={personne} />
      <Chronologie fiche={fiche} />
    </Stack>
  )
}

/** Where this file comes from, and the way back. */
const Fusions = ({ fiche }: { readonly fiche: Fiche }) =>
  fiche.fusions.map(({ id, nom, le }) => (
    <Group key={id} gap="xs">
      <Text>
        Fusionnée avec {nom} le {dateFrancaise(jourLocal(new Date(le)))}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={() => void defaireFusion(fiche.personne.id, id)}>
        Défaire la fusion
      </Button>
    </Group>
  ))

const Identite = ({ personne }: { readonly personne: PersonneResume }) => {
  const nomenclature = useNomenclature()
  const lignes: readonly (readonly [string, string])[] = [
    ['Naissance', personne.naissance === null ? '' : naissanceEtAge(personne.naissance, aujourdhui())],
    ...nomenclature.champs
      .filter((c) => c.porteur === 'personne' && (c.actif || personne.reponses[c.code] !== undefined))
      .map((c): readonly [string, string] => [c.libelle, enMots(nomenclature, c, personne.reponses[c.code])]),
    ['Téléphone', personne.telephone ?? ''],
    ['Commune', personne.commune ?? ''],
  ]
  return (
    <dl className={classes['identite']}>
      {lignes.map(([libelle, valeur]) => (
        <div key={libelle}>
          <dt>{libelle}</dt>
          <dd>
            {valeur === '' ? (
              <Text component="span" c="dimmed">
                non renseigné
              </Text>
            ) : (
              valeur
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
