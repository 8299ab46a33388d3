import { Button, List, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { usePermis } from '#app/session.ts'
import type { Liste } from '#shared/domaine/dispositif.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { defaire, lireFusions, useListes } from './listes.ts'

/** The merges of a list, latest first. Only the latest is undone: those before it are under it. */
export const FusionsFaites = ({ liste }: { readonly liste: Liste }) => {
  const permis = usePermis()('listes.fusions')
  const siennes = useListes((s) => s.fusions).filter((f) => f.liste === liste.code)
  useEffect(() => {
    if (permis) void lireFusions()
  }, [permis])
  if (siennes.length === 0) return null
  const nom = (code: string) => [...liste.modalites, ...(liste.fusionnees ?? [])].find((m) => m.code === code)?.libelle
  return (
    <section>
      <Title order={3}>Réponses fusionnées</Title>
      <List listStyleType="none">
        {siennes.map((f, rang) => (
          <List.Item key={f.id}>
            <Text span>
              « {nom(f.de) ?? f.de} » avec « {nom(f.vers) ?? f.vers} », le {dateFrancaise(f.le.slice(0, 10))}
            </Text>
            {rang === 0 && (
              <Button variant="subtle" size="compact-sm" ml="xs" onClick={() => void defaire(f)}>
                Défaire la fusion
              </Button>
            )}
          </List.Item>
        ))}
      </List>
    </section>
  )
}
