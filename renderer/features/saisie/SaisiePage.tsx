import { Alert, Button, Center, Group, Kbd, Loader, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { avantDePartir } from '#app/depart.ts'
import { useSansRelecture } from '#app/ecritures.ts'
import { aller, useParams } from '#app/navigation.ts'
import { useTouches } from '#app/touches.ts'
import { Ecran } from '#ui/Ecran.tsx'
import { focusSuivant } from '#ui/focus.ts'
import { ecrireBrouillon } from './brouillon.ts'
import classes from './saisie.module.css'
import { SectionEntretien } from './SectionEntretien.tsx'
import { SectionPersonnes } from './SectionPersonnes.tsx'
import { SectionSituation } from './SectionSituation.tsx'
import { SectionSuites } from './SectionSuites.tsx'
import { abandonner, enregistrer, ouvrirSaisie, quitterSaisie, useSaisie } from './store.ts'

/** The interview form, in the order of the spoken interview, made to be filled without a mouse. */
export const SaisiePage = () => {
  const { saisie } = useParams('entretiens')
  const charge = useSaisie((s) => s.formulaire !== null)
  useEffect(() => {
    if (saisie !== undefined) void ouvrirSaisie(saisie)
    const oublier = avantDePartir(async () => void (await ecrireBrouillon()))
    return () => {
      oublier()
      void quitterSaisie()
    }
  }, [saisie])
  useSansRelecture()
  useTouches('Saisie', touches)
  return charge ? (
    <Formulaire />
  ) : (
    <Center h="100%">
      <Loader aria-label="Ouverture du formulaire" />
    </Center>
  )
}

const Formulaire = () => {
  const modification = useSaisie((s) => s.formulaire?.modification ?? false)
  const refus = useSaisie((s) => s.refus)
  const enCours = useSaisie((s) => s.statut === 'enregistrement')
  const zone = useRef<HTMLFormElement>(null)
  // Somebody is there already: the first thing still to be said takes the focus, so that every key is heard by the form.
  useEffect(() => {
    if (zone.current?.contains(document.activeElement) !== true) focusSuivant(zone.current, null)
  }, [])
  useEffect(() => {
    if (refus > 0) zone.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refus])
  const surTouche = (event: React.KeyboardEvent) => {
    const enregistre = event.ctrlKey || event.metaKey
    // Ctrl+Enter in an open list takes its line and saves.
    if (event.key !== 'Enter' || (event.defaultPrevented && !enregistre)) return
    const surBouton = event.target instanceof HTMLButtonElement
    const surNote = event.target instanceof HTMLTextAreaElement
    if (enregistre) void enregistrer()
    else if (surBouton || surNote) return
    else focusSuivant(zone.current, document.activeElement)
    event.preventDefault()
  }
  return (
    <Ecran
      titre={modification ? 'Modifier l’entretien' : 'Nouvel entretien'}
      sousTitre="Un brouillon est gardé au fur et à mesure."
      actions={
        <>
          <Button variant="subtle" onClick={() => void abandonner()}>
            {modification ? 'Annuler les changements' : 'Jeter le brouillon'}
          </Button>
          <Button variant="default" onClick={() => aller('entretiens')}>
            Revenir à la liste
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter goes on, as in a spreadsheet; every field stays reachable by Tab */}
      <form ref={zone} noValidate className={classes['formulaire']} onKeyDown={surTouche} onSubmit={refuserEnvoi}>
        <Stack gap="sm">
          <SectionPersonnes />
          <SectionSituation />
          <SectionEntretien />
          <SectionSuites />
        </Stack>
        <div className={classes['pied']}>
          <ResumeErreurs />
          <Group justify="flex-end">
            <Text size="xs" c="dimmed">
              <Kbd>Entrée</Kbd> champ à remplir · <Kbd>F4</Kbd> changer ce qui est repris
            </Text>
            <Button loading={enCours} onClick={() => void enregistrer()} rightSection={<kbd>Ctrl ↵</kbd>}>
              Enregistrer
            </Button>
          </Group>
        </div>
      </form>
    </Ecran>
  )
}

const ResumeErreurs = () => {
  const nombre = useSaisie((s) => Object.keys(s.erreurs).length)
  if (nombre === 0) return null
  return (
    <Alert color="alerte" variant="light" role="alert" p="xs">
      {nombre === 1 ? 'Un champ est à corriger.' : `${nombre} champs sont à corriger.`} Rien n’est perdu.
    </Alert>
  )
}

const refuserEnvoi = (event: React.SubmitEvent): void => event.preventDefault()

const touches = [
  {
    combinaison: 'F4',
    affichage: 'F4',
    libelle: 'Changer ce qui est repris du dernier entretien',
    action: () => {
      const champ = document.querySelector<HTMLInputElement>('form input[data-repris]')
      champ?.focus()
      champ?.select()
    },
    partout: true,
  },
  { combinaison: 'mod+Enter', affichage: 'Ctrl Entrée', libelle: 'Enregistrer' },
  { combinaison: 'Enter', affichage: 'Entrée', libelle: 'Choisir, puis champ suivant' },
  { combinaison: 'Tab', affichage: 'Tab', libelle: 'Prendre la ligne proposée et avancer' },
  { combinaison: 'mod+Enter', affichage: 'Ctrl Entrée (champ Personne)', libelle: 'Créer la personne tapée' },
  { combinaison: 'Escape', affichage: 'Échap', libelle: 'Fermer la liste ; rien de tapé n’est perdu' },
]
