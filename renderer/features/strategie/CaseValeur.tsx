import { Textarea, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { api } from '#app/api.ts'
import type { CaseSuivie, Indicateur } from '#shared/domaine/strategie/indicateur.ts'
import { ecrireValeur, type GenreValeur, lireValeur } from '#shared/domaine/strategie/valeur.ts'
import { focusSuivant } from '#ui/focus.ts'
import { afficher, attendus } from './presenter.ts'
import { ecrireFiche } from './store.ts'
import { useSaisie } from './useSaisie.ts'

type Props = {
  readonly indicateur: Indicateur
  readonly genre: GenreValeur
  readonly suivie: CaseSuivie
  readonly libelle: string
}

/** One cell, typed in place: Enter writes it and goes to the next, Escape gives back what it held. */
export const CaseValeur = ({ indicateur, genre, suivie, libelle }: Props) => {
  const { id: indicateurId, type } = indicateur
  const calculee = genre === 'cible' && suivie.cibleCalculee
  const valeur = calculee ? null : suivie[genre]
  const { texte, erreur, taper, valider, revenir } = useSaisie(
    valeur === null ? '' : ecrireValeur(valeur),
    async (tape) => {
      const lue = lireValeur(type, genre, tape)
      if (lue === undefined) return attendu(indicateur, genre)
      return ecrireFiche(api.strategie.noterValeur({ indicateurId, periode: suivie.periode, genre, valeur: lue }))
    },
  )
  const enTexte = type === 'liste' || type === 'qualitatif'
  const surTouche = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === 'Escape') return revenir()
    if (event.key !== 'Enter' || (enTexte && !event.ctrlKey && !event.metaKey)) return
    event.preventDefault()
    // Leaving the cell is what writes it.
    const champ = event.currentTarget
    const ici = document.activeElement
    focusSuivant(champ.closest('table'), champ)
    if (document.activeElement === ici) void valider()
  }
  const champ = {
    'aria-label': libelle,
    value: texte,
    error: erreur,
    // The sum of the periods, until a target is typed for the year.
    placeholder: calculee && suivie.cible !== null ? afficher(suivie.cible) : undefined,
    onChange: (e: { readonly currentTarget: { readonly value: string } }) => taper(e.currentTarget.value),
    onBlur: () => void valider(),
    onKeyDown: surTouche,
  }
  if (enTexte) return <Textarea {...champ} autosize minRows={1} maxRows={8} maxLength={4000} size="xs" />
  return <TextInput {...champ} maxLength={30} size="xs" autoComplete="off" styles={{ input: { textAlign: 'right' } }} />
}

const attendu = ({ type }: Indicateur, genre: GenreValeur): string => {
  if (type === 'taux') return genre === 'cible' ? attendus.pourcent : attendus.taux
  return type === 'nombre' || type === 'jalon' ? attendus[type] : attendus.texte
}
