import { Tabs } from '@mantine/core'
import { type ComponentType, useState } from 'react'
import { useRelecture } from '#app/ecritures.ts'
import { rafraichirSession, useNomenclature, usePermis } from '#app/session.ts'
import type { NomAppel } from '#shared/domaine/acces/droits-du-contrat.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { aUnParcours } from '#shared/domaine/parcours/a-un-parcours.ts'
import { Ecran } from '#ui/Ecran.tsx'
import { APropos } from './APropos.tsx'
import { Corbeille } from './Corbeille.tsx'
import { Conservation } from './Conservation.tsx'
import { DroitsPersonnes } from './DroitsPersonnes.tsx'
import { Etablissements } from './Etablissements.tsx'
import { Journal } from './Journal.tsx'
import { Listes } from './Listes.tsx'
import { MiseAJour } from './MiseAJour.tsx'
import { Modeles } from './Modeles.tsx'
import { MonPoste } from './MonPoste.tsx'
import { Necessite } from './Necessite.tsx'
import { PostesFinances } from './PostesFinances.tsx'
import { Questions } from './Questions.tsx'
import { Sauvegardes } from './Sauvegardes.tsx'
import { Securite } from './Securite.tsx'
import { Utilisateurs } from './Utilisateurs.tsx'
import classes from './reglages.module.css'

/** What the post decides for itself. */
export const ReglagesPage = () => {
  const nomenclature = useNomenclature()
  const permis = usePermis()
  const [relu, setRelu] = useState(0)
  useRelecture(relireReglages(setRelu))
  const sections = toutes.filter(({ appel, sert }) => permis(appel) && (sert?.(nomenclature) ?? true))
  return (
    <Ecran titre="Réglages">
      <Tabs
        orientation="vertical"
        defaultValue={sections[0]?.code ?? null}
        keepMounted={false}
        classNames={{
          root: classes['onglets'] ?? '',
          list: classes['sommaire'] ?? '',
          tab: classes['onglet'] ?? '',
          tabLabel: classes['intitule'] ?? '',
          panel: classes['panneau'] ?? '',
        }}
      >
        <Tabs.List aria-label="Réglages">
          {sections.map(({ code, titre }) => (
            <Tabs.Tab key={code} value={code}>
              {titre}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sections.map(({ code, Element }) => (
          <Tabs.Panel key={code} value={code}>
            <Element key={relu} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Ecran>
  )
}

/** After an undo: what every screen reads of the settings, then the section shown, opened anew. */
const relireReglages = (ouvrirAneuf: (changer: (relu: number) => number) => void) => async (): Promise<void> => {
  await rafraichirSession()
  ouvrirAneuf((relu) => relu + 1)
}

type Section = {
  readonly code: string
  readonly titre: string
  readonly Element: ComponentType
  /** The call that it lives by: who may not make it has no such section. */
  readonly appel: NomAppel
  /** Whether the dispositif shown uses it; every one does when absent. */
  readonly sert?: (nomenclature: Nomenclature) => boolean
}

const toutes: readonly Section[] = [
  { code: 'poste', appel: 'reglages.ecrire', titre: 'Le poste', Element: MonPoste },
  { code: 'financement', appel: 'reglages.postes', titre: 'Postes financés', Element: PostesFinances },
  { code: 'listes', appel: 'nomenclature.modifier', titre: 'Listes de réponses', Element: Listes },
  { code: 'lettres', appel: 'lettres.ajouterModele', titre: 'Lettres', Element: Modeles },
  { code: 'questions', appel: 'nomenclature.activerChamp', titre: 'Questions posées', Element: Questions },
  {
    code: 'etablissements',
    appel: 'etablissements.enregistrer',
    titre: 'Établissements',
    Element: Etablissements,
    sert: aUnParcours,
  },
  { code: 'penal', appel: 'parcours.declarerNecessite', titre: 'Cadre pénal', Element: Necessite, sert: aUnParcours },
  { code: 'corbeille', appel: 'revisions.corbeille', titre: 'Corbeille', Element: Corbeille },
  { code: 'utilisateurs', appel: 'acces.lister', titre: 'Utilisateurs', Element: Utilisateurs },
  { code: 'conservation', appel: 'conservation.lire', titre: 'Conservation', Element: Conservation },
  { code: 'droits', appel: 'droits.lire', titre: 'Droits des personnes', Element: DroitsPersonnes },
  { code: 'journal', appel: 'journal.lire', titre: 'Journal', Element: Journal },
  { code: 'securite', appel: 'coffre.changerPhrase', titre: 'Sécurité', Element: Securite },
  { code: 'sauvegardes', appel: 'sauvegardes.etat', titre: 'Sauvegardes', Element: Sauvegardes },
  { code: 'mise-a-jour', appel: 'miseAJour.examiner', titre: 'Mise à jour', Element: MiseAJour },
  { code: 'a-propos', appel: 'reglages.lire', titre: 'À propos', Element: APropos },
]
