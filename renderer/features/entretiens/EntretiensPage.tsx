import { Button } from '@mantine/core'
import { IconPlus, IconTable } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { toucheSuivant } from '#app/a-saisir.ts'
import { useRelecture } from '#app/ecritures.ts'
import { FileASaisir } from '#app/FileASaisir.tsx'
import { aller, useParams } from '#app/navigation.ts'
import { useNomenclature } from '#app/session.ts'
import { useTouches } from '#app/touches.ts'
import type { EntretienResume } from '#shared/domaine/entretien.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { Ecran, EtatVide, MaitreDetail } from '#ui/Ecran.tsx'
import { type Colonne, TableVirtuelle } from '#ui/TableVirtuelle.tsx'
import { Brouillons } from './Brouillons.tsx'
import { DetailEntretien } from './DetailEntretien.tsx'
import { Filtres } from './Filtres.tsx'
import { champsEnColonne, dureeEnMots, nomsDe, reponseDe, rolesDe } from './presenter.ts'
import {
  choisir,
  demander,
  estFiltree,
  filtrer,
  ouvrirListe,
  relireTout,
  retirerFiltres,
  useEntretiens,
} from './store.ts'

/** Every entretien of the post: found, sorted, read beside the list. */
export const EntretiensPage = () => {
  const { id } = useParams('entretiens')
  const nomenclature = useNomenclature()
  const { total, lignes, choisi, filtre, remises } = useEntretiens()
  const etroit = choisi !== null
  const colonnes = useMemo(() => colonnesDe(nomenclature, etroit), [nomenclature, etroit])
  useEffect(() => void ouvrirListe(id), [id])
  useRelecture(relireTout)
  useTouches('Liste', touches)
  return (
    <Ecran
      titre="Entretiens"
      sousTitre={total === null ? undefined : <output>{compter(total)}</output>}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconTable size={16} aria-hidden />}
            onClick={() => aller('entretiens', { rafale: true })}
          >
            Saisir en rafale
          </Button>
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            rightSection={<kbd>Ctrl N</kbd>}
            onClick={nouvelEntretien}
          >
            Nouvel entretien
          </Button>
        </>
      }
    >
      <MaitreDetail
        libelle="Entretien choisi"
        detail={choisi === null ? null : <DetailEntretien key={choisi.id} entretien={choisi} />}
      >
        <FileASaisir />
        <Brouillons />
        <Filtres key={remises} />
        {total === 0 ? (
          <Vide filtree={estFiltree(filtre)} />
        ) : (
          <TableVirtuelle
            libelle="Entretiens"
            colonnes={colonnes}
            total={total ?? 0}
            lignes={lignes}
            demander={demander}
            choisie={choisi?.id}
            onChoisir={(ligne) => void choisir(ligne.id)}
            tri={filtre.tri}
            onTri={(tri) => void filtrer({ tri })}
          />
        )}
      </MaitreDetail>
    </Ecran>
  )
}

const Vide = ({ filtree }: { readonly filtree: boolean }) =>
  filtree ? (
    <EtatVide titre="Aucun entretien ne correspond">
      <Button variant="default" mt="xs" onClick={() => void retirerFiltres()}>
        Retirer les filtres
      </Button>
    </EtatVide>
  ) : (
    <EtatVide titre="Aucun entretien enregistré">
      <kbd>Ctrl N</kbd> commence le premier ; <kbd>F2</kbd> compte un contact anonyme.
    </EtatVide>
  )

const colonnesDe = (nomenclature: Nomenclature, etroit: boolean): readonly Colonne<EntretienResume>[] => [
  { code: 'date', titre: 'Date', largeur: '92px', triable: true, cellule: (l) => dateFrancaise(l.date) },
  { code: 'personne', titre: 'Personnes', largeur: 'minmax(150px, 2fr)', triable: true, cellule: nomsDe },
  // A role that goes without saying would be the same on every line.
  ...(nomenclature.roleSousEntendu === undefined
    ? [
        {
          code: 'role',
          titre: 'Rôle',
          largeur: 'minmax(90px, 1fr)',
          cellule: (l: EntretienResume) => rolesDe(nomenclature, l),
        },
      ]
    : []),
  ...champsEnColonne(nomenclature, etroit).map((champ) => ({
    code: champ.code,
    titre: champ.libelle,
    largeur: 'minmax(90px, 1.2fr)',
    cellule: (l: EntretienResume) => reponseDe(nomenclature, champ, l),
  })),
  {
    code: 'duree',
    titre: 'Durée',
    largeur: '72px',
    triable: true,
    nombre: true,
    cellule: (l) => dureeEnMots(l.dureeMinutes),
  },
]

const compter = (total: number): string =>
  total > 1 ? `${total.toLocaleString('fr')} entretiens` : `${total} entretien`

const recontacter = (): void => {
  const { choisi } = useEntretiens.getState()
  if (choisi !== null) aller('entretiens', { saisie: { genre: 'recontact', id: choisi.id } })
}

const modifier = (): void => {
  const { choisi } = useEntretiens.getState()
  if (choisi !== null) aller('entretiens', { saisie: { genre: 'entretien', id: choisi.id } })
}

const nouvelEntretien = (): void => aller('entretiens', { saisie: { genre: 'nouveau' } })

const touches = [
  toucheSuivant,
  { combinaison: 'm', affichage: 'M', libelle: 'Modifier l’entretien lu', action: modifier },
  { combinaison: 'r', affichage: 'R', libelle: 'Nouveau contact, à partir de l’entretien lu', action: recontacter },
  {
    combinaison: 'slash',
    affichage: '/',
    libelle: 'Chercher',
    action: () => document.querySelector<HTMLElement>('[data-recherche-liste]')?.focus(),
  },
  { combinaison: 'ArrowDown', affichage: '↑ ↓', libelle: 'Parcourir la liste' },
  { combinaison: 'Enter', affichage: 'Entrée', libelle: 'Lire l’entretien' },
]
