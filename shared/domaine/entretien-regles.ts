import type { EntretienASaisir } from './entretien.ts'
import { NON_RENSEIGNE, type Nomenclature, trouverListe } from './nomenclature.ts'
import { erreursDeReponses } from './reponses.ts'
import type { CodeErreur } from '../erreurs/erreur.ts'

type Champs = Readonly<Record<string, string>>

/** What is wrong with a well-formed entretien: its dates first, then the values that no list of the post holds. */
export const erreursDEntretien = (
  nomenclature: Nomenclature,
  entretien: EntretienASaisir,
  aujourdhui: string,
): { readonly code: CodeErreur; readonly champs: Champs } | undefined => {
  const invalides = erreursDeForme(entretien, aujourdhui)
  if (Object.keys(invalides).length > 0) return { code: 'entree-invalide', champs: invalides }
  const inconnues = valeursInconnues(nomenclature, entretien)
  return Object.keys(inconnues).length > 0 ? { code: 'valeur-inconnue', champs: inconnues } : undefined
}

const erreursDeForme = (entretien: EntretienASaisir, aujourdhui: string): Champs => ({
  ...(entretien.date > aujourdhui ? { date: 'futur' } : {}),
  ...((entretien.suivi.saisineDate ?? '') > aujourdhui ? { 'suivi.saisineDate': 'futur' } : {}),
  ...enDouble(
    'presences',
    entretien.presences.map((p) => p.personneId),
  ),
  ...enDouble(
    'orientations',
    entretien.orientations.map((o) => o.id),
  ),
  ...enDouble(
    'echeances',
    entretien.echeances.map((e) => e.id),
  ),
  ...Object.fromEntries(
    entretien.presences.flatMap(({ fiche, personneId }, i) =>
      fiche !== null && fiche.id !== personneId ? [[`presences.${i}.fiche.id`, 'autre-personne']] : [],
    ),
  ),
})

const enDouble = (champ: string, ids: readonly string[]): Champs =>
  new Set(ids).size < ids.length ? { [champ]: 'doublon' } : {}

const valeursInconnues = (nomenclature: Nomenclature, entretien: EntretienASaisir): Champs => ({
  ...sous('reponses', erreursDeReponses(nomenclature, 'entretien', entretien.reponses)),
  ...sous('suivi.reponses', erreursDeReponses(nomenclature, 'suivi', entretien.suivi.reponses)),
  ...Object.assign(
    {},
    ...entretien.presences.map(({ role, reponses, fiche }, i) => ({
      ...(role === NON_RENSEIGNE ? {} : absent(nomenclature, nomenclature.listeRoles, role, `presences.${i}.role`)),
      ...sous(`presences.${i}.reponses`, erreursDeReponses(nomenclature, 'participation', reponses)),
      ...sous(
        `presences.${i}.fiche.reponses`,
        fiche === null ? {} : erreursDeReponses(nomenclature, 'personne', fiche.reponses),
      ),
    })),
    ...entretien.orientations.map(({ destination }, i) =>
      absent(nomenclature, nomenclature.listeDestinations, destination, `orientations.${i}.destination`),
    ),
  ),
})

const absent = (nomenclature: Nomenclature, liste: string, code: string, champ: string): Champs =>
  trouverListe(nomenclature, liste).modalites.some((m) => m.code === code) ? {} : { [champ]: 'valeur-inconnue' }

const sous = (prefixe: string, champs: Champs): Champs =>
  Object.fromEntries(Object.entries(champs).map(([champ, raison]) => [`${prefixe}.${champ}`, raison]))
