import { Encrypter } from 'age-encryption'
import { array, constantFrom, oneof, record, type Arbitrary } from 'fast-check'
import { consolidationDe } from '#db/consolidation/base.ts'
import { lireCle } from '#db/queries/cles.ts'
import { signer } from '#electron/service/lots/cles.ts'
import { recevoirLot } from '#electron/service/lots/recevoir.ts'
import type { Lot } from '#shared/domaine/lot/lot.ts'
import { unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { chemins, deformation, lireA, remplacer } from '../coffre/hostile.ts'
import { maintenant, unLot, unPoste } from '../lots/aide.ts'
import { type Constat, eprouver, type Mesure } from './eprouver.ts'
import { octetsAbimes, surTexte } from './mutations.ts'
import { observer } from './observateur.ts'

/**
 * Lots given to a coordinator: spoilt under their seal, or made wrong by a post that has its key and signs what it likes.
 */
export const eprouverLots = async (mesure: Mesure): Promise<Constat> => {
  const { api, db, dossier, incidents } = await unService()
  const { version } = await observer(dossier, 'une phrase pour les essais')
  await valeur(api.postesSuivis.cle())
  const reception = await lireCle(db(), 'reception')
  const poste = await unPoste('Aubervilliers', 6)
  const { lot: juste, octets } = await unLot(poste, reception?.publique ?? '')
  const cle = await lireCle(poste, 'signature')
  if (reception === undefined || cle === undefined) throw new Error('no key')

  const sceller = (clair: string): Promise<Uint8Array> => {
    const scelleur = new Encrypter()
    scelleur.addRecipient(reception.publique)
    return scelleur.encrypt(clair)
  }
  const signe = (texte: string): string => `jalon-lot/1 ${cle.publique} ${signer(cle, Buffer.from(texte))}\n${texte}`
  /** The next lot of the post: one received before, or its number, is refused unread. */
  const suivant = (): Lot => ({ ...juste, id: unId(), numero: (numero += 1) })
  let { numero } = juste
  const lieux = chemins(juste)
  const valeurs = constantFrom(...lieux.slice(0, 4000).map((lieu) => lireA(juste, lieu)))
  const cas: Arbitrary<() => Promise<Uint8Array>> = oneof(
    { weight: 1, arbitrary: octetsAbimes([Buffer.from(octets)]).map((abime) => () => Promise.resolve(abime)) },
    {
      weight: 4,
      arbitrary: record({
        lieu: constantFrom(...lieux),
        deformer: deformation(valeurs),
      }).map(
        ({ lieu, deformer }) =>
          () =>
            sceller(signe(enJson(remplacer(suivant(), lieu, deformer(lireA(juste, lieu)))))),
      ),
    },
    {
      weight: 2,
      arbitrary: array(surTexte, { minLength: 1, maxLength: 3 }).map(
        (mutations) => () => sceller(signe(mutations.reduce((t, m) => m(t), JSON.stringify(suivant())))),
      ),
    },
    {
      weight: 1,
      arbitrary: array(surTexte, { minLength: 1, maxLength: 2 }).map(
        (mutations) => () => sceller(mutations.reduce((t, m) => m(t), signe(JSON.stringify(suivant())))),
      ),
    },
  )
  let recus = 0
  /** Some of the sums that a lot received is in: it may be told or refused, and a bug is among the incidents. */
  const additionner = async ({ dispositif, du, au }: Lot): Promise<void> => {
    if ((recus += 1) % 10 === 1)
      await api.postesSuivis.preparerBilan({ dispositif, du, au, seuil: 5, mode: 'masquage' })
  }
  const constat = await eprouver(
    {
      nom: 'lot',
      cas,
      tenter: async (faire) => {
        const recu = await recevoirLot(consolidationDe(db()), await faire(), reception, maintenant)
        if (recu.etat === 'recu') await additionner(recu.lot)
        // Of one that counts by other definitions, it is noted that it came.
        return recu.etat === 'recu' || recu.raison === 'autre-definition'
          ? { ok: true, value: recu }
          : { ok: false, erreur: { code: 'consolidation-refusee' } }
      },
      temoin: version,
      incidents,
      dire: () => 'un lot',
    },
    mesure,
  )
  await valeur(api.postesSuivis.grille({ dispositif: 'isc' }))
  return constat
}

const enJson = (valeurForgee: unknown): string => {
  try {
    return JSON.stringify(valeurForgee, (_, v: unknown) => (typeof v === 'bigint' ? Number(v) : v)) ?? ''
  } catch {
    return ''
  }
}
