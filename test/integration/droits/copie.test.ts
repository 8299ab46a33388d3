import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { classement, colonnesDe } from '#db/conservation/classement.ts'
import { rubriques } from '#electron/service/droits/libelles.ts'
import { dezipper } from '#electron/service/export/zip.ts'
import { unEntretien, unePersonne, unePresence, unId, unPartenaire } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { phrase, unDossier } from '../coffre/aide.ts'
import { jalon } from '../commandes/jalon.ts'
import { unCoffreDate } from '../conservation/aide.ts'
import { entretienJustice } from '../parcours/un-parcours.ts'

/** Of what a person is given, an id or the clock of the PC tells her nothing; the rest has its words. */
const techniques = new Set(
  'id suivi_id personne_id entretien_id demarche_id comite_id journee_id reunion_id dispositif empreinte rang cree_le modifie_le note_le agent'.split(
    ' ',
  ),
)

test('toute colonne qui parle d’une personne est dans sa copie, avec des mots', () => {
  const dites = new Set([
    'foyer',
    'distinction',
    'fusion',
    'modalite_fusion_ligne',
    'brouillon',
    'reprise',
    'revision',
    'note_rang',
    'personne_mot',
    'personne_recue',
    'personne',
  ])
  const manquent = Object.entries(classement).flatMap(([table, classe]) =>
    'hors' in classe || dites.has(table)
      ? []
      : colonnesDe(classe)
          .filter((c) => !techniques.has(c) && !Object.hasOwn(rubriques[table]?.colonnes ?? {}, c))
          .map((c) => `${table}.${c}`),
  )
  expect(manquent).toEqual([])
})

const unCouple = async () => {
  const coffre = await unCoffreDate('2025-06-02', ['isc', 'cvp'])
  const { api } = coffre
  const partenaire = unPartenaire({ nom: 'Le CIDFF de la ville' })
  await valeur(api.partenaires.enregistrer(partenaire))
  const elle = unePersonne({ nom: 'Keïta', prenom: 'Aïcha', naissance: '1990-05-12', telephone: '0601020304' })
  const lui = unePersonne({ nom: 'Zzqtiers', prenom: 'Barnabé', naissance: '1980-01-02', telephone: '0699887700' })
  const ensemble = unEntretien({
    presences: [unePresence(elle), unePresence(lui)],
    note: 'Aïcha craint BARNABÉ Zzqtiers (0699887700).',
    orientations: [{ id: unId(), destination: 'cidff', partenaireId: partenaire.id }],
    echeances: [{ id: unId(), date: '2025-06-09', libelle: 'Rappeler Aïcha' }],
  })
  const sansElle = unEntretien({
    suivi: ensemble.suivi,
    presences: [unePresence(lui)],
    note: 'zzqseulaveclui',
    date: '2025-03-12',
  })
  for (const entretien of [ensemble, sansElle]) await valeur(api.entretiens.enregistrer(entretien))
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  await valeur(api.parcours.declarerNecessite({ necessite: { declareeLe: '2025-01-02', par: 'dpo' } }))
  const cvp = entretienJustice(elle, 'cvp')
  await valeur(api.entretiens.enregistrer(cvp))
  await valeur(
    api.parcours.enregistrerMesure({
      id: unId(),
      suiviId: cvp.suivi.id,
      mesure: 'sp',
      du: '2025-01-01',
      finPrevue: null,
      au: null,
    }),
  )
  await valeur(api.reglages.changerDispositif({ dispositif: 'isc' }))
  return { ...coffre, elle, lui }
}

const lireCopie = (dossier: string) => {
  const noms = readdirSync(dossier).toSorted()
  const [json = '', pdf = ''] = ['.json', '.pdf'].map((fin) =>
    readFileSync(join(dossier, noms.find((n) => n.endsWith(fin)) ?? ''), 'utf8'),
  )
  return { noms, json, pdf }
}

