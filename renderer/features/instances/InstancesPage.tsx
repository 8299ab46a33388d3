import { Button, NativeSelect } from '@mantine/core'
import { IconPlus, IconSignature } from '@tabler/icons-react'
import { useEffect } from 'react'
import { aujourdhui } from '#app/dates.ts'
import { useRelecture } from '#app/ecritures.ts'
import { useParams } from '#app/navigation.ts'
import { genresInstance } from '#shared/domaine/instances/genres.ts'
import { Ecran, EtatVide, MaitreDetail } from '#ui/Ecran.tsx'
import { FicheReunion } from './FicheReunion.tsx'
import { FormulaireInstance } from './FormulaireInstance.tsx'
import { ListeInstances } from './ListeInstances.tsx'
import { ListeReunions } from './ListeReunions.tsx'
import { PointsNominatifs } from './PointsNominatifs.tsx'
import { Signataires } from './Signataires.tsx'
import { adopterModele, lireInstances, ouvrirReunion, ouvrirVolet, useInstances, type Volet } from './store.ts'
import classes from './instances.module.css'

/** The instances of the CLSPD or STSPD: who must meet and how often, what was met and decided. */
export const InstancesPage = () => {
  const { instances, annee, volet } = useInstances()
  const { id } = useParams('coordination')
  useEffect(() => void (id === undefined ? lireInstances() : ouvrirReunion(id)), [id])
  useRelecture(lireInstances)
  if (instances === null) return null
  const enRetard = instances.filter((i) => i.regularite.enRetard).length
  return (
    <Ecran
      titre="Instances"
      sousTitre={instances.length === 0 ? undefined : resume(instances.length, enRetard)}
      actions={
        <>
          <NativeSelect
            aria-label="Année"
            value={String(annee)}
            onChange={(e) => void lireInstances(Number(e.currentTarget.value))}
            data={annees(annee)}
          />
          <Button
            variant="default"
            leftSection={<IconSignature size={16} aria-hidden />}
            onClick={() => ouvrirVolet({ genre: 'signataires' })}
          >
            Signataires de la charte
          </Button>
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={ajouter}>
            Ajouter une instance
          </Button>
        </>
      }
    >
      <MaitreDetail large libelle={libelleVolet(volet)} detail={volet === null ? null : <Detail volet={volet} />}>
        <div className={classes['listes']}>
          {instances.length === 0 ? (
            <EtatVide titre="Aucune instance">
              Partez de celles de la stratégie d’Aix-en-Provence : plénière, restreint, cellule de veille, comités de
              suivi et six groupes territoriaux. Chacune se renomme ou se retire ensuite.
              <Button mt="sm" onClick={() => void adopterModele()}>
                Créer ces dix instances
              </Button>
            </EtatVide>
          ) : (
            <>
              <ListeInstances instances={instances} />
              <ListeReunions />
            </>
          )}
        </div>
      </MaitreDetail>
    </Ecran>
  )
}

const Detail = ({ volet }: { readonly volet: Volet }) => {
  if (volet.genre === 'instance') return <FormulaireInstance key={volet.instance.id} instance={volet.instance} />
  if (volet.genre === 'reunion') return <FicheReunion key={volet.reunion.id} reunion={volet.reunion} />
  if (volet.genre === 'points') return <PointsNominatifs key={volet.reunionId} reunionId={volet.reunionId} />
  return <Signataires />
}

const libelleVolet = (volet: Volet | null): string => {
  if (volet?.genre === 'reunion') return 'Réunion'
  if (volet?.genre === 'points') return 'Situations nominatives'
  return volet?.genre === 'signataires' ? 'Signataires de la charte' : 'Instance'
}

const resume = (nombre: number, enRetard: number): string => {
  const suivies = nombre === 1 ? '1 instance' : `${nombre} instances`
  return enRetard === 0 ? `${suivies}, aucune en retard` : `${suivies}, dont ${enRetard} en retard`
}

/** From ten years back to next year; the year shown is always among them. */
const annees = (montree: number): string[] => {
  const cette = Number(aujourdhui().slice(0, 4))
  const offertes = Array.from({ length: 12 }, (_, i) => cette + 1 - i)
  return [...new Set([...offertes, montree])].toSorted((a, b) => b - a).map(String)
}

const ajouter = (): void =>
  ouvrirVolet({
    genre: 'instance',
    instance: {
      id: crypto.randomUUID(),
      genre: 'comite-de-suivi',
      nom: '',
      secteur: null,
      frequence: genresInstance['comite-de-suivi'].frequence,
      depuis: aujourdhui(),
      au: null,
      l1325Le: null,
    },
  })
