import { Group, NativeSelect, Stack, Text, Textarea, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { heure } from '#app/dates.ts'
import type { SecteurDessine } from '#shared/domaine/observatoire/carte.ts'
import type { Retour } from '#shared/domaine/observatoire/signalement.ts'
import { attendRelecture, Avertissement } from './Avertissement.tsx'
import { anneesOffertes } from './presenter.ts'
import { ecrireRetour, lireRetours, useMediation } from './store-mediation.ts'
import { useObservatoire } from './store.ts'

/** What the inhabitants of each sector say of a year, written as it is left. */
export const Retours = ({ secteurs }: { readonly secteurs: readonly SecteurDessine[] }) => {
  const retours = useMediation((s) => s.retours)
  const annee = useObservatoire((s) => s.annee)
  useEffect(() => void lireRetours(annee), [annee])
  const montres = secteurs.filter((s) => s.actif || retours?.some((r) => r.secteurId === s.id) === true)
  return (
    <Stack gap="sm">
      <Group justify="space-between" wrap="nowrap">
        <Title order={2}>Retour des habitants</Title>
        <NativeSelect
          aria-label="Année des retours"
          value={String(annee)}
          data={[...anneesOffertes()]}
          onChange={(e) => useObservatoire.setState({ annee: Number(e.currentTarget.value), mois: '' })}
        />
      </Group>
      {retours !== null &&
        montres.map(({ id, nom }) => (
          <TexteRetour
            key={`${id} ${annee}`}
            nom={nom}
            retour={retours.find((r) => r.secteurId === id) ?? { secteurId: id, annee, texte: '', texteRelu: false }}
          />
        ))}
    </Stack>
  )
}

const TexteRetour = ({ nom, retour }: { readonly nom: string; readonly retour: Retour }) => {
  const [{ texte, texteRelu }, setSaisie] = useState(retour)
  const [ecrit, setEcrit] = useState(retour)
  const [quand, setQuand] = useState('')
  const attend = attendRelecture(texte, texteRelu)
  const ecrire = async (suite: Retour) => {
    if (suite.texte === ecrit.texte && suite.texteRelu === ecrit.texteRelu) return
    if (attendRelecture(suite.texte, suite.texteRelu) || !(await ecrireRetour(suite))) return
    setEcrit(suite)
    setQuand(`Enregistré à ${heure(new Date())}`)
  }
  return (
    <div>
      <Textarea
        label={nom}
        placeholder="Ce qui a changé, ce qui reste"
        autosize
        minRows={2}
        maxLength={2000}
        value={texte}
        onChange={(e) => setSaisie({ ...retour, texte: e.currentTarget.value, texteRelu: false })}
        onBlur={() => void ecrire({ ...retour, texte, texteRelu })}
      />
      <Avertissement
        texte={texte}
        relu={texteRelu}
        onRelire={(relu) => {
          setSaisie({ ...retour, texte, texteRelu: relu })
          void ecrire({ ...retour, texte, texteRelu: relu })
        }}
      />
      <Text component="output" size="xs" c="dimmed">
        {attend ? 'Pas encore enregistré : à relire.' : quand}
      </Text>
    </div>
  )
}
