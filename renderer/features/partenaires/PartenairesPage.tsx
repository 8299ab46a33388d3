import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useRelecture } from '#app/ecritures.ts'
import { useParams } from '#app/navigation.ts'
import { useNomenclature } from '#app/session.ts'
import { trouverListe } from '#shared/domaine/nomenclature.ts'
import { EtatVide, Ecran, MaitreDetail } from '#ui/Ecran.tsx'
import { FichePartenaire } from './FichePartenaire.tsx'
import { ListePartenaires } from './ListePartenaires.tsx'
import { chercherPartenaires, nouveauPartenaire, ouvrirPartenaire, relirePartenaires, usePartenaires } from './store.ts'
import classes from './partenaires.module.css'

/** The directory of the post: whom persons are sent to, and how to reach them. */
export const PartenairesPage = () => {
  const { id } = useParams('partenaires')
  const nomenclature = useNomenclature()
  const { texte, lignes, choisi } = usePartenaires()
  const [anciens, setAnciens] = useState(false)
  useEffect(() => void (id === undefined ? chercherPartenaires('') : ouvrirPartenaire(id)), [id])
  useRelecture(relirePartenaires)
  const [premierGenre] = trouverListe(nomenclature, nomenclature.listeDestinations).modalites
  const visibles = (lignes ?? []).filter((ligne) => anciens || ligne.actif)
  return (
    <Ecran
      titre="Partenaires"
      actions={
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => nouveauPartenaire(premierGenre?.code ?? 'autre')}
        >
          Ajouter un partenaire
        </Button>
      }
    >
      <MaitreDetail
        libelle="Fiche du partenaire"
        detail={choisi === null ? null : <FichePartenaire key={choisi.id} partenaire={choisi} />}
      >
        <Group align="center">
          <TextInput
            aria-label="Chercher un partenaire"
            placeholder="Nom, interlocuteur, commune…"
            leftSection={<IconSearch size={16} aria-hidden />}
            value={texte}
            onChange={(e) => void chercherPartenaires(e.currentTarget.value.slice(0, 80))}
            className={classes['recherche']}
          />
          <Checkbox
            label="Montrer aussi ceux qui ne servent plus"
            checked={anciens}
            onChange={(e) => setAnciens(e.currentTarget.checked)}
          />
        </Group>
        {lignes !== null &&
          (visibles.length === 0 ? (
            <EtatVide titre={texte === '' ? 'L’annuaire est vide' : 'Aucun partenaire ne correspond'}>
              {texte === '' &&
                'Ajoutez les services à qui vous adressez le plus souvent : ils seront proposés dans le formulaire d’entretien.'}
            </EtatVide>
          ) : (
            <ListePartenaires lignes={visibles} choisi={choisi?.id ?? null} />
          ))}
      </MaitreDetail>
    </Ecran>
  )
}
