import { Button, Text, UnstyledButton } from '@mantine/core'
import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconHelpCircle,
  IconHourglass,
  IconInfoCircle,
  IconPlus,
  IconScale,
  IconShieldCheck,
} from '@tabler/icons-react'
import { type EtatPreparation, libellesEtatPreparation } from '#shared/domaine/parcours/preparation.ts'
import { libellesRisqueSortie, type RisqueSortie, type Sortie } from '#shared/domaine/parcours/sorties.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { articlePrincipal, besoinsParEtat, delaiEnMots, enumerer, lieuDe, nomsDe } from './presenter.ts'
import { ouvrirParcours, useSorties } from './store.ts'
import classes from './sorties.module.css'

/** One release: who, where, when, what is ready, what makes the risk. The whole card opens the parcours. */
export const CarteSortie = ({ sortie, noter }: { readonly sortie: Sortie; readonly noter: () => void }) => {
  const etablissements = useSorties((s) => s.etablissements)
  return (
    <li className={classes['carte']}>
      <UnstyledButton className={classes['nom'] ?? ''} onClick={() => ouvrirParcours(sortie)}>
        {nomsDe(sortie)}
      </UnstyledButton>
      <Quand sortie={sortie} />
      <Text size="xs" c="dimmed">
        {lieuDe(etablissements, sortie)}
      </Text>
      <ul className={classes['etats']}>
        {besoinsParEtat(sortie.preparation).map(({ etat, besoins }) => (
          <Etat key={etat} etat={etat} besoins={besoins} />
        ))}
      </ul>
      <Risque sortie={sortie} />
      <Horloge sortie={sortie} />
      <Button
        size="compact-xs"
        variant="subtle"
        className={classes['noter'] ?? ''}
        aria-label={`Noter une démarche pour ${nomsDe(sortie)}`}
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={noter}
      >
        Noter une démarche
      </Button>
    </li>
  )
}

const Quand = ({ sortie: { sortiePrevue, jours } }: { readonly sortie: Sortie }) =>
  sortiePrevue === null ? (
    <Text size="sm">Sortie sans date</Text>
  ) : (
    <Text size="sm" className={classes['quand'] ?? ''}>
      {dateFrancaise(sortiePrevue)} <span>{delaiEnMots(jours ?? 0)}</span>
    </Text>
  )

const icones: Readonly<Record<EtatPreparation, Icon>> = {
  pret: IconCircleCheck,
  'en-cours': IconHourglass,
  'a-faire': IconCircleDashed,
  inconnu: IconHelpCircle,
}

/** The icon and the word say the state; the colour only repeats it. */
const Etat = ({ etat, besoins }: { readonly etat: EtatPreparation; readonly besoins: string }) => {
  const Icone = icones[etat]
  return (
    <li data-etat={etat}>
      <Icone size={15} aria-hidden />
      <span>
        <strong>{libellesEtatPreparation[etat]} :</strong> {besoins}
      </span>
    </li>
  )
}

const iconesRisque: Readonly<Record<RisqueSortie, Icon>> = {
  ecarte: IconShieldCheck,
  faible: IconShieldCheck,
  modere: IconInfoCircle,
  eleve: IconAlertTriangle,
}

const Risque = ({ sortie: { risque, manques } }: { readonly sortie: Sortie }) => {
  const Icone = iconesRisque[risque]
  return (
    <p className={classes['risque']} data-risque={risque}>
      <Icone size={15} aria-hidden />
      <span>
        {libellesRisqueSortie[risque]}
        {manques.length > 0 && risque !== 'ecarte' && (
          <span className={classes['raisons']}>Il manque : {enumerer(manques)}</span>
        )}
      </span>
    </p>
  )
}

const Horloge = ({ sortie: { prochaines } }: { readonly sortie: Sortie }) => {
  const [prochaine] = prochaines
  if (prochaine === undefined) return null
  return (
    <p className={classes['horloge']} title={`${prochaine.article}. ${prochaine.explication}`}>
      <IconScale size={15} aria-hidden />
      <span>
        {dateFrancaise(prochaine.date)} : {prochaine.libelle}
        <span className={classes['article']}>{articlePrincipal(prochaine.article)}</span>
      </span>
    </p>
  )
}
