import type { Db } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { TOTAL } from '#shared/domaine/bilan/tableau.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { codesDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { avecEtablissements } from '#shared/domaine/dispositifs/lieux.ts'
import {
  appliquerReglages,
  type ChampLocal,
  type ModaliteLocale,
  NON_RENSEIGNE,
  type Nomenclature,
} from '#shared/domaine/nomenclature.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { normaliser } from '#shared/utils/texte.ts'
import { dispositifCourant } from './dispositifs.ts'
import { lireEtablissementsLocaux } from './parcours/etablissements.ts'

/** Codes that the report keeps for itself. */
const codesReserves = new Set([TOTAL, NON_RENSEIGNE])

export const lireNomenclature = async (db: Db, dispositif: CodeDispositif): Promise<Nomenclature> => {
  const modalites = await db.selectFrom('modalite_locale').selectAll().execute()
  const champs = await db
    .selectFrom('champ_local')
    .select(['champ', 'actif'])
    .where('dispositif', '=', dispositif)
    .execute()
  const locaux = await lireEtablissementsLocaux(db)
  const declare = dispositifs[dispositif]
  return appliquerReglages(
    { ...declare, listes: declare.listes.map((liste) => avecEtablissements(liste, locaux)) },
    modalites.map(({ masquee, ...modalite }) => Object.assign(modalite, { masquee: masquee === 1 })),
    champs.map((c) => ({ champ: c.champ, actif: c.actif === 1 })),
    await db.selectFrom('modalite_fusion').select(['liste', 'code', 'vers']).execute(),
  )
}

/** The lists of the dispositif that the screens show. */
export const lireNomenclatureDuPoste = async (db: Db): Promise<Nomenclature> =>
  lireNomenclature(db, await dispositifCourant(db))

/**
 * Adds a value, or renames, hides, moves one. Refuses two values with the same label in one list. A list that several
 * dispositifs share changes for all of them.
 */
export const modifierModalite = async (db: Db, modalite: ModaliteLocale): Promise<void> => {
  const nomenclatures = await Promise.all(codesDispositif.map((code) => lireNomenclature(db, code)))
  const liste = nomenclatures.flatMap((n) => n.listes).find((l) => l.code === modalite.liste)
  if (liste === undefined) throw new ErreurMetier('entree-invalide', { champs: { liste: 'inconnue' } })
  if (codesReserves.has(modalite.code)) throw new ErreurMetier('entree-invalide', { champs: { code: 'reserve' } })
  if (liste.fusionnees?.some((f) => f.code === modalite.code))
    throw new ErreurMetier('entree-invalide', { champs: { code: 'fusionnee' } })
  if (modalite.groupe !== null && !liste.groupes?.some((g) => g.code === modalite.groupe))
    throw new ErreurMetier('entree-invalide', { champs: { groupe: 'inconnu' } })
  const libelle = normaliser(modalite.libelle)
  if (liste.modalites.some((m) => m.code !== modalite.code && normaliser(m.libelle) === libelle))
    throw new ErreurMetier('entree-invalide', { champs: { libelle: 'existant' } })
  const { liste: _liste, code: _code, ...reste } = modalite
  const valeurs = { ...reste, masquee: Number(modalite.masquee) }
  await db
    .insertInto('modalite_locale')
    .values({ liste: modalite.liste, code: modalite.code, ...valeurs })
    .onConflict((oc) => oc.columns(['liste', 'code']).doUpdateSet(valeurs))
    .execute()
}

/** Writes a whole list, all or nothing. A label may pass from one answer to another: those that change give theirs up first. */
export const modifierModalites = (db: Db, modalites: readonly ModaliteLocale[]): Promise<void> =>
  inTransaction(db, async (trx) => {
    for (const [rang, modalite] of modalites.entries())
      await modifierModalite(trx, { ...modalite, libelle: `${modalite.code} ${rang} (en cours)` })
    for (const modalite of modalites) await modifierModalite(trx, modalite)
  })

export const activerChamp = async (db: Db, { champ, actif }: ChampLocal): Promise<void> => {
  const nomenclature = await lireNomenclatureDuPoste(db)
  if (!nomenclature.champs.some((c) => c.code === champ))
    throw new ErreurMetier('entree-invalide', { champs: { champ: 'inconnu' } })
  await db
    .insertInto('champ_local')
    .values({ dispositif: nomenclature.code, champ, actif: Number(actif) })
    .onConflict((oc) => oc.columns(['dispositif', 'champ']).doUpdateSet({ actif: Number(actif) }))
    .execute()
}
