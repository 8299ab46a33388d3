import { z } from 'zod'

/** An update as its publisher signs it: which version, and which installers by their exact content. */
export const MiseAJour = z.strictObject({
  schema: z.literal('jalon-mise-a-jour/1'),
  version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
  publieeLe: z.iso.date(),
  /** What is new, in a few French lines. */
  nouveautes: z.string().max(5000),
  installateurs: z
    .array(
      z.strictObject({
        /** A name of the same folder, never a path. */
        nom: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/),
        octets: z.int().min(1),
        sha256: z.string().regex(/^[\da-f]{64}$/),
      }),
    )
    .min(1)
    .max(30),
})
export type MiseAJour = z.infer<typeof MiseAJour>

/** The file: the text that is signed, as it is signed, and its Ed25519 signature in base 64. */
export const FichierMiseAJour = z.strictObject({
  schema: z.literal('jalon-mise-a-jour/1'),
  contenu: z.string().max(100_000),
  signature: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
})
export type FichierMiseAJour = z.infer<typeof FichierMiseAJour>

/** What is signed: the format goes with the text, so that a signature of anything else is worth nothing here. */
export const texteASigner = (contenu: string): string => `jalon-mise-a-jour/1\n${contenu}`

/** Which of two versions is newer, number by number: positive when it is the first. */
export const comparerVersions = (a: string, b: string): number => {
  const [x, y] = [a, b].map((v) => v.split('.').map(Number))
  const rang = [0, 1, 2].find((i) => x?.[i] !== y?.[i]) ?? 0
  return (x?.[rang] ?? 0) - (y?.[rang] ?? 0)
}

/** Ends of the names of the installers of each system. */
export const extensionsDe: Readonly<Record<string, readonly string[]>> = {
  win32: ['.exe', '.msi'],
  darwin: ['.dmg'],
  linux: ['.AppImage', '.deb'],
}
