import { afterAll, expect, test } from 'vitest'
import { eprouverAppels } from '../integration/epreuves/appels.ts'
import { combien, GRAINE, unCarnet } from './entrees.ts'

const { noter, ecrire } = unCarnet('Entrées hostiles : appels de la fenêtre')
afterAll(ecrire)

/** A new coffre now and then: one where everything was deleted by former trials teaches nothing. */
const SERIE = 4000
const series = Math.ceil(combien(68_000) / SERIE)

test.each(Array.from({ length: series }, (_, i) => i))(
  'série %i : un code ou une réponse, rien d’écrit après un refus',
  async (i) => {
    const constat = await eprouverAppels({
      nombre: Math.min(SERIE, combien(68_000)),
      graine: GRAINE + i,
      secondes: 240,
    })
    expect(constat).toMatchObject({ ecrits: 0, incidents: 0 })
    noter('chaque appel du contrat', constat)
  },
)
