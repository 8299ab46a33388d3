import { Button, Group, Modal, Radio, Stack, Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { api, appeler } from '#app/api.ts'
import { enMots } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { enPhrase, type PaireDeFiches } from '#shared/domaine/doublon.ts'
import { type ChampFusion, differences } from '#shared/domaine/fusion.ts'
import type { Nomenclature } from '#shared/domaine/nomenclature.ts'
import { nomComplet } from '#shared/domaine/personne.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { fusionner } from './fusion.ts'
import type { FichePersonne } from './store.ts'

type Cote = 'gauche' | 'droite'
type Ligne = { readonly champ: ChampFusion; readonly libelle: string; readonly plein: Cote } & {
  readonly [C in Cote]: string
}

/** Two files side by side: for each thing they say otherwise, which one is right; then they are one. */
export const FusionDialogue = ({ paire, onFini }: { readonly paire: PaireDeFiches; readonly onFini: () => void }) => {
  const nomenclature = useNomenclature()
  const fiches = useFiches(paire)
  const [choix, setChoix] = useState<ReadonlyMap<ChampFusion, Cote>>(new Map())
  const [enCours, setEnCours] = useState(false)
  const lignes = fiches === null ? [] : lignesDe(fiches, nomenclature)
  const coteDe = ({ champ, plein }: Ligne): Cote => choix.get(champ) ?? plein
  const valider = async () => {
    setEnCours(true)
    const deLAutre = lignes.filter((l) => coteDe(l) === 'droite').map((l) => l.champ)
    if (await fusionner(paire.gauche.id, paire.droite.id, deLAutre)) return onFini()
    setEnCours(false)
  }
  return (
    <Modal opened onClose={onFini} title="Fusionner deux fiches" size="xl">
      {fiches !== null && (
        <form
          onSubmit={(e) => {
            e.preventDefault()
            void valider()
          }}
        >
          <Stack gap="md">
            <Text>{enPhrase(paire, paire.gauche, paire.droite)}.</Text>
            {lignes.length === 0 ? (
              <Text>Les deux fiches disent la même chose.</Text>
            ) : (
              <Comparaison
                lignes={lignes}
                coteDe={coteDe}
                onChoisir={(champ, cote) => setChoix(new Map(choix).set(champ, cote))}
              />
            )}
            <Text c="dimmed">
              Entretiens, suivis, orientations, échéances et parcours des deux fiches seront réunis :{' '}
              {compter(fiches.gauche)} et {compter(fiches.droite)} dans ce métier. La fusion pourra être défaite depuis
              la fiche. Un bilan déjà publié ne change pas.
            </Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={onFini}>
                Annuler
              </Button>
              <Button type="submit" data-autofocus={lignes.length === 0 || undefined} loading={enCours}>
                Fusionner
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}

const Comparaison = (props: {
  readonly lignes: readonly Ligne[]
  readonly coteDe: (ligne: Ligne) => Cote
  readonly onChoisir: (champ: ChampFusion, cote: Cote) => void
}) => (
  <Table>
    <caption className="visuellement-cache">Ce que les deux fiches disent autrement, et ce qui est gardé</caption>
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">Question</Table.Th>
        <Table.Th scope="col">Fiche gardée</Table.Th>
        <Table.Th scope="col">Autre fiche</Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {props.lignes.map((ligne) => (
        <Table.Tr key={ligne.champ}>
          <Table.Th scope="row">{ligne.libelle}</Table.Th>
          {cotes.map((cote) => (
            <Table.Td key={cote}>
              <Radio
                name={ligne.champ}
                label={ligne[cote] === '' ? 'non renseigné' : ligne[cote]}
                aria-label={`${ligne.libelle} : ${ligne[cote] === '' ? 'non renseigné' : ligne[cote]}`}
                checked={props.coteDe(ligne) === cote}
                onChange={() => props.onChoisir(ligne.champ, cote)}
              />
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
)

const cotes = ['gauche', 'droite'] as const

const useFiches = (paire: PaireDeFiches): Readonly<Record<Cote, FichePersonne>> | null => {
  const [fiches, setFiches] = useState<Readonly<Record<Cote, FichePersonne>> | null>(null)
  useEffect(() => {
    let actuelle = true
    const lire = async () => {
      const [gauche, droite] = await Promise.all([
        appeler(api.personnes.lire({ id: paire.gauche.id })),
        appeler(api.personnes.lire({ id: paire.droite.id })),
      ])
      if (actuelle && gauche !== undefined && droite !== undefined) setFiches({ gauche, droite })
    }
    void lire()
    return () => {
      actuelle = false
    }
  }, [paire])
  return fiches
}

const lignesDe = (
  { gauche, droite }: Readonly<Record<Cote, FichePersonne>>,
  nomenclature: Nomenclature,
): readonly Ligne[] => {
  const identite = differences(gauche.personne, droite.personne).map(({ champ, plein }): Ligne => {
    const question = nomenclature.champs.find((c) => `reponses.${c.code}` === champ)
    const dire = ({ personne }: FichePersonne): string =>
      question === undefined
        ? ecrire(champ, personne)
        : enMots(nomenclature, question, personne.reponses[question.code])
    return {
      champ,
      plein,
      libelle: question?.libelle ?? libelles[champ] ?? 'Réponse d’un autre métier',
      gauche: dire(gauche),
      droite: dire(droite),
    }
  })
  const foyers = { gauche: foyerDe(gauche), droite: foyerDe(droite) }
  if (foyers.gauche === foyers.droite || foyers.gauche === '' || foyers.droite === '') return identite
  return [...identite, { champ: 'foyer', libelle: 'Foyer', plein: 'gauche', ...foyers }]
}

const ecrire = (champ: string, { nom, prenom, naissance, telephone, commune, reponses }: FichePersonne['personne']) => {
  const valeurs: Readonly<Record<string, string | null>> = { nom, prenom, telephone, commune }
  if (champ === 'naissance') return naissance === null ? '' : dateFrancaise(naissance)
  const reponse = reponses[champ.slice('reponses.'.length)]
  return Object.hasOwn(valeurs, champ) ? (valeurs[champ] ?? '') : reponse === undefined ? '' : 'une réponse'
}

const libelles: Readonly<Record<string, string>> = {
  nom: 'Nom',
  prenom: 'Prénom',
  naissance: 'Naissance',
  telephone: 'Téléphone',
  commune: 'Commune',
}

const foyerDe = ({ foyer }: FichePersonne): string => foyer.map((m) => nomComplet(m.personne)).join(', ')

const compter = ({ entretiens }: FichePersonne): string =>
  `${entretiens.length} entretien${entretiens.length > 1 ? 's' : ''}`
