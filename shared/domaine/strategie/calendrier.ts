import { z } from 'zod'
import { ligne } from '../communs.ts'
import { nomDePeriodeSuivie, PeriodeSuivie } from './periode-suivie.ts'

/** One step of a fiche: when, by half-year, quarter or year, or in words only when no period was set. */
export const EtapeCalendrier = z.strictObject({ quand: PeriodeSuivie.nullable(), libelle: ligne(300) })
export type EtapeCalendrier = z.infer<typeof EtapeCalendrier>

/** What one typed line says: « S1 2013 guide », « 1er semestre 2013 : guide », « T1 2014 », « 2013 », or words alone. */
export const lireEtape = (texte: string): EtapeCalendrier | undefined => {
  const libelle = texte.trim()
  if (libelle === '') return undefined
  const lue = DEBUT.exec(libelle)
  const { court, rang, genre, annee } = lue?.groups ?? {}
  if (lue === null || annee === undefined) return { quand: null, libelle }
  const code = court?.toUpperCase() ?? (genre === undefined ? undefined : `${genre.toUpperCase()}${rang ?? ''}`)
  const quand = PeriodeSuivie.safeParse(code === undefined ? annee : `${annee}-${code}`)
  return quand.success ? { quand: quand.data, libelle: libelle.slice(lue[0].length).trim() } : { quand: null, libelle }
}

const DEBUT =
  /^(?:(?<court>s[12]|t[1-4])\s+|(?<rang>[1-4])\s*(?:er|e|ème|eme)?\s+(?<genre>s|t)(?:emestre|rimestre)\s+)?(?<annee>(?:19|20)\d{2})(?!\d)\s*[:,–-]?/iu

export const ecrireEtape = ({ quand, libelle }: EtapeCalendrier): string => {
  if (quand === null) return libelle
  return libelle === '' ? nomDePeriodeSuivie(quand) : `${nomDePeriodeSuivie(quand)} : ${libelle}`
}
