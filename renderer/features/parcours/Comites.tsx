import { Button, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMemo } from 'react'
import { api, appeler } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import { type Comite, type DecisionComite, libellesFormeComite } from '#shared/domaine/parcours/comite.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import type { Reply } from '#shared/ipc/call.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ChoixListes } from '#ui/ChoixListes.tsx'
import { ecrireDate } from '#ui/lire-date.ts'
import { champDe, Formulaire } from './Formulaire.tsx'
import classes from './parcours.module.css'
import { jourAttendu, jourFacultatif, lireJour } from '#app/jours.ts'
import { Rangee, Repli, Retirer } from './Repli.tsx'
import { ecrire, ecrireEtDire, useParcours } from './store.ts'
import { Volet } from './Volet.tsx'

/** What the restricted comité decided for this suivi alone: who acts, by function, and for when. */
export const Comites = ({ parcours }: { readonly parcours: Parcours }) => {
  const nomenclature = useNomenclature()
  const comites = useParcours((s) => s.comites)
  const siens = comites.flatMap((comite) =>
    comite.decisions.filter((d) => d.suiviId === parcours.suivi.id).map((decision) => ({ comite, decision })),
  )
  return (
    <Volet
      titre={libellesFormeComite.restreint}
      aide="La revue restreinte à ceux qui ont à en connaître (L132-5, code de la sécurité intérieure). Chacun y est noté par sa fonction ; seules les décisions sur ce suivi paraissent ici."
      vide="Aucune décision. Notez la première : ce qui est décidé, qui agit, pour quand."
      lignes={siens.map(({ comite, decision }) => {
        const { id, faiteLe, pourLe } = decision
        const enRetard = faiteLe === null && pourLe !== null && pourLe < aujourdhui()
        return (
          <Rangee
            key={id}
            nom={decision.decision}
            actions={
              <>
                <Button
                  size="compact-sm"
                  variant={faiteLe === null ? 'default' : 'subtle'}
                  aria-label={`${faiteLe === null ? 'Fait' : 'Remettre à faire'} : ${decision.decision}`}
                  onClick={() =>
                    void ecrire(changer(comite, { ...decision, faiteLe: faiteLe === null ? aujourdhui() : null }))
                  }
                >
                  {faiteLe === null ? 'Fait' : 'Remettre à faire'}
                </Button>
                <Retirer
                  nom={decision.decision}
                  retirer={() => ecrireEtDire(changer(comite, { ...decision, retiree: true }), 'Décision retirée')}
                />
              </>
            }
          >
            <Text component="span" fw={600}>
              {decision.decision}
            </Text>{' '}
            {libelleDe(nomenclature, 'fonction', decision.acteur)}
            {pourLe !== null && faiteLe === null && (
              <span className={enRetard ? classes['alerte'] : undefined}>, pour le {dateFrancaise(pourLe)}</span>
            )}
            {faiteLe !== null && <span className={classes['mieux']}>, fait le {dateFrancaise(faiteLe)}</span>}
            <Text size="xs" c="dimmed">
              Comité du {dateFrancaise(comite.date)} :{' '}
              {comite.participants.map((p) => libelleDe(nomenclature, 'fonction', p)).join(', ') ||
                'participants non renseignés'}
            </Text>
          </Rangee>
        )
      })}
    >
      <Repli libelle="Noter une décision">
        {(fermer) => <FormulaireDecision suiviId={parcours.suivi.id} onFini={fermer} />}
      </Repli>
    </Volet>
  )
}

/** Writes one decision in its comité as it now is, so that what others added meanwhile stays. */
const changer = async (
  comite: Comite,
  { retiree = false, ...decision }: DecisionComite & { readonly retiree?: boolean },
): Promise<Reply<unknown>> => {
  const actuels = (await appeler(api.parcours.comites())) ?? []
  const actuel = actuels.find((c) => c.id === comite.id) ?? comite
  const rang = actuel.decisions.findIndex((d) => d.id === decision.id)
  const autres = actuel.decisions.filter((d) => d.id !== decision.id)
  const decisions = retiree ? autres : autres.toSpliced(rang === -1 ? autres.length : rang, 0, decision)
  return api.parcours.noterComite({ ...actuel, participants: comite.participants, decisions })
}

const FormulaireDecision = (props: { readonly suiviId: string; readonly onFini: () => void }) => {
  const nomenclature = useNomenclature()
  const comites = useParcours((s) => s.comites)
  const fonctions = useMemo(() => optionsDe(nomenclature, 'fonction'), [nomenclature])
  const restreintDu = (texte: string) => comites.find((c) => c.forme === 'restreint' && c.date === lireJour(texte))
  const duJour = ecrireDate(aujourdhui())
  const form = useForm({
    initialValues: {
      decision: '',
      acteur: null as string | null,
      pourLe: '',
      date: duJour,
      participants: restreintDu(duJour)?.participants ?? [],
    },
    validate: {
      decision: (d) => (d.trim() === '' ? 'Dites ce qui est décidé.' : null),
      acteur: (a) => (a === null ? 'Dites qui agit.' : null),
      pourLe: jourFacultatif,
      date: jourAttendu,
    },
  })
  const envoyer = async (v: typeof form.values) => {
    const [date, pourLe] = [lireJour(v.date), lireJour(v.pourLe)]
    if (date == null || pourLe === undefined || v.acteur === null) return {}
    const comite = restreintDu(v.date) ?? {
      id: crypto.randomUUID(),
      date,
      forme: 'restreint' as const,
      decisions: [],
    }
    const decision = { decision: v.decision, acteur: v.acteur, pourLe, faiteLe: null }
    const erreurs = await ecrire(
      changer(
        { ...comite, participants: v.participants },
        { id: crypto.randomUUID(), suiviId: props.suiviId, ...decision },
      ),
    )
    return erreurs === undefined
      ? undefined
      : Object.fromEntries(Object.entries(erreurs).map(([champ, p]) => [champ.replace(/^decisions\.\d+\./, ''), p]))
  }
  return (
    <Formulaire libelle="Décision du comité" form={form} envoyer={envoyer} onFini={props.onFini}>
      <div className={classes['grille']}>
        <TextInput
          className={classes['large'] ?? ''}
          label="Décision"
          description="Un fait, que la personne peut lire : « demande SIAO à déposer »."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={280}
          autoComplete="off"
          {...form.getInputProps('decision')}
        />
        <ChoixListe label="Qui agit (fonction)" options={fonctions} {...champDe(form, 'acteur')} />
        <ChampDate
          label="Pour le"
          placeholder="+7 ou jj/mm/aaaa"
          aujourdhui={aujourdhui()}
          {...champDe(form, 'pourLe')}
        />
        <ChampDate
          label="Comité du"
          aujourdhui={aujourdhui()}
          {...champDe(form, 'date')}
          onChange={(texte) => {
            form.setFieldValue('date', texte)
            const connu = restreintDu(texte)
            if (connu !== undefined) form.setFieldValue('participants', connu.participants)
          }}
        />
        <ChoixListes label="Participants (fonctions)" options={fonctions} {...champDe(form, 'participants')} />
      </div>
    </Formulaire>
  )
}
