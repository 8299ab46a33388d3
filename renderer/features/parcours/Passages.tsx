import { Button, NativeSelect, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMemo } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { libellesQuartier, libellesTypeEtablissement, Quartier, quartiers } from '#shared/domaine/etablissements.ts'
import type { Parcours } from '#shared/domaine/parcours/parcours.ts'
import { libellesModeSortie, ModeSortie, modesSortie, type Passage } from '#shared/domaine/parcours/passage.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ecrireDate } from '#ui/lire-date.ts'
import { AjoutEtablissement } from './AjoutEtablissement.tsx'
import { champDe, Formulaire } from './Formulaire.tsx'
import classes from './parcours.module.css'
import { jourFacultatif, lireJour } from '#app/jours.ts'
import { nomEtablissement, periode } from './presenter.ts'
import { Rangee, Repli, useOuverture } from './Repli.tsx'
import { ecrire, useParcours } from './store.ts'
import { Volet } from './Volet.tsx'

/** Stays in établissements, latest first: a transfer ends one and is no release. */
export const Passages = ({ parcours: { suivi, passages } }: { readonly parcours: Parcours }) => {
  const etablissements = useParcours((s) => s.etablissements)
  return (
    <Volet
      titre="Passages en établissement"
      aide="Un transfert n’est pas une libération : notez-le comme sortie du premier, puis ajoutez le passage suivant."
      vide="Aucun passage noté. Ajoutez l’établissement où la personne est, ou était, détenue."
      lignes={passages
        .toSorted((a, b) => (b.entree ?? '').localeCompare(a.entree ?? ''))
        .map((p) => {
          const nom = nomEtablissement(etablissements, p.etablissement)
          return (
            <Rangee
              key={p.id}
              nom={nom}
              genre="passage"
              id={p.id}
              renderModifier={(fermer) => <FormulairePassage suiviId={suivi.id} passage={p} onFini={fermer} />}
            >
              <Text component="span" fw={600}>
                {nom}
              </Text>{' '}
              {p.quartier === null ? '' : `${libellesQuartier[p.quartier]} · `}
              {periode(p.entree, p.sortie)}
              {p.mode !== null && <Text c="dimmed">{libellesModeSortie[p.mode]}</Text>}
            </Rangee>
          )
        })}
    >
      <Repli libelle="Ajouter un passage">{(fermer) => <FormulairePassage suiviId={suivi.id} onFini={fermer} />}</Repli>
    </Volet>
  )
}

const FormulairePassage = (props: {
  readonly suiviId: string
  readonly passage?: Passage
  readonly onFini: () => void
}) => {
  const { suiviId, passage, onFini } = props
  const etablissements = useParcours((s) => s.etablissements)
  const { ouvert, ouvrir, fermer, bouton } = useOuverture()
  const options = useMemo(
    () =>
      etablissements
        .filter((e) => !e.masque || e.code === passage?.etablissement)
        .map((e) => ({
          value: e.code,
          label: nomEtablissement(etablissements, e.code),
          mots: [e.nom, `${e.type} ${e.nom}`, e.departement, `${libellesTypeEtablissement[e.type]} ${e.nom}`],
        })),
    [etablissements, passage],
  )
  const form = useForm({
    initialValues: {
      etablissement: passage?.etablissement ?? (null as string | null),
      quartier: passage?.quartier ?? '',
      entree: ecrireDate(passage?.entree ?? null),
      sortie: ecrireDate(passage?.sortie ?? null),
      mode: passage?.mode ?? (null as string | null),
    },
    validate: {
      etablissement: (e) => (e === null ? 'Choisissez l’établissement.' : null),
      entree: jourFacultatif,
      sortie: jourFacultatif,
      mode: (mode, { sortie }) => (mode === null && sortie.trim() !== '' ? 'Dites comment le passage a fini.' : null),
    },
  })
  const envoyer = async (v: typeof form.values) => {
    const [entree, sortie] = [lireJour(v.entree), lireJour(v.sortie)]
    if (v.etablissement === null || entree === undefined || sortie === undefined) return {}
    return ecrire(
      api.parcours.enregistrerPassage({
        id: passage?.id ?? crypto.randomUUID(),
        suiviId,
        etablissement: v.etablissement,
        quartier: v.quartier === '' ? null : Quartier.parse(v.quartier),
        entree,
        sortie,
        mode: v.mode === null ? null : ModeSortie.parse(v.mode),
      }),
    )
  }
  return (
    <>
      <Formulaire
        libelle={passage === undefined ? 'Nouveau passage' : 'Modifier le passage'}
        cible={passage?.id}
        form={form}
        envoyer={envoyer}
        onFini={onFini}
        actions={
          !ouvert && (
            <Button ref={bouton} variant="default" onClick={ouvrir}>
              Établissement absent de la liste…
            </Button>
          )
        }
      >
        <div className={classes['grille']}>
          <ChoixListe
            label="Établissement"
            placeholder="Nom, ou « MA Périgueux », « 24 »"
            options={options}
            withAsterisk
            {...champDe(form, 'etablissement')}
          />
          <NativeSelect label="Quartier" data={choixQuartiers} {...form.getInputProps('quartier')} />
          <ChampDate label="Entrée" aujourdhui={aujourdhui()} {...champDe(form, 'entree')} />
          <ChampDate
            label="Sortie"
            description="Vide tant que le passage dure."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            aujourdhui={aujourdhui()}
            {...champDe(form, 'sortie')}
          />
          <ChoixListe label="Mode de sortie" options={modes} {...champDe(form, 'mode')} />
        </div>
      </Formulaire>
      {ouvert && <AjoutEtablissement onAjoute={(code) => form.setFieldValue('etablissement', code)} onFini={fermer} />}
    </>
  )
}

const choixQuartiers = [
  { value: '', label: 'Non précisé' },
  ...quartiers.map((value) => ({ value, label: libellesQuartier[value] })),
]

const modes = modesSortie.map((value) => ({ value, label: libellesModeSortie[value] }))
