import { describe, expect, it } from 'vitest'
import { isc } from '#shared/domaine/dispositifs/isc/index.ts'
import type { Connus } from '#shared/domaine/import/connus.ts'
import { lireGrilles } from '#shared/domaine/import/lecture.ts'
import { planifier } from '#shared/domaine/import/planifier.ts'
import { signerLignes } from '#shared/domaine/import/signature.ts'

const rien: Connus = { empreintes: new Map(), personnes: [], suivis: [], jours: new Set(), parcours: new Map() }

const planifierTexte = (texte: string, connus: Connus = rien) => {
  const lignes = texte
    .trim()
    .split('\n')
    .map((ligne, rang) => ({ numero: rang + 1, cellules: ligne.split(';').map((c) => c.trim()) }))
  const lecture = lireGrilles([{ feuille: null, lignes }], isc, {}, '2026-11-22')
  expect([lecture.problemes, lecture.valeursInconnues]).toEqual([[], []])
  const empreintes = signerLignes('isc', lecture.lignes)
  let suite = 0
  const nouvelId = () => `id-${(suite += 1)}`
  const plan = planifier(lecture.lignes, {
    empreintes,
    connus,
    nomenclature: isc,
    necessite: false,
    nouvelId,
    avecNoms: true,
  })
  return { ...plan, empreintes, faits: plan.entretiens.map((e) => e.entretien) }
}
const nombreDe = (valeurs: readonly unknown[]) => new Set(valeurs).size

describe('reconnaître les personnes', () => {
  it('réunit les graphies d’un même nom à la même naissance, et garde la mieux écrite', () => {
    const plan = planifierTexte(`
      Date;Nom;Prénom;Né le
      09/03/2012;SZABO D'ALMEIDA;CEDRIC;01/02/1980
      10/03/2012;Szabó-D’Almeida;Cédric;1/2/80`)
    expect(plan).toMatchObject({ personnes: 1, personnesNouvelles: 1, doublonsPossibles: [] })
    expect(plan.faits[0]?.presences[0]?.fiche).toMatchObject({ nom: 'Szabó-D’Almeida', prenom: 'Cédric' })
  })

  it('reconnaît un nom écrit en capitales, qui y perdent leurs signes', () => {
    const plan = planifierTexte(`
      Date;Nom;Prénom
      09/03/2012;Yılmaz;Đorđe
      10/03/2012;YILMAZ;ĐORĐE`)
    expect(plan.personnes).toBe(1)
  })

  it('garde à part les homonymes, et les propose', () => {
    const plan = planifierTexte(`
      Date;Nom;Prénom;Né le
      09/03/2012;Urbain;Zoé;01/02/1980
      10/03/2012;Urbain;Zoé;
      11/03/2012;Urbain;Zoé;03/02/1980
      12/03/2012;Zoé;Urbain;
      13/03/2012;Urbain;Zoé;`)
    expect(plan).toMatchObject({ personnes: 4, personnesNouvelles: 4 })
    expect(plan.doublonsPossibles.map((d) => d.lignes)).toEqual([[2, 3, 4, 5, 6]])
  })

  it('fait une personne de chaque ligne anonyme', () => {
    const plan = planifierTexte(`
      Date;Nom;Public
      09/03/2012;;Victime
      09/03/2012;;Victime`)
    expect(plan).toMatchObject({ personnes: 2, anonymes: 2, doublonsPossibles: [] })
    expect(nombreDe(plan.entretiens.map((e) => e.empreinte))).toBe(2)
  })

  it('garde la réponse la plus récente, et dit la contradiction', () => {
    const plan = planifierTexte(`
      Date;Nom;Prénom;Sexe;Commune
      10/03/2012;Urbain;Zoé;Femme;Pantin
      09/03/2012;Urbain;Zoé;Homme;Bobigny`)
    expect(plan.faits[0]?.presences[0]?.fiche).toMatchObject({ commune: 'Pantin', reponses: { sexe: 'femme' } })
    expect(plan.avertissements.map((a) => a.lignes)).toEqual([[2, 3]])
    expect(plan.entretiens.map((e) => e.commune)).toEqual(['Bobigny', 'Pantin'])
  })
})

