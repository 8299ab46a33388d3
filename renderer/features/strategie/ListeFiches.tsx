import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type KeyboardEvent, memo } from 'react'
import { useNomenclature } from '#app/session.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import type { FicheResume, StrategieResumee } from '#shared/domaine/strategie/strategie.ts'
import { Manques } from './Manques.tsx'
import { avancementDe, ranger, TOUS } from './presenter.ts'
import { montrer, ouvrirFiche, quitter, useStrategie } from './store.ts'
import classes from './strategie.module.css'

/** Fiches under their axe: status, what they lack, how far from their targets. Arrows go from one to the next. */
export const ListeFiches = ({ resume }: { readonly resume: StrategieResumee }) => {
  const filtre = useStrategie((s) => s.filtre)
  const choisie = useStrategie((s) => (s.volet.genre === 'fiche' ? s.volet.fiche.id : null))
  const noms = new Map(resume.territoires.map((t) => [t.id, t.nom]))
  return (
    <div className={classes['fiches']} role="presentation" onKeyDown={suivreFleches}>
      {ranger(resume, filtre).map(({ axe, fiches }) => (
        <section key={axe.id} className={classes['axe']} aria-labelledby={`axe-${axe.id}`}>
          <div className={classes['tete-axe']}>
            <h2 id={`axe-${axe.id}`}>
              {axe.numero !== '' && `Axe ${axe.numero}. `}
              {axe.titre}
            </h2>
            <Button
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={14} aria-hidden />}
              aria-label={`Ajouter une fiche à l’axe ${axe.titre}`}
              onClick={() => void quitter(() => montrer({ genre: 'nouvelle', axeId: axe.id }))}
            >
              Fiche
            </Button>
          </div>
          <ul>
            {fiches.map((fiche) => (
              <Ligne
                key={fiche.id}
                fiche={fiche}
                choisie={fiche.id === choisie}
                territoire={filtre === TOUS ? noms.get(fiche.territoireId ?? '') : undefined}
              />
            ))}
          </ul>
          {fiches.length === 0 && <p className={classes['discret']}>Aucune fiche ici.</p>}
        </section>
      ))}
    </div>
  )
}

/** Of six hundred lines, only the one that changed is drawn again. */
const Ligne = memo(function Ligne(props: {
  readonly fiche: FicheResume
  readonly choisie: boolean
  readonly territoire: string | undefined
}) {
  const { fiche, choisie, territoire } = props
  const nomenclature = useNomenclature()
  const avancement = avancementDe(fiche)
  return (
    <li>
      <button
        type="button"
        data-fiche
        className={classes['fiche']}
        aria-current={choisie ? 'true' : undefined}
        onClick={() => void quitter(() => ouvrirFiche(fiche.id))}
      >
        <span className={classes['numero']}>{fiche.numero}</span>
        <span className={classes['titre']}>
          {fiche.titre}
          {territoire !== undefined && <span className={classes['discret']}> {territoire}</span>}
        </span>
        <span className={classes['etat']}>{libelleDe(nomenclature, 'statut-fiche', fiche.statut)}</span>
        {(fiche.manques.length > 0 || avancement !== '') && (
          <span className={classes['manques']}>
            {avancement !== '' && <span className={classes['discret']}>{avancement}</span>}
            {fiche.part !== null && (
              <progress value={fiche.part} max={1} aria-label={`Avancement vers la cible, ${fiche.numero}`} />
            )}
            <Manques manques={fiche.manques} />
          </span>
        )}
      </button>
    </li>
  )
})

const PAS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

const suivreFleches = (event: KeyboardEvent<HTMLElement>): void => {
  const pas = PAS[event.key]
  if (pas === undefined) return
  const lignes = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-fiche]')]
  const ici = lignes.findIndex((ligne) => ligne === document.activeElement)
  if (ici === -1) return
  event.preventDefault()
  lignes[ici + pas]?.focus()
}
