import { ActionIcon, Alert, Button, CloseButton, Group, Modal, Text, Title } from '@mantine/core'
import { IconFileText, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { aujourdhui, heure } from '#app/dates.ts'
import { Bandeau } from '#app/layout/Bandeau.tsx'
import { useNomenclature } from '#app/session.ts'
import type { PointNominatifLu } from '#shared/domaine/instances/nominatif.ts'
import type { Reunion } from '#shared/domaine/instances/reunion.ts'
import { fonctionsSansSignataire } from '#shared/domaine/instances/signataire.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { FormulairePoint } from './FormulairePoint.tsx'
import { effacerPoint, lirePoints } from './points.ts'
import { SortirReleve } from './SortirReleve.tsx'
import { ouvrirVolet, useInstances } from './store.ts'
import classes from './instances.module.css'

/** The only screen of the coordination that names persons: decision, who acts, deadline, and nothing of why. */
export const PointsNominatifs = ({ reunionId }: { readonly reunionId: string }) => {
  const { reunions, points, refus } = useInstances()
  const reunion = reunions.find((r) => r.id === reunionId)
  const [ouvert, setOuvert] = useState<PointNominatifLu | 'nouveau' | null>(null)
  const [sortie, setSortie] = useState(false)
  useEffect(() => void lirePoints(reunionId), [reunionId])
  if (reunion === undefined) return null
  return (
    <div className={classes['nominatif']}>
      <Bandeau nature="nominatif" />
      <Group justify="space-between" wrap="nowrap">
        <Title order={2}>Situations évoquées le {dateFrancaise(reunion.date)}</Title>
        <CloseButton aria-label="Revenir à la réunion" onClick={() => ouvrirVolet({ genre: 'reunion', reunion })} />
      </Group>
      {refus !== null && <Refus reunion={reunion} phrase={refus} />}
      {points !== null && (
        <>
          <Text size="sm" c="dimmed">
            Une décision, qui agit, pour quand. Rien sur les faits, la justice ni la santé ; la personne peut tout lire.
          </Text>
          {points.points.length === 0 && <Text>Aucune situation notée.</Text>}
          <ul className={classes['liste']} aria-label="Situations">
            {points.points.map((point) => (
              <Point key={point.id} point={point} modifier={() => setOuvert(point)} />
            ))}
          </ul>
          {ouvert === null ? (
            <Button
              w="fit-content"
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setOuvert('nouveau')}
            >
              Noter une situation
            </Button>
          ) : (
            <FormulairePoint
              key={ouvert === 'nouveau' ? 'nouveau' : ouvert.id}
              reunion={reunion}
              point={ouvert === 'nouveau' ? null : ouvert}
              onFini={() => setOuvert(null)}
            />
          )}
          {points.points.length > 0 && (
            <Button
              w="fit-content"
              variant="default"
              leftSection={<IconFileText size={16} aria-hidden />}
              onClick={() => setSortie(true)}
            >
              Relevé nominatif…
            </Button>
          )}
          {points.exports.length > 0 && (
            <section aria-label="Relevés nominatifs sortis du coffre">
              <Text size="sm" fw={600}>
                Relevés nominatifs sortis du coffre
              </Text>
              <ul className={classes['liste']}>
                {points.exports.map(({ le, par }) => (
                  <li key={le}>
                    <Text size="sm">
                      {dateFrancaise(jourLocal(new Date(le)))} à {heure(le)}, {par}
                    </Text>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      <Modal opened={sortie} onClose={() => setSortie(false)} title="Sortir un relevé nominatif ?">
        <SortirReleve reunionId={reunionId} onFermer={() => setSortie(false)} />
      </Modal>
    </div>
  )
}

/** Why this screen stays closed, with the functions that lack a signatory. */
const Refus = ({ reunion, phrase }: { readonly reunion: Reunion; readonly phrase: string }) => {
  const nomenclature = useNomenclature()
  const signataires = useInstances((s) => s.signataires)
  const manquent = fonctionsSansSignataire(reunion.presences, signataires, reunion.date)
  return (
    <Alert color="alerte" variant="light" role="alert" title="Aucune situation ne peut être ouverte">
      <Text size="sm">{phrase}</Text>
      {manquent.length > 0 && (
        <Text size="sm" mt={4}>
          Sans signataire ce jour-là :{' '}
          {manquent.map((code) => libelleDe(nomenclature, 'fonction-instance', code)).join(', ')}.
        </Text>
      )}
      <Button mt="sm" variant="default" onClick={() => ouvrirVolet({ genre: 'signataires' })}>
        Ouvrir le registre des signataires
      </Button>
    </Alert>
  )
}

const Point = ({ point, modifier }: { readonly point: PointNominatifLu; readonly modifier: () => void }) => {
  const nomenclature = useNomenclature()
  const qui = point.nom ?? point.designation ?? 'Personne du coffre'
  const aDetruire = point.aDetruireLe <= aujourdhui()
  return (
    <li className={classes['rangee']}>
      <div className={classes['nom']}>
        <Text fw={600}>{qui}</Text>
        <Text size="sm">
          {point.decision} : {libelleDe(nomenclature, 'fonction-instance', point.acteur)}
          {point.faiteLe === null
            ? `, pour le ${dateFrancaise(point.pourLe)}`
            : `, fait le ${dateFrancaise(point.faiteLe)}`}
        </Text>
        <Text size="sm" c="dimmed">
          {libelleDe(nomenclature, 'besoin-signale', point.besoin)} · signalé par :{' '}
          {libelleDe(nomenclature, 'origine-signalement', point.origine)}
        </Text>
        <Text size="sm" className={classes['attendu'] ?? ''} data-retard={aDetruire}>
          {aDetruire ? 'À détruire maintenant' : `À détruire au plus tard le ${dateFrancaise(point.aDetruireLe)}`}
        </Text>
      </div>
      <ActionIcon color="gray" aria-label={`Modifier : ${qui}`} onClick={modifier}>
        <IconPencil size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon color="gray" aria-label={`Détruire : ${qui}`} onClick={() => void effacerPoint(point)}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </li>
  )
}
