import { ActionIcon, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { annoncer } from '#app/annoncer.tsx'
import { api } from '#app/api.ts'
import {
  type LigneBudget,
  natureDe,
  type NatureRubrique,
  rubriques,
  totalBudget,
} from '#shared/domaine/strategie/budget.ts'
import type { FicheLue } from '#shared/domaine/strategie/strategie.ts'
import { FormulaireLigne } from './FormulaireLigne.tsx'
import { afficherMontant } from './presenter.ts'
import { ecrireFiche } from './store.ts'
import classes from './strategie.module.css'

/** Planned and spent over the year, charges then products, as the compte rendu financier asks for them. */
export const Budget = ({ fiche, annee }: { readonly fiche: FicheLue; readonly annee: number }) => {
  const [ouverte, setOuverte] = useState<string | null>(null)
  const modifiee = fiche.budget.find((l) => l.id === ouverte)
  return (
    <Stack component="section" gap="xs" aria-labelledby="titre-budget">
      <Group justify="space-between">
        <Title order={3} id="titre-budget">
          Budget {annee}
        </Title>
        {ouverte === null && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOuverte(crypto.randomUUID())}
          >
            Ajouter une ligne
          </Button>
        )}
      </Group>
      {fiche.budget.length === 0 ? (
        ouverte === null && <Text c="dimmed">Aucune ligne pour {annee}.</Text>
      ) : (
        <table className={classes['budget']} aria-label={`Budget ${annee}`}>
          <thead>
            <tr>
              <th scope="col">Ligne</th>
              <th scope="col">Prévu</th>
              <th scope="col">Réalisé</th>
              <th scope="col">
                <span className="visuellement-cache">Actions</span>
              </th>
            </tr>
          </thead>
          {natures.map(({ nature, titre }) => (
            <Partie
              key={nature}
              titre={titre}
              lignes={fiche.budget.filter((l) => natureDe(l.rubrique) === nature)}
              onModifier={setOuverte}
            />
          ))}
        </table>
      )}
      {ouverte !== null && (
        <FormulaireLigne
          key={ouverte}
          id={ouverte}
          ficheId={fiche.id}
          annee={annee}
          {...(modifiee === undefined ? {} : { ligne: modifiee })}
          onFini={() => setOuverte(null)}
        />
      )}
    </Stack>
  )
}

const natures: readonly { readonly nature: NatureRubrique; readonly titre: string }[] = [
  { nature: 'charge', titre: 'Total des charges' },
  { nature: 'produit', titre: 'Total des produits' },
]

const Partie = (props: {
  readonly titre: string
  readonly lignes: readonly LigneBudget[]
  readonly onModifier: (id: string) => void
}) => {
  const { titre, lignes, onModifier } = props
  const total = totalBudget(lignes)
  if (lignes.length === 0) return null
  return (
    <tbody>
      {lignes.map((ligne) => (
        <tr key={ligne.id}>
          <th scope="row">{nomDe(ligne)}</th>
          <td>{afficherMontant(ligne.prevu)}</td>
          <td>{afficherMontant(ligne.realise)}</td>
          <td>
            <Group gap={0} wrap="nowrap">
              <ActionIcon
                size={24}
                color="gray"
                aria-label={`Modifier la ligne : ${nomDe(ligne)}`}
                onClick={() => onModifier(ligne.id)}
              >
                <IconPencil size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                size={24}
                color="gray"
                aria-label={`Retirer la ligne : ${nomDe(ligne)}`}
                onClick={() => void retirerLigne(ligne)}
              >
                <IconTrash size={14} aria-hidden />
              </ActionIcon>
            </Group>
          </td>
        </tr>
      ))}
      <tr data-total>
        <th scope="row">{titre}</th>
        <td>{afficherMontant(total.prevu)}</td>
        <td>{afficherMontant(total.realise)}</td>
        <td aria-hidden />
      </tr>
    </tbody>
  )
}

const nomDe = ({ rubrique, libelle, financeur }: LigneBudget): string =>
  [`${rubrique} ${rubriques.find((r) => r.code === rubrique)?.libelle ?? ''}`, libelle, financeur]
    .filter((partie) => partie !== '')
    .join(', ')

const retirerLigne = async (ligne: LigneBudget): Promise<void> => {
  if ((await ecrireFiche(api.strategie.supprimerLigne({ id: ligne.id }))) !== undefined) return
  annoncer('Ligne de budget retirée', { annule: 'C’est remis comme avant.' })
}