test('une copie dit tout d’elle, de tous ses suivis, et rien des tiers, même dans les notes ; elle ne sort que si l’on redonne sa phrase', async () => {
  const { api, router, session, elle, lui, incidents } = await unCouple()
  expect(await valeur(api.droits.tiers({ personneId: elle.id }))).toEqual({
    tiers: [{ id: lui.id, nom: 'ZZQTIERS Barnabé' }],
    notesPrivees: 0,
  })
  const sortie = unDossier()
  const demande = { personneId: elle.id, tiers: [], notesPrivees: false }
  expect(
    await router('droits', 'exporter', { ...demande, phrase: 'une autre phrase' }, { chemin: sortie }),
  ).toMatchObject({ ok: false, erreur: { code: 'phrase-incorrecte' } })
  expect(readdirSync(sortie)).toEqual([])
  expect(await router('droits', 'exporter', { ...demande, phrase }, { chemin: sortie })).toMatchObject({ ok: true })
  const { noms, json, pdf } = lireCopie(sortie)
  expect(noms.join(' ')).not.toMatch(/Ke|A[iï]cha/iu)
  for (const texte of [json, pdf]) {
    for (const dit of [
      'Aïcha',
      '0601020304',
      'Le CIDFF de la ville',
      'Rappeler Aïcha',
      'Sursis probatoire',
      'Autre personne n° 1 (masquée)',
    ])
      expect(texte).toContain(dit)
    expect(texte).toContain('Aïcha craint [masqué]')
    expect(texte).not.toMatch(/zzq|barnab|0699887700/iu)
  }
  const montree = unDossier()
  expect(
    await router(
      'droits',
      'exporter',
      { personneId: elle.id, tiers: [lui.id], notesPrivees: false, phrase },
      { chemin: montree },
    ),
  ).toMatchObject({ ok: true })
  expect(lireCopie(montree).json).toContain('ZZQTIERS Barnabé')
  expect(lireCopie(montree).json).not.toContain('zzqseulaveclui')
  await valeur(api.droits.ecarter({ id: unId(), personneId: elle.id, genre: 'limitation' }))
  const ecartee = unDossier()
  expect(
    await router(
      'droits',
      'exporter',
      { personneId: elle.id, tiers: [], notesPrivees: false, phrase },
      { chemin: ecartee },
    ),
  ).toMatchObject({ ok: true })
  expect(lireCopie(ecartee).json).toContain('Limitation')
  const journal = await session
    .db()
    .selectFrom('journal')
    .select(['geste', 'objet'])
    .where('geste', '=', 'droits.exporter')
    .execute()
  expect(journal).toEqual(Array.from({ length: 3 }, () => ({ geste: 'droits.exporter', objet: elle.id })))
  expect(incidents).toEqual([])
})

test('l’analyse d’impact et le registre disent ce que le coffre fait, métier par métier', async () => {
  const { api, router } = await unCouple()
  const source = 'Délibération du conseil municipal du 3 mars 2025.'
  await valeur(
    api.conservation.choisirRegle({
      dispositif: 'isc',
      regle: { mois: 18, sort: 'anonymisation', visa: false, source, par: 'dpo' },
    }),
  )
  for (const document of ['aipd', 'registre']) {
    const sortie = unDossier()
    expect(await router('droits', 'ecrireDocument', { dispositif: 'isc', document }, { chemin: sortie })).toMatchObject(
      { ok: true },
    )
    const [nom = ''] = readdirSync(sortie)
    const corps = dezipper(readFileSync(join(sortie, nom))).find((f) => f.nom === 'word/document.xml')
    const texte = Buffer.from(corps?.contenu ?? '').toString('utf8')
    for (const dit of ['18 mois', source, '131072', 'AES-256-GCM', 'Titulaire : 1', 'Problématique', '[à compléter]'])
      expect(texte).toContain(dit)
    expect(texte).not.toMatch(/Ke[iï]ta|zzq/iu)
  }
  expect(
    await router('droits', 'ecrireDocument', { dispositif: 'tig', document: 'aipd' }, { chemin: unDossier() }),
  ).toMatchObject({ erreur: { code: 'introuvable' } })
})

test('jalon droits et jalon purger, sans fenêtre : ce qu’ils disent ne nomme personne', async () => {
  const coffre = join(unDossier(), 'coffre')
  expect(await jalon(['creer', '--coffre', coffre])).toMatchObject({ code: 0 })
  const simule = await jalon(['purger', '--coffre', coffre, '--simuler', '--format', 'json'])
  expect(JSON.parse(simule.stdout)).toEqual({
    schema: 'jalon-purger/1',
    simule: true,
    aTerme: [],
    bientot: [],
    brouillons: 0,
    comptes: null,
  })
  const sortie = unDossier()
  expect(await jalon(['droits', '--coffre', coffre, '--personne', 'nul', '--sortie', sortie])).toMatchObject({
    code: 2,
  })
  expect(await jalon(['droits', '--coffre', coffre, '--personne', unId(), '--sortie', sortie])).toMatchObject({
    code: 1,
  })
  expect(existsSync(join(sortie, 'x')) || readdirSync(sortie).length > 0).toBe(false)
}, 60_000)
