import { type unService, valeur } from '../../fixtures/service.ts'
import { unId } from '../../fixtures/builders.ts'

/** For each call on lots, an input that it accepts: a key was made, and one lot is expected. */
export const entreesDesLots = async ({
  api,
}: Awaited<ReturnType<typeof unService>>): Promise<Readonly<Record<string, unknown>>> => {
  const { publique } = await valeur(api.postesSuivis.cle())
  const attendu = { posteId: unId(), nom: 'Pantin', dispositif: 'isc', annee: 2024, pourLe: '2025-03-31' } as const
  await valeur(api.postesSuivis.attendre(attendu))
  const { posteId } = attendu
  return {
    'lots.lireCle': { contenu: Buffer.from('pas une clé').toString('base64') },
    'lots.signature': undefined,
    'lots.faits': { dispositif: 'isc' },
    'lots.donner': { dispositif: 'isc', annee: 2025, destinataire: publique, avecSections: false },
    'postesSuivis.cle': undefined,
    'postesSuivis.donnerCle': undefined,
    'postesSuivis.grille': { dispositif: 'isc' },
    'postesSuivis.recevoir': { fichiers: [{ nom: 'a.age', contenu: Buffer.from('rien').toString('base64') }] },
    'postesSuivis.detail': { posteId },
    'postesSuivis.verifierCle': { posteId },
    'postesSuivis.attendre': attendu,
    'postesSuivis.preparerBilan': { dispositif: 'isc', du: '2023-01-01', au: '2023-12-31', seuil: 5, mode: 'total' },
    'postesSuivis.publierBilan': {
      dispositif: 'isc',
      du: '2023-01-01',
      au: '2023-12-31',
      seuil: 5,
      mode: 'total',
      formats: ['json'],
    },
    'postesSuivis.editions': { dispositif: 'isc' },
    'postesSuivis.republier': { dispositif: 'isc', edition: unId() },
    'postesSuivis.base': undefined,
    // Nobody listens there: no test of hostile values reaches a server.
    'postesSuivis.choisirBase': { adresse: 'postgres://alice@127.0.0.1:9/jalon', phrase: 'ruche', autorite: null },
    'postesSuivis.quitterBase': undefined,
    'postesSuivis.oublierAttendu': { posteId, dispositif: 'isc', annee: 2023 },
  }
}
