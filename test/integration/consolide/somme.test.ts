import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { enregistrerEntretien } from '#db/queries/entretiens.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { listerEditions } from '#db/queries/registre.ts'
import { SANS_DOUBLE } from '#electron/service/consolide/lire.ts'
import type { Lot } from '#shared/domaine/lot/lot.ts'
import { attaquerSomme } from '../../attaque/attaquer-somme.ts'
import { unEntretien, unePersonne, unePresence } from '../../fixtures/builders.ts'
import { comparerAuCube, publierSomme, trahies } from '../../fixtures/consolider.ts'
import {
  anneeDe,
  desPostes,
  maintenant,
  type PosteInvente,
  publierPoste,
  uneCoordination,
} from '../../fixtures/postes-inventes.ts'
import { toutLire } from '../lots/aide.ts'

const demande = anneeDe(2025)

/** The persons' tables of many posts at once take the attacker minutes: they are in the campaign. */
const unites = ['suivis', 'saisines', 'entretiens', 'orientations'] as const

const MARQUE = /zzq/iu

/** Somebody whose every typed word bears a mark, alone in her commune. */
const marquer = async ({ db }: PosteInvente, rang: number): Promise<void> => {
  const fiche = unePersonne({ nom: `Zzqnom${rang}`, prenom: 'Zzqprenom', commune: `Zzqville${rang}` })
  const entretien = unEntretien({ date: '2025-03-04', note: 'zzqnote', presences: [unePresence(fiche)] })
  await enregistrerEntretien(db, await lireNomenclature(db, 'isc'), entretien, maintenant)
}

const ATTENTE = { timeout: 300_000 }

test(
  'le bilan de trois postes est leur somme, et ne laisse rien trouver à qui lit aussi le leur',
  ATTENTE,
  async () => {
    const postes = await desPostes(3)
    const { outils, db, recevoir } = await uneCoordination()
    const lots: Lot[] = []
    const dossiers: (string | null)[] = []
    for (const [i, poste] of postes.entries()) {
      await marquer(poste, i)
      // The last one publishes nothing of its own.
      dossiers.push(i === 2 ? null : await publierPoste(poste, demande))
      lots.push((await recevoir(poste, demande)).lot)
    }
    const { prepare, dossier } = await publierSomme(outils, demande)
    const { aPublier, perimetre, verification } = prepare
    expect(perimetre.lots.map((l) => l.poste)).toEqual(['Aubervilliers', 'Bobigny', 'Créteil'])
    expect(aPublier.bilan.sections[0]?.texte).toContain(SANS_DOUBLE)
    expect(aPublier.bilan.sections).toHaveLength(1)
    expect(aPublier.bilan.postes).toHaveLength(6)
    expect(verification.compares).toBeGreaterThan(300)
    expect(verification.ecarts).toEqual([])
    expect(readdirSync(dossier)).toEqual(['bilan-consolide-isc-2025-csv', 'bilan-consolide-isc-2025.json'])

    const { imprimees, masquees } = await comparerAuCube(outils, demande, prepare)
    expect(imprimees.filter((c) => c.dite !== c.vraie)).toEqual([])
    expect(imprimees.filter((c) => c.vraie < 5)).toEqual([])
    expect(imprimees.length).toBeGreaterThan(masquees)

    const { trouvees, faits } = await attaquerSomme(dossier, dossiers, { seuil: 5, mode: 'masquage' }, unites)
    expect(faits).toBeGreaterThan(50)
    expect(trouvees.length).toBeGreaterThan(15)
    expect(trahies(trouvees, lots)).toEqual([])

    // Nothing of what was typed about somebody came out of any post.
    const lus = readdirSync(dossier, { recursive: true, withFileTypes: true }).flatMap((f) =>
      f.isFile() ? [readFileSync(join(f.parentPath, f.name), 'utf8')] : [],
    )
    for (const { db: sien } of postes) expect(JSON.stringify(await toutLire(sien))).toMatch(MARQUE)
    expect([...lus, JSON.stringify(await toutLire(db))].filter((texte) => MARQUE.test(texte))).toEqual([])

    // Asked again, it is the same edition, to the byte; it is no edition of a post of this coffre.
    const encore = await publierSomme(outils, demande)
    expect(encore.prepare.aPublier.edition).not.toBeNull()
    expect(await listerEditions(db, 'isc', 'consolidation')).toHaveLength(1)
    expect(await listerEditions(db, 'isc')).toEqual([])
  },
)
