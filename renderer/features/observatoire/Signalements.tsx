import { Button, Group, NativeSelect, Title } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useRelecture } from '#app/ecritures.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { SecteurDessine } from '#shared/domaine/observatoire/carte.ts'
import { ecrireMoment } from '#shared/domaine/observatoire/moment.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { EtatVide, MaitreDetail } from '#ui/Ecran.tsx'
import { type Colonne, TableVirtuelle } from '#ui/TableVirtuelle.tsx'
import { FormulaireSignalement } from './FormulaireSignalement.tsx'
import { compter, moisOfferts, nomSecteur } from './presenter.ts'
import { depuisSignalement, signalementVide } from './saisie.ts'
import { repondreA } from './store-mediation.ts'
import {
  choisir,
  demander,
  enregistrerSignalement,
  estFiltree,
  filtrer,
  type LigneSignalement,
  relire,
  retirerFiltres,
  supprimerSignalement,
  useSignalements,
} from './store-signalements.ts'
import classes from './observatoire.module.css'

/** Fiches noted one after the other, and all those noted before. */
export const Signalements = ({ secteurs }: { readonly secteurs: readonly SecteurDessine[] }) => {
  const nomenclature = useNomenclature()
  const { total, lignes, choisi, filtre } = useSignalements()
  const [vide] = useState(signalementVide)
  const colonnes = useMemo(() => colonnesDe(nomenclature, secteurs, choisi !== null), [nomenclature, secteurs, choisi])
  useEffect(() => void relire(), [])
  useRelecture(relire)
  return (
    <div className={classes['vue']}>
      <FormulaireSignalement depart={vide} onEnregistrer={enregistrerSignalement} />
      <div className={classes['reste']}>
        <MaitreDetail
          libelle="Signalement choisi"
          detail={choisi === null ? null : <Fiche key={choisi.id} signalement={choisi} />}
        >
          <Filtres secteurs={secteurs} />
          {total === 0 ? (
            <EtatVide titre={estFiltree(filtre) ? 'Aucun signalement ne correspond' : 'Aucun signalement noté'}>
              {estFiltree(filtre) ? (
                <Button variant="default" mt="xs" onClick={() => void retirerFiltres()}>
                  Retirer les filtres
                </Button>
              ) : (
                'Remplissez la ligne ci-dessus : Entrée la note, et la suivante reprend secteur, date et fonction.'
              )}
            </EtatVide>
          ) : (
            <TableVirtuelle
              libelle="Signalements"
              colonnes={colonnes}
              total={total ?? 0}
              lignes={lignes}
              demander={demander}
              choisie={choisi?.id}
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

const Fiche = ({ signalement }: { readonly signalement: LigneSignalement }) => {
  const { interventions, ...fiche } = signalement
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Title order={2}>Signalement du {dateFrancaise(signalement.date)}</Title>
        <Button variant="subtle" color="gray" onClick={() => choisir(null)}>
          Fermer
        </Button>
      </Group>
      <FormulaireSignalement
        id={signalement.id}
        depart={depuisSignalement(fiche)}
        onEnregistrer={enregistrerSignalement}
        actions={
          <>
            <Button variant="default" onClick={() => repondreA(fiche)}>
              Noter une intervention
            </Button>
            <Button variant="subtle" color="alerte" onClick={() => void supprimerSignalement(signalement.id)}>
              Supprimer
            </Button>
          </>
        }
      />
      {interventions > 0 && <p>{compter(interventions, 'intervention')} de médiation en réponse.</p>}
    </>
  )
}

const Filtres = ({ secteurs }: { readonly secteurs: readonly SecteurDessine[] }) => {
  const nomenclature = useNomenclature()
  const { filtre, total } = useSignalements()
  const choix = (cle: 'secteurId' | 'trouble' | 'mois', libelle: string, tous: string, data: Donnees) => (
    <NativeSelect
      aria-label={libelle}
      w={190}
      value={filtre[cle] ?? ''}
      data={[{ value: '', label: tous }, ...data]}
      onChange={(e) => void filtrer({ [cle]: e.currentTarget.value === '' ? null : e.currentTarget.value })}
    />
  )
  return (
    <search aria-label="Filtrer les signalements">
      <Group gap="xs">
        {choix(
          'secteurId',
          'Secteur montré',
          'Tous les secteurs',
          secteurs.map((s) => ({ value: s.id, label: s.nom })),
        )}
        {choix('trouble', 'Trouble montré', 'Tous les troubles', sansGroupe(optionsDe(nomenclature, 'trouble')))}
        {choix('mois', 'Mois montré', 'Tous les mois', sansGroupe(moisOfferts()))}
        <output>{total === null ? '' : compter(total, 'signalement')}</output>
      </Group>
    </search>
  )
}

type Donnees = readonly { readonly value: string; readonly label: string }[]
const sansGroupe = (options: Donnees): Donnees => options.map(({ value, label }) => ({ value, label }))

const colonnesDe = (
  nomenclature: Nomenclature,
  secteurs: readonly SecteurDessine[],
  etroit: boolean,
): readonly Colonne<LigneSignalement>[] => {
  const mot = (liste: string, code: string | null) => (code === null ? '' : libelleDe(nomenclature, liste, code))
  return [
    { code: 'date', titre: 'Date', largeur: '92px', cellule: (l) => dateFrancaise(l.date) },
    { code: 'moment', titre: 'Moment', largeur: '90px', cellule: (l) => ecrireMoment(l.moment) },
    {
      code: 'secteur',
      titre: 'Secteur',
      largeur: 'minmax(90px, 1fr)',
      cellule: (l) => nomSecteur(secteurs, l.secteurId),
    },
    { code: 'trouble', titre: 'Trouble', largeur: 'minmax(110px, 1.4fr)', cellule: (l) => mot('trouble', l.trouble) },
    ...(etroit
      ? []
      : [
          {
            code: 'lieu',
            titre: 'Lieu',
            largeur: 'minmax(90px, 1fr)',
            cellule: (l: LigneSignalement) => mot('lieu-trouble', l.lieu),
          },
          {
            code: 'fonction',
            titre: 'Signalé par',
            largeur: 'minmax(90px, 1fr)',
            cellule: (l: LigneSignalement) => mot('fonction-signalante', l.fonction),
          },
          {
            code: 'note',
            titre: 'Note',
            largeur: 'minmax(110px, 2fr)',
            cellule: (l: LigneSignalement) => l.note,
          },
        ]),
    {
      code: 'interventions',
      titre: 'Réponses',
      largeur: '80px',
      nombre: true,
      cellule: (l) => (l.interventions === 0 ? '' : l.interventions),
    },
  ]
}
