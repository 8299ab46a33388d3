import { NativeSelect, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { type Contrat, libellesTypeContrat, TypeContrat, typesContrat } from '#shared/domaine/parcours/contrat.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ecrireDate } from '#ui/lire-date.ts'
import { champDe, Formulaire } from './Formulaire.tsx'
import classes from './parcours.module.css'
import { jourAttendu, jourFacultatif, lireJour } from '#app/jours.ts'
import { periode } from './presenter.ts'
import { Rangee, Repli } from './Repli.tsx'
import { ecrire } from './store.ts'
import { Volet } from './Volet.tsx'

/** Contracts of a young person with the mission locale. */
export const Contrats = ({ parcours: { suivi, contrats } }: { readonly parcours: Parcours }) => (
  <Volet
    titre="Contrats"
    vide="Aucun contrat noté."
    lignes={contrats.map((c) => (
      <Rangee
        key={c.id}
        nom={libellesTypeContrat[c.type]}
        genre="contrat"
        id={c.id}
        renderModifier={(fermer) => <FormulaireContrat suiviId={suivi.id} contrat={c} onFini={fermer} />}
      >
        <Text component="span" fw={600}>
          {libellesTypeContrat[c.type]}
        </Text>{' '}
        {periode(c.du, c.au)}
      </Rangee>
    ))}
  >
    <Repli libelle="Ajouter un contrat">{(fermer) => <FormulaireContrat suiviId={suivi.id} onFini={fermer} />}</Repli>
  </Volet>
)

const FormulaireContrat = (props: {
  readonly suiviId: string
  readonly contrat?: Contrat
  readonly onFini: () => void
}) => {
  const { suiviId, contrat, onFini } = props
  const form = useForm({
    initialValues: {
      type: contrat?.type ?? typesContrat[0],
      du: ecrireDate(contrat?.du ?? aujourdhui()),
      au: ecrireDate(contrat?.au ?? null),
    },
    validate: { du: jourAttendu, au: jourFacultatif },
  })
  const envoyer = async (v: typeof form.values) => {
    const [du, au] = [lireJour(v.du), lireJour(v.au)]
    if (du == null || au === undefined) return {}
    const id = contrat?.id ?? crypto.randomUUID()
    return ecrire(api.parcours.enregistrerContrat({ id, suiviId, type: TypeContrat.parse(v.type), du, au }))
  }
  return (
    <Formulaire libelle="Contrat" cible={contrat?.id} form={form} envoyer={envoyer} onFini={onFini}>
      <div className={classes['grille']}>
        <NativeSelect label="Contrat" data={types} {...form.getInputProps('type')} />
        <ChampDate label="Du" aujourdhui={aujourdhui()} {...champDe(form, 'du')} />
        <ChampDate label="Au" aujourdhui={aujourdhui()} {...champDe(form, 'au')} />
      </div>
    </Formulaire>
  )
}

const types = typesContrat.map((value) => ({ value, label: libellesTypeContrat[value] }))
