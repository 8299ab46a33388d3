import { Button, Group, NativeSelect, Paper, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { aujourdhui } from '#app/dates.ts'
import { useReprise } from '#app/reprise.ts'
import { type VisaArchives, VisaArchives as Visa } from '#shared/domaine/conservation/regle.ts'
import { type CodeDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ecrireDate, lireDate } from '#ui/lire-date.ts'
import { noterVisa, useConservation } from './conservation.ts'

/** The archives agreed: for which job, to the destruction of what came to its term by which day, under which reference. */
export const FormulaireVisa = ({ onFini }: { readonly onFini: () => void }) => {
  const regles = useConservation((s) => s.lue?.regles) ?? []
  const premier: CodeDispositif = regles.find((r) => r.visa)?.dispositif ?? regles[0]?.dispositif ?? 'isc'
  const form = useForm({
    initialValues: {
      dispositif: premier,
      obtenuLe: ecrireDate(aujourdhui()),
      jusquAu: ecrireDate(aujourdhui()),
      reference: '',
    },
    validate: {
      obtenuLe: (texte) => (passe(texte) === undefined ? 'Attendu : jj/mm/aaaa, aujourd’hui ou avant.' : null),
      jusquAu: (texte, { obtenuLe }) => {
        const [jour, obtenu] = [passe(texte), passe(obtenuLe)]
        return jour === undefined || (obtenu !== undefined && jour > obtenu) ? 'Au plus tard le jour du visa.' : null
      },
      reference: (reference) => (reference.trim() === '' ? 'Le numéro du bordereau d’élimination.' : null),
    },
  })
  const { oublier } = useReprise('conservation visa', form)
  const enregistrer = async (v: typeof form.values) => {
    const visa: VisaArchives = Visa.parse({
      id: crypto.randomUUID(),
      dispositif: v.dispositif,
      obtenuLe: passe(v.obtenuLe),
      jusquAu: passe(v.jusquAu),
      reference: v.reference,
    })
    if (await noterVisa(visa)) await oublier().then(onFini)
  }
  return (
    <Paper withBorder p="md" maw={820}>
      <form noValidate onSubmit={form.onSubmit((v) => void enregistrer(v))}>
        <Group align="flex-start">
          <NativeSelect
            label="Métier"
            data={regles.map((r) => ({ value: r.dispositif, label: dispositifs[r.dispositif].libelleCourt }))}
            {...form.getInputProps('dispositif')}
          />
          <ChampDate
            label="Visa du"
            aujourdhui={aujourdhui()}
            value={form.values.obtenuLe}
            onChange={(texte) => form.setFieldValue('obtenuLe', texte)}
            error={form.errors['obtenuLe']}
          />
          <ChampDate
            label="Pour ce qui est à terme au"
            aujourdhui={aujourdhui()}
            value={form.values.jusquAu}
            onChange={(texte) => form.setFieldValue('jusquAu', texte)}
            error={form.errors['jusquAu']}
          />
          <TextInput label="Référence" maxLength={120} {...form.getInputProps('reference')} />
        </Group>
        <Group mt="md">
          <Button type="submit">Noter le visa</Button>
          <Button variant="subtle" color="gray" onClick={() => void oublier().then(onFini)}>
            Abandonner
          </Button>
        </Group>
      </form>
    </Paper>
  )
}

const passe = (texte: string): string | undefined => {
  const jour = lireDate(texte, aujourdhui())
  return jour === undefined || jour > aujourdhui() ? undefined : jour
}
