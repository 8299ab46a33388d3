import { describe, expect, it } from 'vitest'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { lireNomenclatureDuPoste } from '#db/queries/nomenclature.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'

const maintenant = new Date('2025-06-02T09:30:00')

const ouvrir = async () => {
  const db = await uneBase()
  const nomenclature = await lireNomenclatureDuPoste(db)
  return {
    db,
    enregistrer: (e: ReturnType<typeof unEntretien>) => enregistrerEntretien(db, nomenclature, e, maintenant),
  }
}

describe('enregistrer un entretien', () => {
  it('écrit toute la fiche et numérote les suivis à la suite', async () => {
    const { db, enregistrer } = await ouvrir()
    await enregistrer(unEntretien())
    await enregistrer(unEntretien())
    const suivis = await db.selectFrom('suivi').select(['numero', 'ouvert_le']).orderBy('numero').execute()
    expect(suivis).toEqual([
      { numero: 1, ouvert_le: '2025-03-11' },
      { numero: 2, ouvert_le: '2025-03-11' },
    ])
  })

  it('refuse une date à venir et n’écrit rien', async () => {
    const { db, enregistrer } = await ouvrir()
    await expect(enregistrer(unEntretien({ date: '2025-06-03' }))).rejects.toMatchObject({
      erreur: { code: 'entree-invalide', champs: { date: 'futur' } },
    })
    expect(await db.selectFrom('personne').selectAll().execute()).toEqual([])
  })

  it('nomme chaque valeur absente des listes du poste', async () => {
    const { enregistrer } = await ouvrir()
    const refuse = enregistrer(
      unEntretien({
        reponses: { lieu: 'lune', inventee: 'x' },
        suivi: { id: unId(), saisineDate: null, reponses: { saisine: 'pigeon' } },
        presences: [unePresence(unePersonne({ reponses: { sexe: 'x' } }), { role: 'juge' })],
        orientations: [{ id: unId(), destination: 'nulle-part', partenaireId: null }],
      }),
    )
    await expect(refuse).rejects.toMatchObject({
      erreur: {
        code: 'valeur-inconnue',
        champs: {
          'reponses.lieu': 'valeur-inconnue',
          'reponses.inventee': 'champ-inconnu',
          'suivi.reponses.saisine': 'valeur-inconnue',
          'presences.0.role': 'valeur-inconnue',
          'presences.0.fiche.reponses.sexe': 'valeur-inconnue',
          'orientations.0.destination': 'valeur-inconnue',
        },
      },
    })
  })
})
