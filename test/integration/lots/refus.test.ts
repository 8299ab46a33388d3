import { isDeepStrictEqual } from 'node:util'
import { Encrypter } from 'age-encryption'
import { assert, asyncProperty, double, nat, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleDe, type Consolidation } from '#db/consolidation/base.ts'
import { lotsEcartes } from '#db/consolidation/lots.ts'
import { type Cle, lireCle } from '#db/queries/cles.ts'
import { cleDeSignature, signer } from '#electron/service/lots/cles.ts'
import { scellerLot } from '#electron/service/lots/sceller.ts'
import { controlerLot } from '#shared/domaine/lot/controler.ts'
import type { Lot } from '#shared/domaine/lot/lot.ts'
import { bases, ouvrirSur } from '../../fixtures/deux-bases.ts'
import { uneBase } from '../../fixtures/base.ts'
import { maintenant, raisonDe, toutLire, unLot, unPoste, uneCoordination } from './aide.ts'

/** A coordination that already holds one lot, its post, and what is needed to make others in its name. */
const unEchange = async (partagee?: () => Promise<Consolidation>) => {
  const coordination = await uneCoordination(partagee)
  const poste = await unPoste('Aubervilliers', 6)
  const recu = await unLot(poste, coordination.cle.publique)
  await coordination.recevoir(recu.octets)
  const suivant = await unLot(poste, coordination.cle.publique)
  const cle = await lireCle(poste, 'signature')
  if (cle === undefined) throw new Error('no key')
  const resceller = async (change: (lot: Lot) => unknown): Promise<Uint8Array> =>
    (await scellerLot(change(structuredClone(suivant.lot)) as Lot, cle)).octets
  return { ...coordination, poste, recu, suivant, cle, resceller }
}

/** Bytes that were never a lot, sealed to this key as the post would. */
const sceller = async (clair: string | Uint8Array, destinataire: string): Promise<Uint8Array> => {
  const scelleur = new Encrypter()
  scelleur.addRecipient(destinataire)
  return scelleur.encrypt(clair)
}
const signe = (cle: Cle, texte: string, format = 'jalon-lot/1') =>
  `${format} ${cle.publique} ${signer(cle, Buffer.from(texte))}\n${texte}`

type Echange = Awaited<ReturnType<typeof unEchange>>
const premier = (lot: Lot) => lot.tableaux[0]?.cellules[0]

const refus: readonly (readonly [string, string, (e: Echange) => Promise<Uint8Array> | Uint8Array])[] = [
  ['trop gros', 'trop-gros', () => new Uint8Array(24_000_001)],
  ['qui n’est pas un lot', 'illisible', () => Buffer.from('bonjour')],
  ['vide', 'illisible', () => new Uint8Array()],
  ['coupé', 'illisible', ({ suivant }) => suivant.octets.slice(0, -40)],
  ['coupé dans son entête', 'illisible', ({ suivant }) => suivant.octets.slice(0, 60)],
  ['auquel on a ajouté', 'illisible', ({ suivant }) => Buffer.concat([suivant.octets, Buffer.from('x')])],
  ['reçu deux fois', 'deja-recu', ({ recu }) => recu.octets],
  [
    'rejoué sous un autre identifiant',
    'depasse',
    ({ resceller }) => resceller((l) => ({ ...l, id: crypto.randomUUID(), numero: 1 })),
  ],
  [
    'scellé pour une autre clé',
    'autre-destinataire',
    async ({ poste }) => (await unLot(poste, (await uneCoordination()).cle.publique)).octets,
  ],
  [
    'fait pour un autre, et scellé pour celui-ci',
    'autre-destinataire',
    async ({ poste, cle, ...e }) => {
      const { lot } = await unLot(poste, (await uneCoordination()).cle.publique)
      return sceller(signe(cle, JSON.stringify(lot)), e.recu.lot.destinataire)
    },
  ],
  [
    'd’un poste connu, signé d’une autre clé',
    'autre-signataire',
    async ({ suivant }) => {
      const autre = await cleDeSignature(await uneBase(), maintenant)
      return (await scellerLot({ ...suivant.lot, cle: autre.publique }, autre)).octets
    },
  ],
  [
    'dont la clé n’est pas celle qui le signe',
    'forme-invalide',
    async ({ suivant }) => (await scellerLot(suivant.lot, await cleDeSignature(await uneBase(), maintenant))).octets,
  ],
  [
    'dont un chiffre a changé après la signature',
    'signature-fausse',
    ({ cle, suivant }) =>
      sceller(signe(cle, JSON.stringify(suivant.lot)).replace('"numero":2', '"numero":3'), suivant.lot.destinataire),
  ],
  [
    'd’un format à venir',
    'version-inconnue',
    ({ cle, suivant }) => sceller(signe(cle, '{}', 'jalon-lot/2'), suivant.lot.destinataire),
  ],
  [
    'd’une autre définition',
    'autre-definition',
    ({ resceller }) => resceller((l) => ({ ...l, definition: { empreinte: 'a'.repeat(64), version: '9.0.0' } })),
  ],
  [
    'dont la période est inversée',
    'periode-inversee',
    ({ resceller }) => resceller((l) => ({ ...l, du: l.au, au: l.du })),
  ],
  [
    'dont une case est en double',
    'case-en-double',
    ({ resceller }) =>
      resceller((l) => (l.tableaux[0]?.cellules.push(...(l.tableaux[0]?.cellules.slice(0, 1) ?? [])), l)),
  ],
  [
    'dont une ligne n’est déclarée nulle part',
    'case-inconnue',
    ({ resceller }) => resceller((l) => (premier(l)?.codes.fill('inventee'), l)),
  ],
  [
    'dont un tableau n’est déclaré nulle part',
    'case-inconnue',
    ({ resceller }) =>
      resceller((l) => (l.tableaux.splice(0, 1, { ...(l.tableaux[0] as Lot['tableaux'][number]), id: 'invente' }), l)),
  ],
  [
    'dont une question à plusieurs réponses en a une que rien ne déclare',
    'case-inconnue',
    ({ resceller }) =>
      resceller((l) => {
        const actions = l.recensements.flatMap((r) => r.questions).find((q) => q.id === 'action')?.feuilles ?? []
        actions[actions.indexOf('signalement-procureur')] = 'inventee'
        for (const axe of l.recensements.flatMap((r) => r.cliques).flatMap((c) => c.axes))
          if (axe.code === 'signalement-procureur') axe.code = 'inventee'
        return l
      }),
  ],
  [
    'dont les lignes ne font pas le total',
    'totaux-faux',
    ({ resceller }) =>
      resceller((l) => (Object.assign(premier(l) ?? {}, { valeur: (premier(l)?.valeur ?? 0) + 1 }), l)),
  ],
  [
    'avec plus de personnes que d’unités',
    'totaux-faux',
    ({ resceller }) => resceller((l) => (Object.assign(premier(l) ?? {}, { personnes: 900 }), l)),
  ],
  ['avec un nom en plus', 'forme-invalide', ({ resceller }) => resceller((l) => ({ ...l, noms: ['Zoé'] }))],
  [
    'avec un nombre négatif',
    'forme-invalide',
    ({ resceller }) => resceller((l) => (Object.assign(premier(l) ?? {}, { valeur: -1 }), l)),
  ],
  [
    'avec une clé répétée',
    'forme-invalide',
    ({ cle, suivant }) =>
      sceller(
        signe(cle, JSON.stringify(suivant.lot).replace('{', '{"schema":"jalon-lot/1",')),
        suivant.lot.destinataire,
      ),
  ],
  [
    'qui change le prototype',
    'forme-invalide',
    ({ cle, suivant }) =>
      sceller(signe(cle, JSON.stringify(suivant.lot).replace('{', '{"__proto__":{"a":1},')), suivant.lot.destinataire),
  ],
  [
    'd’une profondeur sans fin',
    'forme-invalide',
    ({ cle, suivant }) => sceller(signe(cle, '['.repeat(200_000)), suivant.lot.destinataire),
  ],
  [
    'qui n’est pas du texte',
    'signature-fausse',
    ({ suivant, cle }) =>
      sceller(Buffer.concat([Buffer.from(signe(cle, '')), Buffer.from([0xff, 0xfe])]), suivant.lot.destinataire),
  ],
]

