import { afterEach, describe, expect, it } from 'vitest'
import { type LigneCampagne, noterCampagne } from '../tableau.ts'
import { abimer, cibles, genres } from './abimer.ts'
import { GRAINE } from './reglages.ts'

// JALON_DEGATS: how many damages of each kind to each file.
const DEGATS = Number(process.env['JALON_DEGATS'] ?? 200)
const lignes: LigneCampagne[] = []

// After each row: a campaign that is stopped has said what it had tried.
afterEach(() =>
  noterCampagne('Fichiers abîmés', lignes, {
    graine: GRAINE,
    note: 'Chaque essai repart d’un coffre entier et abîme un seul fichier, à une position tirée au sort.',
  }),
)

describe.each(cibles)('%s', (cible) => {
  it.each(genres)('%s : ouvre tout, ou refuse, et une sauvegarde rend le reste', async (genre) => {
    const bilan = await abimer(cible, genre, DEGATS, GRAINE)
    lignes.push({
      Fichier: cible,
      Dégât: genre,
      Essais: bilan.essais,
      'Ouvert entier': bilan.entiers,
      'Refusé avec un code': bilan.refus,
      'Ouvert avec moins': bilan.silences,
      'Refusé sans code': bilan.sansCode,
      'Fichier modifié par le refus': bilan.modifies,
      'Sauvegardes essayées': bilan.recours,
      'Sauvegardes rendues': bilan.restaures,
    })
    expect(bilan).toMatchObject({ essais: DEGATS, silences: 0, sansCode: 0, modifies: 0 })
    expect(bilan.restaures).toBe(bilan.recours)
  })
})
