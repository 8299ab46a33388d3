import { Anchor, Group, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useState } from 'react'
import { api, essayer } from '#app/api.ts'
import { nomComplet, type PersonneResume } from '#shared/domaine/personne.ts'
import { prendreFocus } from '#ui/focus.ts'
import classes from './instances.module.css'

type Designee = { personneId: string | null; nom: string; designation: string; naissance: string }

/** Initials or a first name; or somebody of the coffre, offered while typing to whoever may read persons. */
export const ChoixPersonne = <V extends Designee>({ form }: { readonly form: UseFormReturnType<V> }) => {
  const [trouvees, setTrouvees] = useState<readonly PersonneResume[]>([])
  const { personneId, nom, designation } = form.values
  const ecrire = (valeurs: Partial<Designee>) => form.setValues(valeurs as Partial<V>)
  const chercher = async (texte: string) => {
    ecrire({ designation: texte })
    // A coordinator who reads no person is refused here: the short designation is then all there is.
    const reponse = texte.trim().length < 3 ? undefined : await essayer(api.personnes.chercher({ texte, limite: 3 }))
    setTrouvees(reponse?.ok === true ? reponse.value : [])
  }
  if (personneId !== null)
    return (
      <div>
        <Text size="sm" fw={500}>
          Personne du coffre
        </Text>
        <Group gap="xs">
          <Text>{nom === '' ? 'Personne du coffre' : nom}</Text>
          <Anchor component="button" type="button" onClick={() => ecrire({ personneId: null, nom: '' })}>
            Changer
          </Anchor>
        </Group>
      </div>
    )
  return (
    <div>
      <TextInput
        label="Personne"
        description="Initiales ou prénom."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={40}
        autoComplete="off"
        ref={prendreFocus}
        value={designation}
        onChange={(e) => void chercher(e.currentTarget.value)}
        error={form.errors['designation']}
      />
      {trouvees.length > 0 && (
        <ul className={classes['liste']} aria-label="Personnes du coffre">
          {trouvees.map((p) => (
            <li key={p.id}>
              <Anchor
                component="button"
                type="button"
                size="sm"
                onClick={() => {
                  setTrouvees([])
                  const naissance = p.naissance?.slice(0, 4) ?? ''
                  ecrire({ personneId: p.id, nom: nomComplet(p), designation: '', naissance })
                }}
              >
                {nomComplet(p)}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
