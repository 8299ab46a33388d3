import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useMemo } from 'react'
import { annoncer } from '#app/annoncer.tsx'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ecrireDate, lireDate } from '#ui/lire-date.ts'
import { declarerNecessite, lireNecessite, useNecessite } from './necessite.ts'

/** The statement without which no statut pénal and no mesure is noted under the dispositif shown. */
export const Necessite = () => {
  const nomenclature = useNomenclature()
  const { necessite: declaration, enregistre } = useNecessite()
  useEffect(() => void lireNecessite(), [])
  if (declaration === undefined) return null
  return (
    <Stack component="section" maw={620}>
      <Title order={2}>Cadre pénal</Title>
      <Text>
        Statut pénal et mesures en cours ne peuvent être notés que si le poste en a <strong>strictement besoin</strong>{' '}
        pour accompagner (art. 46 de la loi du 6 janvier 1978). Cette nécessité se déclare une fois par métier ; ici :{' '}
        {nomenclature.libelle}. Jamais d’infraction, de jugement ni de numéro d’écrou.
      </Text>
      {declaration === null ? (
        <Declarer />
      ) : (
        <Group justify="space-between">
          <Text>
            Déclarée le <strong>{dateFrancaise(declaration.declareeLe)}</strong> par :{' '}
            {libelleDe(nomenclature, 'fonction', declaration.par)}.
          </Text>
          <Button variant="default" onClick={() => void retirer()}>
            Retirer la déclaration
          </Button>
        </Group>
      )}
      <Text size="sm" c="dimmed">
        Retirée, elle n’efface rien : ce qui est noté reste, plus rien ne s’ajoute.
      </Text>
      <Text component="output" size="xs" c="dimmed">
        {enregistre}
      </Text>
    </Stack>
  )
}

const retirer = async (): Promise<void> => {
  if (!(await declarerNecessite(null))) return
  annoncer('Déclaration retirée', { annule: 'Déclaration remise' })
}

const Declarer = () => {
  const nomenclature = useNomenclature()
  const fonctions = useMemo(() => optionsDe(nomenclature, 'fonction'), [nomenclature])
  const form = useForm({
    initialValues: { declareeLe: ecrireDate(aujourdhui()), par: null as string | null },
    validate: {
      declareeLe: (texte) => {
        const jour = lireDate(texte, aujourdhui())
        return jour === undefined || jour > aujourdhui() ? 'Attendu : jj/mm/aaaa, aujourd’hui ou avant.' : null
      },
      par: (par) => (par === null ? 'Dites qui en a décidé.' : null),
    },
  })
  const { declareeLe, par } = form.values
  const enregistrer = async () => {
    const jour = lireDate(declareeLe, aujourdhui())
    if (jour !== undefined && par !== null) await declarerNecessite({ declareeLe: jour, par })
  }
  return (
    <form noValidate onSubmit={form.onSubmit(() => void enregistrer())}>
      <Group align="flex-start">
        <ChampDate
          label="Déclarée le"
          aujourdhui={aujourdhui()}
          value={declareeLe}
          onChange={(texte) => form.setFieldValue('declareeLe', texte)}
          error={form.errors['declareeLe']}
        />
        <ChoixListe
          label="Décidée par (fonction)"
          options={fonctions}
          value={par}
          onChange={(code) => form.setFieldValue('par', code)}
          error={form.errors['par']}
        />
        <Button type="submit" mt={22}>
          Déclarer la nécessité
        </Button>
      </Group>
    </form>
  )
}
