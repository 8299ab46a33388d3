import { expect, test } from 'vitest'
import { inscrireEdition } from '#db/queries/registre.ts'
import { inTransaction } from '#db/transaction.ts'
import type { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { type Annee, nombre, remplir, taux, uneAnnee } from './une-annee.ts'

/** Cells of the row of an indicator in the bilan: target, N, N-1, evolution, target reached. */
const ligne = async (annee: Annee, libelle: string): Promise<readonly string[]> => {
  const html = await annee.apercu('bilan')
  const rangee = html.split('<tr').find((tr) => tr.includes(`<th scope="row">${libelle}`)) ?? ''
  return [...rangee.matchAll(/<td[^>]*>([^<]*)<\/td>/gu)].map(([, texte = '']) =>
    texte.replaceAll(/[\u00A0\u202F]/gu, ' '),
  )
}

test('un petit nombre de personnes est masqué, ainsi que tout ce qui le redonnerait', async () => {
  const annee = await uneAnnee()
  await annee.noter('3.1', 'Personnes accueillies', '2012', nombre(8))
  await annee.noter('3.1', 'Personnes accueillies', '2013', nombre(3))
  await annee.noter('3.1', 'Personnes accueillies', '2013', nombre(3), 'cible')
  // Neither the change from N-1 nor whether the target was reached is told.
  expect(await ligne(annee, 'Personnes accueillies')).toEqual(['3', 's', '8', '–', '–'])
  const html = await annee.apercu('bilan')
  expect(html).toMatch(/3\.1 [^<]*<\/th><td class="texte">[^<]*<\/td><td class="texte">–/u)
})

test('l’année d’avant est masquée aussi, et l’évolution avec elle', async () => {
  const annee = await uneAnnee()
  await annee.noter('3.1', 'Personnes accueillies', '2012', nombre(2))
  await annee.noter('3.1', 'Personnes accueillies', '2013', nombre(10))
  expect(await ligne(annee, 'Personnes accueillies')).toEqual(['–', '10', 's', '–', '–'])
})

test.each([
  ['peu de personnes au numérateur', taux(3, 40), 's'],
  ['peu de personnes au complément', taux(37, 40), 's'],
  ['peu de personnes en tout', taux(2, 4), 's'],
  ['assez de part et d’autre', taux(10, 40), '25,0 %'],
  ['personne', taux(0, 40), '0,0 %'],
] as const)('un taux : %s', async (_, valeurDuTaux, dit) => {
  const annee = await uneAnnee()
  await annee.noter('1.4', 'Taux de remplissage', '2013-S1', valeurDuTaux)
  expect((await ligne(annee, 'Taux de remplissage'))[1]).toBe(dit)
})

test('les périodes ne sont pas imprimées : leur somme ne redonne pas celle qui manque', async () => {
  const annee = await uneAnnee()
  await annee.noter('3.2', 'Personnes formées', '2013-S1', nombre(41))
  await annee.noter('3.2', 'Personnes formées', '2013-S2', nombre(3))
  expect((await ligne(annee, 'Personnes formées'))[1]).toBe('44')
  expect(await annee.apercu('bilan')).not.toMatch(/>\s*41\s*</u)
})

test('une chose se compte sans être masquée ; ce dont Jalon ne sait rien est tenu pour des personnes', async () => {
  const annee = await uneAnnee()
  await annee.noter('2.2', 'Actions développées', '2013', nombre(2))
  expect((await ligne(annee, 'Actions développées'))[1]).toBe('2')
  const indicateur = await annee.indicateurDe('2.2', 'Actions développées')
  const { id, ficheId, libelle, type, periodicite, sens, liaison } = indicateur
  for (const unite of ['rappels à l’ordre', 'zorglubs', '']) {
    await valeur(
      annee.api.strategie.enregistrerIndicateur({ id, ficheId, libelle, type, unite, periodicite, sens, liaison }),
    )
    expect((await ligne(annee, 'Actions développées'))[1]).toBe('s')
  }
})

test('un territoire masqué ne se retrouve ni par le total ni par les autres territoires', async () => {
  const annee = await uneAnnee()
  const { api, strategieId } = annee
  for (const nom of ['Nord', 'Sud']) await valeur(api.strategie.enregistrerTerritoire({ id: unId(), strategieId, nom }))
  const modele = await annee.ficheDe('3.1')
  await valeur(api.strategie.declinerFiche({ id: modele.id }))
  const noterPour = async (nord: number, sud: number, tout: number) => {
    const declinees = (await annee.fiches()).filter((f) => f.numero === modele.numero)
    for (const { id, territoireId } of declinees) {
      const { indicateurs } = await valeur(api.strategie.lireFiche({ id, annee: 2013 }))
      const { territoires } = await valeur(api.strategie.resumer({ id: strategieId, annee: 2013 }))
      const nom = territoires.find((t) => t.id === territoireId)?.nom
      const n = nom === undefined ? tout : nom === 'Nord' ? nord : sud
      const indicateurId = indicateurs[0]?.id ?? ''
      await valeur(api.strategie.noterValeur({ indicateurId, periode: '2013', genre: 'realise', valeur: nombre(n) }))
    }
  }
  const lus = async () =>
    [
      ...(await annee.apercu('bilan')).matchAll(
        /<th scope="row">Personnes accueillies[^<]*<\/th><td>[^<]*<\/td><td>([^<]*)</gu,
      ),
    ].map(([, n]) => n)
  await noterPour(12, 3, 15)
  expect(await lus()).toEqual(['15', 's', 's'])
  // Each part is large enough, what is left of the whole is not.
  await noterPour(12, 13, 27)
  expect(await lus()).toEqual(['27', 's', 's'])
  await noterPour(12, 13, 25)
  expect(await lus()).toEqual(['25', '12', '13'])
})

test('ce que Jalon compte de personnes vient du bilan publié, ou n’est pas imprimé', async () => {
  const annee = await uneAnnee(undefined, ['tig'])
  await remplir(annee)
  expect(await ligne(annee, 'TIG accueillis')).toEqual(['6', 'non publié', 'non publié', '–', '–'])
  expect(await annee.apercu('bilan')).toContain('Le bilan 2013 n’est pas publié')
  await publier(annee, 2013, { valeur: 9, avant: 6 })
  expect(await ligne(annee, 'TIG accueillis')).toEqual(['6', '9', '6', '+50,0 %', 'oui'])
  expect((await annee.apercu('bilan')).replaceAll(/<[^>]+>/gu, '|')).toMatch(
    /Personnes accueillies\|+personnes\|+9\|+6\|+\+50,0/u,
  )
  // The latest edition is the one that is quoted; what it hides is hidden here.
  await publier(annee, 2013, { valeur: null, avant: 6 })
  expect(await ligne(annee, 'TIG accueillis')).toEqual(['6', 's', '6', '–', '–'])
})

/** Enters an edition in the ledger, as a publication does. */
const publier = (
  { db }: Annee,
  an: number,
  { valeur: n, avant }: { readonly valeur: number | null; readonly avant: number },
): Promise<void> => {
  const chiffre = {
    id: 'personnes',
    libelle: 'Personnes accueillies',
    definition: '',
    unite: 'personnes',
    etat: n === null ? ('masque' as const) : ('publie' as const),
    valeur: n,
    precedents: [{ annee: an - 1, etat: 'publie' as const, valeur: avant }],
  }
  const periode = { du: `${an}-01-01`, au: `${an}-12-31` }
  const document: Bilan = {
    schema: 'jalon-bilan/1',
    dispositif: 'tig',
    titre: 'Bilan',
    demonstration: false,
    periode,
    indicateurs: {},
    chiffres: [chiffre],
    postes: [],
    sections: [],
    tableaux: [],
    secret: { seuil: 5, mode: 'masquage', catalogue: 'tig/1', cellulesMasquees: 0, audit: { statut: 'protege' } },
  }
  const edition = { dispositif: 'tig', ...periode, seuil: 5, mode: 'masquage', catalogue: 'tig/1' } as const
  const entete = { id: unId(), creeeLe: '2014-02-01T10:00:00.000Z', empreinte: '', remplaceId: null, motif: null }
  return inTransaction(db(), (trx) =>
    inscrireEdition(trx, { ...entete, ...edition, document, certificat: null }, [], []),
  )
}
