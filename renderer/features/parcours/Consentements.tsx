import { NativeSelect, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMemo } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { libelleDe, type Nomenclature } from '#shared/domaine/nomenclature.ts'
import {
  type Consentement,
  consentementsEnVigueur,
  libellesObjetConsentement,
  libellesReponseConsentement,
  ObjetConsentement,
  objetsConsentement,
  ReponseConsentement,
  reponsesConsentement,
} from '#shared/domaine/parcours/consentement.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ecrireDate } from '#ui/lire-date.ts'
import { champDe, Formulaire } from './Formulaire.tsx'
import classes from './parcours.module.css'
import { jourAttendu, lireJour } from '#app/jours.ts'
import { Rangee, Repli } from './Repli.tsx'
import { ecrire } from './store.ts'
import { Volet } from './Volet.tsx'

/** What the person was told and asked, and what she answered; a refusal is kept, and closes nothing. */
export const Consentements = ({ parcours: { suivi, consentements } }: { readonly parcours: Parcours }) => {
  const nomenclature = useNomenclature()
  const enVigueur = consentementsEnVigueur(consentements)
  return (
    <Volet
      titre="Consentement et notice"
      aide="Un refus se note comme le reste : il ne ferme ni le suivi ni aucun droit. La dernière réponse de la personne vaut."
      lignes={[
        ...objetsConsentement
          .filter((objet) => enVigueur[objet] === undefined)
          .map((objet) => (
            <Rangee key={objet} nom={libellesObjetConsentement[objet]}>
              <Text component="span" fw={600}>
                {libellesObjetConsentement[objet]}
              </Text>{' '}
              <span className={classes['alerte']}>{objet === 'notice' ? 'à remettre' : 'à demander'}</span>
            </Rangee>
          )),
        ...consentements
          .toSorted((a, b) => b.date.localeCompare(a.date))
          .map((c) => (
            <Rangee key={c.id} nom={libellesObjetConsentement[c.objet]} genre="consentement" id={c.id}>
              <Text component="span" fw={600}>
                {libellesObjetConsentement[c.objet]}
              </Text>{' '}
              {reponseEnMots(c)} le {dateFrancaise(c.date)}{' '}
              <Text component="span" c="dimmed">
                par : {libelleDe(nomenclature, 'fonction', c.par)}
                {c.aupresDe === 'personne' ? '' : ', auprès du représentant légal'}
                {c.aupresDe === 'personne' && enVigueur[c.objet]?.id !== c.id ? ' · remplacé depuis' : ''}
              </Text>
              {c.reponse !== 'donne' && <Text size="sm">Le suivi reste ouvert.</Text>}
            </Rangee>
          )),
      ]}
    >
      <Repli libelle="Noter une réponse">
        {(fermer) => <FormulaireConsentement suiviId={suivi.id} onFini={fermer} />}
      </Repli>
    </Volet>
  )
}

const reponseEnMots = ({ objet, reponse }: Consentement): string => {
  if (objet === 'notice') return reponse === 'donne' ? 'remise' : 'refusée'
  return libellesReponseConsentement[reponse].toLocaleLowerCase('fr')
}

const FormulaireConsentement = (props: { readonly suiviId: string; readonly onFini: () => void }) => {
  const nomenclature = useNomenclature()
  const fonctions = useMemo(() => optionsDe(nomenclature, 'fonction'), [nomenclature])
  const form = useForm({
    initialValues: {
      objet: 'notice',
      reponse: 'donne',
      date: ecrireDate(aujourdhui()),
      par: fonctionDuPoste(nomenclature),
      aupresDe: 'personne',
    },
    validate: { date: jourAttendu, par: (par) => (par === null ? 'Dites par qui.' : null) },
  })
  const envoyer = async (v: typeof form.values) => {
    const date = lireJour(v.date)
    if (date == null || v.par === null) return {}
    return ecrire(
      api.parcours.noterConsentement({
        id: crypto.randomUUID(),
        suiviId: props.suiviId,
        objet: ObjetConsentement.parse(v.objet),
        reponse: ReponseConsentement.parse(v.reponse),
        date,
        par: v.par,
        aupresDe: v.aupresDe === 'personne' ? 'personne' : 'representant-legal',
      }),
    )
  }
  return (
    <Formulaire libelle="Consentement" form={form} envoyer={envoyer} onFini={props.onFini}>
      <div className={classes['grille']}>
        <NativeSelect label="Sur quoi" data={objets} {...form.getInputProps('objet')} />
        <NativeSelect label="Réponse" data={reponses} {...form.getInputProps('reponse')} />
        <ChampDate label="Le" aujourdhui={aujourdhui()} {...champDe(form, 'date')} />
        <ChoixListe label="Par (fonction)" options={fonctions} {...champDe(form, 'par')} />
        <NativeSelect label="Auprès de" data={aupres} {...form.getInputProps('aupresDe')} />
      </div>
    </Formulaire>
  )
}

/** Who usually asks, in the dispositif shown. */
const fonctionDuPoste = ({ code }: Nomenclature): string | null =>
  code === 'mission-locale' ? 'referent-justice' : 'cvp'

const objets = objetsConsentement.map((value) => ({ value, label: libellesObjetConsentement[value] }))
const reponses = reponsesConsentement.map((value) => ({
  value,
  label: value === 'donne' ? 'Donné, remise' : libellesReponseConsentement[value],
}))
const aupres = [
  { value: 'personne', label: 'La personne' },
  { value: 'representant-legal', label: 'Son représentant légal (mineur)' },
]
