import { Anchor, Checkbox, Group, NativeSelect, Text, Timeline, Title } from '@mantine/core'
import { type Icon, IconArrowForwardUp, IconBell, IconFolder, IconFolderOff, IconMessage } from '@tabler/icons-react'
import { useMemo } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { accorder } from '#app/mots.ts'
import { aller } from '#app/navigation.ts'
import { useNomenclature } from '#app/session.ts'
import type { Echeance } from '#shared/domaine/echeance.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import {
  libellesStatutOrientation,
  type Orientation,
  StatutOrientation,
  statutsOrientation,
} from '#shared/domaine/orientation.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { chronologie, contenuDe, type Evenement, sujetDe } from './presenter.ts'
import { changer, type FichePersonne } from './store.ts'

/** What happened and what is due, latest first; answers and done things are noted right here. */
export const Chronologie = ({ fiche }: { readonly fiche: FichePersonne }) => {
  const nomenclature = useNomenclature()
  const evenements = useMemo(() => chronologie(fiche), [fiche])
  const jour = aujourdhui()
  return (
    <section aria-label="Chronologie">
      <Title order={3} mb="sm">
        Chronologie
      </Title>
      <Timeline bulletSize={22} lineWidth={2} active={evenements.length}>
        {evenements.map((evenement) => {
          const Icone = icones[evenement.genre]
          const aVenir = evenement.date > jour
          return (
            <Timeline.Item
              key={`${evenement.genre}-${evenement.id}`}
              bullet={<Icone size={14} aria-hidden />}
              lineVariant={aVenir ? 'dashed' : 'solid'}
              color={aVenir ? 'gray' : 'petrole'}
            >
              <Text c="dimmed" size="xs">
                {dateFrancaise(evenement.date)}
                {aVenir ? ' · à venir' : ''}
              </Text>
              <Contenu evenement={evenement} nomenclature={nomenclature} />
            </Timeline.Item>
          )
        })}
      </Timeline>
    </section>
  )
}

const icones: Readonly<Record<Evenement['genre'], Icon>> = {
  entretien: IconMessage,
  orientation: IconArrowForwardUp,
  echeance: IconBell,
  ouverture: IconFolder,
  cloture: IconFolderOff,
}

const Contenu = ({
  evenement,
  nomenclature,
}: {
  readonly evenement: Evenement
  readonly nomenclature: Nomenclature
}) => {
  if (evenement.genre === 'orientation')
    return <Suite orientation={evenement.orientation} nomenclature={nomenclature} />
  if (evenement.genre === 'echeance') return <Rappel echeance={evenement.echeance} />
  if (evenement.genre === 'entretien') {
    const { id } = evenement.entretien
    return (
      <div>
        <Anchor component="button" type="button" fw={600} onClick={() => aller('entretiens', { id })}>
          Entretien
        </Anchor>{' '}
        {contenuDe(nomenclature, evenement.entretien)}
      </div>
    )
  }
  const ouvre = evenement.genre === 'ouverture'
  return (
    <div>
      {ouvre ? 'Ouverture' : 'Clôture'} {accorder(nomenclature.motSuivi).du} n° {evenement.suivi.numero}{' '}
      <Text component="span" c="dimmed">
        {ouvre ? sujetDe(nomenclature, evenement.suivi) : ''}
      </Text>
    </div>
  )
}

const Rappel = ({ echeance: { id, libelle, faiteLe } }: { readonly echeance: Echeance }) => (
  <Checkbox
    label={faiteLe === null ? libelle : `${libelle} (fait le ${dateFrancaise(faiteLe)})`}
    checked={faiteLe !== null}
    onChange={(e) =>
      void changer(api.echeances.marquer({ id, faiteLe: e.currentTarget.checked ? aujourdhui() : null }))
    }
  />
)

const Suite = ({
  orientation,
  nomenclature,
}: {
  readonly orientation: Orientation
  readonly nomenclature: Nomenclature
}) => {
  const vers = libelleDe(nomenclature, nomenclature.listeDestinations, orientation.destination)
  const noter = (choisi: string) => {
    const statut = StatutOrientation.parse(choisi)
    void changer(
      api.entretiens.noterSuite({
        orientationId: orientation.id,
        statut,
        date: statut === 'attente' ? null : aujourdhui(),
      }),
    )
  }
  return (
    <Group gap="sm" justify="space-between">
      <span>
        Orientation vers <strong>{vers}</strong>
        {orientation.partenaire === null ? '' : `, ${orientation.partenaire}`}
      </span>
      <NativeSelect
        w={210}
        aria-label={`Suite de l’orientation vers ${vers}`}
        value={orientation.statut}
        data={statutsOrientation.map((value) => ({ value, label: libellesStatutOrientation[value] }))}
        onChange={(e) => noter(e.currentTarget.value)}
      />
    </Group>
  )
}
