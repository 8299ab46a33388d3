import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { heure } from '#app/dates.ts'
import { enListe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import type { QuestionSituation } from '#shared/domaine/dispositifs/cvp/situations.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import {
  type Evolution,
  libellesMomentSituation,
  libellesMotifCorrection,
  type MomentSituation,
  momentsSituation,
  progresDe,
  type Situation,
} from '#shared/domaine/parcours/situation.ts'
import type { Reponse } from '#shared/domaine/reponses.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import { FormulaireSituation } from './FormulaireSituation.tsx'
import { viser } from '#ui/focus.ts'
import classes from './parcours.module.css'
import { Volet } from './Volet.tsx'

/** The situation at entry beside the one at exit, with what moved; each is frozen once validated, then only corrected. */
export const Situations = ({ parcours }: { readonly parcours: Parcours }) => {
  const [ouvert, setOuvert] = useState<MomentSituation>()
  const { suivi, situations } = parcours
  const de = (moment: MomentSituation) => situations.find((s) => s.moment === moment)
  const fermer = () => {
    const moment = ouvert
    setOuvert(undefined)
    viser(() => document.querySelector<HTMLElement>(`[data-moment="${moment}"]`))
  }
  return (
    <Volet
      titre="Situation à l’entrée et à la sortie"
      aide="Les mêmes questions deux fois. Validée, une situation est figée : elle ne change plus que par une correction motivée, et ce qu’elle disait reste lisible."
    >
      {ouvert === undefined ? (
        <Group gap="xs">
          {momentsSituation.map((moment) => (
            <Button
              key={moment}
              variant="default"
              data-moment={moment}
              leftSection={de(moment)?.valideeLe == null ? undefined : <IconLock size={14} aria-hidden />}
              onClick={() => setOuvert(moment)}
            >
              {verbeDe(de(moment))} {objets[moment]}
            </Button>
          ))}
        </Group>
      ) : (
        <FormulaireSituation
          key={ouvert}
          suiviId={suivi.id}
          moment={ouvert}
          situation={de(ouvert)}
          modele={ouvert === 'entree' ? undefined : de('entree')}
          onFini={fermer}
        />
      )}
      {situations.length > 0 && <Comparaison situations={situations} />}
      <Corrections situations={situations} />
    </Volet>
  )
}

const objets: Readonly<Record<MomentSituation, string>> = {
  entree: 'l’entrée',
  sortie: 'la sortie',
  'six-mois': 'le point à six mois',
  'douze-mois': 'le point à douze mois',
}

const verbeDe = (situation: Situation | undefined): string => {
  if (situation === undefined) return 'Noter'
  return situation.valideeLe === null ? 'Modifier' : 'Corriger'
}

const Comparaison = ({ situations }: { readonly situations: readonly Situation[] }) => {
  const nomenclature = useNomenclature()
  const rangees = momentsSituation.flatMap((moment) => situations.find((s) => s.moment === moment) ?? [])
  const entree = rangees.find((s) => s.moment === 'entree')
  const derniere = rangees.findLast((s) => s.moment !== 'entree' && s.jointe)
  const progres = progresDe(entree?.reponses ?? {}, derniere?.reponses ?? {})
  return (
    <Table.ScrollContainer minWidth={520} type="native" tabIndex={0}>
      <Table verticalSpacing={4}>
        <caption className="visuellement-cache">Situations notées</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">
              <span className="visuellement-cache">Question</span>
            </Table.Th>
            {rangees.map((s) => (
              <Table.Th key={s.moment} scope="col">
                {libellesMomentSituation[s.moment]}
                <Text size="xs" c="dimmed" fw={400}>
                  {dateFrancaise(s.date)} · {s.jointe ? '' : 'non jointe · '}
                  {s.valideeLe === null ? 'à valider' : 'validée'}
                </Text>
              </Table.Th>
            ))}
            {entree !== undefined && derniere !== undefined && <Table.Th scope="col">Évolution</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {progres.map(({ question, evolution }) => (
            <Table.Tr key={question.code}>
              <Table.Th scope="row" fw={400}>
                {question.libelle}
              </Table.Th>
              {rangees.map((s) => (
                <Table.Td key={s.moment}>{enClair(nomenclature, question, s.reponses[question.code])}</Table.Td>
              ))}
              {entree !== undefined && derniere !== undefined && (
                <Table.Td className={classes[evolution] ?? ''}>{evolutions[evolution]}</Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

const enClair = (nomenclature: Nomenclature, question: QuestionSituation, reponse: Reponse | undefined): string =>
  enListe(reponse)
    .map((code) => libelleDe(nomenclature, question.liste, code))
    .join(', ') || '–'

const evolutions: Readonly<Record<Evolution, string>> = {
  mieux: '↗ mieux',
  pareil: '= pareil',
  'moins-bien': '↘ moins bien',
  inconnu: '',
}

const Corrections = ({ situations }: { readonly situations: readonly Situation[] }) => {
  const corrigees = situations.flatMap((s) => s.corrections.map((c) => ({ moment: s.moment, ...c })))
  if (corrigees.length === 0) return null
  return (
    <Stack gap={2}>
      {corrigees.map((c) => (
        <Text key={c.id} size="sm" c="dimmed">
          {libellesMomentSituation[c.moment]}, corrigée le {dateFrancaise(jourLocal(new Date(c.corrigeeLe)))} à{' '}
          {heure(c.corrigeeLe)} : {libellesMotifCorrection[c.motif].toLocaleLowerCase('fr')}.{' '}
          <Avant reponses={c.reponses} />
        </Text>
      ))}
    </Stack>
  )
}

/** What a situation said before it was corrected. */
const Avant = ({ reponses }: { readonly reponses: Situation['reponses'] }) => {
  const nomenclature = useNomenclature()
  const dites = progresDe(reponses, {}).flatMap(({ question, avant }) =>
    avant === undefined ? [] : `${question.libelle} : ${enClair(nomenclature, question, avant)}`,
  )
  return dites.length === 0 ? 'Elle ne disait rien avant.' : `Avant : ${dites.join(' ; ')}.`
}
