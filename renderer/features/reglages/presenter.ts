import type { Liste, Modalite, MotSuivi } from '#shared/domaine/dispositif.ts'
import type { ApercuListe } from '#shared/domaine/liste-csv.ts'
import type { ModaliteModifiee } from './store.ts'

export const versModification = (liste: string, modalite: Modalite, rang: number): ModaliteModifiee => ({
  liste,
  code: modalite.code,
  libelle: modalite.libelle,
  masquee: modalite.masquee ?? false,
  ordre: rang,
  groupe: modalite.groupe ?? null,
})

/** Exchanges an answer with its neighbour. Both ranks are written: together they stay a permutation. */
export const deplacer = (liste: Liste, rang: number, pas: -1 | 1): readonly ModaliteModifiee[] => {
  const modalite = liste.modalites[rang]
  const voisine = liste.modalites[rang + pas]
  if (modalite === undefined || voisine === undefined) return []
  return [versModification(liste.code, modalite, rang + pas), versModification(liste.code, voisine, rang)]
}

type Effet = { readonly entretiens: number; readonly suivis: number; readonly partenaires: number }

/** « 34 entretiens, 12 situations changeront » */
export const effetEnMots = ({ entretiens, suivis, partenaires }: Effet, mot: MotSuivi): string => {
  const morceaux = [
    enNombre(entretiens, 'entretien', 'entretiens'),
    enNombre(suivis, mot.singulier, mot.pluriel),
    enNombre(partenaires, 'partenaire', 'partenaires'),
  ].filter((m) => m !== '')
  return `${morceaux.join(', ')} ${entretiens + suivis + partenaires > 1 ? 'changeront' : 'changera'}`
}

const enNombre = (n: number, singulier: string, pluriel: string): string =>
  n === 0 ? '' : `${n} ${n > 1 ? pluriel : singulier}`

/** Answers given, added up in the groups of the list; those of no group apart, when there are some. */
export const parGroupe = (liste: Liste, nombres: ReadonlyMap<string, number>) => {
  const somme = (groupe: string | undefined) =>
    liste.modalites
      .filter((m) => (liste.groupes?.some((g) => g.code === m.groupe) === true ? m.groupe : undefined) === groupe)
      .reduce((total, m) => total + (nombres.get(m.code) ?? 0), 0)
  const sansGroupe = somme(undefined)
  return [
    ...(liste.groupes ?? []).map((g) => ({ libelle: g.libelle, nombre: somme(g.code) })),
    ...(sansGroupe === 0 ? [] : [{ libelle: 'Aucun groupe', nombre: sansGroupe }]),
  ]
}

const nommer = (titre: string, noms: readonly string[]) => (noms.length === 0 ? [] : `${titre} : ${noms.join(', ')}`)

/** What an imported list changes, one sentence a kind of change. */
export const apercuEnMots = (apercu: ApercuListe): readonly string[] => {
  const lignes = [
    nommer('Ajoutées', apercu.ajoutees),
    nommer(
      'Renommées',
      apercu.renommees.map(({ avant, apres }) => `${avant} → ${apres}`),
    ),
    nommer('Masquées', apercu.masquees),
    nommer('De nouveau proposées', apercu.proposees),
    nommer(
      'Comptées ailleurs',
      apercu.reclassees.map(({ libelle, groupe }) => `${libelle} → ${groupe}`),
    ),
    apercu.deplacees === 0 ? [] : `Rangées autrement : ${apercu.deplacees}`,
    nommer('Absentes du fichier, laissées telles quelles', apercu.absentes),
  ].flat()
  return lignes.length === 0 ? ['Rien : le fichier dit ce que la liste dit déjà.'] : lignes
}

export const fauteEnMots = ({ ligne, raison, valeur }: ApercuListe['fautes'][number]): string =>
  `Ligne ${ligne} : ${fautes[raison](valeur)}`

const fautes: Readonly<Record<ApercuListe['fautes'][number]['raison'], (valeur: string) => string>> = {
  colonnes: (v) => `la colonne « ${v} » manque. Exportez la liste pour avoir un modèle.`,
  'libelle-vide': () => 'le libellé est vide.',
  'libelle-long': (v) => `« ${v} » est trop long, ou tient sur plusieurs lignes.`,
  'libelle-double': (v) => `« ${v} » est déjà le libellé d’une autre réponse.`,
  'code-invalide': (v) =>
    `« ${v} » n’est pas un code : minuscules, chiffres et tirets. Laissez vide pour une nouvelle.`,
  'code-double': (v) => `le code « ${v} » est déjà plus haut.`,
  'code-fusionne': (v) => `« ${v} » a été fusionnée avec une autre réponse : son code ne sert plus.`,
  'groupe-inconnu': (v) => `« ${v} » n’est pas un groupe de cette liste.`,
  'groupe-absent': (v) => `« ${v} » doit dire avec quel groupe elle compte.`,
  'masquee-invalide': (v) => `« ${v} » : écrivez oui ou non dans la colonne « masquée ».`,
  'ordre-invalide': (v) => `« ${v} » n’est pas un rang.`,
}
