import { NativeSelect, Stack, Textarea, Title } from '@mantine/core'
import { useNomenclature } from '#app/session.ts'
import { trouverListe } from '#shared/domaine/nomenclature.ts'
import type { AnneeFiche } from '#shared/domaine/strategie/fiche.ts'
import type { FicheLue } from '#shared/domaine/strategie/strategie.ts'
import { noterAnnee } from './store.ts'
import { useSaisie } from './useSaisie.ts'

/** Where the fiche stands this year, and what is told of it. Each text is written when it is left. */
export const AnneeDeLaFiche = ({ fiche: { annee } }: { readonly fiche: FicheLue }) => {
  const nomenclature = useNomenclature()
  const statuts = trouverListe(nomenclature, 'statut-fiche')
    .modalites.filter((m) => m.masquee !== true || m.code === annee.statut)
    .map((m) => ({ value: m.code, label: m.libelle }))
  return (
    <Stack component="section" gap="xs" aria-labelledby="titre-annee">
      <Title order={3} id="titre-annee">
        Année {annee.annee}
      </Title>
      <NativeSelect
        label="Statut"
        w={220}
        data={statuts}
        value={annee.statut}
        onChange={(e) => void noterAnnee({ statut: e.currentTarget.value })}
      />
      {textes.map(({ champ, libelle, aide }) => (
        <Texte key={champ} annee={annee} champ={champ} libelle={libelle} aide={aide} />
      ))}
    </Stack>
  )
}

type Texte = 'avancement' | 'difficultes' | 'suites'

const textes: readonly { readonly champ: Texte; readonly libelle: string; readonly aide: string }[] = [
  { champ: 'avancement', libelle: 'Avancement', aide: 'Ce qui a été fait. Aucun nom de personne.' },
  { champ: 'difficultes', libelle: 'Difficultés', aide: 'Ce qui a manqué : moyens, délais, partenaires.' },
  { champ: 'suites', libelle: 'Suites', aide: 'Ce qui vient l’année suivante.' },
]

const Texte = (props: {
  readonly annee: AnneeFiche
  readonly champ: Texte
  readonly libelle: string
  readonly aide: string
}) => {
  const { annee, champ, libelle, aide } = props
  const { texte, erreur, taper, valider } = useSaisie(annee[champ], (tape) => noterAnnee({ [champ]: tape }))
  return (
    <Textarea
      label={libelle}
      description={aide}
      autosize
      minRows={1}
      maxRows={10}
      maxLength={4000}
      value={texte}
      error={erreur}
      onChange={(e) => taper(e.currentTarget.value)}
      onBlur={() => void valider()}
    />
  )
}
