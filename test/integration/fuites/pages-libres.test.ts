import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { cheminsDuCoffre } from '#electron/service/coffre/chemins.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { cleDuCoffre } from '../epreuves/observateur.ts'
import { pagesEnClair } from '../epreuves/pages.ts'

/** Ends of words, for an index keeps of a word what the one before it lacks. Each begins unlike any other. */
const marques = ['wzkmarquenom', 'vzkmarqueprenom', 'yzkmarquenote', 'xzkmarqueancienne', 'uzkmarquebrouillon'] as const
const finDe = (marque: string): string => marque.slice(2)

const unCoffreMarque = async () => {
  const service = await unService()
  const { api, dossier } = service
  const personne = unePersonne({ nom: marques[0], prenom: marques[1] })
  const entretien = unEntretien({ presences: [unePresence(personne)], note: `Parle de ${marques[3]} et du logement` })
  await valeur(api.entretiens.enregistrer(entretien))
  for (let i = 0; i < 40; i += 1)
    await valeur(
      api.entretiens.enregistrer(unEntretien({ note: `Une autre note, la ${i}e, du logement et du travail` })),
    )
  const titre = marques[4]
  await valeur(api.brouillons.enregistrer({ id: unId(), titre, contenu: JSON.stringify({ note: titre.repeat(300) }) }))
  await valeur(
    api.entretiens.enregistrer({
      ...entretien,
      presences: [unePresence(personne, { fiche: null })],
      note: marques[2].repeat(3).concat(' ', marques[2]),
    }),
  )
  const lisibles = async (): Promise<string[]> => {
    await valeur(api.coffre.verrouiller())
    const pages = pagesEnClair(cheminsDuCoffre(dossier).base, await cleDuCoffre(dossier, 'une phrase pour les essais'))
    await valeur(api.coffre.ouvrir({ phrase: 'une phrase pour les essais' }))
    const encodages = ['utf8', 'utf16le'] as const
    return marques.filter((m) => encodages.some((e) => pages.includes(Buffer.from(finDe(m), e))))
  }
  return { ...service, lisibles }
}

/** Every row that a mark can be in, removed as a purge removes it. */
const toutOter = ['revision', 'geste', 'brouillon', 'presence', 'participation', 'entretien', 'suivi', 'personne']

test('ce qui est ôté du coffre n’est plus dans aucune page, libre ou non, ni dans l’index des mots', async () => {
  const { db, lisibles } = await unCoffreMarque()
  // The reader of pages sees what is there.
  expect(await lisibles()).toEqual([...marques])
  for (const table of toutOter) await sql`delete from ${sql.table(table)}`.execute(db())
  expect(await lisibles()).toEqual([])
})

test('le mot d’une note changée n’est plus dans l’index, et les autres s’y trouvent encore', async () => {
  const { db, lisibles } = await unCoffreMarque()
  for (const table of ['revision', 'geste']) await sql`delete from ${sql.table(table)}`.execute(db())
  expect(await lisibles()).not.toContain(marques[3])
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from note_mots where note_mots match 'logement'`.execute(db())
  expect(rows[0]?.n).toBe(40)
})
