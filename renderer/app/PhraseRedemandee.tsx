import { ChampSecret } from '#ui/ChampSecret.tsx'

type Props = {
  readonly phrase: string
  readonly changer: (phrase: string) => void
  /** Why the last one was refused. */
  readonly refus: string | undefined
}

/** The passphrase, typed again before names leave the coffre in clear (DP-15). */
export const PhraseRedemandee = ({ phrase, changer, refus, ...reste }: Props) => (
  <ChampSecret
    label="Votre phrase de passe"
    description="Redemandée ici, même coffre ouvert."
    autoComplete="off"
    maxLength={1000}
    maw={360}
    w="100%"
    value={phrase}
    onChange={(e) => changer(e.currentTarget.value)}
    error={refus}
    {...reste}
  />
)
