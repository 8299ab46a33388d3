import type { Consolidation } from '#db/consolidation/base.ts'
import type { EnteteLot } from '#db/consolidation/entete.ts'
import { entetesDuPoste, lotsDuPoste, lotsEcartes, lotsEnVigueur } from '#db/consolidation/lots.ts'
import { listerAttendus, listerPostesSuivis, lirePosteSuivi } from '#db/consolidation/postes.ts'
import type { CodeDispositif } from '#shared/domaine/dispositifs/index.ts'
import { dresserGrille } from '#shared/domaine/lot/grille.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { DetailPoste, LotRecu, ReceptionFichier } from '#shared/ipc/contract/lots.ts'
import { jourLocal } from '#shared/utils/dates.ts'
import { empreinteDeCle } from './cles.ts'
import { empreinteDeDefinition } from './definition.ts'
import type { ReceptionLot } from './recevoir.ts'

/** Posts and years: what came, what is late, what is missing. */
export const grilleDesLots = async (base: Consolidation, dispositif: CodeDispositif, maintenant: Date) => {
  const attendus = (await listerAttendus(base)).filter((a) => a.dispositif === dispositif)
  const lots = await lotsEnVigueur(base, dispositif)
  const ecartes = await lotsEcartes(base, dispositif)
  const concernes = new Set([...attendus, ...lots].map((l) => l.posteId))
  const coffres = new Set(ecartes.map((e) => e.coffre))
  const postes = (await listerPostesSuivis(base)).filter(
    (p) => concernes.has(p.id) || (p.coffre !== null && coffres.has(p.coffre)),
  )
  const faits = { postes, attendus, lots, ecartes }
  return dresserGrille(faits, empreinteDeDefinition(dispositif), jourLocal(maintenant))
}

/** A post, its key, and every lot it ever gave, the replaced ones too. Throws `introuvable`. */
export const detailDuPoste = async (base: Consolidation, posteId: string): Promise<DetailPoste> => {
  const poste = await lirePosteSuivi(base, posteId)
  if (poste === undefined) throw new ErreurMetier('introuvable')
  const entetes = new Map((await entetesDuPoste(base, posteId)).map((e) => [e.lot, e.entete]))
  const vus = new Set<string>()
  const lots = (await lotsDuPoste(base, posteId)).map((lot): LotRecu => {
    const cle = `${lot.dispositif} ${lot.du} ${lot.au}`
    const enVigueur = !vus.has(cle)
    vus.add(cle)
    const { id, dispositif, du, au, numero, version, faitLe, recuLe } = lot
    return Object.assign(
      { id, dispositif, du, au, numero, version, faitLe, recuLe, enVigueur },
      resumer(entetes.get(id)),
    )
  })
  const { id, nom, cle, cleVerifieeLe } = poste
  return { id, nom, empreinte: cle === null ? null : empreinteDeCle(cle), cleVerifieeLe, lots }
}

const resumer = (entete: EnteteLot | undefined) => {
  const { postes = [], tableaux = [], demonstration = false } = entete ?? {}
  const bases = new Map<string, number>(tableaux.map((t) => [t.unite, t.base]))
  return {
    demonstration,
    etp: postes.reduce((n, p) => n + (p.etp * p.mois) / 12, 0),
    financementDu: postes.reduce((n, p) => n + p.financementDu, 0),
    bases: [...bases].map(([unite, nombre]) => ({ unite, nombre })),
  }
}

/** What is said of one file, on screen and at the command line. */
export const raconterReception = (fichier: string, reception: ReceptionLot): ReceptionFichier => {
  const { lot } = reception
  const recu = reception.etat === 'recu'
  return {
    fichier,
    etat: reception.etat,
    raison: recu ? null : reception.raison,
    poste: lot?.poste.nom ?? null,
    dispositif: lot?.dispositif ?? null,
    du: lot?.du ?? null,
    au: lot?.au ?? null,
    nouveauPoste: recu && reception.nouveauPoste,
    remplace: recu && reception.remplace,
  }
}
