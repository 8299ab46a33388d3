import { PHRASE_ESSAI, type unService, valeur } from '../../fixtures/service.ts'
import { uneInstance, unPoint, uneReunion, unSignataire } from '../instances/des-instances.ts'

/** For each call on instances, an input that it accepts: a declared cellule de veille has met, and all present have signed. */
export const entreesDesInstances = async ({
  api,
}: Awaited<ReturnType<typeof unService>>): Promise<Readonly<Record<string, unknown>>> => {
  const instance = uneInstance({ genre: 'cellule-de-veille', frequence: 'mensuelle', l1325Le: '2025-01-10' })
  const reunion = uneReunion(instance.id)
  const reunionId = reunion.id
  const point = unPoint(reunionId)
  await valeur(api.instances.enregistrer(instance))
  await valeur(api.instances.enregistrerReunion(reunion))
  for (const fonction of ['maire', 'bailleur'])
    await valeur(api.instances.enregistrerSignataire(unSignataire(fonction)))
  await valeur(api.instances.noterPoint(point))
  return {
    'instances.lire': { annee: 2025, jour: '2025-06-02' },
    'instances.enregistrer': instance,
    'instances.adopterModele': { jour: '2025-06-02' },
    'instances.enregistrerReunion': reunion,
    'instances.signataires': undefined,
    'instances.enregistrerSignataire': unSignataire('pjj'),
    'instances.retirer': { genre: 'reunion', id: reunionId },
    'instances.retablir': { genre: 'reunion', id: reunionId },
    'instances.convocation': { reunionId },
    'instances.releve': { reunionId },
    'instances.lirePoints': { reunionId },
    'instances.noterPoint': point,
    'instances.effacerPoint': { reunionId, id: point.id },
    'instances.releveNominatif': { reunionId, phrase: PHRASE_ESSAI },
  }
}
