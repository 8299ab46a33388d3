import { IconEyeOff, IconShieldCheck } from '@tabler/icons-react'
import type { Nature } from '../routes.tsx'
import classes from './cadre.module.css'

/** Says what the screen holds, so that names and publishable figures are never taken for each other. */
export const Bandeau = ({ nature }: { readonly nature: Nature }) => {
  if (nature === 'neutre') return null
  const Icone = nature === 'nominatif' ? IconEyeOff : IconShieldCheck
  return (
    <aside className={classes['bandeau']} data-nature={nature} aria-label="Nature des données">
      <Icone size={14} aria-hidden />
      {nature === 'nominatif' ? 'Données nominatives' : 'Publiable : aucun nom sur cet écran'}
    </aside>
  )
}
