import { Button, Checkbox, Group, NativeSelect, NumberInput, Paper, SimpleGrid, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useReprise } from '#app/reprise.ts'
import { decideurs, MOIS_MAX, type Regle, RegleChoisie } from '#shared/domaine/conservation/regle.ts'
import { choisirRegle, reprendreRegle } from './conservation.ts'

type Props = { readonly regle: Regle; readonly onFini: () => void }

/** Another duration for one job: what it is taken from, and who decided. */
export const FormulaireRegle = ({ regle, onFini }: Props) => {
  const form = useForm({
    initialValues: {
      mois: regle.mois,
      effacer: regle.sort === 'effacement',
      visa: regle.visa,
      source: regle.choisie === null ? '' : regle.source,
      par: regle.choisie?.par ?? '',
    },
    validate: {
      mois: (mois) => (mois >= 1 && mois <= MOIS_MAX ? null : `Entre 1 et ${MOIS_MAX} mois.`),
      source: (source) =>
        source.trim().length < 10 ? 'Dites d’où vient cette durée : texte, délibération, avis du délégué.' : null,
      par: (par) => (par === '' ? 'Dites qui en a décidé.' : null),
    },
  })
  const { oublier } = useReprise(`conservation ${regle.dispositif}`, form)
  const enregistrer = async ({ effacer, ...reste }: typeof form.values) => {
    const sort = effacer ? 'effacement' : 'anonymisation'
    const choisie = RegleChoisie.parse({ ...reste, sort, dispositif: regle.dispositif })
    if (await choisirRegle(choisie)) await oublier().then(onFini)
  }
  const revenir = async () => {
    if (await reprendreRegle(regle.dispositif)) await oublier().then(onFini)
  }
  return (
    <Paper withBorder p="md" mt="xs">
      <form noValidate onSubmit={form.onSubmit((valeurs) => void enregistrer(valeurs))}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NumberInput
            label="Durée, en mois"
            description={regle.fixe ? 'Fixée par son texte.' : `Jalon propose ${regle.declaree.mois} mois.`}
            disabled={regle.fixe}
            min={1}
            max={MOIS_MAX}
            allowDecimal={false}
            {...form.getInputProps('mois')}
            onChange={(valeur) => form.setFieldValue('mois', Number(valeur))}
          />
          <NativeSelect
            label="Décidée par"
            description=" "
            data={[{ value: '', label: '' }, ...Object.entries(decideurs).map(([value, label]) => ({ value, label }))]}
            {...form.getInputProps('par')}
          />
        </SimpleGrid>
        <TextInput
          mt="sm"
          label="Source de cette durée"
          description="Paraît dans le registre et l’analyse d’impact."
          maxLength={300}
          {...form.getInputProps('source')}
        />
        {regle.declaree.sort === 'anonymisation' && (
          <Checkbox
            mt="sm"
            label="Effacer au terme, au lieu d’anonymiser"
            {...form.getInputProps('effacer', { type: 'checkbox' })}
          />
        )}
        <Checkbox
          mt="sm"
          label="Attendre le visa des archives publiques avant toute destruction"
          {...form.getInputProps('visa', { type: 'checkbox' })}
        />
        <Group mt="md">
          <Button type="submit">Enregistrer</Button>
          {regle.choisie !== null && (
            <Button variant="default" onClick={() => void revenir()}>
              Revenir à la durée proposée
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={() => void oublier().then(onFini)}>
            Abandonner
          </Button>
        </Group>
      </form>
    </Paper>
  )
}
