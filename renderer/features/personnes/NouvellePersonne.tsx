import { Title } from '@mantine/core'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import { useState } from 'react'
import { FormulaireIdentite } from './FormulaireIdentite.tsx'
import classes from './personnes.module.css'
import { choisir, ouvrirPersonnes } from './store.ts'

/** Somebody sent and not met yet: her file first, where a suivi is then opened. */
export const NouvellePersonne = ({ onFini }: { readonly onFini: () => void }) => {
  const [personne] = useState(personneVide)
  return (
    <section className={classes['doublons']} aria-label="Nouvelle personne">
      <Title order={2}>Nouvelle personne</Title>
      <FormulaireIdentite
        personne={personne}
        onFini={onFini}
        onEnregistre={() => void ouvrirPersonnes(personne.id)}
        onDejaConnue={({ id }) => {
          onFini()
          void choisir(id)
        }}
      />
    </section>
  )
}

const personneVide = (): PersonneResume => ({
  id: crypto.randomUUID(),
  anonyme: false,
  nom: '',
  prenom: '',
  naissance: null,
  telephone: null,
  commune: null,
  reponses: {},
  entretiens: 0,
  dernierEntretien: null,
})
