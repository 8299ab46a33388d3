import type { Erreur } from '#shared/erreurs/erreur.ts'
import { ChampSecret } from '#ui/ChampSecret.tsx'

type Champ = Pick<React.ComponentProps<typeof ChampSecret>, 'value' | 'onChange' | 'error'>

/** A passphrase chosen by whoever will use it, typed twice. */
export const ChampsPhrase = ({ phrase, encore }: { readonly phrase: Champ; readonly encore: Champ }) => (
  <>
    <ChampSecret
      label="Sa phrase de passe"
      description="Douze caractères au moins ; quatre ou cinq mots sans rapport entre eux."
      autoComplete="new-password"
      {...phrase}
    />
    <ChampSecret label="Sa phrase de passe, une seconde fois" autoComplete="new-password" {...encore} />
  </>
)

export const validerPhrases = ({ phrase, encore }: { readonly phrase: string; readonly encore: string }) => ({
  phrase: Array.from(phrase.trim()).length < 12 ? 'Douze caractères au moins.' : null,
  encore: encore === phrase ? null : 'Les deux phrases ne sont pas identiques.',
})

/** Refusals that speak of the passphrase typed. */
export const estDeLaPhrase = ({ code }: Erreur): boolean => code === 'phrase-trop-faible' || code === 'phrase-refusee'
