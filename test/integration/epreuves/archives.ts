import { type Arbitrary, array, constantFrom, nat, oneof, tuple } from 'fast-check'
import { dezipper, zipper } from '#electron/service/export/zip.ts'
import { unZip } from '../../fixtures/imports/fichiers.ts'
import { type Mutation, octetsAbimes, surTexte } from './mutations.ts'

type Partie = { readonly nom: string; readonly contenu: Buffer }

const partiesDe = (zip: Buffer): readonly Partie[] =>
  dezipper(zip).map(({ nom, contenu }) => ({ nom, contenu: Buffer.from(contenu) }))

/** The archive is whole and its checksums are right; what it holds is not. Most trials fall on the part that is read. */
const contenuAbime = (justes: readonly Buffer[]): Arbitrary<Buffer> =>
  tuple(constantFrom(...justes.map(partiesDe)), nat(), array(surTexte, { minLength: 1, maxLength: 5 })).map(
    ([parties, ou, mutations]) => {
      const lues = parties.flatMap((p, rang) =>
        /(?:sheet1|content|sharedStrings|document|workbook|styles)\.xml/u.test(p.nom) ? [rang] : [],
      )
      const rang = lues[ou % Math.max(1, lues.length)] ?? 0
      return Buffer.from(
        zipper(
          parties.map((partie, i) =>
            i === rang
              ? {
                  nom: partie.nom,
                  contenu: mutations.reduce((t: string, m: Mutation<string>) => m(t), partie.contenu.toString()),
                }
              : partie,
          ),
        ),
      )
    },
  )

/** Parts missing, doubled, under other names, or whose directory lies about their size. */
const partiesAbimees = (justes: readonly Buffer[]): Arbitrary<Buffer> =>
  tuple(constantFrom(...justes.map(partiesDe)), nat(), nat(5), nat(500_000_000)).map(([parties, ou, quoi, taille]) => {
    const rang = ou % parties.length
    const ici = parties[rang]
    if (ici === undefined || quoi === 0) return unZip(parties.filter((_, i) => i !== rang))
    if (quoi === 1) return unZip([...parties, ici])
    if (quoi === 2) return unZip(parties.map((p, i) => (i === rang ? { ...p, tailleDite: taille } : p)))
    if (quoi === 3) return unZip(parties.map((p, i) => (i === rang ? { ...p, nom: `../../${p.nom}` } : p)))
    if (quoi === 4) return unZip(parties.map((p, i) => (i === rang ? { ...p, contenu: '' } : p)))
    return unZip(parties.map((p, i) => (i === rang ? { ...p, nom: p.nom.toUpperCase() } : p)))
  })

/** A zip archive spoilt in its bytes, in its parts, or in what they say. */
export const archiveAbimee = (justes: readonly Buffer[]): Arbitrary<Buffer> =>
  oneof(
    { weight: 2, arbitrary: octetsAbimes(justes) },
    { weight: 5, arbitrary: contenuAbime(justes) },
    { weight: 1, arbitrary: partiesAbimees(justes) },
  )
