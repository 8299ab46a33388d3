import { type Manque, regles } from '#shared/domaine/strategie/valider.ts'
import classes from './strategie.module.css'

/** What a fiche lacks, in words. */
export const Manques = ({ manques }: { readonly manques: readonly Manque[] }) =>
  regles
    .filter((r) => manques.includes(r.code))
    .map((r) => (
      <span key={r.code} className={classes['manque']}>
        {r.libelle}
      </span>
    ))
