import { Progress, Stack, Tabs, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { useParams } from '#app/navigation.ts'
import { ApercuImprime } from './ApercuImprime.tsx'
import { BanniereRefus } from './BanniereRefus.tsx'
import { ChiffresCles } from './ChiffresCles.tsx'
import { ChoixPeriode } from './ChoixPeriode.tsx'
import { ListeTableaux } from './ListeTableaux.tsx'
import { PanneauContexte } from './PanneauContexte.tsx'
import { PanneauPublier } from './PanneauPublier.tsx'
import { PanneauRegistre } from './PanneauRegistre.tsx'
import { ExplicationMasque } from './Pourquoi.tsx'
import { nomPeriode } from './presenter.ts'
import { PostesDuBilan } from './PostesDuBilan.tsx'
import { SectionsNarratives } from './SectionsNarratives.tsx'
import { choisirOnglet, type Onglet, ouvrirBilans, suivreProgression, useBilans } from './store.ts'
import classes from './bilans.module.css'

/** The report of a period: the page to be printed in the middle, what makes it at the right. */
export const BilansPage = () => {
  const { annee } = useParams('bilans')
  const { annees, periode, apercu, onglet, occupe, seuil } = useBilans()
  useEffect(() => void ouvrirBilans(annee), [annee])
  useEffect(suivreProgression, [])
  if (annees === null) return null
  if (periode === null) return <RienACompter />
  return (
    <div className={classes['page']}>
      <div className={classes['centre']}>
        <div className={classes['entete']}>
          <div className={classes['titre']}>
            <Title order={1}>Bilans</Title>
            <Attente />
          </div>
          <ChoixPeriode periode={periode} />
        </div>
        <BanniereRefus />
        {apercu !== null && <ApercuImprime html={apercu.html} occupe={occupe === 'calcul'} />}
      </div>
      <aside className={classes['cote']} aria-label="Contenu du bilan">
        <Tabs
          value={onglet}
          onChange={(choisi) => choisirOnglet((choisi ?? 'chiffres') as Onglet)}
          keepMounted={false}
          classNames={{ tab: classes['onglet'] ?? '' }}
        >
          <Tabs.List grow mb="sm">
            <Tabs.Tab value="chiffres">Chiffres</Tabs.Tab>
            <Tabs.Tab value="tableaux">Tableaux</Tabs.Tab>
            <Tabs.Tab value="textes">Textes</Tabs.Tab>
            <Tabs.Tab value="contexte">Contexte</Tabs.Tab>
            <Tabs.Tab value="publier" data-onglet="publier">
              Publier
            </Tabs.Tab>
            <Tabs.Tab value="registre" data-onglet="registre">
              Registre
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="chiffres">
            {apercu !== null && (
              <Stack gap="lg">
                <ChiffresCles chiffres={apercu.bilan.chiffres} periode={nomPeriode(apercu.bilan.periode)} />
                <PostesDuBilan postes={apercu.bilan.postes} />
              </Stack>
            )}
          </Tabs.Panel>
          <Tabs.Panel value="tableaux">{apercu !== null && <ListeTableaux bilan={apercu.bilan} />}</Tabs.Panel>
          <Tabs.Panel value="textes">
            <SectionsNarratives annee={Number(periode.au.slice(0, 4))} />
          </Tabs.Panel>
          <Tabs.Panel value="contexte">
            <PanneauContexte annee={Number(periode.au.slice(0, 4))} />
          </Tabs.Panel>
          <Tabs.Panel value="publier">
            <PanneauPublier />
          </Tabs.Panel>
          <Tabs.Panel value="registre">
            <PanneauRegistre />
          </Tabs.Panel>
        </Tabs>
      </aside>
      <ExplicationMasque seuil={seuil} />
    </div>
  )
}

/** Appears only when the wait is long enough to be felt (a CSS delay), and says how far it is. */
const Attente = () => {
  const { occupe, progression } = useBilans()
  if (occupe !== 'calcul' && occupe !== 'export') return null
  const part = progression === null || progression.total === 0 ? 100 : (100 * progression.fait) / progression.total
  const texte = progression?.etape ?? (occupe === 'calcul' ? 'Calcul du bilan…' : 'Écriture des fichiers…')
  return (
    <output className={classes['attente']}>
      <Text span size="sm">
        {texte}
      </Text>
      <Progress value={part} animated={progression === null} size="sm" aria-label={texte} />
    </output>
  )
}

const RienACompter = () => (
  <div className={classes['vide']}>
    <Title order={1} mb="xs">
      Bilans
    </Title>
    <Text>
      Il n’y a encore rien à compter. Le bilan se remplit de lui-même à mesure que vous notez des entretiens, ou d’un
      coup si vous importez votre tableur dans <strong>Échanges</strong>.
    </Text>
  </div>
)
