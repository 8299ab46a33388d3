import { expect, test } from 'vitest'
import { peutDemander, suivisVisibles, titulaire } from '#shared/domaine/acces/agent.ts'
import { droitDe } from '#shared/domaine/acces/droits-du-contrat.ts'
import { aDroit, codesRole, droits, peutConfier, rolesAgent } from '#shared/domaine/acces/roles.ts'
import { contract } from '#shared/ipc/contract.ts'

const ceuxQui = (droit: (typeof droits)[number]) => codesRole.filter((role) => aDroit(role, droit))

test('le suivi des personnes et leur comptage ne vont qu’à qui les suit', () => {
  expect(ceuxQui('suivi')).toEqual(['titulaire', 'intervenant'])
  expect(ceuxQui('bilans')).toEqual(['titulaire', 'intervenant'])
  expect(ceuxQui('publications')).toEqual(['titulaire', 'intervenant', 'coordonnateur', 'lecteur-statistique'])
  expect(ceuxQui('acces')).toEqual(['titulaire', 'administrateur'])
  expect(ceuxQui('secours')).toEqual(['titulaire'])
  expect(ceuxQui('copie-en-clair')).toEqual(['titulaire'])
})

test('le titulaire a tous les droits, chaque rôle ceux de tous, et chaque droit sert à un appel', () => {
  expect(droits.every((droit) => aDroit('titulaire', droit))).toBe(true)
  expect(rolesAgent.every((role) => aDroit(role, 'ouverture') && aDroit(role, 'tous'))).toBe(true)
  const demandes = new Set(
    Object.entries(contract).flatMap(([feature, appels]) => Object.keys(appels).map((a) => droitDe(feature, a))),
  )
  expect(demandes).toEqual(new Set(droits))
})

test('un appel qui n’est pas déclaré ne demande aucun droit, et n’en obtient aucun', () => {
  expect(droitDe('coffre', 'constructor')).toBeUndefined()
  expect(droitDe('__proto__', 'toString')).toBeUndefined()
  expect(droitDe('personnes', 'lister')).toBe('suivi')
})

test('qui ne lit pas le suivi ne l’ouvre à personne', () => {
  expect(rolesAgent.filter((role) => peutConfier('titulaire', role))).toEqual(rolesAgent)
  expect(rolesAgent.filter((role) => peutConfier('administrateur', role))).toEqual(
    rolesAgent.filter((role) => role !== 'intervenant'),
  )
  expect(rolesAgent.filter((role) => peutConfier('intervenant', role))).toEqual([])
})

test('un dispositif nommé doit être un des siens ; ce qui n’en est pas un est refusé ailleurs', () => {
  const camille = { ...titulaire, role: 'intervenant' as const, dispositifs: ['isc' as const] }
  expect(peutDemander(camille, 'bilans', 'isc')).toBe(true)
  expect(peutDemander(camille, 'bilans', 'cvp')).toBe(false)
  expect(peutDemander(camille, 'bilans', 'rien-de-tel')).toBe(true)
  expect(peutDemander(camille, 'reglages')).toBe(false)
  expect(suivisVisibles(camille)).toEqual(['isc'])
  expect(suivisVisibles({ ...camille, role: 'administrateur' })).toEqual([])
})
