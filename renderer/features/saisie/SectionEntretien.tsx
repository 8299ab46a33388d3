import { Button, Group, Text, Textarea, TextInput } from '@mantine/core'
import { ChampsReponses } from '#app/ChampsReponses.tsx'
import { aujourdhui } from '#app/dates.ts'
import { marquer } from '#app/reponses.ts'
import { NOTE_MAX } from '#shared/domaine/entretien.ts'
import { libellesDeconseil, motsDeconseilles } from '#shared/domaine/mots-deconseilles.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import classes from './saisie.module.css'
import { Section } from './Section.tsx'
import { modifier, useSaisie } from './store.ts'
import { toucher } from './suivi-du-formulaire.ts'

/** When, how, how long, what was done, and a memory aid. */
export const SectionEntretien = () => {
  const formulaire = useSaisie((s) => s.formulaire)
  const erreurs = useSaisie((s) => s.erreurs)
  if (formulaire === null) return null
  const { date, heure, duree, note, reponses, repris, precedent } = formulaire
  const garde = (champ: string) => marquer(repris.includes(champ), undefined)['data-repris']
  return (
    <Section titre="Entretien">
      <div className={classes['grille']}>
        <ChampDate
          label="Date"
          aujourdhui={aujourdhui()}
          value={date}
          data-repris={garde('date')}
          onChange={(suite) =>
            modifier((f) => ({ date: suite, repris: f.repris.filter((c) => suite === f.date || c !== 'date') }))
          }
          error={erreurs['date']}
          withAsterisk
        />
        <TextInput
          label="Heure"
          placeholder="14:30"
          maxLength={5}
          autoComplete="off"
          value={heure}
          data-repris={garde('heure')}
          onChange={(e) => {
            const suite = e.currentTarget.value
            modifier((f) => ({ heure: suite, repris: f.repris.filter((c) => c !== 'heure') }))
          }}
          onBlur={() => {
            const complete = completerHeure(heure)
            if (complete !== heure) modifier(() => ({ heure: complete }))
          }}
          error={erreurs['heure']}
        />
        <div>
          <TextInput
            label="Durée (minutes)"
            inputMode="numeric"
            maxLength={4}
            autoComplete="off"
            value={duree}
            onChange={(e) => {
              const suite = e.currentTarget.value.replaceAll(/\D/g, '')
              modifier(() => ({ duree: suite }))
            }}
            error={erreurs['dureeMinutes']}
          />
          <Group gap={4} mt={4}>
            {durees.map((minutes) => (
              <Button
                key={minutes}
                size="compact-xs"
                variant={duree === minutes ? 'light' : 'default'}
                tabIndex={-1}
                aria-pressed={duree === minutes}
                aria-label={`${minutes} minutes`}
                onClick={() => modifier(() => ({ duree: minutes }))}
              >
                {minutes}
              </Button>
            ))}
          </Group>
        </div>
        <ChampsReponses
          porteur="entretien"
          reponses={reponses}
          repris={repris}
          avant={precedent?.reponses}
          onChange={(suite) => modifier((f) => ({ reponses: suite, ...toucher(f, f.reponses, suite) }))}
        />
      </div>
      <Textarea
        mt="sm"
        label="Note"
        description="Un aide-mémoire factuel, sans jugement, que la personne peut demander à lire. N’y recopiez ni procès-verbal ni casier, aucun détail de santé, d’opinion ou de religion : ce texte n’entre dans aucun bilan."
        autosize
        minRows={2}
        maxRows={10}
        maxLength={NOTE_MAX}
        value={note}
        onChange={(e) => {
          const suite = e.currentTarget.value
          modifier(() => ({ note: suite }))
        }}
        error={erreurs['note']}
      />
      <Text size="xs" c="dimmed" ta="right">
        {note.length} / {NOTE_MAX}
      </Text>
      <Deconseils note={note} />
    </Section>
  )
}

/** Says, without stopping anything, which words of the note should not be kept. */
const Deconseils = ({ note }: { readonly note: string }) => {
  const mots = motsDeconseilles(note)
  return (
    <output>
      {mots.map(({ mot, raison }) => (
        <Text key={mot} span display="block" size="sm" c="var(--jalon-alerte-texte)">
          « {mot} » : {libellesDeconseil[raison]}. Écrivez plutôt ce dont la personne a besoin.
        </Text>
      ))}
    </output>
  )
}

const durees = ['15', '30', '45', '60'] as const

/** « 9 » → « 09:00 », « 930 » → « 09:30 », « 14h5 » → « 14:05 »; anything else stays as typed. */
const completerHeure = (texte: string): string => {
  const lu = /^(\d{1,2})(?:[h:.]?(\d{2})?|[h:.](\d))$/i.exec(texte.trim())
  if (lu === null) return texte
  const [, h = '', mm, m] = lu
  return `${h.padStart(2, '0')}:${mm ?? (m ?? '0').padStart(2, '0')}`
}
