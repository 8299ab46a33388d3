import { api, appeler, essayer, reussir } from '#app/api.ts'
import { createPages } from '#app/pages.ts'
import { createFeatureStore } from '#app/stores.ts'
import type { PaireDeFiches } from '#shared/domaine/doublon.ts'
import type { PersonneASaisir, PersonneResume } from '#shared/domaine/personne.ts'
import type { Reply } from '#shared/ipc/call.ts'
import type { TriTable } from '#ui/TableVirtuelle.tsx'

/** A person's file, as the service answers it. */
export type FichePersonne = NonNullable<Awaited<ReturnType<typeof lireFiche>>>

type EtatPersonnes = {
  readonly texte: string
  readonly tri: TriTable
  readonly total: number | null
  readonly lignes: ReadonlyMap<number, PersonneResume>
  readonly fiche: FichePersonne | null
  readonly doublons: { readonly total: number; readonly paires: readonly PaireDeFiches[] }
}

export const usePersonnes = createFeatureStore<EtatPersonnes>(() => ({
  texte: '',
  tri: { colonne: 'dernierEntretien', sens: 'desc' },
  total: null,
  lignes: new Map(),
  fiche: null,
  doublons: { total: 0, paires: [] },
}))

export const ouvrirPersonnes = async (id: string | undefined): Promise<void> => {
  usePersonnes.setState({ fiche: null })
  await Promise.all([relire(), lireDoublons(), id === undefined ? undefined : choisir(id)])
}

export const chercher = (texte: string): Promise<void> => {
  usePersonnes.setState({ texte })
  return relire()
}

export const trier = (tri: TriTable): Promise<void> => {
  usePersonnes.setState({ tri })
  return relire()
}

export const choisir = async (id: string): Promise<void> => {
  const fiche = await lireFiche(id)
  if (fiche !== undefined) usePersonnes.setState({ fiche })
}

/** After a merge or its undoing: the list and the pairs that are left. */
export const relireTout = async (): Promise<void> => {
  await Promise.all([relire(), lireDoublons()])
}

/** After something was written or undone elsewhere: the list, and the file shown if it is still there. */
export const relirePage = async (): Promise<void> => {
  await relireTout()
  const { fiche } = usePersonnes.getState()
  if (fiche === null) return
  const lue = await essayer(api.personnes.lire({ id: fiche.personne.id }))
  usePersonnes.setState({ fiche: lue.ok ? lue.value : null })
}

export const fermerFiche = (): void => usePersonnes.setState({ fiche: null })

/** Runs a command on the person shown, then reads again what it may have changed. */
export const changer = async (commande: Promise<Reply<unknown>>): Promise<boolean> => {
  const fait = await reussir(commande)
  const { fiche } = usePersonnes.getState()
  if (fait && fiche !== null) await Promise.all([choisir(fiche.personne.id), relire()])
  return fait
}

export const enregistrerIdentite = (personne: PersonneASaisir): Promise<boolean> =>
  changer(api.personnes.enregistrer(personne))

const lireFiche = (id: string) => appeler(api.personnes.lire({ id }))

const pages = createPages(
  (debut, taille) => {
    const { texte, tri } = usePersonnes.getState()
    return appeler(api.personnes.lister({ texte, tri, page: { debut, taille } }))
  },
  (suite) => usePersonnes.setState(({ lignes }) => suite(lignes)),
)
const { relire } = pages
export const { demander } = pages

const lireDoublons = async (): Promise<void> => {
  const doublons = await appeler(api.personnes.doublons())
  if (doublons !== undefined) usePersonnes.setState({ doublons })
}
