import { expect, test } from 'vitest'
import { colonnesDuParcours } from '#db/queries/bilan-parcours.ts'
import { compterPersonnes, lireFaits } from '#db/queries/bilan.ts'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { declarerNecessite, enregistrerMesure, enregistrerStatutPenal } from '#db/queries/parcours/cadre-penal.ts'
import { noterConsentement } from '#db/queries/parcours/consentements.ts'
import { enregistrerDemarche, noterStatutDemarche } from '#db/queries/parcours/demarches.ts'
import { enregistrerPassage } from '#db/queries/parcours/passages.ts'
import { enregistrerSituation } from '#db/queries/parcours/situations.ts'
import { cloturerSuivi } from '#db/queries/suivis.ts'
import { apercuDe } from '../../fixtures/preparer.ts'
import { uneBase } from '../../fixtures/base.ts'
import { unEntretien, unePersonne, unePresence, unId } from '../../fixtures/builders.ts'
import { contenuDe } from '#electron/service/export/contenu.ts'

const maintenant = new Date('2025-12-31T12:00:00')
const annee = { du: '2025-01-01', au: '2025-12-31' }

/** A post that follows people out of prison, where the judicial frame may be noted. */
const unPosteCvp = async () => {
  const db = await uneBase()
  const n = await lireNomenclature(db, 'cvp')
  await declarerNecessite(db, n, { declareeLe: '2025-01-02', par: 'dpo' })
  /** Met in detention, released, met outside, closed: one whole follow-up. */
  const suivre = async (sortie: { readonly logement: string; readonly activite: string } | null) => {
    const suivi = { id: unId(), saisineDate: '2025-01-06', reponses: { prescripteur: 'spip-milieu-ferme' } }
    const fiche = unePersonne({ nom: 'Zzmarque', prenom: `Zz${suivi.id}`, reponses: { sexe: 'homme' } })
    const presences = [unePresence(fiche, { role: 'accompagnee', reponses: {} })]
    const rencontrer = (date: string, reponses: Record<string, string>) =>
      enregistrerEntretien(db, n, unEntretien({ suivi, date, presences, reponses, note: 'Zznote' }), maintenant)
    const suiviId = suivi.id
    await rencontrer('2025-01-20', { modalite: 'detention', etablissement: 'ma-perigueux' })
    const accord = { objet: 'accompagnement', reponse: 'donne', par: 'cvp', aupresDe: 'personne' } as const
    await noterConsentement(db, n, { id: unId(), suiviId, date: '2025-01-20', ...accord }, maintenant)
    await enregistrerStatutPenal(db, n, { id: unId(), suiviId, statut: 'condamne', du: '2025-01-01' }, maintenant)
    const mesure = { mesure: 'sp', du: '2025-03-01', finPrevue: null, au: null }
    await enregistrerMesure(db, n, { id: unId(), suiviId, ...mesure }, maintenant)
    const sejour = { etablissement: 'ma-perigueux', quartier: null, entree: '2024-10-01', sortie: '2025-03-03' }
    await enregistrerPassage(db, n, { id: unId(), suiviId, ...sejour, mode: 'fin-de-peine-avec-sp' }, maintenant)
    const entree = { date: '2025-01-20', jointe: true, validee: true }
    const reponses = { logement: 'detention', activite: 'non-inscrit' }
    await enregistrerSituation(db, n, { suiviId, moment: 'entree', ...entree, reponses }, maintenant)
    await rencontrer('2025-03-10', { modalite: 'rendez-vous', etablissement: 'mairie' })
    const demarche = { domaine: 'logement', demarche: 'siao', partenaireId: null, echeance: null } as const
    const id = unId()
    await enregistrerDemarche(
      db,
      n,
      { id, suiviId, ...demarche, ouverteLe: '2025-02-01', precision: 'Zzprecision' },
      maintenant,
    )
    await noterStatutDemarche(db, n, { id: unId(), demarcheId: id, statut: 'aboutie', date: '2025-03-03' }, maintenant)
    if (sortie === null) return
    const fin = { date: '2025-09-01', jointe: true, validee: true }
    await enregistrerSituation(db, n, { suiviId, moment: 'sortie', ...fin, reponses: sortie }, maintenant)
    await cloturerSuivi(db, n, { id: suiviId, date: '2025-09-01', motif: 'objectifs-atteints' }, maintenant)
  }
  return { db, n, suivre }
}

