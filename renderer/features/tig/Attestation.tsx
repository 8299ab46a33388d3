import { Button, Group, Text, Title } from '@mantine/core'
import { annoncer } from '#app/annoncer.tsx'
import { api, appeler } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import type { Accueil } from '#shared/domaine/tig/accueil.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ecrire } from './store.ts'

/** The document owed at the end (R623-23): written where the user says, then noted as handed on. */
export const Attestation = ({ accueil: { suiviId, attestationLe } }: { readonly accueil: Accueil }) => {
  const produire = async (format: 'docx' | 'pdf') => {
    const ecrit = await appeler(api.tig.ecrireAttestation({ suiviId, jour: aujourdhui(), format }))
    if (ecrit !== undefined) annoncer(`Attestation écrite : ${ecrit.fichier}`)
  }
  return (
    <section aria-label="Attestation d’exécution">
      <Title order={3} mb={4}>
        Attestation d’exécution
      </Title>
      <Text c="dimmed" size="sm" mb={6}>
        Les heures de la feuille, à la minute, pour le service référent et pour la personne (R623-23 du code
        pénitentiaire).
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => void produire('docx')}>
          Attestation Word
        </Button>
        <Button variant="default" onClick={() => void produire('pdf')}>
          Attestation PDF
        </Button>
        {attestationLe === null ? (
          <Button onClick={() => void ecrire(api.tig.noterAttestation({ suiviId, le: aujourdhui() }))}>
            Noter qu’elle est remise
          </Button>
        ) : (
          <>
            <Text>Remise le {dateFrancaise(attestationLe)}</Text>
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => void ecrire(api.tig.noterAttestation({ suiviId, le: null }))}
            >
              Elle ne l’est pas
            </Button>
          </>
        )}
      </Group>
    </section>
  )
}
