import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks'
import { IconPlus, IconSearch, IconUsersGroup } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useRelecture } from '#app/ecritures.ts'
import { aller, useParams } from '#app/navigation.ts'
import { useNomenclature } from '#app/session.ts'
import { type Touche, useTouches } from '#app/touches.ts'
import { nomComplet, type PersonneResume } from '#shared/domaine/personne.ts'
import { aUnParcours } from '#shared/domaine/parcours/a-un-parcours.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { Ecran, EtatVide, MaitreDetail } from '#ui/Ecran.tsx'
import { type Colonne, TableVirtuelle } from '#ui/TableVirtuelle.tsx'
import { Doublons } from './Doublons.tsx'
import { FichePersonne } from './FichePersonne.tsx'
import { NouvellePersonne } from './NouvellePersonne.tsx'
import { chercher, choisir, demander, ouvrirPersonnes, relirePage, trier, usePersonnes } from './store.ts'

/** Every person the post knows by name, and the file of the one chosen. */
export const PersonnesPage = () => {
  const { id } = useParams('personnes')
  const { total, lignes, fiche, tri, texte, doublons } = usePersonnes()
  const [montrerDoublons, { toggle }] = useDisclosure(false)
  const [ajoute, ajout] = useDisclosure(false)
  const nomenclature = useNomenclature()
  const avantEntretien = aUnParcours(nomenclature)
  const entretiens = nomenclature.nature === 'entretiens'
  const montrees = colonnes.filter(
    (c) => (entretiens || !dEntretien.has(c.code)) && (fiche === null || etroites.has(c.code)),
  )
  useEffect(() => void ouvrirPersonnes(id), [id])
  useRelecture(relirePage)
  useTouches('Liste', [...(entretiens ? [nouvelEntretien(fiche?.personne.id)] : []), ...touches])
  return (
    <Ecran
      titre="Personnes"
      sousTitre={total === null ? undefined : <output>{compter(total)}</output>}
      actions={
        <>
          {avantEntretien && !ajoute && (
            <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={ajout.open}>
              Nouvelle personne
            </Button>
          )}
          {doublons.total > 0 && (
            <Button
              variant="default"
              leftSection={<IconUsersGroup size={16} aria-hidden />}
              aria-expanded={montrerDoublons}
              onClick={toggle}
            >
              {doublons.total === 1 ? '1 doublon possible' : `${doublons.total} doublons possibles`}
            </Button>
          )}
        </>
      }
    >
      <MaitreDetail
        libelle="Fiche de la personne"
        large
        detail={fiche === null ? null : <FichePersonne key={fiche.personne.id} fiche={fiche} />}
      >
        {montrerDoublons && <Doublons />}
        {ajoute && <NouvellePersonne onFini={ajout.close} />}
        <Recherche />
        {total === 0 ? (
          <EtatVide titre={texte === '' ? 'Aucune personne enregistrée' : 'Personne ne correspond'}>
            {texte === ''
              ? avantEntretien
                ? 'Les personnes apparaissent ici dès leur premier entretien, ou par « Nouvelle personne » si elles sont orientées et pas encore rencontrées.'
                : `Les personnes apparaissent ici dès leur premier ${entretiens ? 'entretien' : nomenclature.motSuivi.singulier}.`
              : 'Vérifiez l’orthographe, ou cherchez par la date de naissance ou le téléphone.'}
          </EtatVide>
        ) : (
          <TableVirtuelle
            libelle="Personnes"
            colonnes={montrees}
            total={total ?? 0}
            lignes={lignes}
            demander={demander}
            choisie={fiche?.personne.id}
            onChoisir={(ligne) => void choisir(ligne.id)}
            tri={tri}
            onTri={(suite) => void trier(suite)}
          />
        )}
      </MaitreDetail>
    </Ecran>
  )
}

const Recherche = () => {
  const [texte, setTexte] = useState(usePersonnes((s) => s.texte))
  const chercherBientot = useDebouncedCallback((suite: string) => void chercher(suite), 120)
  return (
    <search aria-label="Chercher une personne">
      <TextInput
        aria-label="Chercher une personne"
        placeholder="Nom, prénom, naissance, téléphone…"
        leftSection={<IconSearch size={16} aria-hidden />}
        maw={360}
        maxLength={80}
        autoComplete="off"
        spellCheck={false}
        value={texte}
        data-recherche-liste
        onChange={(e) => {
          setTexte(e.currentTarget.value)
          chercherBientot(e.currentTarget.value)
        }}
      />
    </search>
  )
}

const colonnes: readonly Colonne<PersonneResume>[] = [
  { code: 'nom', titre: 'Nom', largeur: 'minmax(110px, 3fr)', triable: true, cellule: nomComplet },
  {
    code: 'naissance',
    titre: 'Naissance',
    largeur: '84px',
    triable: true,
    cellule: (p) => (p.naissance === null ? '' : dateFrancaise(p.naissance)),
  },
  { code: 'commune', titre: 'Commune', largeur: 'minmax(110px, 2fr)', triable: true, cellule: (p) => p.commune ?? '' },
  { code: 'telephone', titre: 'Téléphone', largeur: '130px', cellule: (p) => p.telephone ?? '' },
  {
    code: 'entretiens',
    titre: 'Entretiens',
    largeur: '84px',
    triable: true,
    nombre: true,
    cellule: (p) => p.entretiens,
  },
  {
    code: 'dernierEntretien',
    titre: 'Dernier contact',
    largeur: '88px',
    triable: true,
    cellule: (p) => (p.dernierEntretien === null ? '' : dateFrancaise(p.dernierEntretien)),
  },
]
const etroites = new Set(['nom', 'naissance', 'dernierEntretien'])
/** Of a dispositif that holds none, these would be zero. */
const dEntretien = new Set(['entretiens', 'dernierEntretien'])

const compter = (total: number): string => (total > 1 ? `${total.toLocaleString('fr')} personnes` : `${total} personne`)

const nouvelEntretien = (personneId: string | undefined): Touche => ({
  combinaison: 'n',
  affichage: 'N',
  libelle: personneId === undefined ? 'Nouvel entretien' : 'Nouvel entretien avec cette personne',
  action: () =>
    aller('entretiens', { saisie: { genre: 'nouveau', ...(personneId === undefined ? {} : { personneId }) } }),
})

const touches = [
  {
    combinaison: 'slash',
    affichage: '/',
    libelle: 'Chercher',
    action: () => document.querySelector<HTMLElement>('[data-recherche-liste]')?.focus(),
  },
  { combinaison: 'ArrowDown', affichage: '↑ ↓', libelle: 'Parcourir la liste' },
  { combinaison: 'Enter', affichage: 'Entrée', libelle: 'Ouvrir la fiche' },
]
