import { describe, expect, it, test } from 'vitest'
import { lireReglages } from '#db/queries/reglages.ts'
import { unEntretien } from '../../fixtures/builders.ts'
import { toutes, unService, valeur } from '../../fixtures/service.ts'
import { phrase, unDossier, uneSession } from '../coffre/aide.ts'
import { jalon, unEmplacement } from '../commandes/jalon.ts'

describe('les métiers d’un coffre', () => {
  it('sont celui d’intervenant social tant que rien d’autre n’est choisi', async () => {
    const { api } = await unService()
    expect(await valeur(api.reglages.lire())).toMatchObject({ dispositifs: ['isc'], dispositif: 'isc' })
  })

  it('gardent leur ordre, et ne montrent que ceux qu’il utilise', async () => {
    const { api } = await unService()
    await valeur(api.reglages.choisirDispositifs({ dispositifs: ['mission-locale', 'cvp', 'mission-locale'] }))
    const lu = await valeur(api.reglages.lire())
    expect(lu).toMatchObject({ dispositifs: ['cvp', 'mission-locale'], dispositif: 'cvp' })
    const refus = { ok: false, erreur: { code: 'entree-invalide' } }
    expect(await api.reglages.changerDispositif({ dispositif: 'isc' })).toMatchObject(refus)
    expect(await api.reglages.choisirDispositifs({ dispositifs: [] })).toMatchObject(refus)
  })

  it('n’effacent rien d’un métier décoché : coché de nouveau, il a tout', async () => {
    const { api } = await unService()
    await valeur(api.entretiens.enregistrer(unEntretien()))
    await valeur(api.reglages.choisirDispositifs({ dispositifs: ['cvp'] }))
    expect((await valeur(api.entretiens.lister(toutes))).total).toBe(0)
    await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'cvp'] }))
    await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
    expect((await valeur(api.entretiens.lister(toutes))).total).toBe(1)
  })

  it('ont chacun ses questions et ses listes, ce qui est commun restant commun', async () => {
    const { api } = await unService()
    await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'cvp'] }))
    await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
    await valeur(api.nomenclature.activerChamp({ champ: 'modalite', actif: false }))
    const autre = { liste: 'sexe', code: 'autre', libelle: 'Autre', masquee: false, ordre: null, groupe: null }
    await valeur(api.nomenclature.modifier(autre))
    const [isc, cvp] = await Promise.all(
      (['isc', 'cvp'] as const).map((dispositif) => valeur(api.nomenclature.lire({ dispositif }))),
    )
    const active = (n: typeof isc) => n?.champs.find((c) => c.code === 'modalite')?.actif
    expect([active(isc), active(cvp)]).toEqual([true, false])
    for (const n of [isc, cvp])
      expect(n?.listes.find((l) => l.code === 'sexe')?.modalites.map((m) => m.code)).toContain('autre')
  })
})

test('un coffre se crée pour un métier ou plusieurs', async () => {
  const session = uneSession(unDossier())
  await session.creer({ phrase, nom: 'Poste', dispositifs: ['mission-locale', 'cvp'] })
  expect(await lireReglages(session.db())).toMatchObject({
    dispositifs: ['cvp', 'mission-locale'],
    dispositif: 'cvp',
  })
})

test('la commande creer les prend aussi, et refuse un métier qui n’existe pas sans rien créer', async () => {
  const coffre = unEmplacement()
  const refus = await jalon(['creer', '--coffre', coffre, '--dispositifs', 'isc,lune'])
  expect(refus.code).toBe(2)
  expect(refus.stderr).toContain('isc, cvp, mission-locale')
  expect((await jalon(['creer', '--coffre', coffre, '--dispositifs', 'isc,cvp'])).code).toBe(0)
  const session = uneSession(coffre, { cout: 131_072 })
  await session.ouvrir({ phrase: 'cheval agrafe pile correcte' })
  expect(await lireReglages(session.db())).toMatchObject({ dispositifs: ['isc', 'cvp'], dispositif: 'isc' })
})
