import { allerALAncre, PageImprimee } from '#ui/PageImprimee.tsx'
import { expliquerMasque } from './Pourquoi.tsx'

/** The page that will be printed, each of its masked cells ready to say why. */
export const ApercuImprime = ({ html, occupe }: { readonly html: string; readonly occupe: boolean }) => (
  <PageImprimee
    html={html}
    libelle="Aperçu du bilan, tel qu’il sera imprimé"
    occupe={occupe}
    completer={expliquerMasquees}
    auClic={repondre}
  />
)

/** Scrolls the preview to its table of that number, as the printed page counts them. */
export const allerAuTableau = (numero: number): void => allerALAncre(`tableau-${numero}`)

/** Scrolls the preview to what others published. */
export const allerAuContexte = (): void => allerALAncre('chiffres-contexte')

/**
 * On screen only: each « s » answers a click, and each table that holds one has a button for the keyboard. Every one of them
 * opens the same explanation.
 */
const expliquerMasquees = (corps: HTMLElement): void => {
  for (const tableau of corps.querySelectorAll('.tableau')) {
    const masquees = [...tableau.querySelectorAll<HTMLElement>('td:not(.texte)')].filter((c) => c.textContent === 's')
    if (masquees.length === 0) continue
    for (const masquee of masquees) masquee.dataset['masquee'] = ''
    const bouton = document.createElement('button')
    bouton.type = 'button'
    bouton.dataset['masquee'] = ''
    bouton.textContent = 'Pourquoi « s » ?'
    tableau.append(bouton)
  }
}

const repondre = (evenement: Event): boolean => {
  const masquee = evenement.composedPath().some((c) => c instanceof HTMLElement && c.dataset['masquee'] !== undefined)
  if (masquee) expliquerMasque()
  return masquee
}
