import { Anchor, Button, List, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconList, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { chercher, type Section, sectionDe, type Trouvee } from './guide.ts'
import { Markdown } from './Markdown.tsx'

type Props = { readonly sections: readonly Section[]; readonly depart: string }

/** One chapter at a time, all of them in a list, or those that hold what is searched. */
export const Guide = ({ sections, depart }: Props) => {
  const [ancre, setAncre] = useState<string | null>(depart)
  const [texte, setTexte] = useState('')
  const aller = (ou: string | null) => {
    setTexte('')
    setAncre(ou)
  }
  const section = ancre === null ? undefined : sectionDe(sections, ancre)
  const trouvees = chercher(sections, texte)
  return (
    <Stack gap="sm">
      <TextInput
        label="Chercher dans le guide"
        data-autofocus
        leftSection={<IconSearch size={16} aria-hidden />}
        value={texte}
        onChange={(e) => setTexte(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key === 'Enter' && trouvees[0] !== undefined) aller(trouvees[0].section.ancre)
        }}
      />
      {texte.trim() !== '' && <Resultats trouvees={trouvees} onAller={aller} />}
      {texte.trim() === '' && section === undefined && <Sommaire sections={sections} onAller={aller} />}
      {texte.trim() === '' && section !== undefined && (
        <>
          <Button
            variant="default"
            w="fit-content"
            leftSection={<IconList size={16} aria-hidden />}
            onClick={() => aller(null)}
          >
            Sommaire
          </Button>
          <Chapitre key={ancre} section={section} ancre={ancre ?? ''} onAller={aller} />
        </>
      )}
    </Stack>
  )
}

type Aller = (ancre: string) => void

const Chapitre = ({ section, ancre, onAller }: { section: Section; ancre: string; onAller: Aller }) => {
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    if (ancre !== section.ancre) article.current?.querySelector(`#${CSS.escape(`aide-${ancre}`)}`)?.scrollIntoView()
  }, [ancre, section])
  return (
    <article ref={article} aria-labelledby="aide-chapitre">
      <Title order={2} id="aide-chapitre">
        {section.titre}
      </Title>
      <Stack gap="xs">
        <Markdown jetons={section.blocs} onAncre={onAller} />
      </Stack>
    </article>
  )
}

const Sommaire = ({ sections, onAller }: { sections: readonly Section[]; onAller: Aller }) => (
  <nav aria-label="Chapitres du guide">
    <List listStyleType="none" spacing={4}>
      {sections.map(({ ancre, titre }) => (
        <List.Item key={ancre}>
          <Anchor component="button" type="button" onClick={() => onAller(ancre)}>
            {titre}
          </Anchor>
        </List.Item>
      ))}
    </List>
  </nav>
)

const Resultats = ({ trouvees, onAller }: { trouvees: readonly Trouvee[]; onAller: Aller }) => (
  <section aria-label="Chapitres trouvés" aria-live="polite">
    {trouvees.length === 0 && <Text c="dimmed">Rien dans le guide. Essayez un mot plus court.</Text>}
    <List listStyleType="none" spacing="sm">
      {trouvees.map(({ section, extrait }) => (
        <List.Item key={section.ancre}>
          <Anchor component="button" type="button" onClick={() => onAller(section.ancre)}>
            {section.titre}
          </Anchor>
          <Text size="sm" c="dimmed">
            {extrait}
          </Text>
        </List.Item>
      ))}
    </List>
  </section>
)
