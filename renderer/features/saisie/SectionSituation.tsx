import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { api, appeler } from '#app/api.ts'
import { ChampsReponses } from '#app/ChampsReponses.tsx'
import { aujourdhui } from '#app/dates.ts'
import { accorder } from '#app/mots.ts'
import { useNomenclature } from '#app/session.ts'
import type { Suivi } from '#shared/domaine/suivi.ts'
import { majuscule } from '#shared/utils/texte.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { libelleSuivi } from './presenter.ts'
import classes from './saisie.module.css'
import { Section } from './Section.tsx'
import { completer, modifier, useSaisie } from './store.ts'
import { rattacher, toucher } from './suivi-du-formulaire.ts'

const NOUVEAU = 'nouveau'

/** Which case this interview belongs to, and how it came: an open one of the person is proposed, the latest first. */
export const SectionSituation = () => {
  const nomenclature = useNomenclature()
  const suivi = useSaisie((s) => s.formulaire?.suivi)
  const repris = useSaisie((s) => s.formulaire?.repris)
  const avant = useSaisie((s) =>
    s.formulaire?.suivi.numero === null ? undefined : s.formulaire?.precedent?.reponsesSuivi,
  )
  const erreurs = useSaisie((s) => s.erreurs)
  const proposes = useSuivisProposes()
  const [deplie, setDeplie] = useState(false)
  if (suivi === undefined) return null
  const { motSuivi } = nomenclature
  const existant = suivi.numero !== null
  const options = [
    ...proposes.map((s) => ({ value: s.id, label: libelleSuivi(nomenclature, s) })),
    ...(existant && !proposes.some((s) => s.id === suivi.id) ? [{ value: suivi.id, label: `n° ${suivi.numero}` }] : []),
    { value: NOUVEAU, label: accorder(motSuivi).nouveau },
  ]
  return (
    <Section titre={majuscule(motSuivi.singulier)}>
      {options.length > 1 && (
        <ChoixListe
          label={`Cet entretien se rattache à`}
          options={options}
          value={existant ? suivi.id : NOUVEAU}
          data-passer
          clearable={false}
          allowDeselect={false}
          mb="xs"
          onChange={(id) =>
            modifier((f) =>
              rattacher(
                f,
                proposes.find((s) => s.id === id),
                useSaisie.getState().defautsSuivi,
              ),
            )
          }
        />
      )}
      {existant && !deplie ? (
        <Button variant="subtle" data-passer onClick={() => setDeplie(true)}>
          Corriger la saisine
        </Button>
      ) : (
        <div className={classes['grille']}>
          <ChampDate
            label="Date de saisine"
            aujourdhui={aujourdhui()}
            value={suivi.saisineDate}
            onChange={(saisineDate) => modifier((f) => ({ suivi: { ...f.suivi, saisineDate } }))}
            error={erreurs['suivi.saisineDate']}
          />
          <ChampsReponses
            porteur="suivi"
            reponses={suivi.reponses}
            repris={repris ?? []}
            avant={avant}
            onChange={(reponses) =>
              modifier((f) => ({ suivi: { ...f.suivi, reponses }, ...toucher(f, f.suivi.reponses, reponses) }))
            }
          />
        </div>
      )}
    </Section>
  )
}

/** Open suivis of the first known person; the latest is taken when the form has not chosen yet. */
const useSuivisProposes = (): readonly Suivi[] => {
  const personneId = useSaisie((s) => s.formulaire?.presences.find((p) => p.genre === 'connue')?.personneId)
  const [proposes, setProposes] = useState<readonly Suivi[]>([])
  useEffect(() => {
    let actuel = true
    const lire = async () => {
      const suivis = personneId === undefined ? [] : ((await appeler(api.suivis.dePersonne({ personneId }))) ?? [])
      if (!actuel) return
      const ouverts = suivis.filter((s) => s.closLe === null)
      setProposes(ouverts)
      completer((f) => (f.suivi.choisi ? {} : rattacher(f, ouverts[0])))
    }
    void lire()
    return () => {
      actuel = false
    }
  }, [personneId])
  return proposes
}
