import { Button, Group, Kbd, Text } from '@mantine/core'
import { Fragment, useEffect } from 'react'
import { demanderDepart } from '#app/essai.ts'
import { usePlaces } from '#app/routes.tsx'
import { useTouches } from '#app/touches.ts'
import { type Etape, etapes } from './etapes.ts'
import { lireVisite, montrer, passer, recommencer, useVisite } from './store.ts'
import classes from './visite.module.css'

/** The step to do, beside the work and never over it. */
export const Visite = () => {
  const { avancement } = useVisite()
  useEffect(() => void lireVisite(), [])
  if (avancement === null) return <span className={classes['etape']} />
  if (!avancement.ouverte)
    return (
      <div className={classes['etape']}>
        <Button variant="subtle" size="compact-sm" onClick={() => montrer(true)}>
          Reprendre la visite guidée
        </Button>
      </div>
    )
  const etape = etapes[avancement.rang]
  return etape === undefined ? <Fin /> : <EnCours etape={etape} rang={avancement.rang} />
}

const EnCours = ({ etape, rang }: { readonly etape: Etape; readonly rang: number }) => {
  useEffect(() => etape.guet(passer), [etape])
  useTouches('Visite guidée', touches)
  const precedente = etapes[rang - 1]
  return (
    <>
      <Text component="output" size="sm" className={classes['etape'] ?? ''} aria-label="Visite guidée">
        <Text span inherit c="dimmed">
          {precedente !== undefined && '✓ '}
          {rang + 1} sur {etapes.length}
        </Text>{' '}
        <strong>{etape.titre}.</strong> <Consigne etape={etape} />
      </Text>
      <Group gap={4} wrap="nowrap" flex="none">
        <Button variant="subtle" size="compact-sm" rightSection={<kbd>F8</kbd>} onClick={passer}>
          Passer
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => montrer(false)}>
          Fermer la visite
        </Button>
      </Group>
    </>
  )
}

const touches = [
  { combinaison: 'F8', affichage: 'F8', libelle: 'Passer cette étape de la visite', action: passer, partout: true },
]

const Fin = () => (
  <>
    <Text component="output" size="sm" className={classes['etape'] ?? ''} aria-label="Visite guidée">
      <strong>La visite est finie.</strong> Continuez à essayer : rien ici n’est vrai. Puis quittez l’essai pour créer
      votre coffre.
    </Text>
    <Group gap={4} wrap="nowrap" flex="none">
      <Button variant="subtle" size="compact-sm" onClick={recommencer}>
        Refaire la visite
      </Button>
      <Button size="compact-sm" onClick={demanderDepart}>
        Créer mon coffre
      </Button>
    </Group>
  </>
)

/** The instruction, its keys drawn as keys. */
const Consigne = ({ etape: { consigne, lieu } }: { readonly etape: Etape }) => {
  const { nom } = useVisite()
  const rang = usePlaces().findIndex(({ code }) => code === lieu)
  const texte = consigne.replaceAll('{nom}', nom).replaceAll('{lieu}', `Alt ${rang + 1}`)
  return texte.split('`').map((morceau, i) =>
    i % 2 === 0 ? (
      // oxlint-disable-next-line react/no-array-index-key -- the pieces of one sentence never move
      <Fragment key={i}>{morceau}</Fragment>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- the pieces of one sentence never move
      <Kbd key={i} size="xs">
        {morceau}
      </Kbd>
    ),
  )
}
