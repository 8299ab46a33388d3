import { createHash } from 'node:crypto'
import { Destinataire } from '#shared/domaine/lot/lot.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'

/**
 * The key that a coordinator gives to his posts, as a small text file: comments, a checksum, the key. It is also a list of
 * recipients as `age -R` reads it.
 */
export const ecrireClePublique = (publique: string, nom: string): string =>
  [
    '# Clé publique de coordination Jalon : elle sert à sceller un lot, et n’ouvre rien.',
    ...(nom === '' ? [] : [`# Coordination : ${nom}`]),
    `# Contrôle : ${controleDe(publique)}`,
    publique,
    '',
  ].join('\n')

/** Throws `fichier-illisible` for anything but one key and the checksum of it. */
export const lireClePublique = (octets: Uint8Array): string => {
  const lignes = octets.length > TAILLE ? [] : Buffer.from(octets).toString('utf8').split(/\r?\n/u)
  const cles = lignes.filter((l) => l !== '' && !l.startsWith('#'))
  const controles = lignes.flatMap((l) => /^# Contrôle : (\S+)$/u.exec(l)?.[1] ?? [])
  const cle = Destinataire.safeParse(cles[0])
  if (!cle.success || cles.length !== 1 || controles.length !== 1 || controles[0] !== controleDe(cle.data))
    throw new ErreurMetier('fichier-illisible', { champs: { fichier: 'cle' } })
  return cle.data
}

/** Under which the window writes it. */
export const NOM_CLE = 'cle-coordination.pub'

const TAILLE = 4096

const controleDe = (publique: string): string => createHash('sha256').update(publique).digest('hex').slice(0, 16)
