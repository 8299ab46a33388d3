import { Button, Checkbox, Group, NativeSelect, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { useReprise } from '#app/reprise.ts'
import {
  ContraintePoste,
  contraintesPoste,
  FormePoste,
  formesPoste,
  libellesContraintePoste,
  libellesFormePoste,
  libellesStatutPoste,
  type PosteTravail,
  statutAu,
  statutsPoste,
  StatutPoste,
} from '#shared/domaine/tig/poste-travail.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { prendreFocus } from '#ui/focus.ts'
import { ecrireDate } from '#ui/lire-date.ts'
import { Repris } from '#ui/Repris.tsx'
import { jourAttendu, lireJour } from '#app/jours.ts'
import { ecrire } from './store.ts'
import classes from './tig.module.css'

/** One post, as it is on the list, and what changed of it since. */
export const FormulairePoste = (props: {
  readonly id: string
  readonly poste: PosteTravail | undefined
  readonly onFini: () => void
}) => {
  const { id, poste, onFini } = props
  const statut = poste === undefined ? 'actif' : (statutAu(poste, aujourdhui()) ?? 'actif')
  const form = useForm({
    initialValues: {
      intitule: poste?.intitule ?? '',
      service: poste?.service ?? '',
      lieu: poste?.lieu ?? '',
      missions: poste?.missions ?? '',
      places: String(poste?.places ?? 1),
      forme: poste?.forme ?? formesPoste[0],
      horaires: poste?.horaires ?? '',
      contraintes: [...(poste?.contraintes ?? [])] as string[],
      ouvertAuxMineurs: poste?.ouvertAuxMineurs ?? false,
      responsable: poste?.responsable ?? '',
      inscritLe: ecrireDate(poste?.inscritLe ?? aujourdhui()),
      statut,
      statutLe: ecrireDate(aujourdhui()),
    },
    validate: {
      intitule: (texte) => (texte.trim() === '' ? 'L’intitulé est nécessaire.' : null),
      places: (texte) => (/^[1-9]\d{0,2}$/u.test(texte.trim()) ? null : 'Une place au moins.'),
      inscritLe: jourAttendu,
      statutLe: jourAttendu,
    },
  })
  // A post that is not saved yet has a new id each time.
  const { repris, oublier } = useReprise(`poste-travail ${poste === undefined ? 'nouveau' : id}`, form)
  const effacer = () => {
    form.reset()
    void oublier()
  }
  const enregistrer = async (v: typeof form.values) => {
    const [inscritLe, du] = [lireJour(v.inscritLe), lireJour(v.statutLe)]
    if (typeof inscritLe !== 'string' || typeof du !== 'string') return
    const anciens = (poste?.statuts ?? []).filter((s) => v.statut === statut || s.du !== du)
    const { statutLe: _statutLe, statut: choisi, ...textes } = v
    const erreurs = await ecrire(
      api.tig.enregistrerPoste({
        ...textes,
        id,
        places: Number(v.places),
        contraintes: ContraintePoste.array().parse(v.contraintes),
        inscritLe,
        statuts: choisi === statut ? anciens : [...anciens, { statut: choisi, du }],
      }),
    )
    if (erreurs !== undefined)
      return form.setErrors({
        ...erreurs,
        ...(erreurs['statuts'] === undefined ? {} : { statutLe: erreurs['statuts'] }),
      })
    await oublier()
    onFini()
  }
  return (
    <form
      noValidate
      aria-label="Poste"
      className={classes['formulaire']}
      onSubmit={form.onSubmit((valeurs) => void enregistrer(valeurs))}
    >
      <Title order={2}>{poste?.intitule ?? 'Nouveau poste'}</Title>
      <Repris repris={repris} onEffacer={effacer} />
      <TextInput label="Intitulé" maxLength={120} ref={prendreFocus} {...form.getInputProps('intitule')} />
      <div className={classes['grille']}>
        <TextInput label="Service" maxLength={120} {...form.getInputProps('service')} />
        <TextInput label="Lieu" maxLength={120} {...form.getInputProps('lieu')} />
        <TextInput label="Places en même temps" inputMode="numeric" maxLength={3} {...form.getInputProps('places')} />
        <NativeSelect
          label="Forme"
          data={formesPoste.map((value) => ({ value, label: libellesFormePoste[value] }))}
          value={form.values.forme}
          onChange={(e) => form.setFieldValue('forme', FormePoste.parse(e.currentTarget.value))}
        />
        <TextInput label="Horaires possibles" maxLength={120} {...form.getInputProps('horaires')} />
        <TextInput label="Responsable du poste" maxLength={120} {...form.getInputProps('responsable')} />
        <ChampDate
          label="Inscrit le"
          aujourdhui={aujourdhui()}
          value={form.values.inscritLe}
          onChange={(texte) => form.setFieldValue('inscritLe', texte)}
          error={form.errors['inscritLe']}
        />
      </div>
      <TextInput label="Missions" maxLength={280} {...form.getInputProps('missions')} />
      <Checkbox.Group label="Contraintes" {...form.getInputProps('contraintes')}>
        <Group gap="md" mt={4}>
          {contraintesPoste.map((code) => (
            <Checkbox key={code} value={code} label={libellesContraintePoste[code]} />
          ))}
        </Group>
      </Checkbox.Group>
      <Checkbox label="Ouvert aux mineurs" {...form.getInputProps('ouvertAuxMineurs', { type: 'checkbox' })} />
      {poste !== undefined && (
        <div className={classes['grille']}>
          <NativeSelect
            label="Statut"
            data={statutsPoste.map((value) => ({ value, label: libellesStatutPoste[value] }))}
            value={form.values.statut}
            onChange={(e) => form.setFieldValue('statut', StatutPoste.parse(e.currentTarget.value))}
          />
          {form.values.statut !== statut && (
            <ChampDate
              label="À partir du"
              aujourdhui={aujourdhui()}
              value={form.values.statutLe}
              onChange={(texte) => form.setFieldValue('statutLe', texte)}
              error={form.errors['statutLe']}
            />
          )}
        </div>
      )}
      {poste !== undefined && poste.statuts.length > 0 && (
        <Text c="dimmed" size="sm">
          {poste.statuts.map((s) => `${libellesStatutPoste[s.statut]} le ${dateFrancaise(s.du)}`).join(' · ')}
        </Text>
      )}
      <Group gap="xs">
        <Button type="submit">Enregistrer le poste</Button>
        <Button variant="default" onClick={() => void oublier().then(onFini)}>
          Annuler
        </Button>
      </Group>
    </form>
  )
}
