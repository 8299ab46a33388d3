import { Tabs } from '@mantine/core'
import type { ComponentType } from 'react'
import { useNomenclature } from '#app/session.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { aUnParcours } from '#shared/domaine/parcours/a-un-parcours.ts'
import { Ecran } from '#ui/Ecran.tsx'
import { APropos } from './APropos.tsx'
import { Etablissements } from './Etablissements.tsx'
import { Listes } from './Listes.tsx'
import { MonPoste } from './MonPoste.tsx'
import { Necessite } from './Necessite.tsx'
import { PostesFinances } from './PostesFinances.tsx'
import { Questions } from './Questions.tsx'
import { Sauvegardes } from './Sauvegardes.tsx'
import { Securite } from './Securite.tsx'
import classes from './reglages.module.css'

/** What the post decides for itself. */
export const ReglagesPage = () => {
  const nomenclature = useNomenclature()
  const sections = toutes.filter(({ sert }) => sert?.(nomenclature) ?? true)
  return (
    <Ecran titre="Réglages">
      <Tabs
        orientation="vertical"
        defaultValue={toutes[0].code}
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
            <Element />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Ecran>
  )
}

type Section = {
  readonly code: string
  readonly titre: string
  readonly Element: ComponentType
  /** Whether the dispositif shown uses it; every one does when absent. */
  readonly sert?: (nomenclature: Nomenclature) => boolean
}

const toutes: readonly [Section, ...Section[]] = [
  { code: 'poste', titre: 'Le poste', Element: MonPoste },
  { code: 'financement', titre: 'Postes financés', Element: PostesFinances },
  { code: 'listes', titre: 'Listes de réponses', Element: Listes },
  { code: 'questions', titre: 'Questions posées', Element: Questions },
  { code: 'etablissements', titre: 'Établissements', Element: Etablissements, sert: aUnParcours },
  { code: 'penal', titre: 'Cadre pénal', Element: Necessite, sert: aUnParcours },
  { code: 'securite', titre: 'Sécurité', Element: Securite },
  { code: 'sauvegardes', titre: 'Sauvegardes', Element: Sauvegardes },
  { code: 'a-propos', titre: 'À propos', Element: APropos },
]
