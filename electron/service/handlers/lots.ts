import type { Consolidation } from '#db/consolidation/base.ts'
import { attendreLot, oublierAttendu, verifierCle } from '#db/consolidation/postes.ts'
import { oublierBasePartagee } from '#db/queries/base-partagee.ts'
import { lireCle } from '#db/queries/cles.ts'
import { listerLotsFaits } from '#db/queries/lots-faits.ts'
import { listerEditions } from '#db/queries/registre.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { inTransaction } from '#db/transaction.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { Context, HandlersDe } from '../context.ts'
import { raconterEditions, republier } from '../bilan/editions.ts'
import { publierBilan } from '../bilan/publier.ts'
import { preparerConsolide } from '../consolide/preparer.ts'
import { raconterConsolide } from '../consolide/raconter.ts'
import { ecrireFichiers } from '../export/ecrire-fichiers.ts'
import { avecBase, choisirBase, etatDeLaBase } from '../lots/base.ts'
import { ecrireClePublique, lireClePublique, NOM_CLE } from '../lots/cle-publique.ts'
import { cleDeReception, empreinteDeCle } from '../lots/cles.ts'
import { faireLot } from '../lots/faire.ts'
import { detailDuPoste, grilleDesLots, raconterReception } from '../lots/postes-suivis.ts'
import { recevoirLot } from '../lots/recevoir.ts'

export const lots: HandlersDe<'lots'> = {
  lireCle: ({ contenu }) => {
    const publique = lireClePublique(Buffer.from(contenu, 'base64'))
    return { publique, empreinte: empreinteDeCle(publique) }
  },
  signature: async (_, { db }) => {
    const cle = await lireCle(db(), 'signature')
    return cle === undefined ? null : empreinteDeCle(cle.publique)
  },
  faits: async ({ dispositif }, { db }) =>
    (await listerLotsFaits(db(), dispositif)).map(({ id, du, au, numero, faitLe, destinataire }) => ({
      id,
      dispositif,
      du,
      au,
      numero,
      faitLe,
      pour: empreinteDeCle(destinataire),
    })),
  donner: async ({ annee, ...demande }, contexte) => {
    const dossier = exigerDossier(contexte)
    const periode = { du: `${annee}-01-01`, au: `${annee}-12-31` }
    const { nom, octets } = await faireLot(contexte.db(), { ...demande, ...periode }, contexte.maintenant())
    return { dossier, fichiers: await ecrireFichiers(dossier, new Map([[nom, octets]])) }
  },
}

export const postesSuivis: HandlersDe<'postesSuivis'> = {
  cle: async (_, { db, maintenant }) => {
    const { publique } = await cleDeReception(db(), maintenant())
    return { publique, empreinte: empreinteDeCle(publique) }
  },
  donnerCle: async (_, contexte) => {
    const dossier = exigerDossier(contexte)
    const { publique } = await cleDeReception(contexte.db(), contexte.maintenant())
    const { nom } = await lireReglages(contexte.db())
    return { dossier, fichiers: await ecrireFichiers(dossier, new Map([[NOM_CLE, ecrireClePublique(publique, nom)]])) }
  },
  grille: ({ dispositif }, { db, maintenant }) =>
    avecBase(db(), (base) => grilleDesLots(base, dispositif, maintenant())),
  recevoir: async ({ fichiers }, { db, maintenant, progression }) => {
    const cle = await cleDeReception(db(), maintenant())
    return avecBase(db(), async (base) => {
      const receptions = []
      for (const [rang, { nom, contenu }] of fichiers.entries()) {
        const reception = await recevoirLot(base, Buffer.from(contenu, 'base64'), cle, maintenant())
        receptions.push(raconterReception(nom, reception))
        progression('lecture', rang + 1, fichiers.length)
      }
      return receptions
    })
  },
  detail: ({ posteId }, { db }) => avecBase(db(), (base) => detailDuPoste(base, posteId)),
  verifierCle: ({ posteId }, { db, maintenant }) => avecBase(db(), (base) => verifierCle(base, posteId, maintenant())),
  attendre: (attendu, { db, maintenant }) =>
    avecBase(db(), (base) => inTransaction(base, (trx) => attendreLot(trx, attendu, maintenant()))),
  preparerBilan: (demande, contexte) =>
    avecBase(contexte.db(), async (base) =>
      raconterConsolide(await preparerConsolide(outilsDe(contexte, base), demande, 'apercu')),
    ),
  publierBilan: ({ formats, ...demande }, contexte) =>
    avecBase(contexte.db(), async (base) => {
      const dossier = exigerDossier(contexte)
      const outils = outilsDe(contexte, base)
      const { aPublier } = await preparerConsolide(outils, demande, 'publication')
      return { dossier, fichiers: await publierBilan(outils, aPublier, { dossier, formats }) }
    }),
  editions: ({ dispositif }, { db }) => raconterEditions(db(), dispositif, 'consolidation'),
  republier: async ({ dispositif, edition }, contexte) => {
    const dossier = exigerDossier(contexte)
    const siennes = await listerEditions(contexte.db(), dispositif, 'consolidation')
    if (!siennes.some(({ id }) => id === edition)) throw new ErreurMetier('introuvable')
    return { dossier, fichiers: await republier(contexte.db(), edition, dossier) }
  },
  oublierAttendu: (attendu, { db }) =>
    avecBase(db(), (base) => inTransaction(base, (trx) => oublierAttendu(trx, attendu))),
  base: (_, { db }) => etatDeLaBase(db()),
  choisirBase: (choix, { db }) => choisirBase(db(), choix),
  quitterBase: (_, { db }) => oublierBasePartagee(db()),
}

const outilsDe = (contexte: Context, base: Consolidation) => ({ ...contexte, db: contexte.db(), base })

const exigerDossier = ({ chemin }: Context): string => {
  if (chemin === undefined) throw new ErreurMetier('annule')
  return chemin
}
