import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { expect, it } from 'vitest'
import { modeleFourni } from '#electron/service/lettres/fournir.ts'
import {
  unEntretien,
  unePersonne,
  unePersonneAnonyme,
  unePresence,
  unId,
  unPartenaire,
} from '../../fixtures/builders.ts'
import { unService, valeur } from '../../fixtures/service.ts'
import { unDossier } from '../export/export.ts'

const zoe = unePersonne({ nom: 'Urbain & Fils <b>', prenom: 'Zoé', commune: 'Lille', telephone: '06 12 34 56 78' })

const unSuivi = async () => {
  const service = await unService()
  const { api, router } = service
  await valeur(api.reglages.ecrire({ nom: 'Poste Nord', intervenant: 'Alix Roy', verrouillageMinutes: 5 }))
  const partenaire = unPartenaire({ nom: 'Abri (inventé)', adresse: '1 rue Haute' })
  await valeur(api.partenaires.enregistrer(partenaire))
  const entretien = unEntretien({
    note: 'NOTE SECRÈTE',
    presences: [unePresence(zoe)],
    orientations: [{ id: unId(), destination: 'cidff', partenaireId: partenaire.id }],
  })
  await valeur(api.entretiens.enregistrer(entretien))
  const qui = { suiviId: entretien.suivi.id, personneId: zoe.id }
  const ecrire = async (modele: unknown, autres: object = {}) => {
    const chemin = await unDossier()
    const reponse = await router('lettres', 'ecrire', { modele, jour: '2025-06-02', ...qui, ...autres }, { chemin })
    if (!reponse.ok) return reponse.erreur
    const [nom = ''] = readdirSync(chemin)
    return { nom, xml: new PizZip(readFileSync(join(chemin, nom))).file('word/document.xml')?.asText() ?? '' }
  }
  return { ...service, qui, ecrire, entretien }
}

it('une lettre dit la personne, le poste et le partenaire ; jamais la note, ni les réponses', async () => {
  const { ecrire } = await unSuivi()
  const lettre = Object(await ecrire({ genre: 'fourni', code: 'fiche-liaison' }))
  expect(lettre.nom).toBe('fiche-liaison-1-2025-06-02.docx')
  for (const dit of [
    'Zoé',
    'URBAIN &amp; FILS &lt;B&gt;',
    'Lille',
    'Abri (inventé)',
    '1 rue Haute',
    '11/03/2025',
    'Alix Roy',
  ])
    expect(lettre.xml).toContain(dit)
  expect(lettre.xml).not.toMatch(/SECRÈTE|iolences|laint|[{}]/u)
})

it('le modèle du poste se garde, se remplit, se reprend tel quel et se retire', async () => {
  const { api, router, ecrire } = await unSuivi()
  const octets = await modeleFourni({ libelle: '', titre: 'Mot', paragraphes: ['Cher {prenom},'] }, '2025-06-02')
  const contenu = octets.toString('base64')
  const id = unId()
  expect(await valeur(api.lettres.examinerModele({ contenu }))).toEqual([])
  await valeur(api.lettres.ajouterModele({ id, nom: 'Mot d’été', contenu }))
  expect(await valeur(api.lettres.modeles())).toMatchObject([{ id, nom: 'Mot d’été' }])
  expect(Object(await ecrire({ genre: 'propre', id })).xml).toContain('Cher Zoé,')
  const chemin = await unDossier()
  await valeur(router('lettres', 'exporterModele', { modele: { genre: 'propre', id } }, { chemin }))
  expect(readFileSync(join(chemin, readdirSync(chemin)[0] ?? '')).equals(octets)).toBe(true)
  await valeur(api.lettres.supprimerModele({ id }))
  expect(await ecrire({ genre: 'propre', id })).toMatchObject({ code: 'introuvable' })
})

it('un modèle qui en demande trop est refusé avec la liste, et n’est pas gardé', async () => {
  const { api } = await unSuivi()
  const octets = await modeleFourni({ libelle: '', titre: 'Mot', paragraphes: ['{note} {mesure} {nom}'] }, '2025-06-02')
  const contenu = octets.toString('base64')
  expect(await valeur(api.lettres.examinerModele({ contenu }))).toEqual([
    { raison: 'inconnue', balise: 'note' },
    { raison: 'inconnue', balise: 'mesure' },
  ])
  expect(await api.lettres.ajouterModele({ id: unId(), nom: 'Mot', contenu })).toMatchObject({
    erreur: { code: 'fichier-illisible', champs: { fichier: 'balises' } },
  })
  expect(await valeur(api.lettres.modeles())).toEqual([])
})

it('refuse une personne anonyme, un suivi d’un autre métier, quelqu’un qui n’y est pas', async () => {
  const { api, ecrire } = await unSuivi()
  const anonyme = unePersonneAnonyme()
  const autre = unEntretien({ presences: [unePresence(anonyme)] })
  await valeur(api.entretiens.enregistrer(autre))
  const notice = { genre: 'fourni', code: 'notice' }
  expect(await ecrire(notice, { suiviId: autre.suivi.id, personneId: anonyme.id })).toMatchObject({
    champs: { personneId: 'anonyme' },
  })
  expect(await ecrire(notice, { suiviId: autre.suivi.id })).toMatchObject({ code: 'introuvable' })
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['isc', 'cvp'] }))
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  expect(await ecrire(notice)).toMatchObject({ code: 'introuvable' })
})

it('la remise de la notice se note, se corrige et se reprend ; jamais dans le futur', async () => {
  const { api, qui, db } = await unSuivi()
  const lire = async () => (await valeur(api.lettres.remise(qui))).date
  expect(await lire()).toBeNull()
  await valeur(api.lettres.noterRemise({ ...qui, date: '2025-05-30' }))
  await valeur(api.lettres.noterRemise({ ...qui, date: '2025-05-31' }))
  expect(await lire()).toBe('2025-05-31')
  expect(await api.lettres.noterRemise({ ...qui, date: '2025-06-03' })).toMatchObject({
    erreur: { champs: { date: 'futur' } },
  })
  expect(await api.lettres.noterRemise({ ...qui, suiviId: unId(), date: null })).toMatchObject({
    erreur: { code: 'introuvable' },
  })
  await valeur(api.lettres.noterRemise({ ...qui, date: null }))
  expect(await lire()).toBeNull()
  const { geste } = await db().selectFrom('journal').select('geste').orderBy('rang', 'desc').executeTakeFirstOrThrow()
  expect(geste).toBe('lettres.noterRemise')
})

it('la remise suit la personne dont la fiche est fusionnée, et revient si la fusion se défait', async () => {
  const { api, qui } = await unSuivi()
  const autre = unePersonne({ nom: 'Urbain', prenom: 'Zoé' })
  await valeur(api.entretiens.enregistrer(unEntretien({ presences: [unePresence(autre)] })))
  await valeur(api.lettres.noterRemise({ ...qui, date: '2025-05-30' }))
  const fusionId = unId()
  await valeur(api.personnes.fusionner({ fusionId, id: autre.id, absorbeeId: qui.personneId, deLAutre: [] }))
  const chez = async (personneId: string) => (await valeur(api.lettres.remise({ ...qui, personneId }))).date
  expect(await chez(autre.id)).toBe('2025-05-30')
  await valeur(api.personnes.defaireFusion({ id: autre.id, fusionId }))
  expect([await chez(autre.id), await chez(qui.personneId)]).toEqual([null, '2025-05-30'])
})
