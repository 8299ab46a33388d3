import { Button, Group, NativeSelect, SegmentedControl, Table, Text, Title } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useEffect } from 'react'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import type { CompteObservatoire } from '#shared/domaine/observatoire/compte.ts'
import { Carte } from './Carte.tsx'
import { anneesOffertes, nomDuMois, nombresDe, secteursMontres } from './presenter.ts'
import { exporterCompte, lireCompte, reglerCompte, useObservatoire } from './store.ts'
import { TableSecteurs } from './TableSecteurs.tsx'
import classes from './observatoire.module.css'

/** A year on the map and in a table: where, when, and of what. */
export const Comptes = () => {
  const { compte, mesure, mois, annee } = useObservatoire()
  useEffect(() => void lireCompte(), [])
  if (compte === null) return null
  const secteurs = secteursMontres(compte.secteurs, compte[mesure])
  const titre = `${noms[mesure]}, ${mois === '' ? String(annee) : nomDuMois(mois)}`
  return (
    <div className={classes['comptes']}>
      <Reglages compte={compte} />
      <div className={classes['cote-a-cote']}>
        <section aria-label="Carte">
          <Title order={2} mb={4}>
            {titre}
          </Title>
          <Carte titre={titre} secteurs={secteurs} nombres={nombresDe(compte, compte[mesure], mois)} />
          {secteurs.every((s) => s.carreaux.length === 0) && (
            <Text c="dimmed">Aucun secteur n’est dessiné : la vue « Secteurs » les peint sur le quadrillage.</Text>
          )}
        </section>
        <Resume compte={compte} />
      </div>
      <TableSecteurs titre={`${noms[mesure]} par secteur et par mois, ${annee}`} compte={compte} />
    </div>
  )
}

const noms = { signalements: 'Signalements', interventions: 'Interventions de médiation' } as const

const Reglages = ({ compte }: { readonly compte: CompteObservatoire }) => {
  const nomenclature = useNomenclature()
  const { annee, mois, mesure, trouble } = useObservatoire()
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label="Ce qui est compté"
        value={mesure}
        onChange={(choisie) => void reglerCompte({ mesure: choisie })}
        data={[
          { value: 'signalements', label: 'Signalements' },
          { value: 'interventions', label: 'Interventions' },
        ]}
      />
      <NativeSelect
        aria-label="Année"
        value={String(annee)}
        data={[...anneesOffertes()]}
        onChange={(e) => void reglerCompte({ annee: Number(e.currentTarget.value), mois: '' })}
      />
      <NativeSelect
        aria-label="Mois de la carte"
        value={mois}
        data={[{ value: '', label: 'Toute l’année' }, ...compte.mois.map((m) => ({ value: m, label: nomDuMois(m) }))]}
        onChange={(e) => void reglerCompte({ mois: e.currentTarget.value })}
      />
      <NativeSelect
        aria-label="Trouble compté"
        w={230}
        value={trouble}
        data={[
          { value: '', label: 'Tous les troubles' },
          ...optionsDe(nomenclature, 'trouble').map(({ value, label }) => ({ value, label })),
        ]}
        onChange={(e) => void reglerCompte({ trouble: e.currentTarget.value })}
      />
      <Button
        variant="default"
        leftSection={<IconFileExport size={16} aria-hidden />}
        onClick={() => void exporterCompte()}
      >
        Exporter les comptes
      </Button>
    </Group>
  )
}

/** What the year says besides its sectors. */
const Resume = ({ compte }: { readonly compte: CompteObservatoire }) => {
  const nomenclature = useNomenclature()
  const { mesure, annee } = useObservatoire()
  const [cle, liste, titre] =
    mesure === 'signalements'
      ? (['parTrouble', 'trouble', 'Par trouble'] as const)
      : (['parResultat', 'resultat-mediation', 'Par résultat'] as const)
  return (
    <section aria-label={`L’année ${annee}`} className={classes['resume']}>
      <Title order={2}>{annee} en tout</Title>
      <Table withRowBorders={false} verticalSpacing={2} mb="xs">
        <caption className="visuellement-cache">Chiffres de l’année {annee}</caption>
        <Table.Tbody>
          {chiffres(compte).map(([libelle, nombre, dont]) => (
            <Table.Tr key={libelle}>
              <Table.Th scope="row" fw={dont ? 400 : 600} pl={dont ? 'lg' : 6}>
                {libelle}
              </Table.Th>
              <Table.Td ta="right" fw={dont ? 400 : 600}>
                {nombre}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {compte[cle].length > 0 && (
        <Table withRowBorders={false} verticalSpacing={3}>
          <caption className="visuellement-cache">{titre}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{titre}</Table.Th>
              <Table.Th scope="col" ta="right">
                Nombre
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {compte[cle].map(({ code, nombre }) => (
              <Table.Tr key={code}>
                <Table.Td>{libelleDe(nomenclature, liste, code)}</Table.Td>
                <Table.Td ta="right">{nombre}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  )
}

const chiffres = (
  compte: CompteObservatoire,
): readonly (readonly [libelle: string, nombre: number, dont: boolean])[] => [
  ['Signalements', compte.signalements.total, false],
  ['dont suivis d’une intervention', compte.signalementsSuivis, true],
  ['dont venus des médiateurs', compte.signalementsDesMediateurs, true],
  ['Interventions de médiation', compte.interventions.total, false],
  ['dont après un signalement', compte.interventionsApresSignalement, true],
]
