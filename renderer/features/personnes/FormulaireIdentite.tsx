import { Button, Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { annoncer } from '#app/annoncer.tsx'
import { ChampsReponses } from '#app/ChampsReponses.tsx'
import { aujourdhui } from '#app/dates.ts'
import { Ressemblances } from '#app/Ressemblances.tsx'
import type { PersonneResume } from '#shared/domaine/personne.ts'
import { prendreFocus } from '#ui/focus.ts'
import { ecrireDate, lireNaissance } from '#ui/lire-date.ts'
import classes from './personnes.module.css'
import { enregistrerIdentite } from './store.ts'

/** The identity, corrected in place. */
export const FormulaireIdentite = (props: {
  readonly personne: PersonneResume
  readonly onFini: () => void
  readonly onEnregistre?: () => void
  /** Somebody new: those she may already be are shown, and taken instead of her. */
  readonly onDejaConnue?: (personne: PersonneResume) => void
}) => {
  const { personne, onFini } = props
  const form = useForm({
    initialValues: {
      nom: personne.nom,
      prenom: personne.prenom,
      naissance: ecrireDate(personne.naissance),
      telephone: personne.telephone ?? '',
      commune: personne.commune ?? '',
      reponses: personne.reponses,
    },
    validate: {
      nom: (nom) => (nom.trim() === '' ? 'Le nom est attendu.' : null),
      naissance: (texte) =>
        texte.trim() !== '' && lireNaissance(texte, aujourdhui()) === undefined
          ? 'Attendu : jj/mm/aaaa, ou l’année seule.'
          : null,
    },
  })
  const enregistrer = async ({ nom, prenom, naissance, telephone, commune, reponses }: typeof form.values) => {
    const fait = await enregistrerIdentite({
      id: personne.id,
      anonyme: false,
      nom,
      prenom,
      naissance: lireNaissance(naissance, aujourdhui()) ?? null,
      telephone: ouNull(telephone),
      commune: ouNull(commune),
      reponses,
    })
    if (!fait) return
    annoncer('Fiche enregistrée')
    onFini()
    props.onEnregistre?.()
  }
  return (
    <form noValidate onSubmit={form.onSubmit((valeurs) => void enregistrer(valeurs))}>
      <div className={classes['grille']}>
        <TextInput label="Nom" withAsterisk maxLength={80} ref={prendreFocus} {...form.getInputProps('nom')} />
        <TextInput label="Prénom" maxLength={80} {...form.getInputProps('prenom')} />
        <TextInput
          label="Naissance"
          placeholder="jj/mm/aaaa ou aaaa"
          maxLength={20}
          {...form.getInputProps('naissance')}
        />
        <ChampsReponses
          porteur="personne"
          reponses={form.values.reponses}
          onChange={(reponses) => form.setFieldValue('reponses', reponses)}
        />
        <TextInput label="Téléphone" maxLength={30} inputMode="tel" {...form.getInputProps('telephone')} />
        <TextInput label="Commune" maxLength={80} {...form.getInputProps('commune')} />
      </div>
      {props.onDejaConnue !== undefined && (
        <Ressemblances
          id={personne.id}
          saisie={{
            ...form.values,
            naissance: lireNaissance(form.values.naissance, aujourdhui()) ?? null,
            telephone: ouNull(form.values.telephone),
            commune: ouNull(form.values.commune),
          }}
          onChoisir={props.onDejaConnue}
        />
      )}
      <Group justify="flex-end" mt="sm">
        <Button variant="default" onClick={onFini}>
          Annuler
        </Button>
        <Button type="submit">Enregistrer la fiche</Button>
      </Group>
    </form>
  )
}

const ouNull = (texte: string): string | null => (texte.trim() === '' ? null : texte)
