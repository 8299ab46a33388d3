import { ActionIcon, Button, Group, Text, Title } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { useReprise } from '#app/reprise.ts'
import type { Accueil } from '#shared/domaine/tig/accueil.ts'
import { direHeure, direMinutes } from '#shared/domaine/tig/heures.ts'
import { type Journee, minutesDe, minutesRetenues } from '#shared/domaine/tig/journee.ts'
import { lundiDe, minutesParSemaine } from '#shared/domaine/tig/limites-travail.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { LigneSaisie } from './LigneSaisie.tsx'
import { ecrireLigne, jourSuivant, type LigneTapee, ligneVide } from './presenter.ts'
import { ecrire, retirer } from './store.ts'
import classes from './tig.module.css'

/** The days worked, oldest first, and one more typed at the end: Enter goes to the next line. */
export const FeuillePresence = ({ accueil }: { readonly accueil: Accueil }) => {
  const { suiviId, journees, debutLe } = accueil
  const [modifiee, setModifiee] = useState<string>()
  const derniere = journees.at(-1)
  const premier = derniere === undefined ? (debutLe ?? aujourdhui()) : jourSuivant(derniere.date)
  const nouvelle = useLigne(`journee ${suiviId}`, ligneVide(premier))
  const noter = (id: string, temps: Omit<Journee, 'id'>) => ecrire(api.tig.noterJournee({ id, suiviId, ...temps }))
  const semaine = minutesParSemaine(journees)
  return (
    <section aria-label="Feuille de présence">
      <Group justify="space-between" mb={4}>
        <Title order={3}>Feuille de présence</Title>
        <Text c="dimmed" size="sm">
          {[
            `${direMinutes(minutesDe(journees))} sur la feuille`,
            ...(accueil.minutesReprises > 0 ? [`${direMinutes(accueil.minutesReprises)} faites avant`] : []),
            ...(derniere === undefined
              ? []
              : [`${direMinutes(semaine.get(lundiDe(derniere.date)) ?? 0)} la dernière semaine`]),
            ...(accueil.corrections > 0 ? [`${accueil.corrections} corrigées ou retirées`] : []),
          ].join(' · ')}
        </Text>
      </Group>
      <div className={classes['defilant']}>
        <table className={classes['feuille']}>
          <caption className="visuellement-cache">Jours travaillés, heures retenues</caption>
          <thead>
            <tr>
              {['Jour', 'Début', 'Fin', 'Pause', 'Repas', 'Trajet', 'Retenu'].map((titre, i) => (
                <th key={titre} scope="col" data-nombre={i > 2}>
                  {titre}
                </th>
              ))}
              <th scope="col">
                <span className="visuellement-cache">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {journees.map((journee) =>
              journee.id === modifiee ? (
                <Correction
                  key={journee.id}
                  journee={journee}
                  onFini={() => setModifiee(undefined)}
                  noter={(temps) => noter(journee.id, temps)}
                />
              ) : (
                <Ligne key={journee.id} journee={journee} onModifier={() => setModifiee(journee.id)} />
              ),
            )}
            <LigneSaisie
              libelle="Nouvelle journée"
              tapee={nouvelle.tapee}
              onChange={nouvelle.changer}
              modele={derniere}
              noter={async (temps) => {
                const erreurs = await noter(crypto.randomUUID(), temps)
                if (erreurs === undefined) await nouvelle.recommencer(ligneVide(jourSuivant(temps.date)))
                return erreurs
              }}
              actions={<span />}
            />
          </tbody>
        </table>
      </div>
      <Text c="dimmed" size="xs">
        Entrée note la ligne et passe à la suivante ; « i » dans Début reprend les heures du jour d’avant. Pause, repas
        et trajet, en minutes, ne comptent pas (R623-17 du code pénitentiaire).
      </Text>
    </section>
  )
}

/** A line being typed, kept in the coffre until it is noted. */
const useLigne = (cle: string, depart: LigneTapee) => {
  const form = useForm<LigneTapee>({ initialValues: depart })
  const { oublier } = useReprise(cle, form)
  const recommencer = async (suivante: LigneTapee): Promise<void> => {
    await oublier()
    form.setInitialValues(suivante)
    form.setValues(suivante)
    form.resetDirty(suivante)
  }
  return { tapee: form.values, changer: (tapee: LigneTapee) => form.setValues(tapee), oublier, recommencer }
}

const Correction = (props: {
  readonly journee: Journee
  readonly onFini: () => void
  readonly noter: (temps: Omit<Journee, 'id'>) => Promise<Readonly<Record<string, string>> | undefined>
}) => {
  const { tapee, changer, oublier } = useLigne(`journee ${props.journee.id}`, ecrireLigne(props.journee))
  return (
    <LigneSaisie
      libelle={`Correction du ${dateFrancaise(props.journee.date)}`}
      tapee={tapee}
      onChange={changer}
      modele={undefined}
      noter={async (temps) => {
        const erreurs = await props.noter(temps)
        if (erreurs !== undefined) return erreurs
        await oublier()
        props.onFini()
        return undefined
      }}
      actions={
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void oublier().then(props.onFini)}>
          Annuler
        </Button>
      }
    />
  )
}

const Ligne = ({ journee, onModifier }: { readonly journee: Journee; readonly onModifier: () => void }) => {
  const jour = dateFrancaise(journee.date)
  return (
    <tr>
      <td>{jour}</td>
      <td>{direHeure(journee.debut)}</td>
      <td>{direHeure(journee.fin)}</td>
      {[journee.pause, journee.repas, journee.trajet].map((minutes, i) => (
        <td key={colonnes[i]} data-nombre>
          {minutes === 0 ? '' : minutes}
        </td>
      ))}
      <td data-nombre>{direMinutes(minutesRetenues(journee))}</td>
      <td>
        <Group gap={2} wrap="nowrap" justify="flex-end">
          <ActionIcon size={24} color="gray" aria-label={`Corriger le ${jour}`} onClick={onModifier}>
            <IconPencil size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon
            size={24}
            color="gray"
            aria-label={`Retirer le ${jour}`}
            onClick={() => void retirer('journee', journee.id, `Journée du ${jour} retirée`)}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </Group>
      </td>
    </tr>
  )
}

const colonnes = ['pause', 'repas', 'trajet']
