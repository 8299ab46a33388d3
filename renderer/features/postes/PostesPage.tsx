import { Alert, Button, FileButton, Group, Select, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconInbox, IconKey, IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useOuvertures } from '#app/ouvertures.ts'
import { codesDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { dispositifsComptes } from '#shared/domaine/lot/definition.ts'
import { EtatVide, Ecran, MaitreDetail } from '#ui/Ecran.tsx'
import { Attendre } from './Attendre.tsx'
import { BasePartagee } from './BasePartagee.tsx'
import { Consolide } from './Consolide.tsx'
import { Detail } from './Detail.tsx'
import { EditionsConsolidees } from './EditionsConsolidees.tsx'
import { Grille } from './Grille.tsx'
import { direReception } from './presenter.ts'
import { donnerCle, lirePostesSuivis, montrerDispositif, recevoir, recevoirFichiers, usePostesSuivis } from './store.ts'
import classes from './postes.module.css'

/** The coordinator gives his key, receives the lots of the posts, and sees which are missing. */
export const PostesPage = () => {
  const { dispositif, detail, grille, occupe, receptions } = usePostesSuivis()
  const [attente, setAttente] = useState(false)
  useEffect(() => void lirePostesSuivis(), [])
  return (
    <Ecran
      titre="Postes suivis"
      actions={
        <>
          <Select
            aria-label="Métier"
            data={dispositifsComptes.map((code) => ({ value: code, label: dispositifs[code].libelle }))}
            value={dispositif}
            onChange={(choisi) => {
              const code = codesDispositif.find((c) => c === choisi)
              if (code !== undefined) void montrerDispositif(code)
            }}
            allowDeselect={false}
            w={330}
          />
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAttente(true)}>
            Attendre un lot
          </Button>
          <FileButton
            multiple
            accept=".jalonlot,.age"
            onChange={(choisis) => choisis.length > 0 && void recevoir(choisis)}
            inputProps={{ 'aria-label': 'Lots à recevoir', tabIndex: -1 }}
          >
            {(props) => (
              <Button {...props} loading={occupe} leftSection={<IconInbox size={16} aria-hidden />}>
                Recevoir des lots…
              </Button>
            )}
          </FileButton>
        </>
      }
    >
      <MaitreDetail libelle="Poste suivi" detail={detail === null ? null : <Detail key={detail.id} poste={detail} />}>
        <div className={classes['contenu']}>
          <MaCle />
          <BasePartagee />
          <LotOuvert />
          {receptions.length > 0 && <Receptions />}
          {attente && <Attendre onFermer={() => setAttente(false)} />}
          {grille !== null &&
            (grille.lignes.length === 0 ? (
              <EtatVide titre="Aucun lot reçu ni attendu">
                Donnez votre clé aux postes, puis recevez ici les lots qu’ils vous envoient.
              </EtatVide>
            ) : (
              <>
                <Grille grille={grille} choisi={detail?.id ?? null} />
                <Consolide key={dispositif} annees={grille.annees} />
                <EditionsConsolidees />
              </>
            ))}
        </div>
      </MaitreDetail>
    </Ecran>
  )
}

const MaCle = () => {
  const cle = usePostesSuivis((s) => s.cle)
  if (cle === null) return null
  return (
    <Group gap="sm">
      <Text>
        Votre clé :{' '}
        <Text span className={classes['empreinte'] ?? ''} data-testid="ma-cle">
          {cle.empreinte}
        </Text>
      </Text>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconKey size={14} aria-hidden />}
        onClick={() => void donnerCle()}
      >
        Donner ma clé…
      </Button>
      <Text size="sm" c="dimmed">
        Les postes scellent leurs lots pour elle ; elle ne permet pas de les ouvrir.
      </Text>
    </Group>
  )
}

const finir = () => useOuvertures.setState({ lot: null })

/** A lot opened by double click is received when somebody says so. */
const LotOuvert = () => {
  const lot = useOuvertures((s) => s.lot)
  if (lot === null) return null
  const { nom, contenu } = lot
  return (
    <Alert variant="light" icon={<IconInbox aria-hidden />} title={nom}>
      <Text mb="xs">Vous avez ouvert ce lot. Il n’est pas encore reçu.</Text>
      <Group gap="sm">
        <Button
          onClick={() => {
            finir()
            void recevoirFichiers([{ nom, contenu }])
          }}
        >
          Recevoir ce lot
        </Button>
        <Button variant="subtle" onClick={finir}>
          Pas maintenant
        </Button>
      </Group>
    </Alert>
  )
}

const Receptions = () => {
  const receptions = usePostesSuivis((s) => s.receptions)
  return (
    <Stack gap="xs" aria-live="polite">
      {receptions.map((reception) => (
        <Alert
          key={reception.fichier}
          variant="light"
          title={reception.fichier}
          {...(reception.etat === 'recu' ? {} : { color: 'alerte' })}
          icon={reception.etat === 'recu' ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
        >
          {direReception(reception)}
        </Alert>
      ))}
    </Stack>
  )
}
