import { Button, Checkbox, Group, NativeSelect, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Etablissement, libellesTypeEtablissement, typesEtablissement } from '#shared/domaine/etablissements.ts'
import { normaliser } from '#shared/utils/texte.ts'
import { enregistrerEtablissement, lireEtablissements, useEtablissements } from './etablissements.ts'

/** Where people are detained: the list that Jalon knows, corrected and completed by the post. */
export const Etablissements = () => {
  const etablissements = useEtablissements((s) => s.etablissements)
  const [texte, setTexte] = useState('')
  useEffect(() => void lireEtablissements(), [])
  if (etablissements === null) return null
  const cherche = normaliser(texte)
  const trouves = etablissements.filter(
    (e) => cherche === '' || e.departement === texte.trim().toUpperCase() || normaliser(e.nom).includes(cherche),
  )
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>Établissements pénitentiaires</Title>
        <Text c="dimmed" maw={620}>
          Corrigez un nom, masquez ceux où vous n’allez jamais, ajoutez celui qui manque. Un établissement masqué n’est
          plus proposé ; les séjours déjà notés le gardent.
        </Text>
      </div>
      <TextInput
        label="Chercher un nom, ou un département"
        maw={320}
        value={texte}
        onChange={(e) => setTexte(e.currentTarget.value)}
      />
      <output>
        {trouves.length} établissements sur {etablissements.length}
      </output>
      {cherche !== '' && trouves.length > 0 && <Lignes trouves={trouves} />}
      <Ajout />
    </Stack>
  )
}

const Lignes = ({ trouves }: { readonly trouves: readonly Etablissement[] }) => (
  <Table.ScrollContainer minWidth={560} type="native">
    <Table verticalSpacing={4} maw={820}>
      <caption className="visuellement-cache">Établissements trouvés</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Nom</Table.Th>
          <Table.Th scope="col">Type</Table.Th>
          <Table.Th scope="col">Département</Table.Th>
          <Table.Th scope="col">Proposé</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {trouves.map((etablissement) => (
          <Ligne key={etablissement.code} etablissement={etablissement} />
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
)

const Ligne = ({ etablissement }: { readonly etablissement: Etablissement }) => {
  const { nom, type, departement, masque } = etablissement
  const [texte, setTexte] = useState(nom)
  const changer = (changement: Partial<Etablissement>) =>
    void enregistrerEtablissement({ ...etablissement, ...changement })
  const quitter = () => {
    const propre = texte.trim()
    if (propre === '') setTexte(nom)
    else if (propre !== nom) changer({ nom: propre })
  }
  return (
    <Table.Tr>
      <Table.Td>
        <TextInput
          aria-label={`Nom de « ${nom} »`}
          value={texte}
          maxLength={120}
          onChange={(e) => setTexte(e.currentTarget.value)}
          onBlur={quitter}
        />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={`Type de « ${nom} »`}
          value={type}
          data={types}
          onChange={(e) => changer({ type: Etablissement.shape.type.parse(e.currentTarget.value) })}
        />
      </Table.Td>
      <Table.Td>{departement}</Table.Td>
      <Table.Td>
        <Checkbox
          aria-label={`Proposer « ${nom} »`}
          checked={!masque}
          onChange={(e) => changer({ masque: !e.currentTarget.checked })}
        />
      </Table.Td>
    </Table.Tr>
  )
}

/** One that the list of Jalon lacks. */
const Ajout = () => {
  const [nom, setNom] = useState('')
  const [type, setType] = useState<Etablissement['type']>('cp')
  const [departement, setDepartement] = useState('')
  const lu = Etablissement.omit({ code: true }).safeParse({
    nom,
    type,
    departement: departement.trim().toUpperCase(),
    masque: false,
  })
  const ajouter = async (event: React.SubmitEvent) => {
    event.preventDefault()
    if (!lu.success || !(await enregistrerEtablissement({ code: crypto.randomUUID(), ...lu.data }))) return
    setNom('')
    setDepartement('')
  }
  return (
    <form onSubmit={(event) => void ajouter(event)} aria-label="Nouvel établissement">
      <Group align="flex-end">
        <TextInput label="Nom" w={260} maxLength={120} value={nom} onChange={(e) => setNom(e.currentTarget.value)} />
        <NativeSelect
          label="Type"
          data={types}
          value={type}
          onChange={(e) => setType(Etablissement.shape.type.parse(e.currentTarget.value))}
        />
        <TextInput
          label="Département"
          w={120}
          maxLength={3}
          placeholder="24, 2A, 974"
          value={departement}
          onChange={(e) => setDepartement(e.currentTarget.value)}
        />
        <Button type="submit" variant="default" leftSection={<IconPlus size={16} aria-hidden />} disabled={!lu.success}>
          Ajouter à la liste
        </Button>
      </Group>
    </form>
  )
}

const types = typesEtablissement.map((value) => ({ value, label: libellesTypeEtablissement[value] }))
