import { Alert, Button, Checkbox, FileButton, Group, Paper, Select, Stack, Text, Title } from '@mantine/core'
import { IconKey, IconPackageExport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { aller } from '#app/navigation.ts'
import { EtatVide, Ecran } from '#ui/Ecran.tsx'
import { LotsFaits } from './LotsFaits.tsx'
import { choisirCle, donnerLot, lireLots, useLots } from './store.ts'
import classes from './lots.module.css'

/** A post gives its coordinator a sealed file of counted numbers, and never a row. */
export const LotsPage = () => {
  const { annees, cle } = useLots()
  useEffect(() => void lireLots(), [])
  return (
    <Ecran titre="Donner un lot">
      <div className={classes['contenu']}>
        <Text>
          Un lot dit à votre coordinateur ce que compte le bilan d’une année : des nombres, jamais une ligne ni un nom.
          Ses nombres sont exacts, donc confidentiels : il est scellé pour la clé du coordinateur, que lui seul peut
          ouvrir, et signé par votre poste.
        </Text>
        {annees.length === 0 ? (
          <EtatVide titre="Rien à compter pour l’instant">
            Un lot se fait à partir d’entretiens enregistrés ou importés.
          </EtatVide>
        ) : (
          <>
            <Destinataire />
            {cle !== null && <Formulaire annees={annees} />}
          </>
        )}
        <LotsFaits />
      </div>
    </Ecran>
  )
}

const Destinataire = () => {
  const cle = useLots((s) => s.cle)
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="xs">
        1. La clé du coordinateur
      </Title>
      {cle === null ? (
        <Text mb="sm">Le fichier « .pub » qu’il vous a donné.</Text>
      ) : (
        <Stack gap={4} mb="sm">
          <Text>Empreinte de cette clé, à comparer avec lui par téléphone :</Text>
          <Text className={classes['empreinte'] ?? ''} data-testid="empreinte">
            {cle.empreinte}
          </Text>
        </Stack>
      )}
      <FileButton
        accept=".pub,.txt"
        onChange={(choisi) => choisi !== null && void choisirCle(choisi)}
        inputProps={{ 'aria-label': 'Fichier de la clé', tabIndex: -1 }}
      >
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconKey size={16} aria-hidden />}>
            {cle === null ? 'Choisir la clé…' : 'Choisir une autre clé…'}
          </Button>
        )}
      </FileButton>
    </Paper>
  )
}

const Formulaire = ({ annees }: { readonly annees: readonly number[] }) => {
  const occupe = useLots((s) => s.occupe)
  const [annee, setAnnee] = useState(String(annees[0] ?? ''))
  const [avecSections, setAvecSections] = useState(false)
  return (
    <Paper withBorder p="md">
      <Title order={2} mb="xs">
        2. L’année
      </Title>
      <Stack gap="sm" align="flex-start">
        <Select
          label="Année du lot"
          data={annees.map(String)}
          value={annee}
          onChange={(choisie) => setAnnee(choisie ?? annee)}
          allowDeselect={false}
        />
        <Checkbox
          label="Joindre mes textes du bilan : j’ai vérifié qu’ils ne nomment personne"
          checked={avecSections}
          onChange={(e) => setAvecSections(e.currentTarget.checked)}
        />
        {avecSections && (
          <Alert color="alerte" variant="light">
            <Text mb="xs">
              Le coordinateur lira ces textes tels quels. Relisez-les dans Bilans avant de les joindre.
            </Text>
            <Button variant="default" size="compact-sm" onClick={() => aller('bilans', { annee: Number(annee) })}>
              Relire mes textes
            </Button>
          </Alert>
        )}
        <Group>
          <Button
            leftSection={<IconPackageExport size={16} aria-hidden />}
            loading={occupe}
            onClick={() => void donnerLot(Number(annee), avecSections)}
          >
            Faire le lot…
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
