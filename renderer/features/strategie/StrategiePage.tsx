import { Button, NativeSelect } from '@mantine/core'
import { IconListTree } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useRelecture } from '#app/ecritures.ts'
import { useTouches } from '#app/touches.ts'
import type { StrategieResumee } from '#shared/domaine/strategie/strategie.ts'
import { Ecran, EtatVide, MaitreDetail } from '#ui/Ecran.tsx'
import { Debut } from './Debut.tsx'
import { DetailFiche } from './DetailFiche.tsx'
import { FormulaireFiche } from './FormulaireFiche.tsx'
import { ListeFiches } from './ListeFiches.tsx'
import { Plan } from './Plan.tsx'
import { anneesDe, ENSEMBLE, TOUS } from './presenter.ts'
import { filtrer, montrer, montrerAnnee, ouvrirStrategies, quitter, relire, useStrategie, type Volet } from './store.ts'
import classes from './strategie.module.css'

/** The strategy over one year: its fiches on the left, one of them whole on the right. */
export const StrategiePage = () => {
  const { strategies, resume, volet } = useStrategie()
  useEffect(() => void ouvrirStrategies(), [])
  useRelecture(relire)
  const premier = resume?.axes[0]?.id
  useTouches('Stratégie', [
    ...(premier === undefined
      ? []
      : [
          {
            combinaison: 'n',
            affichage: 'N',
            libelle: 'Nouvelle fiche action',
            action: () => void quitter(() => montrer({ genre: 'nouvelle', axeId: premier })),
          },
        ]),
    { combinaison: 'ArrowDown', affichage: '↑ ↓', libelle: 'D’une fiche à l’autre, dans la liste' },
  ])
  if (strategies === null) return <Ecran titre="Stratégie">{null}</Ecran>
  if (resume === null)
    return (
      <Ecran titre="Stratégie">
        <Debut />
      </Ecran>
    )
  const { strategie } = resume
  return (
    <Ecran
      titre="Stratégie"
      sousTitre={`${strategie.titre}, ${strategie.territoire}, ${strategie.du}-${strategie.au}`}
      actions={<Actions resume={resume} />}
    >
      <MaitreDetail libelle="Détail de la stratégie" large detail={renderVolet(volet, resume)}>
        {resume.axes.length === 0 ? (
          <EtatVide titre="Aucun axe encore">Ajoutez-en un dans le plan ; les fiches viendront dessous.</EtatVide>
        ) : (
          <ListeFiches resume={resume} />
        )}
      </MaitreDetail>
    </Ecran>
  )
}

const renderVolet = (volet: Volet, resume: StrategieResumee) => {
  if (volet.genre === 'rien') return null
  if (volet.genre === 'plan') return <Plan resume={resume} />
  if (volet.genre === 'nouvelle') return <FormulaireFiche key={volet.axeId} resume={resume} axeId={volet.axeId} />
  const { fiche, correction } = volet
  if (!correction) return <DetailFiche key={`${fiche.id} ${fiche.annee.annee}`} fiche={fiche} resume={resume} />
  const { id, axeId, territoireId, numero, titre, contenu } = fiche
  return (
    <FormulaireFiche
      key={id}
      resume={resume}
      axeId={axeId}
      fiche={{ id, axeId, territoireId, numero, titre, contenu }}
    />
  )
}

const Actions = ({ resume }: { readonly resume: StrategieResumee }) => {
  const { strategie, annee, territoires } = resume
  const strategies = useStrategie((s) => s.strategies) ?? []
  const filtre = useStrategie((s) => s.filtre)
  return (
    <>
      {strategies.length > 1 && (
        <NativeSelect
          aria-label="Stratégie montrée"
          data={strategies.map((s) => ({ value: s.id, label: `${s.territoire} ${s.du}-${s.au}` }))}
          value={strategie.id}
          onChange={(e) => {
            const { value } = e.currentTarget
            void quitter(() => ouvrirStrategies(value))
          }}
        />
      )}
      {territoires.length > 0 && (
        <NativeSelect
          aria-label="Territoire montré"
          data={[
            { value: ENSEMBLE, label: strategie.territoire },
            ...territoires.map((t) => ({ value: t.id, label: t.nom })),
            { value: TOUS, label: 'Tous les territoires' },
          ]}
          value={filtre}
          onChange={(e) => filtrer(e.currentTarget.value)}
        />
      )}
      <NativeSelect
        aria-label="Année"
        className={classes['annee'] ?? ''}
        data={anneesDe(strategie)}
        value={String(annee)}
        onChange={(e) => {
          const choisie = Number(e.currentTarget.value)
          void quitter(() => montrerAnnee(strategie.id, choisie))
        }}
      />
      <Button
        variant="default"
        leftSection={<IconListTree size={16} aria-hidden />}
        onClick={() => void quitter(() => montrer({ genre: 'plan' }))}
      >
        Plan
      </Button>
    </>
  )
}
