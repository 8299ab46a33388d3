import { Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { useNomenclature } from '#app/session.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import type { Rattachement } from '#shared/domaine/parcours/rattachement.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ecrireDate } from '#ui/lire-date.ts'
import { Contrats } from './Contrats.tsx'
import { champDe, Formulaire } from './Formulaire.tsx'
import classes from './parcours.module.css'
import { jourFacultatif, lireJour } from '#app/jours.ts'
import { Repli } from './Repli.tsx'
import { ecrire, useParcours } from './store.ts'
import { Volet } from './Volet.tsx'

/** The service in charge, the one near home that takes over; for a young person, the contracts too. */
export const Relais = ({ parcours }: { readonly parcours: Parcours }) => {
  const { suivi, rattachement } = parcours
  const jeune = useNomenclature().code === 'mission-locale'
  const libelles = jeune ? libellesJeune : libellesAdulte
  return (
    <Stack gap="lg">
      <Volet
        titre="Rattachement et relais"
        aide="Des services de l’annuaire, jamais le nom d’un agent."
        vide="Aucun service noté."
      >
        <Text>
          {libelles.referent} : <strong>{rattachement?.referent ?? 'non renseigné'}</strong>
        </Text>
        <Text>
          {libelles.relais} : <strong>{rattachement?.relais ?? 'non renseigné'}</strong>
          {rattachement?.relaisLe == null ? '' : `, relais passé le ${dateFrancaise(rattachement.relaisLe)}`}
        </Text>
        <Repli libelle={rattachement === null ? 'Noter les services' : 'Changer les services'}>
          {(fermer) => (
            <FormulaireRelais suiviId={suivi.id} rattachement={rattachement} libelles={libelles} onFini={fermer} />
          )}
        </Repli>
      </Volet>
      {jeune && <Contrats parcours={parcours} />}
    </Stack>
  )
}

type Libelles = { readonly referent: string; readonly relais: string }
const libellesAdulte: Libelles = { referent: 'Service référent (SPIP)', relais: 'Service relais' }
const libellesJeune: Libelles = { referent: 'Mission locale de rattachement', relais: 'Mission locale relais' }

const FormulaireRelais = (props: {
  readonly suiviId: string
  readonly libelles: Libelles
  readonly rattachement: Rattachement | null
  readonly onFini: () => void
}) => {
  const { suiviId, rattachement, onFini } = props
  const partenaires = useParcours((s) => s.partenaires)
  const form = useForm({
    initialValues: {
      referentId: rattachement?.referentId ?? null,
      relaisId: rattachement?.relaisId ?? null,
      relaisLe: ecrireDate(rattachement?.relaisLe ?? null),
    },
    validate: { relaisLe: jourFacultatif },
  })
  const envoyer = async ({ referentId, relaisId, relaisLe: tape }: typeof form.values) => {
    const relaisLe = lireJour(tape)
    if (relaisLe === undefined) return {}
    return ecrire(api.parcours.enregistrerRattachement({ suiviId, referentId, relaisId, relaisLe }))
  }
  const siens = new Set([rattachement?.referentId, rattachement?.relaisId])
  const options = partenaires.filter((p) => p.actif || siens.has(p.id)).map((p) => ({ value: p.id, label: p.nom }))
  const annuaireVide = partenaires.length === 0 ? 'Ajoutez-le d’abord dans Partenaires' : ''
  return (
    <Formulaire libelle="Rattachement et relais" form={form} envoyer={envoyer} onFini={onFini}>
      <div className={classes['grille']}>
        <ChoixListe
          label={props.libelles.referent}
          placeholder={annuaireVide}
          options={options}
          {...champDe(form, 'referentId')}
        />
        <ChoixListe
          label={props.libelles.relais}
          placeholder={annuaireVide}
          options={options}
          {...champDe(form, 'relaisId')}
        />
        <ChampDate label="Relais passé le" aujourdhui={aujourdhui()} {...champDe(form, 'relaisLe')} />
      </div>
    </Formulaire>
  )
}
