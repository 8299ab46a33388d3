import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { api, appeler } from '#app/api.ts'
import { ChampsReponses } from '#app/ChampsReponses.tsx'
import { aujourdhui } from '#app/dates.ts'
import { accorder } from '#app/mots.ts'
import { useNomenclature } from '#app/session.ts'
import type { Suivi } from '#shared/domaine/suivi.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ecrireDate } from '#ui/lire-date.ts'
import { majuscule } from '#ui/majuscule.ts'
import { type Formulaire, nouveauSuivi, type Presence } from './formulaire.ts'
import { libelleSuivi } from './presenter.ts'
import classes from './saisie.module.css'
import { Section } from './Section.tsx'
import { completer, modifier, useSaisie } from './store.ts'

const NOUVEAU = 'nouveau'

/** Which case this interview belongs to, and how it came: an open one of the person is proposed, the latest first. */
export const SectionSituation = () => {
  const nomenclature = useNomenclature()
  const suivi = useSaisie((s) => s.formulaire?.suivi)
  const repris = useSaisie((s) => s.formulaire?.repris)
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
          clearable={false}
          allowDeselect={false}
          mb="xs"
          onChange={(id) =>
            modifier((f) =>
              rattacher(
                f,
                proposes.find((s) => s.id === id),
              ),
            )
          }
        />
      )}
      {existant && !deplie ? (
        <Button variant="subtle" onClick={() => setDeplie(true)}>
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

/** Puts the form in this suivi, or in a new one: its answers come along, and the roles its persons already have. */
const rattacher = (f: Formulaire, suivi: Suivi | undefined): Partial<Formulaire> => {
  if (suivi === undefined)
    return f.suivi.numero === null
      ? {}
      : { suivi: { ...nouveauSuivi(useSaisie.getState().defautsSuivi), choisi: true } }
  const reprendre = (p: Presence): Presence => {
    const part = suivi.participations.find((s) => s.personne.id === p.personneId)
    return part === undefined ? p : { ...p, role: part.role, reponses: part.reponses }
  }
  return {
    suivi: {
      id: suivi.id,
      numero: suivi.numero,
      choisi: true,
      saisineDate: ecrireDate(suivi.saisineDate),
      reponses: suivi.reponses,
    },
    presences: f.presences.map(reprendre),
  }
}

/** A question whose answer changed is no longer « repris ». */
export const toucher = (
  f: Formulaire,
  avant: Readonly<Record<string, unknown>>,
  apres: Readonly<Record<string, unknown>>,
): Pick<Formulaire, 'repris'> => ({ repris: f.repris.filter((code) => avant[code] === apres[code]) })
