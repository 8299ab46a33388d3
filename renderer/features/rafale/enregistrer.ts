import { annoncer } from '#app/annoncer.tsx'
import { api, essayer, signaler } from '#app/api.ts'
import { heure } from '#app/dates.ts'
import { annoncerEcriture } from '#app/ecritures.ts'
import { enUnGeste } from '#app/gestes.ts'
import type { ExamenRafale, LigneRafale } from '#shared/domaine/rafale/lignes.ts'

/**
 * Saves the lines without error one by one, by the call of the form, and gives back those that are left: the ones in error,
 * and from the first refusal on all the others. Ten seconds to undo the whole burst; `rendre` then gets its lines back.
 */
export const enregistrerRafale = async (
  lignes: readonly LigneRafale[],
  examen: ExamenRafale,
  rendre: (lignes: readonly LigneRafale[]) => void,
): Promise<readonly LigneRafale[]> => {
  const faits = new Set(examen.lignes.filter((l) => l.dejaEnregistree).map((l) => l.id))
  const nouveaux: string[] = []
  let dernier: string | undefined
  await enUnGeste(async () => {
    for (const entretien of examen.entretiens) {
      const reponse = await essayer(api.entretiens.enregistrer(entretien))
      if (!reponse.ok) return signaler(reponse.erreur)
      dernier = reponse.value.enregistreLe
      nouveaux.push(entretien.id)
      faits.add(entretien.id)
    }
  })
  if (dernier !== undefined) {
    annoncerEcriture()
    const saisies = lignes.filter((l) => nouveaux.includes(l.id))
    const combien = nouveaux.length > 1 ? `${nouveaux.length} entretiens enregistrés` : '1 entretien enregistré'
    annoncer(`${combien} à ${heure(dernier)}`, {
      apres: () => rendre(saisies.map(({ cellules }) => ({ id: crypto.randomUUID(), cellules }))),
      annule: 'Rafale annulée : ses lignes sont revenues dans la grille',
    })
  }
  return lignes.filter((l) => !faits.has(l.id))
}
