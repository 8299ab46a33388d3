import { Anchor, Button, Group, Text, TextInput, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { annoncer } from '#app/annoncer.tsx'
import { api, essayer } from '#app/api.ts'
import { nomComplet, type PersonneResume } from '#shared/domaine/personne.ts'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import classes from './personnes.module.css'
import { changer, choisir, type FichePersonne } from './store.ts'

/** The household: who lives with her, and how they are linked. */
export const Foyer = ({ fiche }: { readonly fiche: FichePersonne }) => {
  const [ajoute, ajout] = useDisclosure(false)
  const { personne, foyer } = fiche
  return (
    <section aria-label="Foyer">
      <Group justify="space-between" mb={4}>
        <Title order={3}>Foyer</Title>
        <Group gap="xs">
          {foyer.length > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => void quitter(personne)}>
              Quitter ce foyer
            </Button>
          )}
          {!ajoute && (
            <Button variant="default" size="compact-sm" onClick={ajout.open}>
              Rattacher une personne
            </Button>
          )}
        </Group>
      </Group>
      {foyer.length === 0 && !ajoute && <Text c="dimmed">Aucune autre personne rattachée.</Text>}
      <ul className={classes['lignes']}>
        {foyer.map(({ personne: membre, lien }) => (
          <li key={membre.id}>
            <Anchor component="button" type="button" onClick={() => void choisir(membre.id)}>
              {nomComplet(membre)}
            </Anchor>{' '}
            <Text component="span" c="dimmed">
              {lien ?? ''}
            </Text>
          </li>
        ))}
      </ul>
      {ajoute && <Rattachement personne={personne} onFini={ajout.close} />}
    </section>
  )
}

const quitter = async (personne: PersonneResume): Promise<void> => {
  if (await changer(api.personnes.quitterFoyer({ personneId: personne.id })))
    annoncer(`${nomComplet(personne)} n’est plus de ce foyer`, { annule: 'Le foyer est remis comme avant' })
}

const Rattachement = (props: { readonly personne: PersonneResume; readonly onFini: () => void }) => {
  const [trouvees, setTrouvees] = useState<readonly PersonneResume[]>([])
  const [choisie, setChoisie] = useState<string | null>(null)
  const [lien, setLien] = useState('')
  const tour = useRef(0)
  const chercher = async (texte: string) => {
    const moi = ++tour.current
    if (texte.trim() === '') return
    const reponse = await essayer(api.personnes.chercher({ texte: texte.slice(0, 80), limite: 10 }))
    if (moi === tour.current && reponse.ok) setTrouvees(reponse.value.filter((p) => p.id !== props.personne.id))
  }
  const rattacher = async () => {
    if (choisie === null) return
    const fait = await changer(api.personnes.rattacherFoyer({ personneId: choisie, avecId: props.personne.id, lien }))
    if (fait) props.onFini()
  }
  const options = trouvees.map((p) => ({
    value: p.id,
    label: `${nomComplet(p)}${p.naissance === null ? '' : `, ${p.naissance.slice(0, 4)}`}`,
    mots: [p.nom, p.prenom, p.telephone ?? ''],
  }))
  return (
    <div className={classes['grille']}>
      <ChoixListe
        label="Personne"
        placeholder="Tapez son nom"
        options={options}
        value={choisie}
        onChange={setChoisie}
        onInput={(e) => void chercher(e.currentTarget.value)}
      />
      <TextInput
        label="Lien avec le foyer"
        placeholder="conjointe, fils…"
        maxLength={60}
        value={lien}
        onChange={(e) => setLien(e.currentTarget.value)}
      />
      <Group mt={22} gap="xs">
        <Button disabled={choisie === null} onClick={() => void rattacher()}>
          Rattacher
        </Button>
        <Button variant="default" onClick={props.onFini}>
          Annuler
        </Button>
      </Group>
    </div>
  )
}
