import { describe, expect, it } from 'vitest'
import { aix } from '#shared/domaine/strategie/exemples/aix.ts'
import { ContenuFiche, contenuVide, libelleChamp } from '#shared/domaine/strategie/fiche.ts'
import { trouverLiaison } from '#shared/domaine/strategie/liaisons.ts'
import { PeriodeSuivie } from '#shared/domaine/strategie/periode-suivie.ts'
import { type Manque, valider } from '#shared/domaine/strategie/valider.ts'

const fiches = aix.axes.flatMap((axe) =>
  axe.fiches.map((f) => ({ ...f, contenu: ContenuFiche.parse({ ...contenuVide, ...f.contenu }) })),
)
const signalees = (manque: Manque) =>
  fiches.filter((f) => valider(f.contenu, f.indicateurs.length).includes(manque)).map((f) => f.numero)

const nom = (numero: string, champ: 'objectifs' | 'criteres' | 'financeurs') =>
  libelleChamp(fiches.find((f) => f.numero === numero)?.contenu ?? contenuVide, champ)

describe('la stratégie d’Aix-en-Provence 2013-2015', () => {
  it('a quatre axes et treize fiches : quatre, deux, deux et cinq', () => {
    expect(aix.axes.map((a) => a.fiches.length)).toEqual([4, 2, 2, 5])
    expect(fiches.map((f) => f.numero)).toEqual(aix.axes.flatMap((a) => a.fiches.map((_, i) => `${a.numero}.${i + 1}`)))
    expect([aix.du, aix.au]).toEqual([2013, 2015])
  })

  it('laisse voir ce que le document ne dit pas, et rien d’autre', () => {
    expect(signalees('sans-indicateur')).toEqual(['4.1'])
    expect(signalees('sans-calendrier')).toEqual(['1.1', '3.1', '4.3'])
    expect(signalees('sans-financeur')).toEqual(['1.2', '2.1', '4.3'])
  })

  it('garde le nom que chaque fiche donne à ses rubriques', () => {
    expect(nom('4.5', 'objectifs')).toBe('Enjeux')
    expect(nom('4.4', 'objectifs')).toBe('Objectifs')
    expect(nom('1.2', 'criteres')).toBe('Évaluation')
    expect(nom('4.5', 'financeurs')).toBe('Financements mobilisables')
  })

  it('n’a de calendrier que dans ses années, et de liaison que du type de l’indicateur', () => {
    const quands = fiches.flatMap((f) => f.contenu.calendrier.flatMap((e) => (e.quand === null ? [] : [e.quand])))
    expect(quands.filter((q) => !PeriodeSuivie.safeParse(q).success || q < '2013' || q >= '2016')).toEqual([])
    const lies = fiches.flatMap((f) =>
      f.indicateurs.flatMap((i) => (i.liaison == null ? [] : [{ type: i.type, liaison: i.liaison }])),
    )
    expect(lies.map(({ liaison }) => liaison)).toContain('tig-accueillis')
    expect(lies.filter(({ type, liaison }) => trouverLiaison(liaison).type !== type)).toEqual([])
  })
})
