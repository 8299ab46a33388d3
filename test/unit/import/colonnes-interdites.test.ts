import { expect, it } from 'vitest'
import { cvp } from '#shared/domaine/dispositifs/cvp/index.ts'
import type { Dispositif } from '#shared/domaine/dispositif.ts'
import { isc } from '#shared/domaine/dispositifs/isc/index.ts'
import { missionLocale } from '#shared/domaine/dispositifs/mission-locale/index.ts'
import { raisonDInterdire } from '#shared/domaine/import/colonnes-interdites.ts'
import { lireGrilles } from '#shared/domaine/import/lecture.ts'
import { questionsImportables } from '#shared/domaine/import/questions.ts'

it.each([
  ['Infraction', 'infraction'],
  ['NATURE DE L’INFRACTION', 'infraction'],
  ['Motif d’incarcération', 'infraction'],
  ['Motif de l’écrou', 'infraction'],
  ['Faits reprochés', 'infraction'],
  ['Date du jugement', 'jugement'],
  ['Condamnation', 'jugement'],
  ['Nb condamnations', 'jugement'],
  ['Quantum', 'jugement'],
  ['Durée de la peine', 'jugement'],
  ['Reliquat de peine', 'jugement'],
  ['Tribunal', 'jugement'],
  ['Casier judiciaire', 'casier'],
  ['Antécédents', 'casier'],
  ['Récidiviste', 'casier'],
  ['N° d’écrou', 'écrou'],
  ['Numéro écrou', 'écrou'],
  ['écrou', 'écrou'],
  ['NIR', 'sécurité sociale'],
  ['N° sécu', 'sécurité sociale'],
  ['Numéro de sécurité sociale', 'sécurité sociale'],
  ['N° étranger', 'sécurité sociale'],
  ['Nationalité détaillée', 'nationalité'],
  ['Pays de naissance', 'nationalité'],
  ['Religion', 'religion'],
  ['Régime alimentaire', 'religion'],
  ['Santé', 'médical'],
  ['Diagnostic', 'médical'],
  ['Diagnostic psy', 'médical'],
  ['Traitement', 'médical'],
  ['Addictions', 'médical'],
  ['Suivi psychiatrique', 'médical'],
  ['Alias', 'filiation'],
])('ne lit jamais « %s »', (titre, mot) => {
  expect(raisonDInterdire(titre)?.toLowerCase()).toContain(mot)
})

it.each([
  'Date d’écrou',
  'Levée d’écrou',
  'Fin de peine',
  'Nationalité',
  'Diagnostic à l’entrée',
  'Date du diagnostic',
  'Couverture maladie à l’entrée',
  'Droits santé à l’entrée',
  'Durée',
  'Origine',
  'Observations',
  'Commune',
  '',
])('laisse « %s »', (titre) => {
  expect(raisonDInterdire(titre)).toBeUndefined()
})

it('n’interdit aucun titre que déclare un métier de la sortie de prison', () => {
  const interdits = [cvp, missionLocale].flatMap((dispositif) =>
    questionsImportables(dispositif)
      .flatMap((q) => q.titres)
      .filter((titre) => raisonDInterdire(titre) !== undefined),
  )
  expect(interdits).toEqual([])
})

it('lit la « nature des faits » d’un commissariat, qui est sa question, et jamais celle d’un détenu', () => {
  const lignes = [
    { numero: 1, cellules: ['Date', 'Nom', 'Nature des faits'] },
    { numero: 2, cellules: ['09/03/2025', 'Roche', 'Logement'] },
  ]
  const lire = (dispositif: Dispositif) => lireGrilles([{ feuille: null, lignes }], dispositif, {}, '2026-11-22')
  expect(lire(isc).colonnesInterdites).toEqual([])
  expect(lire(cvp).colonnesInterdites.map((c) => c.titre)).toEqual(['Nature des faits'])
})
