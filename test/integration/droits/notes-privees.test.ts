import { expect, test } from 'vitest'
import { entier } from '#db/cloison.ts'
import { toutes, valeur } from '../../fixtures/service.ts'
import { unEntretien, unId } from '../../fixtures/builders.ts'
import { phrase, unDossier } from '../coffre/aide.ts'
import { unCoffreDate } from '../conservation/aide.ts'

const sienne = 'zzqnotedecamille'

/** Camille wrote a note on an entretien that the titulaire reads as well as she does. */
const uneNote = async () => {
  const coffre = await unCoffreDate('2025-06-02', ['isc'])
  const { api, session } = coffre
  const entretien = unEntretien()
  await valeur(api.entretiens.enregistrer(entretien))
  for (const nom of ['Camille', 'Dominique'])
    await valeur(
      api.acces.ajouter({ id: unId(), nom, role: 'intervenant', dispositifs: ['isc'], phrase: `la phrase de ${nom}` }),
    )
  const ouvrir = async (secret: string) => {
    await session.verrouiller()
    await session.ouvrir({ phrase: secret })
  }
  const ou = { suiviId: entretien.suivi.id, entretienId: entretien.id }
  await ouvrir('la phrase de Camille')
  await valeur(api.notesPrivees.ecrire({ ...ou, texte: sienne }))
  return { ...coffre, ou, entretien, ouvrir }
}

test('une note privée n’est lue que de son auteur : ni d’un autre, ni du titulaire, par aucun appel ni dans la base qu’ils voient', async () => {
  const { api, session, ou, entretien, ouvrir, router } = await uneNote()
  expect((await valeur(api.notesPrivees.lire(ou))).texte).toBe(sienne)
  for (const secret of ['la phrase de Dominique', phrase]) {
    await ouvrir(secret)
    expect(await valeur(api.notesPrivees.lire(ou))).toEqual({ texte: '', modifieLe: null })
    expect(await session.db().selectFrom('note_privee').selectAll().execute()).toEqual([])
    expect((await valeur(api.entretiens.lister({ ...toutes, texte: sienne }))).total).toBe(0)
    const vu = JSON.stringify([
      await valeur(api.entretiens.lire({ id: entretien.id })),
      await valeur(api.personnes.lire({ id: entretien.presences[0]?.personneId ?? '' })),
    ])
    expect(vu).not.toContain(sienne)
    await valeur(api.notesPrivees.ecrire({ ...ou, texte: `la mienne ${secret}` }))
    await valeur(api.notesPrivees.ecrire({ ...ou, texte: '' }))
  }
  const forgee = { id: unId(), suivi_id: ou.suiviId, entretien_id: null, agent: unId(), texte: 'x', modifie_le: '' }
  await expect(entier(session.db()).insertInto('note_privee').values(forgee).execute()).rejects.toThrow('ecart')
  await entier(session.db()).updateTable('note_privee').set({ texte: 'réécrite' }).execute()
  await entier(session.db()).deleteFrom('note_privee').execute()

  const sortie = unDossier()
  const copie = { personneId: entretien.presences[0]?.personneId, tiers: [], notesPrivees: true, phrase }
  const ecrite = await router('droits', 'exporter', copie, { chemin: sortie })
  expect(ecrite).toMatchObject({ ok: true })
  expect(JSON.stringify(ecrite)).not.toContain(sienne)
  await ouvrir('la phrase de Camille')
  expect((await valeur(api.notesPrivees.lire(ou))).texte).toBe(sienne)
})

test('une note se range sous un suivi ou un entretien de ce suivi, et vidée elle n’existe plus', async () => {
  const { api, session, ou } = await uneNote()
  expect(await api.notesPrivees.ecrire({ suiviId: unId(), entretienId: null, texte: 'x' })).toMatchObject({
    erreur: { code: 'introuvable' },
  })
  expect(await api.notesPrivees.ecrire({ ...ou, entretienId: unId(), texte: 'x' })).toMatchObject({
    erreur: { code: 'introuvable' },
  })
  await valeur(api.notesPrivees.ecrire({ ...ou, entretienId: null, texte: 'du suivi' }))
  expect((await valeur(api.notesPrivees.lire({ ...ou, entretienId: null }))).texte).toBe('du suivi')
  expect((await valeur(api.notesPrivees.lire(ou))).texte).toBe(sienne)
  await valeur(api.notesPrivees.ecrire({ ...ou, texte: '' }))
  expect(await session.db().selectFrom('note_privee').select('texte').execute()).toEqual([{ texte: 'du suivi' }])
})

test('une purge emporte les notes privées de tous, sans que personne d’autre les ait lues', async () => {
  const { api, session, ou, ouvrir, aller } = await uneNote()
  await ouvrir(phrase)
  aller('2028-01-02')
  await valeur(api.conservation.purger({ id: unId(), attendues: [ou.suiviId], malgreBilans: false }))
  await ouvrir('la phrase de Camille')
  expect(await session.db().selectFrom('note_privee').selectAll().execute()).toEqual([])
})
