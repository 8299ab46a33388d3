import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Liste } from '#shared/domaine/dispositif.ts'
import { codeLibre } from '#shared/domaine/import/valeurs.ts'
import { normaliser } from '#shared/utils/texte.ts'
import { modifierModalites } from './store.ts'

/** One more answer in a list; in a list that rolls up, its group is asked so that no total loses it. */
export const AjoutModalite = ({ liste }: { readonly liste: Liste }) => {
  const [libelle, setLibelle] = useState('')
  const [groupe, setGroupe] = useState(liste.groupes?.[0]?.code ?? null)
  const propre = libelle.trim()
  const existe = liste.modalites.some((m) => normaliser(m.libelle) === normaliser(propre))
  const ajouter = async () => {
    const code = codeLibre(propre, [...liste.modalites, ...(liste.fusionnees ?? [])])
    const ordre = liste.modalites.length
    if (await modifierModalites([{ liste: liste.code, code, libelle: propre, masquee: false, ordre, groupe }]))
      setLibelle('')
  }
  const valider = (event: React.SubmitEvent) => {
    event.preventDefault()
    if (propre !== '' && !existe) void ajouter()
  }
  return (
    <form onSubmit={valider}>
      <Group align="flex-start">
        <TextInput
          label="Nouvelle réponse"
          value={libelle}
          maxLength={120}
          error={propre !== '' && existe ? 'Elle est déjà dans la liste.' : null}
          onChange={(e) => setLibelle(e.currentTarget.value)}
          w={320}
        />
        {liste.groupes !== undefined && (
          <NativeSelect
            label="Comptée avec"
            value={groupe ?? ''}
            data={liste.groupes.map((g) => ({ value: g.code, label: g.libelle }))}
            onChange={(e) => setGroupe(e.currentTarget.value)}
          />
        )}
        <Button
          type="submit"
          mt={21}
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={propre === '' || existe}
        >
          Ajouter à la liste
        </Button>
      </Group>
    </form>
  )
}
