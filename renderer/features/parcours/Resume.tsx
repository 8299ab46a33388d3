import { Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconQuestionMark } from '@tabler/icons-react'
import { aujourdhui } from '#app/dates.ts'
import { useNomenclature } from '#app/session.ts'
import { libellesBesoinSortie } from '#shared/domaine/dispositifs/cvp/demarches.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import { libellesEtatPreparation } from '#shared/domaine/parcours/preparation.ts'
import { libellesRisqueSortie, type Sortie } from '#shared/domaine/parcours/sorties.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import classes from './parcours.module.css'
import { aVenir, distance, ouEnEst } from './presenter.ts'
import { useParcours } from './store.ts'

/** The first glance: where the person stands, whether the release is ready, what comes next. */
export const Resume = ({ parcours }: { readonly parcours: Parcours }) => {
  const nomenclature = useNomenclature()
  const etablissements = useParcours((s) => s.etablissements)
  const { prochaineSortie } = parcours
  return (
    <section className={`${classes['cadre']} ${classes['resume']}`} aria-label="Où en est la personne">
      <div>
        <Title order={2}>Où en est la personne</Title>
        <Text className={classes['phrase'] ?? ''}>{ouEnEst(nomenclature, etablissements, parcours, aujourdhui())}</Text>
        {prochaineSortie !== null && <SortiePrevue sortie={prochaineSortie} />}
      </div>
      <Ensuite parcours={parcours} />
    </section>
  )
}

const SortiePrevue = ({ sortie: { sortiePrevue, risque, preparation } }: { readonly sortie: Sortie }) => {
  const connus = preparation.filter((p) => p.etat !== 'inconnu')
  const inconnus = preparation.filter((p) => p.etat === 'inconnu').map((p) => libellesBesoinSortie[p.besoin])
  return (
    <>
      <Text>
        {sortiePrevue === null
          ? 'Aucune date de sortie connue.'
          : `Sortie prévue le ${dateFrancaise(sortiePrevue)}, ${distance(sortiePrevue, aujourdhui())}.`}{' '}
        <span className={risque === 'eleve' ? classes['alerte'] : undefined}>{libellesRisqueSortie[risque]}.</span>
      </Text>
      <ul className={classes['besoins']} aria-label="Préparation de la sortie">
        {connus.map(({ besoin, etat }) => {
          const Icone = icones[etat]
          return (
            <li key={besoin} className={classes['besoin']} data-etat={etat}>
              <Icone size={14} aria-hidden />
              {libellesBesoinSortie[besoin]} : {libellesEtatPreparation[etat].toLocaleLowerCase('fr')}
            </li>
          )
        })}
      </ul>
      {inconnus.length > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          Non renseigné : {inconnus.join(', ').toLocaleLowerCase('fr')}.
        </Text>
      )}
    </>
  )
}

const icones = { pret: IconCheck, 'en-cours': IconClock, 'a-faire': IconAlertTriangle, inconnu: IconQuestionMark }

const Ensuite = ({ parcours }: { readonly parcours: Parcours }) => {
  const nomenclature = useNomenclature()
  const jour = aujourdhui()
  const suites = aVenir(nomenclature, parcours, jour)
  return (
    <div>
      <Title order={2}>Ensuite</Title>
      {suites.length === 0 && (
        <Text c="dimmed">
          {parcours.suivi.closLe === null
            ? 'Rien de daté n’est à venir. Notez la date de sortie (R) ou ouvrez une démarche (D).'
            : 'Rien : le suivi est clos.'}
        </Text>
      )}
      <ol className={classes['a-venir']}>
        {suites.slice(0, MONTREES).map(({ cle, date, libelle, detail, retard }) => (
          <li key={cle}>
            <span className={retard ? classes['alerte'] : undefined}>{dateFrancaise(date)}</span>
            <span>
              {libelle}{' '}
              <Text component="span" size="xs" c="dimmed">
                {retard ? 'en retard' : distance(date, jour)}
                {detail === '' ? '' : ` · ${detail}`}
              </Text>
            </span>
          </li>
        ))}
      </ol>
      {suites.length > MONTREES && (
        <Text size="xs" c="dimmed">
          et {suites.length - MONTREES} autre{suites.length > MONTREES + 1 ? 's' : ''}, plus loin
        </Text>
      )}
    </div>
  )
}

const MONTREES = 4
