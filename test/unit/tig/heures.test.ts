import { array, assert, integer, nat, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import type { Accueil } from '#shared/domaine/tig/accueil.ts'
import { attestationDe } from '#shared/domaine/tig/attestation.ts'
import { direHeure, direMinutes, lireHeure, lireMinutes } from '#shared/domaine/tig/heures.ts'
import { erreursDeJournee, type Journee, minutesRetenues, seChevauchent } from '#shared/domaine/tig/journee.ts'
import { avertissementsDeTravail, lundiDe, minutesParSemaine } from '#shared/domaine/tig/limites-travail.ts'
import { ajouterJours } from '#shared/utils/dates.ts'
import { unAccueilLu, uneJournee } from './un-accueil.ts'

/** Any line that the sheet accepts. */
const journees = array(
  record({
    rang: nat({ max: 700 }),
    debut: nat({ max: 1200 }),
    duree: integer({ min: 1, max: 240 }),
    pause: nat({ max: 60 }),
    repas: nat({ max: 90 }),
    trajet: nat({ max: 90 }),
  }).map(({ rang, debut, duree, pause, repas, trajet }): Journee => {
    const fin = Math.min(1440, debut + duree + pause + repas + trajet)
    const [p, r, t] = fin - debut - pause - repas - trajet > 0 ? [pause, repas, trajet] : [0, 0, 0]
    const date = ajouterJours('2024-01-01', rang)
    return { id: `${rang}-${debut}`, date, debut, fin, pause: p, repas: r, trajet: t }
  }),
  { maxLength: 80 },
)

const relire = (texte: string): number => {
  const lu = /^(\d+) h(?: (\d\d))?$/u.exec(texte)
  return Number(lu?.[1]) * 60 + Number(lu?.[2] ?? 0)
}

test('l’attestation dit le total de la feuille de présence, à la minute, quelle que soit la feuille', () => {
  assert(
    property(journees, nat({ max: 5000 }), (lignes, minutesReprises) => {
      const total = lignes.reduce((n, j) => n + (j.fin - j.debut) - j.pause - j.repas - j.trajet, 0) + minutesReprises
      const accueil: Accueil = unAccueilLu({ journees: lignes, minutesReprises })
      const attestation = attestationDe(accueil, { nom: 'Ville', service: 'SPIP' }, '2026-01-01')
      expect(attestation.minutes).toBe(total)
      expect(relire(attestation.total)).toBe(total)
      expect(attestation.lignes.reduce((n, [, , temps]) => n + relire(temps), 0)).toBe(total)
      expect(attestation.phrases[0]).toContain(`a effectué ${direMinutes(total)} de`)
    }),
  )
})

test('les semaines se partagent toutes les minutes de la feuille, sans en perdre', () => {
  assert(
    property(journees, (lignes) => {
      const semaines = minutesParSemaine(lignes)
      expect([...semaines.values()].reduce((n, m) => n + m, 0)).toBe(lignes.reduce((n, j) => n + minutesRetenues(j), 0))
      expect([...semaines.keys()].every((lundi) => new Date(`${lundi}T00:00:00Z`).getUTCDay() === 1)).toBe(true)
    }),
  )
})

test('une heure écrite se relit', () => {
  const toutes = Array.from({ length: 1441 }, (_, minutes) => minutes)
  expect(toutes.map((minutes) => lireHeure(direHeure(minutes)))).toEqual(toutes)
})

test('une heure se tape comme on l’écrit', () => {
  const lues = ['8h30', '8:30', '830', '0830', '8', '8h', '24', '8h75', '25', '2401', 'midi', ''].map(lireHeure)
  expect(lues).toEqual([510, 510, 510, 510, 480, 480, 1440, undefined, undefined, undefined, undefined, undefined])
  expect(['45', '1h', '1h15', '0:30', '', '20 min', 'une'].map(lireMinutes)).toEqual([45, 60, 75, 30, 0, 20, undefined])
})

test('ni le trajet, ni le repas, ni la pause ne comptent dans les heures', () => {
  expect(minutesRetenues(uneJournee({ debut: 510, fin: 1020, pause: 10, repas: 45, trajet: 30 }))).toBe(425)
})

test('une ligne qui ne retient aucune minute, finit avant de commencer, ou sort de l’accueil, est refusée', () => {
  const accueil = { debutLe: '2025-03-03', finLe: '2025-03-31' }
  const erreurs = (champs: Partial<Journee>) => erreursDeJournee(uneJournee(champs), accueil, '2025-04-15')
  expect(erreurs({})).toEqual({})
  expect(erreurs({ debut: 600, fin: 660, repas: 60 })).toEqual({ pause: 'sans-duree' })
  expect(erreurs({ debut: 600, fin: 600 })).toEqual({ fin: 'avant-debut' })
  expect(erreurs({ date: '2025-03-01' })).toEqual({ date: 'avant-debut' })
  expect(erreurs({ date: '2025-04-01' })).toEqual({ date: 'apres-fin' })
  expect(erreursDeJournee(uneJournee(), { debutLe: null, finLe: null }, '2025-04-15')).toEqual({ date: 'avant-debut' })
})

test('deux lignes d’un même jour se touchent sans se chevaucher', () => {
  const matin = uneJournee({ debut: 480, fin: 720 })
  expect(seChevauchent(matin, uneJournee({ debut: 720, fin: 900 }))).toBe(false)
  expect(seChevauchent(matin, uneJournee({ debut: 719, fin: 900 }))).toBe(true)
  expect(seChevauchent(matin, uneJournee({ date: '2025-03-11', debut: 480, fin: 720 }))).toBe(false)
})

const semaine = (heures: number) =>
  Array.from({ length: 5 }, (_, i) =>
    uneJournee({ id: `j${i}`, date: ajouterJours('2025-03-10', i), debut: 480, fin: 480 + heures * 60 }),
  )

test('avertit quand le TIG et l’emploi dépassent ensemble 47 heures dans la semaine', () => {
  const travail = { journees: semaine(3), naissance: '1990-01-01' }
  expect(avertissementsDeTravail({ ...travail, heuresEmploi: 32 })).toEqual([])
  expect(avertissementsDeTravail({ ...travail, heuresEmploi: 33 })).toEqual([
    'Semaine du 10/03/2025 : 15 h et 33 h d’emploi, au-delà de 47 h : durée légale et 12 h (R623-16 du code pénitentiaire).',
  ])
  expect(lundiDe('2025-03-16')).toBe('2025-03-10')
})

test('avertit pour un mineur au-delà de huit heures, de trente-cinq heures, et la nuit', () => {
  const mineur = { naissance: '2008-06-01', heuresEmploi: null }
  const longues = avertissementsDeTravail({ ...mineur, journees: semaine(9) })
  expect(longues).toHaveLength(6)
  expect(longues[5]).toContain('au-delà de 35 h pour un mineur')
  const nuit = [uneJournee({ debut: 1260, fin: 1380 })]
  expect(avertissementsDeTravail({ ...mineur, journees: nuit })[0]).toContain('travail de nuit d’un mineur')
  expect(avertissementsDeTravail({ naissance: '1990-01-01', heuresEmploi: null, journees: nuit })).toEqual([])
})
