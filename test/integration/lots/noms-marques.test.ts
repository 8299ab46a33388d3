import { Decrypter } from 'age-encryption'
import { expect, test } from 'vitest'
import { ecrireTexte } from '#db/queries/bilan.ts'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { lireNomenclature, modifierModalite } from '#db/queries/nomenclature.ts'
import { enregistrerPartenaire } from '#db/queries/partenaires.ts'
import { unEntretien, unePersonne, unePresence, unId, unPartenaire } from '../../fixtures/builders.ts'
import { maintenant, toutLire, unLot, unPoste, uneCoordination } from './aide.ts'

/** Words that nothing else holds, one for each place where something about somebody is typed. */
const marques = {
  nom: 'Zzqnomarque',
  prenom: 'Zzqprenomarque',
  telephone: '0699887701',
  naissance: '1931-03-17',
  note: 'zzqnotemarque',
  echeance: 'zzqecheancemarque',
  partenaire: 'Zzqpartenairemarque',
  interlocuteur: 'Zzqinterlocuteurmarque',
  commune: 'Zzqcommunerare',
  mot: 'Zzqmotdunseul',
  texte: 'zzqtextenonconfirme',
} as const

/** A post of six persons and one more, marked in every field, alone in her commune and in a word that the post added. */
const unPosteMarque = async () => {
  const db = await unPoste('Aubervilliers', 6)
  const partenaire = unPartenaire({ nom: marques.partenaire, interlocuteur: marques.interlocuteur })
  await enregistrerPartenaire(db, await lireNomenclature(db, 'isc'), partenaire)
  const local = {
    liste: 'problematique',
    code: 'zzqmotdunseul',
    libelle: marques.mot,
    masquee: false,
    ordre: null,
    groupe: null,
  }
  await modifierModalite(db, local)
  const fiche = unePersonne({
    nom: marques.nom,
    prenom: marques.prenom,
    telephone: marques.telephone,
    naissance: marques.naissance,
    commune: marques.commune,
  })
  const suivi = { id: unId(), saisineDate: '2025-03-10', reponses: { problematique: local.code } }
  const entretien = unEntretien({
    suivi,
    note: marques.note,
    presences: [unePresence(fiche)],
    echeances: [{ id: unId(), date: '2025-06-01', libelle: marques.echeance }],
    orientations: [{ id: unId(), destination: 'cidff', partenaireId: partenaire.id }],
  })
  await enregistrerEntretien(db, await lireNomenclature(db, 'isc'), entretien, maintenant)
  await ecrireTexte(db, { dispositif: 'isc', annee: 2025, section: 'contexte', texte: marques.texte })
  return { db, suivi }
}

test('aucun octet d’un lot, ni de la base du coordinateur qui le reçoit, ne porte un mot marqué', async () => {
  const { db, cle, recevoir } = await uneCoordination()
  const poste = await unPosteMarque()
  const { octets } = await unLot(poste.db, cle.publique)
  const ouvreur = new Decrypter()
  ouvreur.addIdentity(cle.secrete)
  const clair = await ouvreur.decrypt(octets, 'text')
  expect(await recevoir(octets)).toMatchObject({ etat: 'recu' })
  const recus = clair + JSON.stringify(await toutLire(db))
  // The detector sees what a post holds: it would see it here.
  expect(lisibles(JSON.stringify(await toutLire(poste.db)))).toEqual(Object.keys(marques))
  expect(lisibles(recus)).toEqual([])
  for (const { id } of await poste.db.selectFrom('personne').select('id').execute()) expect(recus).not.toContain(id)
  expect(clair).toContain('hors-liste')
})

test('un mot ajouté par le poste est dit dès que cinq personnes le partagent ; un texte, dès qu’il est confirmé', async () => {
  const { cle } = await uneCoordination()
  const { db, suivi } = await unPosteMarque()
  for (let i = 0; i < 4; i += 1) {
    const autre = unEntretien({ suivi: { ...suivi, id: unId() }, presences: [unePresence(unePersonne())] })
    await enregistrerEntretien(db, await lireNomenclature(db, 'isc'), autre, maintenant)
  }
  const { lot } = await unLot(db, cle.publique, { avecSections: true })
  expect(lot.modalites.map((m) => m.libelle)).toContain(marques.mot)
  expect(lot.sections).toEqual([{ code: 'contexte', texte: marques.texte }])
  expect(lisibles(JSON.stringify(lot))).toEqual(['mot', 'texte'])
})

const lisibles = (texte: string): string[] =>
  Object.entries(marques).flatMap(([nom, marque]) => (texte.toLowerCase().includes(marque.toLowerCase()) ? [nom] : []))
