import { Alert, Button, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import { aller } from '#app/navigation.ts'
import type { RapportImport } from '#shared/domaine/import/rapport.ts'
import { ApercuLignes } from './ApercuLignes.tsx'
import { Avertissements } from './Avertissements.tsx'
import { Colonnes } from './Colonnes.tsx'
import { DepotFichier } from './DepotFichier.tsx'
import { comptes, phraseResultat, verdict } from './presenter.ts'
import { Problemes } from './Problemes.tsx'
import { importer, recommencer, suivreProgression, useEchanges } from './store.ts'
import { ValeursInconnues } from './ValeursInconnues.tsx'
import classes from './echanges.module.css'

/** A spreadsheet comes in: seen, corrected, then taken whole or not at all. */
export const EchangesPage = () => {
  const { rapport, resultat } = useEchanges()
  useEffect(suivreProgression, [])
  return (
    <div className={classes['page']}>
      <div className={classes['contenu']}>
        <Title order={1} mb="sm">
          Échanges
        </Title>
        {resultat === null ? (
          <>
            <DepotFichier />
            <Attente />
            {rapport !== null && <Examen rapport={rapport} />}
          </>
        ) : (
          <Resultat resultat={resultat} />
        )}
      </div>
      {rapport !== null && resultat === null && <Pied rapport={rapport} />}
    </div>
  )
}

const Examen = ({ rapport }: { readonly rapport: RapportImport }) => (
  <Stack gap="lg">
    <dl className={classes['comptes']} aria-label="Ce que contient le fichier">
      {comptes(rapport).map(({ libelle, valeur }) => (
        <div key={libelle}>
          <dt>{libelle}</dt>
          <dd>{valeur.toLocaleString('fr-FR')}</dd>
        </div>
      ))}
    </dl>
    <Problemes problemes={rapport.problemes} />
    <ValeursInconnues />
    <Colonnes {...rapport} />
    <ApercuLignes colonnes={rapport.colonnes} apercu={rapport.apercu} />
    <Avertissements {...rapport} />
  </Stack>
)

/** Always in sight: what is left to settle, and the one button. */
const Pied = ({ rapport }: { readonly rapport: RapportImport }) => {
  const occupe = useEchanges((s) => s.occupe)
  const { pret, texte } = verdict(rapport)
  return (
    <div className={classes['pied']}>
      <Group gap="xs" wrap="nowrap" aria-live="polite">
        {pret ? <IconCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
        <div>
          <Text fw={600}>{texte}</Text>
          <Text size="xs" c="dimmed">
            Le fichier est importé tout entier ou pas du tout ; l’importer deux fois n’ajoute rien.
          </Text>
        </div>
      </Group>
      <Button disabled={!pret || occupe !== null} loading={occupe === 'import'} onClick={() => void importer()}>
        Importer
      </Button>
    </div>
  )
}

const Resultat = ({ resultat }: { readonly resultat: RapportImport }) => (
  <Stack gap="md" align="flex-start">
    <Alert variant="light" icon={<IconCheck aria-hidden />} title="Import terminé">
      {phraseResultat(resultat)}
    </Alert>
    <Group>
      <Button onClick={() => aller(suite(resultat)[0])}>{suite(resultat)[1]}</Button>
      <Button variant="default" onClick={() => aller('bilans')}>
        Voir le bilan
      </Button>
      <Button variant="default" onClick={recommencer}>
        Importer un autre fichier
      </Button>
    </Group>
    <Avertissements {...resultat} />
  </Stack>
)

/** Where what was imported is seen. */
const suite = ({ entretiens, accueils }: RapportImport) =>
  entretiens > 0
    ? (['entretiens', 'Voir les entretiens'] as const)
    : accueils > 0
      ? (['tig', 'Voir les accueils'] as const)
      : (['personnes', 'Voir les personnes'] as const)

const Attente = () => {
  const { occupe, progression } = useEchanges()
  if (occupe === null || occupe === 'lecture') return null
  const part = progression === null || progression.total === 0 ? 100 : (100 * progression.fait) / progression.total
  const texte = progression?.etape ?? (occupe === 'import' ? 'Import en cours…' : 'Lecture du fichier…')
  return (
    <output className={classes['attente']}>
      <Text span size="sm">
        {texte}
      </Text>
      <Progress value={part} animated={progression === null} size="sm" aria-label={texte} />
    </output>
  )
}
