import { expect, test } from 'vitest'
import { champEnMots, changementEnMots, codeEnMots, valeurEnMots } from '#app/historique.ts'
import { gesteEnMots } from '#app/gestes-en-mots.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'

const nomenclature = dispositifs.isc
const mots = { nomenclature, noms: { 'p-1': 'CCAS' } }

test('un changement se lit comme à l’écran : libellés, dates, noms, et rien de renseigné', () => {
  expect(changementEnMots(mots, { champ: 'role', avant: 'victime', apres: 'temoin' })).toBe('Victime → Témoin')
  expect(changementEnMots(mots, { champ: 'saisine_date', avant: null, apres: '2026-03-12' })).toBe(
    'non renseigné → 12/03/2026',
  )
  expect(valeurEnMots(mots, 'partenaire_id', 'p-1')).toBe('CCAS')
  expect(valeurEnMots(mots, 'partenaire_id', 'p-2')).toBe('fiche qui n’est plus là')
  expect(valeurEnMots(mots, 'statut', 'attente')).not.toBe('attente')
  const question = nomenclature.champs.find((c) => c.liste !== undefined)
  expect(champEnMots(nomenclature, `reponses.${question?.code}`)).toBe(question?.libelle)
})

test('un mot tapé n’est jamais pris pour un code, même s’il en a l’air', () => {
  expect(codeEnMots(nomenclature, 'nom', 'victime')).toBe('victime')
  expect(valeurEnMots(mots, 'note', 'victime')).toBe('victime')
})

test('un geste se dit en français, celui d’une commande aussi', () => {
  expect(gesteEnMots('personnes.quitterFoyer')).toBe('Personnes : départ d’un foyer')
  expect(gesteEnMots('revisions.annuler')).toBe('Annulation d’un geste')
  expect(gesteEnMots('commande.importer')).toBe('Ligne de commande : importer')
})
