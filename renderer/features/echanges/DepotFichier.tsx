import { Button, FileButton, Group, Text } from '@mantine/core'
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import { useReglages } from '#app/session.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { EXTENSIONS } from './lire-fichier.ts'
import { choisirFichier, recommencer, useEchanges } from './store.ts'
import classes from './echanges.module.css'

/** Where a spreadsheet is dropped, or chosen; once there is one, its name and the way to take another. */
export const DepotFichier = () => {
  const { fichier, refus, occupe } = useEchanges()
  const { dispositif: metier, dispositifs: metiers } = useReglages()
  const [survole, setSurvole] = useState(false)
  const deposer = (e: DragEvent) => {
    e.preventDefault()
    setSurvole(false)
    const [depose] = e.dataTransfer.files
    if (depose !== undefined) void choisirFichier(depose)
  }
  if (fichier !== null)
    return (
      <Group gap="sm" mb="md">
        <IconFileSpreadsheet size={20} aria-hidden />
        <Text fw={600}>{fichier.nom}</Text>
        <Button variant="default" size="compact-sm" disabled={occupe === 'import'} onClick={recommencer}>
          Prendre un autre fichier
        </Button>
      </Group>
    )
  return (
    <div
      className={classes['depot']}
      data-survole={survole || undefined}
      data-depot
      onDragOver={(e) => {
        e.preventDefault()
        setSurvole(true)
      }}
      onDragLeave={() => setSurvole(false)}
      onDrop={deposer}
    >
      <IconUpload size={26} stroke={1.5} aria-hidden />
      <Text>Déposez ici votre tableur d’entretiens, de suivis ou d’accueils, ou</Text>
      <FileButton
        accept={EXTENSIONS.join(',')}
        onChange={(choisi) => choisi !== null && void choisirFichier(choisi)}
        inputProps={{ 'aria-label': 'Fichier à importer', tabIndex: -1 }}
      >
        {(props) => (
          <Button {...props} loading={occupe === 'lecture'}>
            Choisir un fichier…
          </Button>
        )}
      </FileButton>
      <Text size="sm" c="dimmed" ta="center">
        CSV, XLSX ou ODS ; une ligne par entretien ou par personne, la première nomme les colonnes. Le fichier reste où
        il est, rien n’est écrit avant que vous ne l’ayez vu.
      </Text>
      {metiers.length > 1 && (
        <Text size="sm">
          Il entrera dans le métier <strong>{dispositifs[metier].libelle}</strong> ; pour un autre, choisissez-le
          d’abord en haut à gauche.
        </Text>
      )}
      {refus !== null && (
        <Text className={classes['refus'] ?? ''} role="alert">
          {refus}
        </Text>
      )}
    </div>
  )
}
