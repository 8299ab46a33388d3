import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMemo } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { domainesDemarche, libellesDomaineDemarche } from '#shared/domaine/dispositifs/cvp/demarches.ts'
import { libelleDe, trouverListe } from '#shared/domaine/nomenclature.ts'
import {
  type Demarche,
  DomaineDemarcheSchema,
  estTerminee,
  libellesStatutDemarche,
  PRECISION_MAX,
} from '#shared/domaine/parcours/demarche.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ecrireDate } from '#ui/lire-date.ts'
import { champDe, Formulaire } from './Formulaire.tsx'
import { HistoriqueDemarche, NoterStatut } from './StatutsDemarche.tsx'
import classes from './parcours.module.css'
import { jourAttendu, jourFacultatif, lireJour } from '#app/jours.ts'
import { Rangee, Repli, useOuverture } from './Repli.tsx'
import { ecrire, useParcours } from './store.ts'
import { Volet } from './Volet.tsx'

/** What is undertaken, domain by domain; several are added in a row without leaving the keyboard. */
export const Demarches = ({ parcours }: { readonly parcours: Parcours }) => {
  const { demarches } = parcours
  const domaines = domainesDemarche.filter((d) => demarches.some((x) => x.domaine === d))
  return (
    <Stack data-zone>
      <Repli libelle="Ajouter une démarche" raccourci="d">
        {(fermer) => <FormulaireDemarche suiviId={parcours.suivi.id} onFini={fermer} />}
      </Repli>
      {demarches.length === 0 && (
        <Text c="dimmed">
          Aucune démarche. Ajoutez la première : papiers, hébergement, soins, ressources… Chaque étape y sera datée.
        </Text>
      )}
      {domaines.map((domaine) => (
        <Volet
          key={domaine}
          titre={libellesDomaineDemarche[domaine]}
          lignes={demarches
            .filter((d) => d.domaine === domaine)
            .map((d) => (
              <LigneDemarche key={d.id} suiviId={parcours.suivi.id} demarche={d} />
            ))}
        />
      ))}
    </Stack>
  )
}

const LigneDemarche = ({ suiviId, demarche }: { readonly suiviId: string; readonly demarche: Demarche }) => {
  const nomenclature = useNomenclature()
  const { ouvert, ouvrir, fermer, bouton } = useOuverture()
  const nom = libelleDe(nomenclature, 'demarche', demarche.demarche)
  const { echeance, partenaire, precision, resultatLe } = demarche
  const enRetard = echeance !== null && resultatLe === null && echeance < aujourdhui()
  return (
    <Rangee
      nom={nom}
      genre="demarche"
      id={demarche.id}
      renderModifier={(fini) => <FormulaireDemarche suiviId={suiviId} demarche={demarche} onFini={fini} />}
      actions={
        !ouvert && (
          <Button
            ref={bouton}
            size="compact-sm"
            variant="default"
            aria-label={`Changer le statut : ${nom}`}
            onClick={ouvrir}
          >
            Changer le statut
          </Button>
        )
      }
      suite={
        <>
          {ouvert && <NoterStatut demarche={demarche} nom={nom} onFini={fermer} />}
          <HistoriqueDemarche demarche={demarche} />
        </>
      }
    >
      <Text component="span" fw={600}>
        {nom}
      </Text>{' '}
      <span className={demarche.statut === 'aboutie' ? classes['mieux'] : undefined}>
        {libellesStatutDemarche[demarche.statut].toLocaleLowerCase('fr')}
        {resultatLe === null ? '' : ` le ${dateFrancaise(resultatLe)}`}
      </span>
      {echeance !== null && !estTerminee(demarche.statut) && (
        <span className={enRetard ? classes['alerte'] : undefined}> · pour le {dateFrancaise(echeance)}</span>
      )}
      <Text component="div" size="xs" c="dimmed">
        {[partenaire, precision].filter((t) => t !== null).join(' · ')}
      </Text>
    </Rangee>
  )
}

