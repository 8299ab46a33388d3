import { Anchor, Code, List, Table, Text, Title } from '@mantine/core'
import type { Token, Tokens } from 'marked'
import { Fragment, type ReactNode } from 'react'
import { ancreDe, enTexte } from './guide.ts'

type Props = { readonly jetons: readonly Token[]; readonly onAncre: (ancre: string) => void }

/**
 * Tokens of Markdown as elements: no HTML is ever made of a text, nothing is fetched, and only links inside the document
 * can be followed. Pictures show screens that the reader has before him: they are left out.
 */
export const Markdown = ({ jetons, onAncre }: Props): ReactNode =>
  // oxlint-disable-next-line react/no-array-index-key -- the tokens of a document never change: their rank is their key
  jetons.map((jeton, rang) => <Fragment key={rang}>{dessiner(jeton, onAncre)}</Fragment>)

const dessiner = (jeton: Token, onAncre: Props['onAncre']): ReactNode => {
  const dedans = (
    <Markdown jetons={jeton.type !== 'table' && 'tokens' in jeton ? (jeton.tokens ?? []) : []} onAncre={onAncre} />
  )
  switch (jeton.type) {
    case 'heading':
      return (
        <Title order={jeton['depth'] > 3 ? 4 : 3} id={`aide-${ancreDe(enTexte([jeton]))}`} mt="sm" tabIndex={-1}>
          {dedans}
        </Title>
      )
    case 'paragraph':
      return (jeton.tokens ?? []).every((t) => t.type === 'image') ? null : <Text>{dedans}</Text>
    case 'list':
      return <Liste liste={jeton as Tokens.List} onAncre={onAncre} />
    case 'table':
      return <Tableau tableau={jeton as Tokens.Table} onAncre={onAncre} />
    case 'strong':
      return <strong>{dedans}</strong>
    case 'em':
      return <em>{dedans}</em>
    case 'codespan':
      return <Code>{jeton['text']}</Code>
    case 'code':
      return <Code block>{jeton['text']}</Code>
    case 'link':
      return <Lien lien={jeton as Tokens.Link} onAncre={onAncre} />
    case 'image':
    case 'space':
    case 'html':
      return null
    case 'br':
      return <br />
    default:
      return 'tokens' in jeton && jeton.tokens !== undefined ? dedans : 'text' in jeton ? String(jeton.text) : null
  }
}

const Liste = ({ liste, onAncre }: { readonly liste: Tokens.List; readonly onAncre: Props['onAncre'] }) => (
  <List type={liste.ordered ? 'ordered' : 'unordered'} spacing={4} withPadding>
    {liste.items.map((item) => (
      <List.Item key={item.raw}>
        <Markdown jetons={item.tokens} onAncre={onAncre} />
      </List.Item>
    ))}
  </List>
)

const Tableau = ({ tableau, onAncre }: { readonly tableau: Tokens.Table; readonly onAncre: Props['onAncre'] }) => (
  <Table.ScrollContainer minWidth={360} type="native" tabIndex={0}>
    <Table verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          {tableau.header.map((c) => (
            <Table.Th key={c.text} scope="col">
              <Markdown jetons={c.tokens} onAncre={onAncre} />
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {tableau.rows.map((ligne) => (
          <Table.Tr key={ligne.map((c) => c.text).join('|')}>
            {ligne.map((c) => (
              <Table.Td key={c.text}>
                <Markdown jetons={c.tokens} onAncre={onAncre} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
)

const Lien = ({ lien, onAncre }: { readonly lien: Tokens.Link; readonly onAncre: Props['onAncre'] }) => {
  const texte = <Markdown jetons={lien.tokens} onAncre={onAncre} />
  if (!lien.href.startsWith('#')) return texte
  return (
    <Anchor component="button" type="button" inherit onClick={() => onAncre(decodeURIComponent(lien.href.slice(1)))}>
      {texte}
    </Anchor>
  )
}
