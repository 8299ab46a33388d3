import { Anchor, Modal, Stack, Text } from '@mantine/core'
import { createFeatureStore } from '#app/stores.ts'

const usePourquoi = createFeatureStore<{ readonly ouvert: boolean }>(() => ({ ouvert: false }))

export const expliquerMasque = (): void => usePourquoi.setState({ ouvert: true })

/** Opens the explanation of « s ». */
export const BoutonPourquoi = () => (
  <Anchor component="button" type="button" size="sm" onClick={expliquerMasque}>
    Pourquoi « s » ?
  </Anchor>
)

/**
 * What a masked cell is. The same words for every one of them: to say more of some would tell the small ones apart
 * (secret-statistique.md §5.7).
 */
export const ExplicationMasque = ({ seuil }: { readonly seuil: number }) => (
  <Modal
    opened={usePourquoi((s) => s.ouvert)}
    onClose={() => usePourquoi.setState({ ouvert: false })}
    title="« s » : une case masquée"
  >
    <Stack gap="sm">
      <Text>Une case « s » est masquée pour protéger les personnes : un petit nombre peut désigner quelqu’un.</Text>
      <Text>
        Une case masquée peut contenir un petit nombre, un nombre plus grand ou un zéro. Il faut en effet masquer
        d’autres cases que les petites : sinon, une soustraction dans la même ligne, dans la même colonne ou entre deux
        tableaux suffirait à les retrouver.
      </Text>
      <Text>
        Seuil appliqué : {seuil} personnes. Le signe est le même pour toutes les cases masquées, et rien ne dit laquelle
        est petite, ni ici ni dans les fichiers. Les totaux affichés sont exacts.
      </Text>
      <Text>
        Pour voir moins de « s » : choisissez le regroupement ou l’arrondi, une période plus longue, ou retirez une
        question du bilan dans les réglages.
      </Text>
    </Stack>
  </Modal>
)
