import { Button, Collapse, Stack, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { nomDePeriode } from '#shared/domaine/bilan/periode.ts'
import type { Refus } from '#shared/domaine/secret/certificat.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { republier } from './registre.ts'
import { choisirMode, choisirOnglet, useBilans } from './store.ts'

/** The ways out of a refusal, or of a proof that did not come (secret-statistique.md §5.6). */
export const Issues = ({ refus }: { readonly refus: Refus | null }) => {
  const { mode } = useBilans()
  return (
    <Stack gap={6} mt="sm">
      {refus?.raison === 'flux' ? <Republier {...refus.flux} /> : <VoirRegistre />}
      {refus !== null && <Attendre />}
      {refus?.raison !== 'flux' && mode === 'masquage' && (
        <Choisir mode="regroupement" texte="Regrouper les lignes rares" />
      )}
      {mode !== 'arrondi' && <Choisir mode="arrondi" texte="Passer en mode arrondi" />}
      {mode !== 'total' && <Choisir mode="total" texte="Publier les seuls totaux" />}
    </Stack>
  )
}

const Choisir = ({ mode, texte }: { readonly mode: 'regroupement' | 'arrondi' | 'total'; readonly texte: string }) => (
  <Button variant="default" onClick={() => void choisirMode(mode)}>
    {texte}
  </Button>
)

const Republier = ({ edition }: Extract<Refus, { raison: 'flux' }>['flux']) => (
  <Button
    variant="default"
    onClick={() => {
      choisirOnglet('registre')
      void republier(edition.id)
    }}
  >
    Republier le bilan du {dateFrancaise(edition.creeeLe.slice(0, 10))} ({nomDePeriode(edition)})…
  </Button>
)

const VoirRegistre = () => (
  <Button variant="default" onClick={() => choisirOnglet('registre')}>
    Republier un bilan déjà publié
  </Button>
)

const Attendre = () => {
  const { seuil } = useBilans()
  const [ouvert, setOuvert] = useState(false)
  const id = useId()
  return (
    <div>
      <Button
        variant="default"
        fullWidth
        aria-expanded={ouvert}
        aria-controls={id}
        onClick={() => setOuvert((avant) => !avant)}
      >
        Attendre la date prévue
      </Button>
      <Collapse expanded={ouvert} id={id}>
        <Text size="sm" my={6}>
          Ce qui est déjà publié reste valable. Un nouveau bilan pourra paraître quand au moins {seuil} personnes seront
          entrées, sorties ou comptées autrement depuis : ce qui vient de changer y sera compté, sans désigner personne.
          Le plus sûr est de fixer les dates d’avance, une ou deux par an.
        </Text>
      </Collapse>
    </div>
  )
}
