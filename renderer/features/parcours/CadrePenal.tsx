import { Alert, Button, NativeSelect, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { aller } from '#app/navigation.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import {
  libellesStatutPenal,
  StatutPenal,
  type StatutPenalDate,
  statutsPenaux,
} from '#shared/domaine/parcours/statut-penal.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ecrireDate } from '#ui/lire-date.ts'
import { champDe, Formulaire } from './Formulaire.tsx'
import { Mesures } from './Mesures.tsx'
import classes from './parcours.module.css'
import { jourFacultatif, lireJour } from '#app/jours.ts'
import { Rangee, Repli } from './Repli.tsx'
import { ecrire, useParcours } from './store.ts'
import { Volet } from './Volet.tsx'

/** Statut pénal and mesures, once their need is declared: never an offence, a judgment, a court. */
export const CadrePenal = ({ parcours }: { readonly parcours: Parcours }) => {
  const declaree = useParcours((s) => s.necessite !== null)
  return (
    <Stack gap="lg">
      {!declaree && <NecessiteAbsente />}
      <Volet
        titre="Statut pénal"
        aide="Le statut et la mesure, rien d’autre : ni infraction, ni jugement, ni numéro d’écrou. Invisible des autres métiers du coffre."
        vide="Aucun statut noté."
        lignes={parcours.statuts
          .toSorted((a, b) => (b.du ?? '').localeCompare(a.du ?? ''))
          .map((s) => (
            <Rangee
              key={s.id}
              nom={libellesStatutPenal[s.statut]}
              genre="statut-penal"
              id={s.id}
              {...(declaree
                ? {
                    renderModifier: (fermer: () => void) => (
                      <FormulaireStatut suiviId={parcours.suivi.id} statut={s} onFini={fermer} />
                    ),
                  }
                : {})}
            >
              <Text component="span" fw={600}>
                {libellesStatutPenal[s.statut]}
              </Text>{' '}
              {s.du === null ? 'depuis une date inconnue' : `depuis le ${dateFrancaise(s.du)}`}
            </Rangee>
          ))}
      >
        {declaree && (
          <Repli libelle="Noter un statut">
            {(fermer) => <FormulaireStatut suiviId={parcours.suivi.id} onFini={fermer} />}
          </Repli>
        )}
      </Volet>
      <Mesures parcours={parcours} declaree={declaree} />
    </Stack>
  )
}

const NecessiteAbsente = () => (
  <Alert color="alerte" variant="light" title="Le cadre pénal ne se note pas encore">
    <Text mb="xs">
      Statut et mesures ne peuvent être notés que si le poste en a strictement besoin (art. 46, loi du 6 janvier 1978).
      Déclarez cette nécessité une fois, avec le délégué à la protection des données.
    </Text>
    <Button variant="default" onClick={() => aller('reglages')}>
      Aller aux réglages, « Cadre pénal »
    </Button>
  </Alert>
)

const FormulaireStatut = (props: {
  readonly suiviId: string
  readonly statut?: StatutPenalDate
  readonly onFini: () => void
}) => {
  const { suiviId, statut, onFini } = props
  const form = useForm({
    initialValues: { statut: statut?.statut ?? statutsPenaux[0], du: ecrireDate(statut?.du ?? null) },
    validate: { du: jourFacultatif },
  })
  const envoyer = async (v: typeof form.values) => {
    const du = lireJour(v.du)
    if (du === undefined) return {}
    const lu = StatutPenal.parse(v.statut)
    return ecrire(
      api.parcours.enregistrerStatutPenal({ id: statut?.id ?? crypto.randomUUID(), suiviId, statut: lu, du }),
    )
  }
  return (
    <Formulaire libelle="Statut pénal" cible={statut?.id} form={form} envoyer={envoyer} onFini={onFini}>
      <div className={classes['grille']}>
        <NativeSelect label="Statut" data={statuts} {...form.getInputProps('statut')} />
        <ChampDate
          label="Depuis le"
          description="Vide si personne ne le sait."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          aujourdhui={aujourdhui()}
          {...champDe(form, 'du')}
        />
      </div>
    </Formulaire>
  )
}

const statuts = statutsPenaux.map((value) => ({ value, label: libellesStatutPenal[value] }))
