import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Liste, Modalite } from '#shared/domaine/dispositif.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { type EffetFusion, fusionner, lireEffet } from './listes.ts'
import { effetEnMots } from './presenter.ts'

type Props = { readonly liste: Liste; readonly modalite: Modalite; readonly onFermer: () => void }

/** Asks into which answer this one goes, and says what that changes before anything is written. */
export const FusionModalite = ({ liste, modalite, onFermer }: Props) => {
  const [vers, setVers] = useState<string | null>(null)
  const [lu, setLu] = useState<{ readonly vers: string; readonly effet: EffetFusion | undefined } | null>(null)
  const cible = liste.modalites.find((m) => m.code === vers)
  // A slower answer to what is no longer chosen is not shown.
  const effet = lu !== null && lu.vers === vers ? lu.effet : undefined
  const choisir = async (choisie: string | null) => {
    setVers(choisie)
    if (choisie !== null)
      setLu({ vers: choisie, effet: await lireEffet({ liste: liste.code, de: modalite.code, vers: choisie }) })
  }
  const valider = async () => {
    if (cible === undefined) return
    await fusionner(
      { liste: liste.code, de: modalite.code, vers: cible.code },
      { de: modalite.libelle, vers: cible.libelle },
    )
    onFermer()
  }
  const nomDuGroupe = (m: Modalite) => liste.groupes?.find((g) => g.code === m.groupe)?.libelle ?? 'aucun groupe'
  return (
    <Modal opened onClose={onFermer} title={`Fusionner « ${modalite.libelle} »`}>
      <Stack gap="sm">
        <Text>
          Tout ce qui a été noté « {modalite.libelle} » comptera comme l’autre réponse, passé compris. Les bilans déjà
          publiés ne changent pas.
        </Text>
        <ChoixListe
          label="Avec la réponse"
          data-autofocus
          value={vers}
          onChange={(choisie) => void choisir(choisie)}
          options={liste.modalites.flatMap((m) =>
            m.code === modalite.code ? [] : { value: m.code, label: m.libelle },
          )}
        />
        <div aria-live="polite">
          {effet !== undefined && (
            <Alert color="gray" title="Ce qui changera">
              {effet.length === 0 && <Text>Rien de noté ne porte cette réponse.</Text>}
              {effet.map((e) => (
                <Text key={e.dispositif}>
                  {dispositifs[e.dispositif].libelleCourt} : {effetEnMots(e, dispositifs[e.dispositif].motSuivi)}
                </Text>
              ))}
              {cible !== undefined && liste.groupes !== undefined && cible.groupe !== modalite.groupe && (
                <Text>
                  Pour le financeur, ces réponses passent de « {nomDuGroupe(modalite)} » à « {nomDuGroupe(cible)} ».
                </Text>
              )}
            </Alert>
          )}
        </div>
        <Group gap="sm" justify="flex-end">
          <Button variant="default" onClick={onFermer}>
            Garder les deux
          </Button>
          <Button disabled={effet === undefined} onClick={() => void valider()}>
            Fusionner
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
