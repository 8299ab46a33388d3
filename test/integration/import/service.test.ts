import { describe, expect, it } from 'vitest'
import { unCsv } from '../../fixtures/imports/fichiers.ts'
import { unService, valeur } from '../../fixtures/service.ts'

const demande = (lignes: readonly string[]) => ({
  nom: 'suivi.csv',
  contenu: unCsv(lignes).toString('base64'),
  dispositif: 'isc' as const,
  correspondance: {},
})

describe('les échanges, par le contrat', () => {
  it('examine sans écrire, refuse ce qui est impossible, importe le reste', async () => {
    const { api } = await unService()
    const impossible = demande(['09/03/2012;Urbain;Zoé;;Victime;Plainte;Logement;CCAS', '31/02/2012;Noël;Léo;;;;;'])
    expect(await valeur(api.echanges.examiner(impossible))).toMatchObject({ problemes: [{ ligne: 3 }], importees: 0 })
    expect(await api.echanges.importer(impossible)).toEqual({ ok: false, erreur: { code: 'import-refuse' } })
    expect(await valeur(api.bilans.annees({ dispositif: 'isc' }))).toEqual([])

    const bonne = demande(['09/03/2012;Urbain;Zoé;;;Plainte;Logement;CCAS', '10/03/2012;;;;Victime;;;'])
    expect(await valeur(api.echanges.importer(bonne))).toMatchObject({ importees: 2, personnes: 2, anonymes: 1 })
    const [zoe] = await valeur(api.personnes.chercher({ texte: 'urbain', limite: 5 }))
    const fiche = await valeur(api.personnes.lire({ id: zoe?.id ?? '' }))
    expect(fiche.suivis[0]?.participations[0]?.role).toBe('non-renseigne')
    expect(fiche.orientations.map((o) => [o.destination, o.statut])).toEqual([['ccas', 'inconnue']])
    expect((await valeur(api.aujourdhui.lire({ jour: '2012-03-10' }))).orientationsEnAttente).toEqual([])
    expect(await valeur(api.bilans.annees({ dispositif: 'isc' }))).toEqual([2012])
  })

  it('nomme la raison d’un fichier qui ne se lit pas', async () => {
    const { api } = await unService()
    const reponse = await api.echanges.examiner({ ...demande([]), contenu: Buffer.from('PK').toString('base64') })
    expect(reponse).toEqual({ ok: false, erreur: { code: 'fichier-illisible', champs: { fichier: 'abime' } } })
  })
})
