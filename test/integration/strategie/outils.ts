import { unService, valeur } from '../../fixtures/service.ts'

/** A coordinator's coffre, kept for these jobs, the Aix strategy in it. */
export const uneCoordination = async (
  dispositifs: readonly ('mission-locale' | 'isc' | 'tig')[] = [],
  jour = '2014-05-20',
) => {
  const service = await unService(jour)
  const { api } = service
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['coordination', ...dispositifs] }))
  await valeur(api.reglages.changerDispositif({ dispositif: 'coordination' }))
  const { id } = await valeur(api.strategie.chargerExemple({ exemple: 'aix-en-provence' }))
  const resumer = (annee: number) => valeur(api.strategie.resumer({ id, annee }))
  const ficheDe = async (numero: string, annee: number) => {
    const resume = (await resumer(annee)).fiches.find((f) => f.numero === numero)
    return valeur(api.strategie.lireFiche({ id: resume?.id ?? '', annee }))
  }
  const indicateurDe = async (numero: string, libelle: string, annee: number) => {
    const indicateur = (await ficheDe(numero, annee)).indicateurs.find((i) => i.libelle === libelle)
    if (indicateur === undefined) throw new Error(`no such indicator: ${libelle}`)
    return indicateur
  }
  return { ...service, id, resumer, ficheDe, indicateurDe }
}

/** What a call was refused for. */
export const refus = async (
  reponse: Promise<{ readonly ok: boolean; readonly erreur?: unknown }>,
): Promise<unknown> => {
  const recue = await reponse
  return recue.ok ? 'accepté' : recue.erreur
}
