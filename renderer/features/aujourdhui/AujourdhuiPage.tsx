import { Button, Kbd, Stack, Text, Title } from '@mantine/core'
import { IconPlus, IconUserPlus } from '@tabler/icons-react'
import { useEffect } from 'react'
import { toucheSuivant } from '#app/a-saisir.ts'
import { useRelecture } from '#app/ecritures.ts'
import { FileASaisir } from '#app/FileASaisir.tsx'
import { compterAnonyme } from '#app/layout/compter-anonyme.tsx'
import { useTouches } from '#app/touches.ts'
import { jourEnLettres } from '#shared/utils/dates.ts'
import { majuscule } from '#shared/utils/texte.ts'
import { Ecran } from '#ui/Ecran.tsx'
import { AnneeEnCours } from './AnneeEnCours.tsx'
import { Attendus } from './Attendus.tsx'
import { Bloc } from './Bloc.tsx'
import { Conformite, useConformite } from './Conformite.tsx'
import { definitions } from './definitions.ts'
import { Echeances } from './Echeances.tsx'
import { EcheancesLegales } from './EcheancesLegales.tsx'
import { OrientationsEnAttente } from './OrientationsEnAttente.tsx'
import { Brouillons, DernieresPersonnes } from './Reprendre.tsx'
import { lireJournee, nouvelEntretien, useAujourdhui } from './store.ts'
import classes from './aujourdhui.module.css'

/** Where the day starts: what is owed to whom, what was left half typed, and how the year goes. */
export const AujourdhuiPage = () => {
  const { jour, journee, legales, attendus } = useAujourdhui()
  const conformite = useConformite()
  useEffect(() => void lireJournee(), [])
  useRelecture(lireJournee)
  useTouches('Aujourd’hui', touches)
  if (journee === null) return null
  const { echeances, orientationsEnAttente, brouillons, dernieresPersonnes, annee } = journee
  return (
    <Ecran titre="Aujourd’hui" sousTitre={majuscule(jourEnLettres(jour))} actions={<Actions />}>
      {annee.entretiens + annee.entretiensAvant === 0 && <PremiersPas />}
      <FileASaisir />
      <div className={classes['colonnes']}>
        <Stack gap="xl">
          <Bloc titre="À faire" nombre={echeances.length} definition={definitions.aFaire}>
            <Echeances echeances={echeances} />
          </Bloc>
          {conformite !== null && conformite.demandes.length + conformite.aTerme + conformite.bientot > 0 && (
            <Bloc
              titre="Droits et conservation"
              nombre={conformite.demandes.length}
              definition={definitions.conformite}
            >
              <Conformite {...conformite} />
            </Bloc>
          )}
          {attendus !== null && (
            <Bloc titre="Démarches et décisions à échéance" nombre={attendus.length} definition={definitions.attendus}>
              <Attendus attendus={attendus} jour={jour} vide="Rien d’échu, ni dans les sept jours." />
            </Bloc>
          )}
          {legales !== null && (
            <Bloc titre="Échéances légales" nombre={legales.length} definition={definitions.legales}>
              <EcheancesLegales legales={legales} />
            </Bloc>
          )}
          <Bloc
            titre="Orientations en attente de réponse"
            nombre={orientationsEnAttente.length}
            definition={definitions.orientations}
          >
            <OrientationsEnAttente orientations={orientationsEnAttente} />
          </Bloc>
        </Stack>
        <Stack gap="xl">
          <Bloc titre="Brouillons" nombre={brouillons.length} definition={definitions.brouillons}>
            <Brouillons brouillons={brouillons} />
          </Bloc>
          <Bloc titre="Dernières personnes reçues">
            <DernieresPersonnes personnes={dernieresPersonnes} />
          </Bloc>
          <Bloc titre={`Depuis le 1er janvier ${jour.slice(0, 4)}`}>
            <AnneeEnCours {...annee} />
          </Bloc>
        </Stack>
      </div>
    </Ecran>
  )
}

const touches = [toucheSuivant]

const Actions = () => (
  <>
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      rightSection={<Kbd size="xs">Ctrl N</Kbd>}
      onClick={nouvelEntretien}
    >
      Nouvel entretien
    </Button>
    <Button
      variant="default"
      leftSection={<IconUserPlus size={16} aria-hidden />}
      rightSection={<Kbd size="xs">F2</Kbd>}
      onClick={() => void compterAnonyme()}
    >
      Contact anonyme
    </Button>
  </>
)

/** What a post sees before its first entretien. */
const PremiersPas = () => (
  <section className={classes['premiers-pas']}>
    <Title order={2} mb={4}>
      Pour commencer
    </Title>
    <Text>
      Rien n’est encore noté. Notez un premier entretien avec <Kbd>Ctrl N</Kbd>, comptez un contact anonyme avec{' '}
      <Kbd>F2</Kbd>, ou reprenez votre tableur dans <strong>Échanges</strong> : ce que vous comptiez hier sera là
      demain.
    </Text>
  </section>
)
