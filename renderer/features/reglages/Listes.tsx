import { NativeSelect, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useNomenclature, usePermis } from '#app/session.ts'
import { AjoutModalite } from './AjoutModalite.tsx'
import { FichierListe } from './FichierListe.tsx'
import { FusionsFaites } from './FusionsFaites.tsx'
import { lireNombres } from './listes.ts'
import { Reports } from './Reports.tsx'
import { TableModalites } from './TableModalites.tsx'

/** The closed lists of the form, to adapt to the post without ever breaking what was already counted. */
export const Listes = () => {
  const { listes } = useNomenclature()
  const [code, setCode] = useState(listes[0]?.code ?? '')
  const liste = listes.find((l) => l.code === code) ?? listes[0]
  const compte = usePermis()('listes.repartition')
  const montree = liste?.code
  useEffect(() => {
    if (compte && montree !== undefined) void lireNombres(montree)
  }, [compte, montree])
  if (liste === undefined) return null
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>Listes de réponses</Title>
        <Text c="dimmed" maw={620}>
          Renommez, ajoutez, rangez, fusionnez. Une réponse masquée n’est plus proposée mais reste comptée ; aucune
          n’est effacée, pour que les années s’additionnent.
        </Text>
      </div>
      <NativeSelect
        label="Liste"
        maw={320}
        value={liste.code}
        data={listes.map((l) => ({ value: l.code, label: l.libelle }))}
        onChange={(e) => setCode(e.currentTarget.value)}
      />
      <TableModalites key={liste.code} liste={liste} />
      <AjoutModalite key={`${liste.code}-ajout`} liste={liste} />
      <Reports liste={liste} />
      <FusionsFaites liste={liste} />
      <FichierListe liste={liste} />
    </Stack>
  )
}
