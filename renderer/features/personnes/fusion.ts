import { annoncer } from '#app/annoncer.tsx'
import { api, reussir } from '#app/api.ts'
import type { ChampFusion } from '#shared/domaine/fusion.ts'
import { choisir, relireTout } from './store.ts'

/** Makes two files one, shows it, and leaves ten seconds to change one's mind; after that, the file itself undoes it. */
export const fusionner = async (id: string, absorbeeId: string, deLAutre: readonly ChampFusion[]): Promise<boolean> => {
  const fusionId = crypto.randomUUID()
  if (!(await reussir(api.personnes.fusionner({ fusionId, id, absorbeeId, deLAutre: [...deLAutre] })))) return false
  await Promise.all([relireTout(), choisir(id)])
  annoncer('Fiches fusionnées', { annule: 'Fusion défaite : les deux fiches sont comme avant' })

  return true
}

export const defaireFusion = async (id: string, fusionId: string): Promise<void> => {
  if (await defaire(id, fusionId)) annoncer('Fusion défaite : les deux fiches sont comme avant')
}

export const declarerDistinctes = async (id: string, autreId: string): Promise<void> => {
  if (!(await dire(id, autreId, true))) return
  annoncer('Deux personnes distinctes : elles ne seront plus proposées', { annule: 'Elles sont de nouveau proposées' })
}

const defaire = async (id: string, fusionId: string): Promise<boolean> => {
  const fait = await reussir(api.personnes.defaireFusion({ id, fusionId }))
  if (fait) await Promise.all([relireTout(), choisir(id)])
  return fait
}

const dire = async (id: string, autreId: string, distinctes: boolean): Promise<boolean> => {
  const fait = await reussir(api.personnes.declarerDistinctes({ id, autreId, distinctes }))
  if (fait) await relireTout()
  return fait
}