describe.each(bases)('dans une base %s', (genre) => {
  const partagee = ouvrirSur(genre)

  test.each(refus)('refuse un lot %s (%s), et ne change rien', async (_, raison, faire) => {
    const echange = await unEchange(partagee)
    const octets = await faire(echange)
    const avant = await toutLire(echange.base)
    expect(raisonDe(await echange.recevoir(octets))).toBe(raison)
    const apres = await toutLire(echange.base)
    // That a lot of other definitions came is told, and nothing of what it counts.
    expect({ ...apres, lot_ecarte: [] }).toEqual(avant)
    expect(await lotsEcartes(echange.base, 'isc')).toHaveLength(raison === 'autre-definition' ? 1 : 0)
    expect(raisonDe(await echange.recevoir(echange.suivant.octets))).toBe('recu')
  })

  test('un octet changé, où que ce soit, le fait refuser sans rien écrire', async () => {
    const { base, recevoir, suivant } = await unEchange(partagee)
    const avant = await toutLire(base)
    const pas = Math.floor(suivant.octets.length / 150)
    for (let i = 0; i < suivant.octets.length; i += i < 300 ? 7 : pas) {
      const abime = suivant.octets.slice()
      abime[i] = (abime[i] ?? 0) ^ 0x20
      expect(['illisible', 'autre-destinataire', 'version-inconnue']).toContain(raisonDe(await recevoir(abime)))
    }
    expect(await toutLire(base)).toEqual(avant)
  })

  test('un lot bien signé mais changé au hasard n’arrête jamais le coffre et n’écrit jamais à moitié', async () => {
    const { base, recevoir, suivant, cle } = await unEchange(partagee)
    const { destinataire } = suivant.lot
    let [avant, numero] = [await toutLire(base), 10]
    const hasard = asyncProperty(
      double({ max: 1, min: 0, noNaN: true }),
      nat(12),
      string({ maxLength: 8 }),
      async (part, longueur, mot) => {
        numero += 1
        const texte = JSON.stringify({ ...suivant.lot, id: crypto.randomUUID(), numero })
        const ou = Math.floor(part * texte.length)
        const mute = texte.slice(0, ou) + mot + texte.slice(ou + longueur)
        const reception = await recevoir(await sceller(signe(cle, mute), destinataire))
        const apres = await toutLire(base)
        const tient =
          reception.etat === 'refuse'
            ? isDeepStrictEqual({ ...apres, lot_ecarte: [] }, { ...avant, lot_ecarte: [] })
            : estEntier(reception.lot, apres)
        avant = apres
        return tient
      },
    )
    await assert(hasard, { numRuns: 120, seed: 2026 })
  })
})

/** What passes holds together, a word or a date of it being another; and it came in whole. */
const estEntier = (lot: Lot, base: Record<string, unknown[]>): boolean =>
  controlerLot(lot) === null &&
  base['lot_cellule']?.filter((c) => Object(c).lot_cle === cleDe(lot.id)).length ===
    lot.tableaux.reduce((total, t) => total + t.cellules.length, 0)
