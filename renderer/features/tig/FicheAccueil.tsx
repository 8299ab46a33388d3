import { ActionIcon, Anchor, Button, Group, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil, IconTrash, IconX } from '@tabler/icons-react'
import { aller } from '#app/navigation.ts'
import { useNomenclature } from '#app/session.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import { nomComplet } from '#shared/domaine/personne.ts'
import { type Accueil, libellesEtatAccueil } from '#shared/domaine/tig/accueil.ts'
import { direAlerte } from '#shared/domaine/tig/alertes.ts'
import { reglesMesure } from '#shared/domaine/tig/mesure.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { Attestation } from './Attestation.tsx'
import { Avancement } from './Avancement.tsx'
import { FeuillePresence } from './FeuillePresence.tsx'
import { FormulaireAccueil } from './FormulaireAccueil.tsx'
import { Incidents } from './Incidents.tsx'
import { fermer, retirer, useTig } from './store.ts'
import classes from './tig.module.css'

/** One accueil: what waits, the presence sheet, the incidents, the document at the end. */
export const FicheAccueil = ({ accueil }: { readonly accueil: Accueil }) => {
  const enregistre = useTig((s) => s.enregistre)
  const [modifie, modification] = useDisclosure(false)
  const nom = nomComplet({ anonyme: false, ...accueil.personne })
  return (
    <div className={classes['fiche']}>
      <div className={classes['tete']}>
        <div>
          <Title order={2}>{nom}</Title>
          <Text c="dimmed">
            n° {accueil.numero} · {libellesEtatAccueil[accueil.etat]} ·{' '}
            <Anchor component="button" type="button" onClick={() => aller('personnes', { id: accueil.personneId })}>
              Fiche de la personne
            </Anchor>
          </Text>
        </div>
        <ActionIcon color="gray" aria-label="Fermer l’accueil" onClick={fermer}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      <Avancement {...accueil} />
      <Avis textes={accueil.alertes.map(direAlerte)} alerte />
      <Avis textes={accueil.avertissements} />
      {modifie ? (
        <FormulaireAccueil
          personneId={accueil.personneId}
          naissance={accueil.personne.naissance}
          accueil={accueil}
          onFini={modification.close}
        />
      ) : (
        <>
          <Faits accueil={accueil} />
          <Group gap="xs">
            <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={modification.open}>
              Modifier ou terminer
            </Button>
            <ActionIcon
              size={32}
              color="gray"
              aria-label="Retirer cet accueil"
              onClick={() => void retirer('accueil', accueil.suiviId, `Accueil de ${nom} retiré`)}
            >
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
            <Text component="output" size="xs" c="dimmed">
              {enregistre}
            </Text>
          </Group>
        </>
      )}
      <FeuillePresence accueil={accueil} />
      <Incidents accueil={accueil} />
      <Attestation accueil={accueil} />
    </div>
  )
}

const Avis = ({ textes, alerte = false }: { readonly textes: readonly string[]; readonly alerte?: boolean }) =>
  textes.length === 0 ? null : (
    <ul className={classes['avis']} data-alerte={alerte} aria-label={alerte ? 'À faire' : 'À vérifier'}>
      {textes.map((t) => (
        <li key={t}>{t}</li>
      ))}
    </ul>
  )

const jourOu = (jour: string | null): string => (jour === null ? '' : dateFrancaise(jour))

const Faits = ({ accueil: a }: { readonly accueil: Accueil }) => {
  const nomenclature = useNomenclature()
  const service = libelleDe(nomenclature, nomenclature.listeDestinations, a.service)
  const issue = a.issue === null ? '' : libelleDe(nomenclature, nomenclature.listeMotifs, a.issue)
  const faits: readonly (readonly [string, string])[] = [
    ['Mesure', reglesMesure[a.mesure].libelle],
    ['Service référent', [service, a.referent ?? ''].filter((t) => t !== '').join(', ')],
    ['Décision', jourOu(a.decideLe)],
    ['Échéance', jourOu(a.echeance)],
    ['Premier jour', jourOu(a.debutLe)],
    ['Poste', a.poste ?? ''],
    ['Encadrant', a.encadrant ?? ''],
    ['Emploi', a.heuresEmploi === null ? '' : `${a.heuresEmploi} h par semaine`],
    ['Examen médical', a.examenRequis ? (a.examenVu ? 'demandé, fait' : 'demandé, à faire') : 'non demandé'],
    ['Fin', [jourOu(a.finLe), issue].filter((t) => t !== '').join(' : ')],
  ]
  return (
    <dl className={classes['faits']}>
      {faits
        .filter(([, valeur]) => valeur !== '')
        .map(([libelle, valeur]) => (
          <div key={libelle}>
            <dt>{libelle}</dt>
            <dd>{valeur}</dd>
          </div>
        ))}
    </dl>
  )
}