describe('réunir les lignes en situations', () => {
  const entete = 'Date;Nom;Prénom;Public;Saisine;Problématique'

  it('une même saisine et un même motif font une situation, un autre motif ou un autre rôle une autre', () => {
    const { faits } = planifierTexte(`
      ${entete}
      09/03/2012;Urbain;Zoé;Victime;Plainte;Logement
      10/03/2012;Urbain;Zoé;Victime;Plainte;Logement
      11/03/2012;Urbain;Zoé;Victime;Plainte;Addictions
      12/03/2012;Urbain;Zoé;Mis en cause;Plainte;Logement
      13/03/2012;Urbain;Léo;Victime;Plainte;Logement`)
    const ids = faits.map((f) => f.suivi.id)
    expect(ids[0]).toBe(ids[1])
    expect(nombreDe(ids)).toBe(4)
  })

  it('une réponse laissée vide rejoint la situation en cours', () => {
    const { faits } = planifierTexte(`
      ${entete}
      09/03/2012;Urbain;Zoé;Victime;Plainte;Logement
      10/03/2012;Urbain;Zoé;;;`)
    expect(nombreDe(faits.map((f) => f.suivi.id))).toBe(1)
    expect(faits[1]?.presences[0]?.role).toBe('victime')
    expect(faits[1]?.suivi.reponses).toEqual({ saisine: 'plainte', problematique: 'logement' })
  })

  it('le numéro de dossier réunit plusieurs personnes, et sépare deux affaires semblables', () => {
    const { faits } = planifierTexte(`
      ${entete};N° dossier
      09/03/2012;Urbain;Zoé;Victime;Plainte;Logement;12
      10/03/2012;Urbain;Léo;Mis en cause;Plainte;Logement;12
      11/03/2012;Urbain;Zoé;Victime;Plainte;Logement;13`)
    const ids = faits.map((f) => f.suivi.id)
    expect([ids[0] === ids[1], ids[0] === ids[2]]).toEqual([true, false])
  })

  it('additionne les problématiques secondaires et garde la date de saisine', () => {
    const { faits } = planifierTexte(`
      ${entete};Problématiques secondaires;Date de saisine
      09/03/2012;Urbain;Zoé;Victime;Plainte;Logement;Addictions;08/03/2012
      10/03/2012;Urbain;Zoé;Victime;Plainte;Logement;Suicide, Addictions;`)
    expect(faits[0]?.suivi).toMatchObject({
      saisineDate: '2012-03-08',
      reponses: { problematiquesSecondaires: ['addictions', 'suicide'] },
    })
  })
})

describe('tenir compte du coffre', () => {
  const ligne = 'Date;Nom;Prénom;Né le;Public;Saisine\n09/03/2012;Urbain;Zoé;01/02/1980;Victime;Plainte'
  const zoe = {
    id: 'zoe',
    nom: 'URBAIN',
    prenom: 'Zoé',
    naissance: '1980-02-01',
    telephone: null,
    commune: 'Pantin',
    reponses: { sexe: 'femme' },
  }
  const suivi = {
    id: 's1',
    closLe: null,
    saisineDate: null,
    reponses: { saisine: 'plainte', problematique: 'logement' },
    participations: [{ personneId: 'zoe', role: 'victime', reponses: {} }],
  }

  it('ignore une ligne déjà importée, et rattache la suite à la même personne, même renommée depuis', () => {
    const empreinte = [...planifierTexte(ligne).empreintes.values()][0] ?? ''
    const connus: Connus = {
      ...rien,
      empreintes: new Map([[empreinte, { suiviId: 's1', personneId: 'zoe' }]]),
      personnes: [{ ...zoe, nom: 'Urbain-Petit' }],
      suivis: [suivi],
    }
    const plan = planifierTexte(`${ligne}\n10/03/2012;Urbain;Zoé;01/02/1980;Victime;Plainte`, connus)
    expect(plan).toMatchObject({ ignorees: [{ ligne: 2 }], personnes: 1, personnesNouvelles: 0 })
    expect(plan.faits).toMatchObject([{ suivi: { id: 's1' }, presences: [{ personneId: 'zoe', fiche: null }] }])
  })

  it('complète une fiche du coffre sans rien y remplacer', () => {
    const plan = planifierTexte(
      'Date;Nom;Prénom;Né le;Sexe;Commune;Tél\n09/03/2012;Urbain;Zoé;01/02/1980;Homme;Bobigny;0102030405',
      { ...rien, personnes: [zoe], suivis: [suivi] },
    )
    expect(plan.faits[0]?.presences[0]?.fiche).toEqual({
      ...zoe,
      anonyme: false,
      telephone: '0102030405',
    })
    expect(plan.avertissements).toHaveLength(1)
    expect(plan.entretiens[0]?.commune).toBe('Bobigny')
  })

  it('ouvre une autre situation quand la première était close', () => {
    const close = { ...suivi, closLe: '2012-01-31' }
    const plan = planifierTexte(ligne, { ...rien, personnes: [zoe], suivis: [close] })
    expect(plan.faits[0]?.suivi.id).not.toBe('s1')
  })

  it('prévient d’un entretien déjà noté ce jour-là', () => {
    const connus = { ...rien, personnes: [zoe], jours: new Set(['zoe|2012-03-09']) }
    expect(planifierTexte(ligne, connus).avertissements.map((a) => a.lignes)).toEqual([[2]])
  })
})
