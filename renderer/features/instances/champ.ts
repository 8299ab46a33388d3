import type { UseFormReturnType } from '@mantine/form'

/** What a field of `ui/` takes of a form: its value as it is, never absent. */
export const champDe = <V extends Readonly<Record<string, unknown>>, K extends keyof V & string>(
  form: UseFormReturnType<V>,
  champ: K,
) => ({
  value: form.values[champ],
  onChange: (valeur: V[K]) => form.setFieldValue(champ, valeur as never),
  error: form.errors[champ],
})
