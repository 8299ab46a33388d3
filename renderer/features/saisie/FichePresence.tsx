import { ActionIcon, Button, Group, Text, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { ChampsReponses } from '#app/ChampsReponses.tsx'
import { aujourdhui } from '#app/dates.ts'
import { Ressemblances } from '#app/Ressemblances.tsx'
import { useFrequences } from '#app/frequences.ts'
import { marquer, optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import { ChoixLibre } from '#ui/ChoixLibre.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { lireNaissance } from '#ui/lire-date.ts'
import { parHabitude } from '#ui/options.ts'
import {
  type Fiche,
  ficheDe,
  type Formulaire,
  libellePresence,
  nouveauSuivi,
  type Presence,
  presenceConnue,
} from './formulaire.ts'
import { reperes } from './presenter.ts'
import classes from './saisie.module.css'
import { modifier, useSaisie } from './store.ts'

/** One person present: her identity when it must be typed, her role, what the post asks of her part. */
export const FichePresence = ({ presence, rang }: { readonly presence: Presence; readonly rang: number }) => {
  const nomenclature = useNomenclature()
  const erreurs = useSaisie((s) => s.erreurs)
  const champ = `presences.${rang}`
  const changer = (suite: Partial<Presence>) =>
    modifier((f) => ({ presences: f.presences.map((p, i) => (i === rang ? { ...p, ...suite } : p)) }))
  const habitude = useFrequences((s) => s.valeurs['role'])
  const roles = useMemo(
    () =>
      parHabitude(
        optionsDe(nomenclature, nomenclature.listeRoles, presence.role === null ? [] : [presence.role]),
        habitude ?? [],
      ),
    [nomenclature, presence.role, habitude],
  )
  const avant = useSaisie((s) => s.formulaire?.precedent?.parts[presence.personneId])
  const nom = libellePresence(presence)
  return (
    <fieldset className={classes['personne']} data-personne={presence.personneId} aria-label={nom}>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <div>
          <Text component="span" fw={600}>
            {nom}
          </Text>{' '}
          <Text component="span" c="dimmed">
            {presence.connue === null ? genres[presence.genre] : reperes(presence.connue)}
          </Text>
        </div>
        <Group gap={4} wrap="nowrap">
          {presence.fiche === null && presence.connue !== null && (
            <Button
              variant="subtle"
              onClick={() => presence.connue !== null && changer({ fiche: ficheDe(presence.connue) })}
            >
              Corriger la fiche
            </Button>
          )}
          <ActionIcon
            color="gray"
            size={28}
            aria-label={`Retirer ${nom}`}
            tabIndex={-1}
            onClick={() => modifier((f) => retirer(f, rang))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <div className={classes['grille']}>
        {presence.fiche !== null && (
          <Identite
            fiche={presence.fiche}
            anonyme={presence.genre === 'anonyme'}
            champ={`${champ}.fiche`}
            repris={presence.repris}
            lien={presence.lien}
            onLien={(lien) => changer({ lien })}
            onChange={(suite) =>
              presence.fiche !== null &&
              changer({
                fiche: { ...presence.fiche, ...suite },
                repris: presence.repris.filter((c) => !Object.hasOwn(suite, c)),
              })
            }
          />
        )}
        {presence.genre === 'nouvelle' && presence.fiche !== null && (
          <Ressemblances
            id={presence.personneId}
            saisie={identiteSaisie(presence.fiche)}
            onChoisir={(personne) => changer(presenceConnue(personne))}
          />
        )}
        <ChoixListe
          label="Rôle"
          options={roles}
          value={presence.role ?? nomenclature.roleSousEntendu ?? null}
          onChange={(role) => changer({ role, repris: presence.repris.filter((c) => c !== 'role') })}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...marquer(
            presence.repris.includes('role'),
            avant === undefined || avant.role === presence.role || presence.role === null
              ? undefined
              : libelleDe(nomenclature, nomenclature.listeRoles, avant.role),
          )}
          error={erreurs[`${champ}.role`]}
          withAsterisk
        />
        <ChampsReponses
          porteur="participation"
          reponses={presence.reponses}
          repris={presence.repris}
          avant={avant?.reponses}
          onChange={(reponses) =>
            changer({
              reponses,
              repris: presence.repris.filter((c) => presence.reponses[c] === reponses[c]),
            })
          }
        />
      </div>
    </fieldset>
  )
}

/** Without anybody left, the case chosen for the person taken away is no longer the right one. */
const retirer = (f: Formulaire, rang: number): Partial<Formulaire> => {
  const presences = f.presences.filter((_, i) => i !== rang)
  return presences.length > 0 || f.modification
    ? { presences }
    : { presences, suivi: nouveauSuivi(useSaisie.getState().defautsSuivi) }
}

const identiteSaisie = ({ nom, prenom, naissance, telephone, commune }: Fiche) => ({
  nom,
  prenom,
  naissance: lireNaissance(naissance, aujourdhui()) ?? null,
  telephone: telephone === '' ? null : telephone,
  commune: commune === '' ? null : commune,
})

const genres = { nouvelle: 'nouvelle fiche', anonyme: 'aucun nom enregistré', connue: '' } as const

const Identite = (props: {
  readonly fiche: Fiche
  readonly anonyme: boolean
  readonly champ: string
  readonly repris: readonly string[]
  /** Null for somebody whose link is not asked. */
  readonly lien: string | null
  readonly onLien: (lien: string) => void
  readonly onChange: (suite: Partial<Fiche>) => void
}) => {
  const erreurs = useSaisie((s) => s.erreurs)
  const { fiche, anonyme, champ, repris, onChange } = props
  const communes = useFrequences((s) => s.communes)
  const liens = useFrequences((s) => s.liens)
  const texte = (cle: 'nom' | 'prenom' | 'naissance' | 'telephone' | 'commune') => ({
    value: fiche[cle],
    onChange: (e: React.ChangeEvent<HTMLInputElement>) => onChange({ [cle]: e.currentTarget.value }),
    error: erreurs[`${champ}.${cle}`],
    autoComplete: 'off',
    spellCheck: false,
    ...(repris.includes(cle) ? { 'data-repris': true } : {}),
  })
  return (
    <>
      {!anonyme && <TextInput label="Nom" maxLength={80} withAsterisk {...texte('nom')} />}
      {!anonyme && <TextInput label="Prénom" maxLength={80} {...texte('prenom')} />}
      <TextInput label="Naissance" placeholder="jj/mm/aaaa ou aaaa" maxLength={20} {...texte('naissance')} />
      {props.lien !== null && (
        <ChoixLibre
          label="Lien avec la première personne"
          placeholder="fils, conjointe…"
          maxLength={60}
          suggestions={[...liens, ...liensUsuels]}
          value={props.lien}
          onChange={props.onLien}
        />
      )}
      <ChampsReponses porteur="personne" reponses={fiche.reponses} onChange={(reponses) => onChange({ reponses })} />
      {!anonyme && <TextInput label="Téléphone" maxLength={30} inputMode="tel" {...texte('telephone')} />}
      <ChoixLibre
        label="Commune"
        maxLength={80}
        suggestions={communes}
        {...texte('commune')}
        onChange={(commune) => onChange({ commune })}
      />
    </>
  )
}

const liensUsuels = ['conjoint', 'conjointe', 'fils', 'fille', 'mère', 'père', 'frère', 'sœur']
