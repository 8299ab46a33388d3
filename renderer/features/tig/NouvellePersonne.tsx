import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api, reussir } from '#app/api.ts'
import { ChampsReponses } from '#app/ChampsReponses.tsx'
import { aujourdhui } from '#app/dates.ts'
import { nomComplet } from '#shared/domaine/personne.ts'
import type { Reponses } from '#shared/domaine/reponses.ts'
import { majuscule } from '#shared/utils/texte.ts'
import { prendreFocus } from '#ui/focus.ts'
import { lireNaissance } from '#ui/lire-date.ts'
import { ouNull } from './presenter.ts'
import classes from './tig.module.css'

/** The identity that the document at the end needs; nothing else is asked of the person. */
export const NouvellePersonne = (props: {
  readonly saisi: string
  readonly onCreee: (qui: { readonly id: string; readonly libelle: string; readonly naissance: string | null }) => void
}) => {
  const [nom = '', ...prenoms] = props.saisi.trim().split(/\s+/u)
  const form = useForm({
    initialValues: { nom, prenom: majuscule(prenoms.join(' ')), naissance: '', telephone: '', reponses: SANS_REPONSE },
    validate: {
      nom: (texte) => (texte.trim() === '' ? 'Le nom est nécessaire.' : null),
      naissance: (texte) =>
        texte.trim() !== '' && lireNaissance(texte, aujourdhui()) === undefined
          ? 'Attendu : jj/mm/aaaa, ou l’année seule.'
          : null,
    },
  })
  const creer = async (v: typeof form.values) => {
    const id = crypto.randomUUID()
    const naissance = lireNaissance(v.naissance, aujourdhui()) ?? null
    const telephone = ouNull(v.telephone)
    const personne = { id, nom: v.nom.trim(), prenom: v.prenom.trim(), naissance, telephone, reponses: v.reponses }
    if (!(await reussir(api.personnes.enregistrer({ ...personne, anonyme: false, commune: null })))) return
    props.onCreee({ id, libelle: nomComplet({ anonyme: false, ...personne }), naissance })
  }
  return (
    <form
      noValidate
      aria-label="Nouvelle personne"
      className={classes['formulaire']}
      onSubmit={form.onSubmit((valeurs) => void creer(valeurs))}
    >
      <div className={classes['grille']}>
        <TextInput label="Nom" maxLength={80} ref={prendreFocus} {...form.getInputProps('nom')} />
        <TextInput label="Prénom" maxLength={80} {...form.getInputProps('prenom')} />
        <TextInput label="Naissance" placeholder="jj/mm/aaaa" maxLength={20} {...form.getInputProps('naissance')} />
        <TextInput label="Téléphone" maxLength={30} inputMode="tel" {...form.getInputProps('telephone')} />
        <ChampsReponses
          porteur="personne"
          reponses={form.values.reponses}
          onChange={(reponses) => form.setFieldValue('reponses', reponses)}
        />
      </div>
      <Button type="submit" w="fit-content">
        Continuer
      </Button>
    </form>
  )
}

const SANS_REPONSE: Reponses = {}
