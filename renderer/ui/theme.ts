import { createTheme, type CSSVariablesResolver, type MantineColorsTuple, rem } from '@mantine/core'

/** The one accent: deep blue-green. Shade 7 on white and white on shade 7 are above 7:1. */
const petrole: MantineColorsTuple = [
  '#eaf5f6',
  '#d3e8ea',
  '#a9d2d6',
  '#7cbac0',
  '#57a3aa',
  '#388c94',
  '#1f747c',
  '#0f5c64',
  '#0a4a51',
  '#06363b',
]

/** The one warning colour, a brick orange; shade 8 on white is above 5:1. */
const alerte: MantineColorsTuple = [
  '#fff3ec',
  '#fde2d3',
  '#f8c3a6',
  '#f2a277',
  '#ea8450',
  '#dd6a2f',
  '#bc5019',
  '#b04a17',
  '#9a3f12',
  '#6f2c0b',
]

/** Calm and dense: 14 px, 32 px controls, thin borders, no shadow but on what floats. */
export const theme = createTheme({
  primaryColor: 'petrole',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrole, alerte },
  autoContrast: true,
  black: '#1c2426',
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: rem(12), sm: rem(14), md: rem(14), lg: rem(16), xl: rem(18) },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.5', xl: '1.5' },
  spacing: { xs: rem(6), sm: rem(10), md: rem(14), lg: rem(20), xl: rem(28) },
  radius: { xs: rem(2), sm: rem(3), md: rem(4), lg: rem(6), xl: rem(8) },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '1.3' },
      h2: { fontSize: rem(16), lineHeight: '1.35' },
      h3: { fontSize: rem(14), lineHeight: '1.4' },
      h4: { fontSize: rem(14), lineHeight: '1.4' },
    },
  },
  respectReducedMotion: true,
  components: {
    Input: { vars: () => ({ wrapper: { '--input-height': rem(32), '--input-fz': rem(14) } }) },
    InputWrapper: {
      vars: () => ({ label: { '--input-label-size': rem(13) }, error: { '--input-error-size': rem(13) } }),
    },
    Button: {
      vars: (_theme: unknown, { size = 'sm' }: { readonly size?: string }) =>
        size === 'sm' ? { root: { '--button-height': rem(32), '--button-padding-x': rem(12) } } : { root: {} },
    },
    ActionIcon: { defaultProps: { variant: 'subtle' } },
    Select: { defaultProps: { nothingFoundMessage: 'Aucune réponse ne correspond', checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { nothingFoundMessage: 'Aucune réponse ne correspond', hidePickedOptions: true } },
    // A link among words is told by more than its colour.
    Anchor: { defaultProps: { underline: 'always' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    // Under a title, Mantine writes the message in a grey too light to be read.
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Fermer' } },
      styles: { description: { color: 'var(--mantine-color-text)' } },
    },
    // A dialog's <header> is not the banner of the page.
    Modal: {
      defaultProps: { closeButtonProps: { 'aria-label': 'Fermer' }, attributes: { header: { role: 'none' } } },
      styles: { title: { fontWeight: 600 } },
    },
  },
})

/** Mantine's secondary greys are too light for small text: these are all above 4.5:1. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#55636a',
    '--mantine-color-placeholder': '#66747b',
    '--mantine-color-error': '#9a3f12',
    '--mantine-color-default-border': '#b7c1c5',
    '--mantine-color-disabled-color': '#66747b',
    '--jalon-fond': '#f4f6f7',
    '--jalon-trait': '#d9e0e3',
    '--jalon-survol': '#edf3f4',
    '--jalon-choisi': '#dcecee',
    '--jalon-accent-texte': '#0f5c64',
    '--jalon-alerte-fond': '#fff3ec',
    '--jalon-alerte-texte': '#8a3810',
    '--jalon-alerte-trait': '#f2a277',
  },
  dark: {
    '--mantine-color-body': '#1d2224',
    '--mantine-color-text': '#dbe1e3',
    '--mantine-color-dimmed': '#a6b1b5',
    '--mantine-color-placeholder': '#96a2a7',
    '--mantine-color-error': '#f2a277',
    '--mantine-color-default': '#252b2e',
    '--mantine-color-default-hover': '#2d3437',
    '--mantine-color-default-border': '#525e63',
    '--mantine-color-disabled-color': '#96a2a7',
    '--mantine-color-anchor': '#7cbac0',
    '--jalon-fond': '#161a1c',
    '--jalon-trait': '#363f43',
    '--jalon-survol': '#262d30',
    '--jalon-choisi': '#1f3f43',
    '--jalon-accent-texte': '#8cc8ce',
    '--jalon-alerte-fond': '#3a2317',
    '--jalon-alerte-texte': '#f6b792',
    '--jalon-alerte-trait': '#9a3f12',
  },
})