test('lit du parcours ces colonnes, et rien d’une mesure, d’une décision ni d’une précision', async () => {
  const lues = Object.entries(colonnesDuParcours).flatMap(([, colonnes]) => colonnes.map((c) => c.split(' as ')[0]))
  expect(new Set(lues)).toEqual(
    new Set([
      'comite.date',
      'comite_decision.suivi_id',
      'consentement.date',
      'consentement.objet',
      'consentement.reponse',
      'consentement.suivi_id',
      'contrat.au',
      'contrat.du',
      'contrat.suivi_id',
      'contrat.type',
      'demarche.domaine',
      'demarche.id',
      'demarche.ouverte_le',
      'demarche.suivi_id',
      'demarche_statut.date',
      'demarche_statut.demarche_id',
      'demarche_statut.id',
      'demarche_statut.statut',
      'entretien.date',
      'entretien.suivi_id',
      'parcours_repere.date',
      'parcours_repere.suivi_id',
      'passage.entree',
      'passage.etablissement',
      'passage.id',
      'passage.mode',
      'passage.sortie',
      'passage.suivi_id',
      'situation.date',
      'situation.jointe',
      'situation.moment',
      'situation.reponses',
      'situation.suivi_id',
      'statut_penal.du',
      'statut_penal.id',
      'statut_penal.statut',
      'statut_penal.suivi_id',
      'suivi.id',
      'suivi.motif_cloture',
    ]),
  )
  const { db, suivre } = await unPosteCvp()
  await suivre(null)
  const faits = await lireFaits(db, 'cvp', annee)
  expect(faits.parcours.passages).toHaveLength(1)
  expect(JSON.stringify(faits)).not.toMatch(/Zzmarque|Zznote|Zzprecision|"sp"|"mesure"/iu)
})

test('fait d’un vrai coffre le bilan des suivis, de l’entrée à la sortie', async () => {
  const { db, suivre } = await unPosteCvp()
  for (let i = 0; i < 9; i += 1) await suivre({ logement: 'locataire-social', activite: 'cdi' })
  for (let i = 0; i < 8; i += 1) await suivre({ logement: 'hebergement', activite: 'recherche' })
  for (let i = 0; i < 7; i += 1) await suivre(null)
  const bilan = await apercuDe(db, { dispositif: 'cvp', ...annee, seuil: 5 }, maintenant)
  expect(bilan.indicateurs).toMatchObject({
    personnes: 24,
    personnesNouvelles: 24,
    suivisInitiesEnDetention: 24,
    entretiens: 48,
    entretiensEnDetention: 24,
    accords: 24,
    demarches: 24,
    partDemarchesAbouties: 100,
    suivisClos: 17,
    partLogementSortie: 52.9,
    partInserees: 52.9,
    'delai-accord': 14,
    'delai-premier-entretien': 14,
    'delai-accueil': 7,
    'delai-demarche': 30,
    'delai-accueil-n': 24,
  })
  const figures = contenuDe(bilan).flatMap((b) => (b.type === 'figure' ? [b] : []))
  const logement = figures.find((f) => f.alternative.startsWith('Diagramme de flux : Logement'))
  expect(logement?.alternative).toContain('Sans logement, ou en détention → Logement stable : 9')
  expect(logement?.dessin.svg).toContain('Logement stable : 9')
})

test('ne montre rien de tout cela dans le bilan d’un autre métier', async () => {
  const { db, suivre } = await unPosteCvp()
  for (let i = 0; i < 6; i += 1) await suivre(null)
  const faits = await lireFaits(db, 'isc', annee)
  expect([faits.suivis, faits.personnes, faits.parcours.passages, faits.parcours.contacts]).toEqual([[], [], [], []])
  expect(await compterPersonnes(db, 'isc', [annee])).toEqual([0])
  expect(await compterPersonnes(db, 'cvp', [{ du: '2024-01-01', au: '2024-12-31' }, annee])).toEqual([0, 6])
})
