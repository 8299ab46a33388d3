import { Button, Group, NativeSelect, Tabs, Title } from '@mantine/core'
import { type ComponentType, useEffect } from 'react'
import { aller, useParams } from '#app/navigation.ts'
import type { Strategie } from '#shared/domaine/strategie/strategie.ts'
import { Ecran, EtatVide } from '#ui/Ecran.tsx'
import { PageImprimee } from '#ui/PageImprimee.tsx'
import { ChoixDocument } from './ChoixDocument.tsx'
import { Redaction } from './Redaction.tsx'
import { calculer, choisirAnnee, ouvrir, useBilanCoordination } from './store.ts'
import classes from './bilan-coordination.module.css'

type Props = {
  /** Figures that others published, in a panel that tells when they change. */
  readonly Contexte: ComponentType<{ readonly annee: number; readonly onChange: () => void }>
}

/** The documents of the coordinator for one year: the page to be printed in the middle, what makes it at the right. */
export const BilanCoordinationPage = ({ Contexte }: Props) => {
  const { annee: voulue } = useParams('bilans')
  const { strategies, strategieId, annee, apercu, occupe, document } = useBilanCoordination()
  useEffect(() => void ouvrir(voulue), [voulue])
  if (strategies === null) return <Ecran titre="Bilans">{null}</Ecran>
  const strategie = strategies.find((s) => s.id === strategieId)
  if (strategie === undefined) return <SansStrategie />
  return (
    <div className={classes['page']}>
      <div className={classes['centre']}>
        <div className={classes['entete']}>
          <Title order={1}>Bilans</Title>
          <ChoixAnnee strategies={strategies} strategie={strategie} annee={annee} />
        </div>
        {apercu === null ? (
          document === 'compte-rendu' && (
            <EtatVide titre="Aucune action à rendre compte">
              Aucune fiche n’a de financeur ni de ligne de budget en {annee} : notez-les dans la stratégie.
            </EtatVide>
          )
        ) : (
          <PageImprimee
            html={apercu.html}
            libelle="Aperçu du document, tel qu’il sera imprimé"
            occupe={occupe === 'calcul'}
          />
        )}
      </div>
      <aside className={classes['cote']} aria-label="Contenu du document">
        <Tabs defaultValue="document" keepMounted={false}>
          <Tabs.List grow mb="sm">
            <Tabs.Tab value="document">Document</Tabs.Tab>
            <Tabs.Tab value="textes">Textes</Tabs.Tab>
            <Tabs.Tab value="contexte">Contexte</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="document">
            <ChoixDocument />
          </Tabs.Panel>
          <Tabs.Panel value="textes">
            <Redaction />
          </Tabs.Panel>
          <Tabs.Panel value="contexte">
            <Contexte annee={annee} onChange={imprimerDeNouveau} />
          </Tabs.Panel>
        </Tabs>
      </aside>
    </div>
  )
}

const imprimerDeNouveau = (): void => void calculer()

type ChoixProps = { readonly strategies: readonly Strategie[]; readonly strategie: Strategie; readonly annee: number }

const ChoixAnnee = ({ strategies, strategie, annee }: ChoixProps) => (
  <Group gap="sm">
    {strategies.length > 1 && (
      <NativeSelect
        aria-label="Stratégie"
        data={strategies.map((s) => ({ value: s.id, label: `${s.territoire} ${s.du}-${s.au}` }))}
        value={strategie.id}
        onChange={(e) => {
          const choisie = strategies.find((s) => s.id === e.currentTarget.value)
          if (choisie !== undefined) void choisirAnnee(choisie, Math.min(choisie.au, Math.max(choisie.du, annee)))
        }}
      />
    )}
    <NativeSelect
      aria-label="Année"
      data={Array.from({ length: strategie.au - strategie.du + 1 }, (_, i) => String(strategie.du + i))}
      value={String(annee)}
      onChange={(e) => void choisirAnnee(strategie, Number(e.currentTarget.value))}
    />
  </Group>
)

const SansStrategie = () => (
  <Ecran titre="Bilans">
    <EtatVide titre="Commencez par la stratégie">
      Le bilan se compose de ses fiches action, des réunions tenues et de ce que l’observatoire compte.
      <Button display="block" mx="auto" mt="sm" onClick={() => aller('coordination', { onglet: 'strategie' })}>
        Ouvrir la stratégie
      </Button>
    </EtatVide>
  </Ecran>
)
