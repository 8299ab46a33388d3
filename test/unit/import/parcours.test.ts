import { describe, expect, it } from 'vitest'
import { cvp } from '#shared/domaine/dispositifs/cvp/index.ts'
import { missionLocale } from '#shared/domaine/dispositifs/mission-locale/index.ts'
import type { Cellule } from '#shared/domaine/import/cellule.ts'
import { clesDeTitre } from '#shared/domaine/import/colonne.ts'
import { lireGrilles } from '#shared/domaine/import/lecture.ts'
import { questionsImportables } from '#shared/domaine/import/questions.ts'
import { createLecteurDeValeurs } from '#shared/domaine/import/valeurs.ts'

const lire = (...lignes: readonly (readonly Cellule[])[]) =>
  lireGrilles(
    [{ feuille: null, lignes: lignes.map((cellules, rang) => ({ numero: rang + 1, cellules })) }],
    cvp,
    {},
    '2026-11-22',
  )
const champDe = (titre: string) => lire(['Date', 'Nom', titre]).colonnes[2]?.champ

describe('les colonnes du parcours', () => {
  it.each([
    ['DATE D’ENTREE', 'sejourEntree'],
    ['incarcéré(e) le', 'sejourEntree'],
    ['date de mise sous écrou', 'sejourEntree'],
    ['Date de sortie', 'sejourSortie'],
    ['SORTIE RÉELLE', 'sejourSortie'],
    ['levée d’écrou', 'sejourSortie'],
    ['Date de sortie prévue', 'repere.sortie-prevue'],
    ['Libérable le', 'repere.sortie-prevue'],
    ['Fin de peine', 'repere.fin-de-peine'],
    ['Statut pénal', 'statutPenal'],
    ['Mesure(s)', 'mesures'],
    ['Aménagements de peine', 'mesures'],
    ['MODE DE SORTIE', 'modeSortie'],
    ['Motif de sortie', 'motifSortie'],
    ['Date de fin', 'dateFin'],
    ['Logement à l’entrée', 'entree.logement'],
    ['logement (entrée)', 'entree.logement'],
    ['Entrée : logement', 'entree.logement'],
    ['Emploi à la sortie', 'sortie.activite'],
    ['Papiers d’identité à l’entrée', 'entree.papiers'],
    ['Ressources sortie', 'sortie.ressources'],
    ['Consentement', 'consentement.accompagnement'],
    ['Date du consentement', 'consentement.accompagnement.date'],
    ['Orienté par', 'prescripteur'],
    ['Date d’orientation', 'saisineDate'],
    ['Lieu de détention', 'sejourEtablissement'],
    ['Établissement', 'etablissement'],
    ['Logement', null],
  ])('« %s » est %s', (titre, champ) => {
    expect(champDe(titre)).toBe(champ)
  })

  it('ne se disputent aucun titre entre elles', () => {
    for (const dispositif of [cvp, missionLocale]) {
      const parcours = questionsImportables(dispositif).filter((q) => q.lecture !== undefined)
      const paires = parcours.flatMap((q) =>
        [...new Set(q.titres.map((t) => clesDeTitre(t)[0] ?? ''))].map((cle) => ({ cle, champ: q.champ })),
      )
      const disputes = [...Map.groupBy(paires, (p) => p.cle)].filter(([, p]) => p.length > 1)
      expect(disputes).toEqual([])
    }
  })

  it('chaque écriture d’une liste ne vaut qu’une réponse', () => {
    const lecteur = createLecteurDeValeurs({})
    for (const { champ, liste, lecture } of questionsImportables(cvp)) {
      if (lecture === undefined || liste === undefined) continue
      const question = { champ, libelle: champ, titres: [], liste, multiple: false }
      for (const { code, libelle, synonymes = [] } of liste.modalites)
        for (const texte of [libelle, ...synonymes])
          expect([champ, texte, lecteur.lire(question, texte, 1)]).toEqual([champ, texte, [code]])
    }
  })
})

describe('une ligne de parcours', () => {
  const titres = ['Nom', 'Orienté le', 'Consentement', 'Mesures']
  const faitsDe = (...cellules: readonly Cellule[]) => {
    const { lignes, problemes, valeursInconnues } = lire(titres, cellules)
    return { faits: lignes[0]?.faits, problemes, valeursInconnues }
  }

  const mesures = (texte: string) => faitsDe('Roche', '02/01/2025', '', texte).faits?.mesures.map((m) => m.mesure)

  it.each([
    ['12/03/2025', 'donne', '2025-03-12'],
    ['oui le 12/03/2025', 'donne', '2025-03-12'],
    ['Signé le 12/03/25', 'donne', '2025-03-12'],
    ['refus (12/03/2025)', 'refuse', '2025-03-12'],
    ['refus', 'refuse', null],
  ])('lit l’accord « %s »', (cellule, reponse, date) => {
    const { faits, problemes } = faitsDe('Roche', '02/01/2025', cellule, '')
    expect(problemes).toEqual([])
    expect(faits?.consentements).toEqual([{ objet: 'accompagnement', reponse, date }])
  })

  it('sépare les mesures d’une cellule, anciens libellés compris, et ne lit rien dans « aucune »', () => {
    expect(mesures('SME, sursis-TIG + bracelet\nLC')).toEqual(['sme', 'sursis-tig', 'pse', 'lc'])
    expect(mesures('aucune')).toEqual([])
    expect(mesures('Fin de peine sans mesure')).toEqual(['aucune'])
  })

  it('demande ce que veut dire une mesure inconnue, sans la perdre', () => {
    expect(faitsDe('Roche', '02/01/2025', '', 'SL ; XYZ').valeursInconnues).toMatchObject([
      { champ: 'mesures', valeur: 'XYZ', lignes: [2] },
    ])
  })
})
