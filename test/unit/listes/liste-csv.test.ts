import { describe, expect, it } from 'vitest'
import type { Liste } from '#shared/domaine/dispositif.ts'
import { examinerListe, listeEnLignes } from '#shared/domaine/liste-csv.ts'

const liste: Liste = {
  code: 'origine',
  libelle: 'Origine',
  groupes: [
    { code: 'service', libelle: 'Police ou gendarmerie' },
    { code: 'exterieur', libelle: 'Extérieur' },
  ],
  modalites: [
    { code: 'plainte', libelle: 'Plainte', groupe: 'service' },
    { code: 'ccas', libelle: 'CCAS', groupe: 'exterieur', masquee: true },
    { code: 'autre', libelle: 'Autre', groupe: 'exterieur' },
  ],
  fusionnees: [{ code: 'pv', libelle: 'PV', vers: 'plainte' }],
}
const entete = ['code', 'libellé', 'groupe', 'masquée', 'ordre']
const examiner = (...lignes: readonly (readonly string[])[]) =>
  examinerListe(
    liste,
    [entete, ...lignes].map((cellules, rang) => ({ numero: rang + 1, cellules })),
  )
const fautesDe = (...lignes: readonly (readonly string[])[]) =>
  examiner(...lignes).apercu.fautes.map((f) => `${f.ligne} ${f.raison} ${f.valeur}`)

describe('une liste en CSV', () => {
  it('relue telle qu’elle est écrite, ne change rien', () => {
    const lignes = listeEnLignes(liste).map((cellules, rang) => ({ numero: rang + 1, cellules: cellules.map(String) }))
    const { apercu, modalites } = examinerListe(liste, lignes)
    expect(apercu).toEqual({
      ajoutees: [],
      renommees: [],
      masquees: [],
      proposees: [],
      reclassees: [],
      deplacees: 0,
      absentes: [],
      fautes: [],
    })
    expect(modalites.map((m) => [m.code, m.libelle, m.groupe, m.masquee, m.ordre])).toEqual([
      ['plainte', 'Plainte', 'service', false, 0],
      ['ccas', 'CCAS', 'exterieur', true, 1],
      ['autre', 'Autre', 'exterieur', false, 2],
    ])
  })

  it('dit ce qu’elle ajoute, renomme, masque, montre, reclasse et range', () => {
    const { apercu, modalites } = examiner(
      ['', 'Mairie', 'Extérieur', 'non', ''],
      ['autre', 'Divers', 'service', 'oui', '1'],
      ['ccas', 'CCAS', '', 'non', '2'],
    )
    expect(apercu).toEqual({
      ajoutees: ['Mairie'],
      renommees: [{ avant: 'Autre', apres: 'Divers' }],
      masquees: ['Divers'],
      proposees: ['CCAS'],
      reclassees: [{ libelle: 'Divers', groupe: 'Police ou gendarmerie' }],
      deplacees: 1,
      absentes: ['Plainte'],
      fautes: [],
    })
    expect(modalites[0]).toEqual({
      liste: 'origine',
      code: 'mairie',
      libelle: 'Mairie',
      masquee: false,
      ordre: null,
      groupe: 'exterieur',
    })
  })

  it('accepte les colonnes dans un autre ordre, et rend une formule neutralisée à son texte', () => {
    const lignes = [
      { numero: 1, cellules: ['Groupe', 'LIBELLE', 'Code'] },
      { numero: 2, cellules: ['exterieur', "'=HYPERLINK(1)", ''] },
    ]
    expect(examinerListe(liste, lignes).apercu.ajoutees).toEqual(['=HYPERLINK(1)'])
  })

  it('nomme chaque faute avec sa ligne', () => {
    expect(
      fautesDe(
        ['plainte', '', 'service'],
        ['Plainte !', 'Autre plainte', 'service'],
        ['pv', 'PV', 'service'],
        ['', 'Sans groupe', ''],
        ['', 'Ailleurs', 'Lune'],
        ['', 'Rang', 'service', 'non', 'premier'],
        ['', 'Peut-être', 'service', 'parfois'],
        ['', 'CCAS', 'service'],
        ['total', 'Total', 'service'],
      ),
    ).toEqual([
      '2 libelle-vide plainte',
      '3 code-invalide Plainte !',
      '4 code-fusionne PV',
      '5 groupe-absent Sans groupe',
      '6 groupe-inconnu Lune',
      '7 ordre-invalide premier',
      '8 masquee-invalide parfois',
      '10 code-invalide total',
      '9 libelle-double CCAS',
    ])
    expect(fautesDe(['ccas', 'CCAS', ''], ['ccas', 'Autre nom', ''])).toEqual(['3 code-double ccas'])
    expect(examinerListe(liste, [{ numero: 1, cellules: ['nom'] }]).apercu.fautes).toEqual([
      { ligne: 1, raison: 'colonnes', valeur: 'code' },
    ])
    expect(examinerListe(liste, []).apercu.fautes).toHaveLength(1)
  })
})
