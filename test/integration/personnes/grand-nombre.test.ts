import { describe, expect, it } from 'vitest'
import { chercherPersonnes } from '#db/queries/chercher-personnes.ts'
import { depuisPersonne, trouverParDoublon, trouverParIdentite } from '#db/queries/personnes.ts'
import { creerHasard } from '#shared/domaine/demo/hasard.ts'
import { noms, prenoms } from '#shared/domaine/demo/noms.ts'
import { cleDoublon, cleIdentite, type PersonneASaisir } from '#shared/domaine/personne.ts'
import { phonetique } from '#shared/domaine/phonetique.ts'
import { normaliser } from '#shared/utils/texte.ts'
import type { Db } from '#db/connection.ts'
import { uneBase } from '../../fixtures/base.ts'

const h = creerHasard(7)
const population: readonly Extract<PersonneASaisir, { anonyme: false }>[] = Array.from({ length: 20_000 }, () => ({
  id: h.uuid(),
  anonyme: false,
  nom: h.choisir(noms),
  prenom: h.choisir(prenoms[h.choisir(['femme', 'homme'] as const)]),
  naissance: `${h.entier(1930, 2015)}-0${h.entier(1, 9)}-${h.entier(10, 28)}`,
  telephone: `06 39 98 ${h.entier(10, 99)} ${h.entier(10, 99)}`,
  commune: null,
  reponses: {},
}))

/** Everybody has one entretien, the last hundred apart. */
const peupler = async (db: Db): Promise<void> => {
  const instant = '2025-01-01T00:00:00.000Z'
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('suivi')
      .values({ id: 's', dispositif: 'isc', numero: 1, ouvert_le: '2025-01-01', reponses: '{}' })
      .execute()
    for (const [i, personne] of population.entries()) {
      const dates = { cree_le: instant, modifie_le: instant }
      await trx
        .insertInto('personne')
        .values({ ...depuisPersonne(personne), ...dates })
        .execute()
      if (i >= population.length - 100) continue
      const entretien = { id: `e${i}`, suivi_id: 's', date: '2025-01-01', note: '', reponses: '{}', ...dates }
      await trx.insertInto('entretien').values(entretien).execute()
      await trx
        .insertInto('presence')
        .values({ entretien_id: `e${i}`, personne_id: personne.id })
        .execute()
    }
  })
}

describe('vingt mille personnes', () => {
  it('répond comme une lecture de toutes les fiches, de la première lettre au nom entier', async () => {
    const db = await uneBase()
    await peupler(db)
    for (const texte of [
      'a',
      'da',
      'dupont',
      'ndiaye',
      'n diaye',
      'marie claude',
      'le gall ju',
      '1987',
      'coulibaly 1990',
      '9812',
      'zzz',
    ]) {
      const attendus = population.filter((p) => estTrouvee(p, texte)).map((p) => p.id)
      const trouvees = await chercherPersonnes(db, texte, 20_000, '2025-06-02')
      expect([texte, trouvees.map((p) => p.id).toSorted()]).toEqual([texte, attendus.toSorted()])
      const actives = trouvees.map((p) => p.dernierEntretien !== null)
      expect(actives).toEqual(actives.toSorted((a, b) => Number(b) - Number(a)))
    }
  })

  it('reconnaît une identité et ses homonymes', async () => {
    const db = await uneBase()
    await peupler(db)
    const [cherchee] = population
    if (cherchee === undefined) throw new Error('nobody')
    const meme = { ...cherchee, nom: cherchee.nom.toUpperCase() }
    expect(await trouverParIdentite(db, cleIdentite(meme))).toMatchObject({ id: cherchee.id, entretiens: 1 })
    expect(await trouverParIdentite(db, cleIdentite({ ...meme, naissance: null }))).toBeUndefined()
    const homonymes = population.filter((p) => cleDoublon(p) === cleDoublon(meme)).map((p) => p.id)
    expect((await trouverParDoublon(db, cleDoublon(meme))).map((p) => p.id).toSorted()).toEqual(homonymes.toSorted())
  })
})

/** Said again, the slow way: each word starts a name (spaces or not) or sounds like its beginning, starts the birth date, or is in the telephone number. */
const estTrouvee = (personne: (typeof population)[number], texte: string): boolean => {
  const noms2 = [personne.nom, personne.prenom].map(normaliser)
  const mots = [...noms2.flatMap((n) => n.split(' ')), ...noms2.map((n) => n.replaceAll(' ', ''))]
  const naissance = String(personne.naissance).replaceAll('-', '')
  const telephone = String(personne.telephone).replaceAll(' ', '')
  return texte
    .split(' ')
    .every((mot) =>
      /^\d+$/.test(mot)
        ? naissance.includes(mot) || telephone.includes(mot)
        : mots.some((autre) => autre.startsWith(mot) || seDit(autre, mot)),
    )
}

const seDit = (nom: string, mot: string): boolean =>
  mot.length > 2 &&
  phonetique(mot) !== '' &&
  (phonetique(mot).length > 2 ? phonetique(nom).startsWith(phonetique(mot)) : phonetique(nom) === phonetique(mot))
