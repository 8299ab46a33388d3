import { NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Etablissement, libellesTypeEtablissement, typesEtablissement } from '#shared/domaine/etablissements.ts'
import { Formulaire } from './Formulaire.tsx'
import classes from './parcours.module.css'
import { ajouterEtablissement } from './store.ts'

/** An établissement that the list of Jalon lacks; the whole post may then choose it. */
export const AjoutEtablissement = (props: {
  readonly onAjoute: (code: string) => void
  readonly onFini: () => void
}) => {
  const form = useForm({
    initialValues: { nom: '', type: 'cp', departement: '' },
    validate: {
      nom: (nom) => (nom.trim() === '' ? 'Le nom est nécessaire.' : null),
      departement: (d) =>
        Etablissement.shape.departement.safeParse(d.trim().toUpperCase()).success
          ? null
          : 'Attendu : le numéro, « 24 », « 2A » ou « 974 ».',
    },
  })
  const envoyer = async ({ nom, type, departement }: typeof form.values) => {
    const code = crypto.randomUUID()
    const lu = Etablissement.parse({ code, nom, type, departement: departement.trim().toUpperCase(), masque: false })
    const erreurs = await ajouterEtablissement(lu)
    if (erreurs === undefined) props.onAjoute(code)
    return erreurs
  }
  return (
    <Formulaire
      libelle="Nouvel établissement"
      form={form}
      envoyer={envoyer}
      onFini={props.onFini}
      bouton="Ajouter à la liste"
    >
      <div className={classes['grille']}>
        <TextInput label="Nom de l’établissement" maxLength={120} withAsterisk {...form.getInputProps('nom')} />
        <NativeSelect label="Type" data={types} {...form.getInputProps('type')} />
        <TextInput label="Département" maxLength={3} withAsterisk {...form.getInputProps('departement')} />
      </div>
    </Formulaire>
  )
}

const types = typesEtablissement.map((value) => ({ value, label: libellesTypeEtablissement[value] }))
