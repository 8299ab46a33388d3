import { ActionIcon, Anchor, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconPencil, IconRefresh, IconTrash, IconX } from '@tabler/icons-react'
import { heure } from '#app/dates.ts'
import { Historique } from '#app/Historique.tsx'
import { aller } from '#app/navigation.ts'
import { NotePrivee } from '#app/NotePrivee.tsx'
import { enMots } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import type { Porteur } from '#shared/domaine/dispositif.ts'
import type { Entretien } from '#shared/domaine/entretien.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import { libellesStatutOrientation } from '#shared/domaine/orientation.ts'
import { nomComplet } from '#shared/domaine/personne.ts'
import type { Reponses } from '#shared/domaine/reponses.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { majuscule } from '#shared/utils/texte.ts'
import classes from './entretiens.module.css'
import { dureeEnMots } from './presenter.ts'
import { fermerDetail, supprimer } from './store.ts'

/** One entretien, read at a glance; edited in its own form. */
export const DetailEntretien = ({ entretien }: { readonly entretien: Entretien }) => {
  const nomenclature = useNomenclature()
  const quand = [dateFrancaise(entretien.date), entretien.heure ?? '', dureeEnMots(entretien.dureeMinutes)]
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2}>Entretien du {dateFrancaise(entretien.date)}</Title>
          <Text c="dimmed">
            {quand
              .slice(1)
              .filter((q) => q !== '')
              .join(' · ')}
          </Text>
        </div>
        <ActionIcon color="gray" aria-label="Fermer le détail" onClick={fermerDetail}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </Group>
      <Group gap="xs">
        <Button
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          rightSection={<kbd>M</kbd>}
          onClick={() => aller('entretiens', { saisie: { genre: 'entretien', id: entretien.id } })}
        >
          Modifier
        </Button>
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          rightSection={<kbd>R</kbd>}
          onClick={() => aller('entretiens', { saisie: { genre: 'recontact', id: entretien.id } })}
        >
          Nouveau contact
        </Button>
        <Historique sujet={{ genre: 'entretien', id: entretien.id }} />
        <Button
          variant="subtle"
          color="alerte"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => void supprimer(entretien.id)}
        >
          Supprimer
        </Button>
      </Group>
      <Bloc titre="Personnes">
        <ul className={classes['liste']}>
          {entretien.presences.map(({ personne, role, reponses }) => (
            <li key={personne.id}>
              {personne.anonyme ? (
                nomComplet(personne)
              ) : (
                <Anchor component="button" type="button" onClick={() => aller('personnes', { id: personne.id })}>
                  {nomComplet(personne)}
                </Anchor>
              )}{' '}
              <Text component="span" c="dimmed">
                {[
                  libelleDe(nomenclature, nomenclature.listeRoles, role),
                  ...enLignes(nomenclature, 'participation', reponses).map(([l, v]) => `${l} : ${v}`),
                ].join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      </Bloc>
      <Bloc titre={`${majuscule(nomenclature.motSuivi.singulier)} n° ${entretien.suivi.numero}`}>
        <ListeReponses
          lignes={[
            ...(entretien.suivi.saisineDate === null
              ? []
              : [['Saisine le', dateFrancaise(entretien.suivi.saisineDate)] as const]),
            ...enLignes(nomenclature, 'suivi', entretien.suivi.reponses),
          ]}
        />
      </Bloc>
      <Bloc titre="Entretien">
        <ListeReponses lignes={enLignes(nomenclature, 'entretien', entretien.reponses)} />
        {entretien.note !== '' && <p className={classes['note']}>{entretien.note}</p>}
      </Bloc>
      {entretien.orientations.length > 0 && (
        <Bloc titre="Orientations">
          <ListeReponses
            lignes={entretien.orientations.map((o) => [
              [libelleDe(nomenclature, nomenclature.listeDestinations, o.destination), o.partenaire ?? '']
                .filter((t) => t !== '')
                .join(', '),
              libellesStatutOrientation[o.statut],
            ])}
          />
        </Bloc>
      )}
      {entretien.echeances.length > 0 && (
        <Bloc titre="Échéances">
          <ListeReponses
            lignes={entretien.echeances.map((e) => [
              dateFrancaise(e.date),
              e.faiteLe === null ? e.libelle : `${e.libelle} (fait le ${dateFrancaise(e.faiteLe)})`,
            ])}
          />
        </Bloc>
      )}
      <NotePrivee suiviId={entretien.suivi.id} entretienId={entretien.id} />
      <Text size="xs" c="dimmed">
        Enregistré le {dateFrancaise(jourLocal(new Date(entretien.enregistreLe)))} à {heure(entretien.enregistreLe)}
      </Text>
    </Stack>
  )
}

const Bloc = ({ titre, children }: { readonly titre: string; readonly children: React.ReactNode }) => (
  <section>
    <Title order={3} mb={4}>
      {titre}
    </Title>
    {children}
  </section>
)

type Ligne = readonly [string, string]

const ListeReponses = ({ lignes }: { readonly lignes: readonly Ligne[] }) =>
  lignes.length === 0 ? (
    <Text c="dimmed">Rien de renseigné.</Text>
  ) : (
    <dl className={classes['reponses']}>
      {lignes.map(([libelle, valeur], i) => (
        // oxlint-disable-next-line react/no-array-index-key -- read-only lines, two may bear the same label
        <div key={i} style={{ display: 'contents' }}>
          <dt>{libelle}</dt>
          <dd>{valeur}</dd>
        </div>
      ))}
    </dl>
  )

const enLignes = (
  nomenclature: ReturnType<typeof useNomenclature>,
  porteur: Porteur,
  reponses: Reponses,
): readonly Ligne[] =>
  nomenclature.champs
    .filter((c) => c.porteur === porteur && reponses[c.code] !== undefined)
    .map((c) => [c.libelle, enMots(nomenclature, c, reponses[c.code])])
