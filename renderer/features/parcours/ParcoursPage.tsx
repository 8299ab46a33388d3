import { Button, Stack, Tabs, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ComponentType, useEffect } from 'react'
import { useRelecture } from '#app/ecritures.ts'
import { Historique } from '#app/Historique.tsx'
import { aller, useParams } from '#app/navigation.ts'
import { accorder } from '#app/mots.ts'
import { useNomenclature } from '#app/session.ts'
import { type Touche, useTouches } from '#app/touches.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import { Ecran } from '#ui/Ecran.tsx'
import { CadrePenal } from './CadrePenal.tsx'
import { Comites } from './Comites.tsx'
import { Consentements } from './Consentements.tsx'
import { Demarches } from './Demarches.tsx'
import { EcheancesLegales } from './EcheancesLegales.tsx'
import { Etapes } from './Etapes.tsx'
import classes from './parcours.module.css'
import { Passages } from './Passages.tsx'
import { Relais } from './Relais.tsx'
import { Resume } from './Resume.tsx'
import { Situations } from './Situations.tsx'
import { ouvrirParcours, relireParcours, useParcours } from './store.ts'

/** One follow-up out of prison: where the person stands, what comes next, and all that is noted of it. */
export const ParcoursPage = () => {
  const { personneId, suiviId } = useParams('parcours')
  const parcours = useParcours((s) => s.parcours)
  useEffect(() => {
    const ouvrir = async () => {
      const lu = suiviId !== undefined && (await ouvrirParcours(suiviId))
      if (!lu) aller('personnes', personneId === undefined ? {} : { id: personneId })
    }
    void ouvrir()
  }, [suiviId, personneId])
  useRelecture(relireParcours)
  if (parcours === null || parcours.suivi.id !== suiviId) return null
  return <Contenu parcours={parcours} retour={personneId ?? parcours.personnes[0]?.id} />
}

const Contenu = ({ parcours, retour }: { readonly parcours: Parcours; readonly retour: string | undefined }) => {
  const nomenclature = useNomenclature()
  const enregistre = useParcours((s) => s.enregistre)
  const revenir = () => aller('personnes', retour === undefined ? {} : { id: retour })
  useTouches('Parcours', [
    ...touches,
    { combinaison: 'f', affichage: 'F', libelle: 'Revenir à la fiche', action: revenir },
  ])
  return (
    <Ecran
      titre={parcours.personnes.map((p) => p.libelle).join(', ') || 'Parcours'}
      sousTitre={
        <>
          Parcours {accorder(nomenclature.motSuivi).du} n° {parcours.suivi.numero}
        </>
      }
      actions={
        <>
          <Text component="output" size="xs" c="dimmed">
            {enregistre}
          </Text>
          <Historique sujet={{ genre: 'suivi', id: parcours.suivi.id }} />
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            rightSection={<kbd>F</kbd>}
            onClick={revenir}
          >
            Fiche de la personne
          </Button>
        </>
      }
    >
      <div className={classes['page']}>
        <Etapes parcours={parcours} />
        <Stack gap="sm" miw={0}>
          <Resume parcours={parcours} />
          <Tabs defaultValue={onglets[0].code} keepMountedMode="display-none" className={classes['cadre'] ?? ''}>
            <Tabs.List aria-label="Parcours" mb="sm">
              {onglets.map(({ code, titre }) => (
                <Tabs.Tab key={code} value={code} data-onglet={code}>
                  {titre}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {onglets.map(({ code, Element }) => (
              <Tabs.Panel key={code} value={code} tabIndex={-1}>
                <Element parcours={parcours} />
              </Tabs.Panel>
            ))}
          </Tabs>
        </Stack>
      </div>
    </Ecran>
  )
}

type Onglet = {
  readonly code: string
  readonly titre: string
  readonly Element: ComponentType<{ readonly parcours: Parcours }>
}

const onglets: readonly [Onglet, ...Onglet[]] = [
  { code: 'demarches', titre: 'Démarches', Element: Demarches },
  { code: 'situation', titre: 'Situation', Element: Situations },
  { code: 'passages', titre: 'Passages', Element: Passages },
  { code: 'penal', titre: 'Cadre pénal', Element: CadrePenal },
  { code: 'comite', titre: 'Comité', Element: Comites },
  { code: 'relais', titre: 'Relais', Element: Relais },
  { code: 'accords', titre: 'Consentement', Element: Consentements },
  { code: 'echeances', titre: 'Échéances', Element: EcheancesLegales },
]

/** Opens the form that a key names, on its tab when it has one. */
const ouvrir = (raccourci: string, onglet?: string) => () => {
  if (onglet !== undefined) document.querySelector<HTMLElement>(`[data-onglet="${onglet}"]`)?.click()
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-raccourci="${raccourci}"]`)?.click())
}

const touches: readonly Touche[] = [
  { combinaison: 'd', affichage: 'D', libelle: 'Nouvelle démarche', action: ouvrir('d', 'demarches') },
  { combinaison: 'r', affichage: 'R', libelle: 'Noter une date du parcours', action: ouvrir('r') },
  { combinaison: 'mod+Enter', affichage: 'Ctrl Entrée', libelle: 'Enregistrer le formulaire ouvert' },
  { combinaison: 'Escape', affichage: 'Échap', libelle: 'Fermer un formulaire resté vide' },
]
