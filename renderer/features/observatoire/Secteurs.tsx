import { ActionIcon, Button, Group, Radio, Text, TextInput, Title } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconPlus, IconTrash } from '@tabler/icons-react'
import { type SubmitEvent, useState } from 'react'
import type { SecteurDessine } from '#shared/domaine/observatoire/carte.ts'
import { normaliser } from '#shared/utils/texte.ts'
import { Quadrillage } from './Quadrillage.tsx'
import { enregistrerSecteur, supprimerSecteur } from './store.ts'
import classes from './observatoire.module.css'

/** The sectors of the town: their names, and where each stands on the squared sheet. */
export const Secteurs = ({ secteurs }: { readonly secteurs: readonly SecteurDessine[] }) => {
  const [enMain, setEnMain] = useState<string | null>(null)
  const actifs = secteurs.filter((s) => s.actif)
  const choisi = actifs.find((s) => s.id === enMain) ?? actifs[0]
  return (
    <div className={classes['cote-a-cote']} data-inverse>
      <section aria-label="Noms des secteurs">
        <Ajout secteurs={secteurs} onAjouter={setEnMain} />
        <Radio.Group
          mt="sm"
          label="Secteur à peindre"
          value={choisi?.id ?? null}
          onChange={setEnMain}
          className={classes['secteurs'] ?? ''}
        >
          {secteurs.map((secteur, rang) => (
            <LigneSecteur key={secteur.id} secteur={secteur} rang={rang} />
          ))}
        </Radio.Group>
      </section>
      <section aria-label="Carte des secteurs">
        <Title order={2}>Carte</Title>
        <Text c="dimmed" mb="xs">
          Un croquis : chaque carreau est à un secteur au plus. Cliquez ou glissez pour peindre, recommencez pour
          effacer. Au clavier : flèches pour se déplacer, Espace pour peindre, Maj et flèches pour peindre en avançant.
        </Text>
        <Quadrillage secteurs={secteurs} choisi={choisi} />
      </section>
    </div>
  )
}

const Ajout = (props: { readonly secteurs: readonly SecteurDessine[]; readonly onAjouter: (id: string) => void }) => {
  const [nom, setNom] = useState('')
  const pris = props.secteurs.some((s) => normaliser(s.nom) === normaliser(nom))
  const ajouter = async (event: SubmitEvent) => {
    event.preventDefault()
    const id = crypto.randomUUID()
    if (nom.trim() === '' || pris || !(await enregistrerSecteur({ id, nom: nom.trim(), actif: true }))) return
    setNom('')
    props.onAjouter(id)
  }
  return (
    <form onSubmit={(e) => void ajouter(e)} noValidate>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <TextInput
          flex={1}
          label="Nouveau secteur"
          placeholder="Quartier, ensemble, village…"
          maxLength={60}
          autoComplete="off"
          value={nom}
          error={nom.trim() !== '' && pris ? 'Ce secteur existe déjà.' : null}
          onChange={(e) => setNom(e.currentTarget.value)}
        />
        <Button type="submit" mt={21} variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
          Ajouter
        </Button>
      </Group>
    </form>
  )
}

/** One sector: chosen to be painted, renamed in place, taken out of the lists once it no longer serves. */
const LigneSecteur = ({ secteur, rang }: { readonly secteur: SecteurDessine; readonly rang: number }) => {
  const { id, nom, actif } = secteur
  const [texte, setTexte] = useState(nom)
  const renommer = async () => {
    const propre = texte.trim()
    if (propre === nom) return
    if (propre === '' || !(await enregistrerSecteur({ id, nom: propre, actif }))) setTexte(nom)
  }
  return (
    <Group gap={6} wrap="nowrap">
      <Radio value={id} disabled={!actif} aria-label={`Peindre ${nom}`} />
      <span className={classes['numero']} data-teinte={rang % 6} aria-hidden>
        {rang + 1}
      </span>
      <TextInput
        flex={1}
        variant="unstyled"
        aria-label={`Nom du secteur ${nom}`}
        maxLength={60}
        value={texte}
        onChange={(e) => setTexte(e.currentTarget.value)}
        onBlur={() => void renommer()}
      />
      {!actif && (
        <Text size="sm" c="dimmed">
          ne sert plus
        </Text>
      )}
      <ActionIcon
        color="gray"
        aria-label={actif ? `Ne plus proposer ${nom}` : `Proposer à nouveau ${nom}`}
        onClick={() => void enregistrerSecteur({ id, nom, actif: !actif })}
      >
        {actif ? <IconArchive size={16} aria-hidden /> : <IconArchiveOff size={16} aria-hidden />}
      </ActionIcon>
      <ActionIcon color="gray" aria-label={`Effacer ${nom}`} onClick={() => void supprimerSecteur(id)}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
