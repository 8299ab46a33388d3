import { describe, expect, it } from 'vitest'
import type { LigneRafale } from '#shared/domaine/rafale/lignes.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { toutes, unService, valeur } from '../../fixtures/service.ts'

type Service = Awaited<ReturnType<typeof unService>>

const uneLigne = (cellules: Readonly<Record<string, string>>): LigneRafale => ({ id: unId(), cellules })
const zoe = { date: '09/03/2025', nom: 'Urbain', prenom: 'Zoé', naissance: '1984', role: 'Victime' }

/** As the window does: what was examined is saved one by one, through the call of the form. */
const enregistrer = async ({ api }: Service, lignes: readonly LigneRafale[]) => {
  const examen = await valeur(api.rafale.examiner({ lignes: [...lignes] }))
  for (const entretien of examen.entretiens) await valeur(api.entretiens.enregistrer(entretien))
  return examen
}

describe('la saisie en rafale', () => {
  it('reconnaît deux lignes de la même personne, et celle qui a déjà une fiche', async () => {
    const service = await unService()
    const connue = unePersonne({ nom: 'Durand', prenom: 'Paul', naissance: '1980-01-01', commune: 'Aubervilliers' })
    await valeur(service.api.entretiens.enregistrer(unEntretien({ presences: [unePresence(connue)] })))
    const lignes = [
      uneLigne(zoe),
      uneLigne({ ...zoe, date: '12/03/2025', nom: 'URBAIN', prenom: 'zoe' }),
      uneLigne({ date: '10/03/2025', nom: 'DURAND', prenom: 'Paul', naissance: '01/01/1980', commune: 'Pantin' }),
      uneLigne({ date: '11/03/2025', role: 'Témoin', orientations: 'CCAS ; CIDFF' }),
    ]
    const examen = await enregistrer(service, lignes)
    expect(examen.lignes.map((l) => l.personne)).toEqual(['nouvelle', 'nouvelle', 'connue', 'anonyme'])
    expect(examen.lignes[2]?.remarques['commune']).toContain('Aubervilliers')
    const personnes = await service.db().selectFrom('personne').select(['nom', 'anonyme']).orderBy('nom').execute()
    expect(personnes.map((p) => p.nom)).toEqual(['', 'Durand', 'Urbain'])
    const lu = await valeur(service.api.entretiens.lire({ id: lignes[3]?.id ?? '' }))
    expect(lu.orientations.map((o) => [o.destination, o.statut])).toEqual([
      ['ccas', 'attente'],
      ['cidff', 'attente'],
    ])
  })

  it('dit chaque erreur dans sa cellule, en français, et n’enregistre pas la ligne', async () => {
    const { api } = await unService()
    const fautives = [
      uneLigne({ ...zoe, date: '31/02/2025', naissance: '40/40/1980' }),
      uneLigne({ ...zoe, role: 'Badaud', problematique: 'Inconnue au bataillon' }),
      uneLigne({ ...zoe, date: '03/06/2025' }),
      uneLigne({ nom: 'Urbain' }),
    ]
    const bonne = uneLigne(zoe)
    const examen = await valeur(api.rafale.examiner({ lignes: [...fautives, bonne] }))
    const champs = examen.lignes.map((l) => Object.keys(l.erreurs).toSorted())
    expect(champs).toEqual([['date', 'naissance'], ['problematique', 'role'], ['date'], ['date'], []])
    expect(examen.lignes[1]?.erreurs['role']).toBe('« Badaud » n’est pas dans la liste.')
    expect(examen.lignes[2]?.erreurs['date']).toContain('dans le futur')
    expect(examen.entretiens.map((e) => e.id)).toEqual([bonne.id])
  })

  it('n’enregistre jamais deux fois la même ligne, et reprend là où une panne l’a laissée', async () => {
    const service = await unService()
    const lignes = [uneLigne(zoe), uneLigne({ ...zoe, date: '12/03/2025' })]
    const [premier] = (await valeur(service.api.rafale.examiner({ lignes }))).entretiens
    if (premier === undefined) throw new Error('rien à enregistrer')
    await valeur(service.api.entretiens.enregistrer(premier))
    const reprise = await enregistrer(service, lignes)
    expect(reprise.lignes.map((l) => l.dejaEnregistree)).toEqual([true, false])
    expect(reprise.entretiens).toHaveLength(1)
    expect((await enregistrer(service, lignes)).entretiens).toEqual([])
    expect((await valeur(service.api.entretiens.lister(toutes))).total).toBe(2)
    expect(await service.db().selectFrom('personne').select('id').execute()).toHaveLength(1)
    expect(await service.db().selectFrom('suivi').select('id').execute()).toHaveLength(1)
  })

  it('s’annule tout entière, et se rétablit', async () => {
    const service = await unService()
    const lignes = [uneLigne(zoe), uneLigne({ ...zoe, nom: 'Autre' })]
    await enregistrer(service, lignes)
    for (const { id } of lignes) await valeur(service.api.entretiens.supprimer({ id }))
    expect((await valeur(service.api.entretiens.lister(toutes))).total).toBe(0)
    for (const { id } of lignes) await valeur(service.api.entretiens.retablir({ id }))
    expect((await valeur(service.api.entretiens.lister(toutes))).total).toBe(2)
  })

  it('refuse plus de lignes qu’une rafale n’en tient', async () => {
    const { api } = await unService()
    const lignes = Array.from({ length: 201 }, () => uneLigne(zoe))
    expect(await api.rafale.examiner({ lignes })).toMatchObject({ ok: false, erreur: { code: 'entree-invalide' } })
  })
})
