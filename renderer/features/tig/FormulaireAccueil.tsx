import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useMemo, useRef } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useReprise } from '#app/reprise.ts'
import { useNomenclature } from '#app/session.ts'
import type { Accueil } from '#shared/domaine/tig/accueil.ts'
import { direAgeMin, direBornes, MesureTig, mesuresTig, reglesMesure } from '#shared/domaine/tig/mesure.ts'
import { demandeExamen, statutAu } from '#shared/domaine/tig/poste-travail.ts'
import { ageAu, ajouterMois, dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { Repris } from '#ui/Repris.tsx'
import { depuisAccueil, lireReprises, versAccueil } from './formulaire.ts'
import { jourFacultatif, lireJour } from '#app/jours.ts'
import { choisir, ecrire, useTig } from './store.ts'
import classes from './tig.module.css'

/** What a host may know of an accueil, and nothing else; the law of the measure is said under its hours. */
export const FormulaireAccueil = (props: {
  readonly personneId: string
  readonly naissance: string | null
  readonly accueil: Accueil | null
  readonly onFini: () => void
}) => {
  const { personneId, naissance, accueil, onFini } = props
  const nomenclature = useNomenclature()
  const postes = useTig((s) => s.postes)
  const zone = useRef<HTMLFormElement>(null)
  const services = useMemo(() => optionsDe(nomenclature, nomenclature.listeDestinations), [nomenclature])
  const issues = useMemo(() => optionsDe(nomenclature, nomenclature.listeMotifs), [nomenclature])
  const form = useForm({
    initialValues: depuisAccueil(accueil),
    validate: {
      service: (service) => (service === null ? 'Choisissez le service référent.' : null),
      heures: (heures) => (/^\d{1,4}$/u.test(heures.trim()) ? null : 'Un nombre d’heures entier est nécessaire.'),
      reprises: (texte) => (lireReprises(texte) === undefined ? 'Attendu : 35, ou 35h30.' : null),
      heuresEmploi: (heures) => (/^\d{0,2}$/u.test(heures.trim()) ? null : 'Un nombre d’heures par semaine.'),
      decideLe: jourFacultatif,
      echeance: jourFacultatif,
      debutLe: jourFacultatif,
      finLe: jourFacultatif,
    },
  })
  const { repris, oublier } = useReprise(`accueil ${accueil?.suiviId ?? personneId}`, form)
  useEffect(() => zone.current?.querySelector<HTMLElement>('select')?.focus(), [])
  const { mesure, posteId, decideLe, debutLe } = form.values
  const regle = reglesMesure[mesure]
  const decision = lireJour(decideLe)
  const terme =
    regle.delai === undefined || typeof decision !== 'string' ? null : ajouterMois(decision, regle.delai.mois)
  const jour = lireJour(debutLe) ?? aujourdhui()
  const mineur = naissance !== null && ageAu(naissance, jour) < 18
  const poste = postes.find((p) => p.id === posteId)
  const proposes = postes.filter((p) => p.id === accueil?.posteId || statutAu(p, jour) === 'actif')
  const enregistrer = async (valeurs: typeof form.values) => {
    const suiviId = accueil?.suiviId ?? crypto.randomUUID()
    const saisi = versAccueil(valeurs, suiviId, personneId)
    const erreurs = saisi === undefined ? {} : await ecrire(api.tig.enregistrer(saisi))
    if (erreurs !== undefined) {
      form.setErrors({
        ...erreurs,
        ...(erreurs['heures'] === undefined ? {} : { heures: direBornes(mesure) }),
        ...(erreurs['mesure'] === undefined ? {} : { mesure: direAgeMin(mesure) }),
      })
      return
    }
    await oublier()
    if (accueil === null) await choisir(suiviId)
    onFini()
  }
  const effacer = () => {
    form.reset()
    void oublier()
  }
  const date = (champ: 'decideLe' | 'echeance' | 'debutLe' | 'finLe') => ({
    aujourdhui: aujourdhui(),
    value: form.values[champ],
    onChange: (texte: string) => form.setFieldValue(champ, texte),
    error: form.errors[champ],
  })
  return (
    <form
      ref={zone}
      noValidate
      aria-label="Accueil"
      className={classes['formulaire']}
      onSubmit={form.onSubmit((valeurs) => void enregistrer(valeurs))}
    >
      <Repris repris={repris} onEffacer={effacer} />
      <div className={classes['grille']}>
        <NativeSelect
          label="Mesure"
          data={mesuresTig.map((value) => ({ value, label: reglesMesure[value].libelle }))}
          value={mesure}
          onChange={(e) => form.setFieldValue('mesure', MesureTig.parse(e.currentTarget.value))}
          error={form.errors['mesure']}
        />
        <TextInput
          label="Heures à faire ici"
          description={direBornes(mesure)}
          inputMode="numeric"
          maxLength={4}
          {...form.getInputProps('heures')}
        />
        <ChoixListe
          label="Service référent"
          options={services}
          value={form.values.service}
          onChange={(service) => form.setFieldValue('service', service)}
          error={form.errors['service']}
        />
        <TextInput
          label="Interlocuteur du service"
          description="CPIP ou éducateur, par fonction ou par nom."
          maxLength={80}
          {...form.getInputProps('referent')}
        />
        <ChampDate label="Décision du" {...date('decideLe')} />
        <ChampDate
          label="À faire avant le"
          description={terme === null ? undefined : `${regle.delai?.mois ?? ''} mois : le ${dateFrancaise(terme)}`}
          {...date('echeance')}
        />
        <ChampDate label="Premier jour convenu" {...date('debutLe')} />
        <ChoixListe
          label="Poste"
          options={proposes.map((p) => ({ value: p.id, label: p.intitule, mots: [p.service, p.lieu] }))}
          value={posteId}
          onChange={(choisi) => form.setFieldValue('posteId', choisi)}
          error={form.errors['posteId']}
        />
        <TextInput
          label="Heures déjà faites"
          description="Avant cette feuille ; sinon rien."
          maxLength={7}
          {...form.getInputProps('reprises')}
        />
        <TextInput label="Encadrant technique" maxLength={80} {...form.getInputProps('encadrant')} />
        <TextInput
          label="Emploi, heures par semaine"
          description="Avec le TIG, 47 h au plus (R623-16)."
          inputMode="numeric"
          maxLength={2}
          {...form.getInputProps('heuresEmploi')}
        />
      </div>
      <Group gap="lg">
        <Checkbox
          label="Examen médical demandé"
          description={
            demandeExamen(poste?.contraintes ?? [], mineur)
              ? 'À demander : mineur, ou poste que la loi nomme (R623-14).'
              : ''
          }
          {...form.getInputProps('examenRequis', { type: 'checkbox' })}
        />
        <Checkbox label="Examen fait" {...form.getInputProps('examenVu', { type: 'checkbox' })} />
      </Group>
      {accueil !== null && (
        <div className={classes['grille']}>
          <ChampDate label="Fin" {...date('finLe')} />
          <ChoixListe
            label="Issue"
            options={issues}
            value={form.values.issue}
            onChange={(issue) => form.setFieldValue('issue', issue)}
            error={form.errors['issue']}
          />
        </div>
      )}
      <Group gap="xs">
        <Button type="submit">Enregistrer l’accueil</Button>
        <Button variant="default" onClick={() => void oublier().then(onFini)}>
          Annuler
        </Button>
      </Group>
    </form>
  )
}
