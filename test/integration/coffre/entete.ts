import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Enveloppe = Record<'sel' | 'nonce' | 'chiffre' | 'sceau', string>
type Entete = {
  readonly format: string
  readonly id: string
  readonly kdf: Readonly<Record<string, unknown>>
  readonly enveloppes: Readonly<Record<'phrase' | 'secours', Enveloppe>>
}

export const lireEnteteBrut = (dossier: string): Entete =>
  JSON.parse(readFileSync(join(dossier, 'coffre.json'), 'utf8')) as Entete

/** Damages a header by hand. */
export const modifierEntete = (dossier: string, modifier: (entete: Entete) => object): void =>
  writeFileSync(join(dossier, 'coffre.json'), JSON.stringify(modifier(lireEnteteBrut(dossier))))
