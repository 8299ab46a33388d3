import { z } from 'zod'
import { codesDispositif } from './dispositifs/index.ts'
import { estDateIso } from '../utils/dates.ts'

/** Shapes that several features share. */
export const Id = z.uuid()
export const Jour = z.string().refine(estDateIso)
/** A birth date, or the year alone when that is all the person gave. */
export const Naissance = z.union([Jour, z.string().regex(/^(19|20)\d{2}$/)])
export const Annee = z.int().min(1990).max(2100)
export const CodeDispositifSchema = z.enum(codesDispositif)
/** Dispositifs that a coffre uses: one at least. */
export const Dispositifs = z.array(CodeDispositifSchema).min(1).max(codesDispositif.length)
export const Code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,58}$/)
/** Half of an emoji, left by a cut, or a NUL is no text: a base would not give it back as it came, or would not take it. */
const texte = () => z.string().overwrite((t) => t.toWellFormed().replaceAll('\0', ''))
/** One line typed by a person: trimmed, without control characters. */
export const ligne = (max: number) =>
  texte()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u)
/** Several lines typed by a person. */
export const paragraphe = (max: number) => texte().max(max)

export const Tri = z.strictObject({ colonne: z.string().max(30), sens: z.enum(['asc', 'desc']) })
export const Page = z.strictObject({ debut: z.int().min(0), taille: z.int().min(1).max(500) })
