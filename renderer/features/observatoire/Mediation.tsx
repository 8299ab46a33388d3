import { Button, Group, Title } from '@mantine/core'
import { useEffect, useMemo } from 'react'
import { useRelecture } from '#app/ecritures.ts'
import { useNomenclature } from '#app/session.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { SecteurDessine } from '#shared/domaine/observatoire/carte.ts'
import type { Intervention } from '#shared/domaine/observatoire/signalement.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { EtatVide, MaitreDetail } from '#ui/Ecran.tsx'
import { type Colonne, TableVirtuelle } from '#ui/TableVirtuelle.tsx'
import { FormulaireIntervention } from './FormulaireIntervention.tsx'
import { nomSecteur } from './presenter.ts'
import { Retours } from './Retours.tsx'
import { depuisIntervention, interventionVide } from './saisie.ts'
import { choisir, demander, relire, supprimerIntervention, useMediation } from './store-mediation.ts'
import classes from './observatoire.module.css'

/** What the médiateurs did, and what the inhabitants say of it. */
export const Mediation = ({ secteurs }: { readonly secteurs: readonly SecteurDessine[] }) => {
  const nomenclature = useNomenclature()
  const { total, lignes, choisie, pour } = useMediation()
  const colonnes = useMemo(() => colonnesDe(nomenclature, secteurs), [nomenclature, secteurs])
  const depart = useMemo(
    () =>
      pour === null ? interventionVide() : { ...interventionVide(), secteurId: pour.secteurId, signalementId: pour.id },
    [pour],
  )
  useEffect(() => void relire(), [])
  useRelecture(relire)
  return (
    <div className={classes['vue']}>
      <FormulaireIntervention key={pour?.id ?? 'rafale'} depart={depart} />
      <div className={classes['reste']}>
        <MaitreDetail
          libelle={choisie === null ? 'Retour des habitants' : 'Intervention choisie'}
          detail={choisie === null ? <Retours secteurs={secteurs} /> : <Fiche key={choisie.id} choisie={choisie} />}
        >
          {total === 0 ? (
            <EtatVide titre="Aucune intervention notée">Remplissez la ligne ci-dessus : Entrée la note.</EtatVide>
          ) : (
            <TableVirtuelle
              libelle="Interventions"
              colonnes={colonnes}
              total={total ?? 0}
              lignes={lignes}
              demander={demander}
              choisie={choisie?.id}
              onChoisir={choisir}
              tri={parDate}
              onTri={() => undefined}
            />
          )}
        </MaitreDetail>
      </div>
    </div>
  )
}

const parDate = { colonne: 'date', sens: 'desc' } as const

const Fiche = ({ choisie }: { readonly choisie: Intervention }) => (
  <>
    <Group justify="space-between" mb="xs">
      <Title order={2}>Intervention du {dateFrancaise(choisie.date)}</Title>
      <Button variant="subtle" color="gray" onClick={() => choisir(null)}>
        Fermer
      </Button>
    </Group>
    <FormulaireIntervention
      id={choisie.id}
      depart={depuisIntervention(choisie)}
      actions={
        <Button variant="subtle" color="alerte" onClick={() => void supprimerIntervention(choisie.id)}>
          Supprimer
        </Button>
      }
    />
  </>
)

const colonnesDe = (
  nomenclature: Nomenclature,
  secteurs: readonly SecteurDessine[],
): readonly Colonne<Intervention>[] => [
  { code: 'date', titre: 'Date', largeur: '92px', cellule: (l) => dateFrancaise(l.date) },
  {
    code: 'secteur',
    titre: 'Secteur',
    largeur: 'minmax(90px, 1fr)',
    cellule: (l) => nomSecteur(secteurs, l.secteurId),
  },
  {
    code: 'intervention',
    titre: 'Intervention',
    largeur: 'minmax(120px, 1.5fr)',
    cellule: (l) => libelleDe(nomenclature, 'intervention-mediation', l.intervention),
  },
  {
    code: 'apres',
    titre: 'En réponse',
    largeur: '100px',
    cellule: (l) => (l.signalementId === null ? '' : 'oui'),
  },
  {
    code: 'resultat',
    titre: 'Résultat',
    largeur: 'minmax(110px, 1fr)',
    cellule: (l) => (l.resultat === null ? '' : libelleDe(nomenclature, 'resultat-mediation', l.resultat)),
  },
  { code: 'mediateurs', titre: 'Médiateurs', largeur: '92px', nombre: true, cellule: (l) => l.mediateurs },
]
