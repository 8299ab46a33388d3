import { Drawer, SegmentedControl, Stack } from '@mantine/core'
import { fermerAide, ouvrirAide, useAide } from '#app/aide.ts'
import { documents } from '#app/aide-documents.ts'
import { lireSections } from './guide.ts'
import { Guide } from './Guide.tsx'
import { Markdown } from './Markdown.tsx'

const sections = { guide: lireSections(documents.guide), nouveautes: lireSections(documents.nouveautes) }

/** The guide and the release notes, over any screen: the guide opens at `depart`, the chapter of the screen shown. */
export const PanneauAide = ({ depart }: { readonly depart: string }) => {
  const ouvert = useAide((s) => s.ouvert)
  return (
    <Drawer
      opened={ouvert !== null}
      onClose={fermerAide}
      position="right"
      size={620}
      title="Aide"
      closeButtonProps={{ 'aria-label': 'Fermer l’aide' }}
      attributes={{ header: { role: 'none' } }}
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label="Document"
          value={ouvert ?? 'guide'}
          onChange={(choisi) => ouvrirAide(choisi === 'nouveautes' ? 'nouveautes' : 'guide')}
          data={[
            { value: 'guide', label: 'Guide' },
            { value: 'nouveautes', label: 'Nouveautés' },
          ]}
        />
        {ouvert === 'nouveautes' ? <Nouveautes /> : <Guide sections={sections.guide} depart={depart} />}
      </Stack>
    </Drawer>
  )
}

const Nouveautes = () =>
  sections.nouveautes.map(({ ancre, titre, blocs }) => (
    <section key={ancre} aria-labelledby={`version-${ancre}`}>
      <h2 id={`version-${ancre}`}>{titre}</h2>
      <Markdown jetons={blocs} onAncre={() => undefined} />
    </section>
  ))
