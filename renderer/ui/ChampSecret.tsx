import { PasswordInput, type PasswordInputProps } from '@mantine/core'

/** A secret to type. Mantine paints a refused one without telling it to who cannot see the colour. */
export const ChampSecret = (props: PasswordInputProps) => (
  <PasswordInput aria-invalid={Boolean(props.error)} {...props} />
)
