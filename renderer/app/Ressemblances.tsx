import { Anchor, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { enPhrase, type IdentiteComparee, vraisemblance } from '#shared/domaine/doublon.ts'
import { nomComplet, type PersonneResume } from '#shared/domaine/personne.ts'
import { api, essayer } from './api.ts'

type Ressemblance = Extract<Awaited<ReturnType<typeof api.personnes.ressemblances>>, { ok: true }>['value'][number]

/** While somebody new is typed: whom of those already known she may be, and why; nothing to see when nobody is. */
export const Ressemblances = (props: {
  readonly id: string
  readonly saisie: IdentiteComparee
  readonly onChoisir: (personne: PersonneResume) => void
}) => {
  const [trouvees, setTrouvees] = useState<readonly Ressemblance[]>([])
  const { nom, prenom, naissance, telephone, commune } = props.saisie
  const [cle] = useDebouncedValue(JSON.stringify({ id: props.id, nom, prenom, naissance, telephone, commune }), 250)
  useEffect(() => {
    let actuelle = true
    const chercher = async () => {
      const demande = JSON.parse(cle) as IdentiteComparee & { readonly id: string }
      const lues = demande.nom.trim() === '' ? undefined : await essayer(api.personnes.ressemblances(demande))
      if (actuelle) setTrouvees(lues?.ok === true ? lues.value : [])
    }
    void chercher()
    return () => {
      actuelle = false
    }
  }, [cle])
  return (
    <output aria-label="Personnes qui ressemblent">
      {trouvees.length > 0 && <Text component="span">Déjà connue, peut-être :</Text>}
      {trouvees.map(({ personne, ...ressemblance }) => (
        <Text key={personne.id} component="span" display="block">
          <Anchor component="button" type="button" onClick={() => props.onChoisir(personne)}>
            {nomComplet(personne)}
          </Anchor>{' '}
          <Text component="span" c="dimmed">
            {vraisemblance(ressemblance.score)}, {ressemblance.score} sur 100 ·{' '}
            {enPhrase(ressemblance, props.saisie, personne)}
          </Text>
        </Text>
      ))}
    </output>
  )
}
