import { Anchor, Button, Group, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { api, essayer } from '#app/api.ts'
import { nomComplet, type PersonneResume } from '#shared/domaine/personne.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { prendreFocus } from '#ui/focus.ts'
import { FormulaireAccueil } from './FormulaireAccueil.tsx'
import { NouvellePersonne } from './NouvellePersonne.tsx'
import classes from './tig.module.css'

type Qui = { readonly id: string; readonly libelle: string; readonly naissance: string | null }

/** Who comes: searched first, among everybody the coffre knows, and created only when nobody is found. */
export const NouvelAccueil = ({ onFini }: { readonly onFini: () => void }) => {
  const [qui, setQui] = useState<Qui>()
  const [saisi, setSaisi] = useState('')
  const [trouvees, setTrouvees] = useState<readonly PersonneResume[] | null>(null)
  const [cree, setCree] = useState(false)
  const derniere = useRef(0)
  const chercher = useDebouncedCallback(async (texte: string) => {
    const tour = ++derniere.current
    const reponse = await essayer(api.personnes.chercher({ texte, limite: 8 }))
    if (tour === derniere.current) setTrouvees(reponse.ok ? reponse.value : [])
  }, 120)
  if (qui !== undefined)
    return (
      <div className={classes['fiche']}>
        <Title order={2}>Nouvel accueil : {qui.libelle}</Title>
        <FormulaireAccueil personneId={qui.id} naissance={qui.naissance} accueil={null} onFini={onFini} />
      </div>
    )
  return (
    <div className={classes['fiche']}>
      <Title order={2}>Nouvel accueil</Title>
      <TextInput
        ref={prendreFocus}
        label="Personne accueillie"
        placeholder="Nom, prénom, téléphone…"
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        value={saisi}
        onChange={(e) => {
          setSaisi(e.currentTarget.value)
          setCree(false)
          if (e.currentTarget.value.trim() === '') setTrouvees(null)
          else chercher(e.currentTarget.value)
        }}
      />
      {trouvees !== null && !cree && (
        <>
          <ul className={classes['trouvees']} aria-label="Personnes trouvées">
            {trouvees.map((p) => (
              <li key={p.id}>
                <Anchor
                  component="button"
                  type="button"
                  onClick={() => setQui({ id: p.id, libelle: nomComplet(p), naissance: p.naissance })}
                >
                  {nomComplet(p)}
                </Anchor>{' '}
                <Text component="span" c="dimmed">
                  {p.naissance === null ? '' : `né(e) ${dateFrancaise(p.naissance)}`}
                </Text>
              </li>
            ))}
          </ul>
          {trouvees.length === 0 && <Text c="dimmed">Personne ne correspond.</Text>}
          <Group gap="xs">
            <Button variant="default" onClick={() => setCree(true)}>
              Créer « {saisi.trim()} »
            </Button>
          </Group>
        </>
      )}
      {cree && <NouvellePersonne saisi={saisi} onCreee={setQui} />}
      <Group>
        <Button variant="subtle" color="gray" onClick={onFini}>
          Fermer
        </Button>
      </Group>
    </div>
  )
}
