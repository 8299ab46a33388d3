import { Button, Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTouches } from '#app/touches.ts'
import { Ecran, EtatVide, MaitreDetail } from '#ui/Ecran.tsx'
import type { TriTable } from '#ui/TableVirtuelle.tsx'
import { FicheAccueil } from './FicheAccueil.tsx'
import { ListeAccueils } from './ListeAccueils.tsx'
import { NouvelAccueil } from './NouvelAccueil.tsx'
import { compterAlertes, trier } from './presenter.ts'
import { fermer, filtrer, useTig } from './store.ts'
import classes from './tig.module.css'

/** Everybody received, the most pressing first, and the one chosen beside. */
export const AccueilsPanneau = () => {
  const { lignes, accueil, etat, texte, posteId } = useTig()
  const [ajoute, ajout] = useDisclosure(false)
  const [tri, setTri] = useState<TriTable>({ colonne: 'urgence', sens: 'asc' })
  const ouvrir = () => {
    fermer()
    ajout.open()
  }
  useTouches('Accueils', [{ combinaison: 'n', affichage: 'N', libelle: 'Nouvel accueil', action: ouvrir }])
  const alertes = compterAlertes(lignes ?? [])
  const vide = texte === '' && posteId === null && etat === 'ouverts'
  const detail = ajoute ? (
    <NouvelAccueil onFini={ajout.close} />
  ) : (
    accueil && <FicheAccueil key={accueil.suiviId} accueil={accueil} />
  )
  return (
    <Ecran
      titre="Accueils TIG"
      sousTitre={lignes === null ? undefined : <output>{compter(lignes.length)}</output>}
      actions={
        <Button leftSection={<IconPlus size={16} aria-hidden />} rightSection={<kbd>N</kbd>} onClick={ouvrir}>
          Nouvel accueil
        </Button>
      }
    >
      <MaitreDetail libelle={ajoute ? 'Nouvel accueil' : 'Accueil'} large detail={detail}>
        <Filtres />
        {alertes.length > 0 && <output className={classes['alertes']}>{alertes.join(' · ')}</output>}
        {lignes !== null &&
          (lignes.length === 0 ? (
            <EtatVide titre={vide ? 'Aucun accueil en cours' : 'Aucun accueil ne correspond'}>
              {vide &&
                'Inscrivez d’abord les postes, puis ajoutez la première personne que le SPIP ou la PJJ vous adresse.'}
            </EtatVide>
          ) : (
            <ListeAccueils
              lignes={trier(lignes, tri)}
              tri={tri}
              onTri={setTri}
              etroite={detail !== null}
              onChoisir={ajout.close}
            />
          ))}
      </MaitreDetail>
    </Ecran>
  )
}

const Filtres = () => {
  const { etat, posteId, postes } = useTig()
  const [texte, setTexte] = useState(useTig((s) => s.texte))
  const chercherBientot = useDebouncedCallback((suite: string) => void filtrer({ texte: suite }), 120)
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label="État des accueils"
        value={etat}
        onChange={(choisi) => void filtrer({ etat: choisi })}
        data={[
          { value: 'ouverts', label: 'Ouverts' },
          { value: 'termines', label: 'Terminés' },
          { value: 'tous', label: 'Tous' },
        ]}
      />
      <NativeSelect
        aria-label="Poste"
        value={posteId ?? ''}
        onChange={(e) => void filtrer({ posteId: e.currentTarget.value === '' ? null : e.currentTarget.value })}
        data={[{ value: '', label: 'Tous les postes' }, ...postes.map((p) => ({ value: p.id, label: p.intitule }))]}
      />
      <TextInput
        aria-label="Chercher un accueil"
        placeholder="Nom, prénom…"
        leftSection={<IconSearch size={16} aria-hidden />}
        maw={200}
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
        value={texte}
        onChange={(e) => {
          setTexte(e.currentTarget.value)
          chercherBientot(e.currentTarget.value)
        }}
      />
    </Group>
  )
}

const compter = (n: number): string => (n === 0 ? 'Aucun accueil' : n === 1 ? '1 accueil' : `${n} accueils`)
