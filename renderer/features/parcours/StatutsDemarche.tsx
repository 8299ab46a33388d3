import { useForm } from '@mantine/form'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import {
  type Demarche,
  estTerminee,
  libellesStatutDemarche,
  StatutDemarche,
  statutsDemarche,
} from '#shared/domaine/parcours/demarche.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ecrireDate } from '#ui/lire-date.ts'
import { champDe, Formulaire } from './Formulaire.tsx'
import classes from './parcours.module.css'
import { jourAttendu, lireJour } from '#app/jours.ts'
import { Retirer } from './Repli.tsx'
import { ecrire, retirer } from './store.ts'

/** A change of status, on its day. */
export const NoterStatut = (props: {
  readonly demarche: Demarche
  readonly nom: string
  readonly onFini: () => void
}) => {
  const { demarche, nom, onFini } = props
  const form = useForm<{ statut: string | null; date: string }>({
    initialValues: { statut: null, date: ecrireDate(aujourdhui()) },
    validate: { statut: (s) => (s === null ? 'Choisissez le statut.' : null), date: jourAttendu },
  })
  const envoyer = async (v: typeof form.values) => {
    const statut = StatutDemarche.safeParse(v.statut)
    const date = lireJour(v.date)
    if (!statut.success || date == null) return {}
    return ecrire(
      api.parcours.noterStatutDemarche({
        id: crypto.randomUUID(),
        demarcheId: demarche.id,
        statut: statut.data,
        date,
      }),
    )
  }
  return (
    <Formulaire libelle={`Statut : ${nom}`} form={form} envoyer={envoyer} onFini={onFini}>
      <div className={classes['grille']}>
        <ChoixListe label="Nouveau statut" options={statuts} {...champDe(form, 'statut')} />
        <ChampDate label="Depuis le" aujourdhui={aujourdhui()} {...champDe(form, 'date')} />
      </div>
    </Formulaire>
  )
}

/** Its statuses, oldest first: how long each step took is read here. */
export const HistoriqueDemarche = ({ demarche: { ouverteLe, historique } }: { readonly demarche: Demarche }) => (
  <ol className={classes['historique']} aria-label="Statuts">
    <li>{dateFrancaise(ouverteLe)} : ouverte</li>
    {historique.map(({ id, statut, date }) => (
      <li key={id}>
        {dateFrancaise(date)} : {libellesStatutDemarche[statut].toLocaleLowerCase('fr')}
        <Retirer
          nom={`${libellesStatutDemarche[statut]} du ${dateFrancaise(date)}`}
          retirer={() => retirer('statut-demarche', id, `« ${libellesStatutDemarche[statut]} » retiré`)}
        />
      </li>
    ))}
  </ol>
)

const statuts = statutsDemarche.map((value) => ({
  value,
  label: libellesStatutDemarche[value],
  groupe: estTerminee(value) ? 'Terminée' : 'En cours',
}))