const FormulaireDemarche = (props: {
  readonly suiviId: string
  readonly demarche?: Demarche
  readonly onFini: () => void
}) => {
  const { suiviId, demarche, onFini } = props
  const nomenclature = useNomenclature()
  const partenaires = useParcours((s) => s.partenaires)
  const options = useMemo(
    () => optionsDe(nomenclature, 'demarche', [demarche?.demarche ?? '']),
    [nomenclature, demarche],
  )
  const form = useForm<Valeurs>({
    initialValues: {
      demarche: demarche?.demarche ?? null,
      domaine: demarche?.domaine ?? null,
      partenaireId: demarche?.partenaireId ?? null,
      ouverteLe: ecrireDate(demarche?.ouverteLe ?? aujourdhui()),
      echeance: ecrireDate(demarche?.echeance ?? null),
      precision: demarche?.precision ?? '',
    },
    validate: {
      demarche: (d) => (d === null ? 'Choisissez la démarche.' : null),
      domaine: (d) => (d === null ? 'Choisissez le domaine.' : null),
      ouverteLe: jourAttendu,
      echeance: jourFacultatif,
    },
  })
  const envoyer = async (v: Valeurs) => {
    const domaine = DomaineDemarcheSchema.safeParse(v.domaine)
    const ouverteLe = lireJour(v.ouverteLe)
    const echeance = lireJour(v.echeance)
    if (v.demarche === null || !domaine.success || ouverteLe == null || echeance === undefined) return {}
    const saisie = { demarche: v.demarche, domaine: domaine.data, partenaireId: v.partenaireId, ouverteLe, echeance }
    const precision = v.precision.trim() === '' ? null : v.precision
    return ecrire(
      api.parcours.enregistrerDemarche({ id: demarche?.id ?? crypto.randomUUID(), suiviId, ...saisie, precision }),
    )
  }
  const choisir = (code: string | null) => {
    form.setFieldValue('demarche', code)
    const groupe = trouverListe(nomenclature, 'demarche').modalites.find((m) => m.code === code)?.groupe
    if (groupe !== undefined) form.setFieldValue('domaine', groupe)
  }
  return (
    <Formulaire
      libelle={demarche === undefined ? 'Nouvelle démarche' : 'Modifier la démarche'}
      cible={demarche?.id}
      form={form}
      envoyer={envoyer}
      onFini={onFini}
      enchainer={demarche === undefined}
      bouton={demarche === undefined ? 'Ajouter' : 'Enregistrer'}
    >
      <div className={classes['grille']}>
        <ChoixListe label="Démarche" options={options} withAsterisk {...champDe(form, 'demarche')} onChange={choisir} />
        <ChampDate
          label="Pour le"
          placeholder="+7 ou jj/mm/aaaa"
          aujourdhui={aujourdhui()}
          {...champDe(form, 'echeance')}
        />
        <ChoixListe
          label="Partenaire"
          placeholder={partenaires.length === 0 ? 'Aucun au répertoire' : 'Facultatif'}
          options={partenaires
            .filter((p) => p.actif || p.id === demarche?.partenaireId)
            .map((p) => ({ value: p.id, label: p.nom }))}
          {...champDe(form, 'partenaireId')}
        />
        <ChampDate label="Ouverte le" aujourdhui={aujourdhui()} withAsterisk {...champDe(form, 'ouverteLe')} />
        <ChoixListe label="Domaine" options={domaines} withAsterisk {...champDe(form, 'domaine')} />
        <TextInput
          label="Précision"
          description="Un fait, que la personne peut lire. Rien de médical ni de judiciaire."
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={PRECISION_MAX}
          autoComplete="off"
          {...form.getInputProps('precision')}
        />
      </div>
    </Formulaire>
  )
}

type Valeurs = {
  demarche: string | null
  domaine: string | null
  partenaireId: string | null
  ouverteLe: string
  echeance: string
  precision: string
}

const domaines = domainesDemarche.map((value) => ({ value, label: libellesDomaineDemarche[value] }))
