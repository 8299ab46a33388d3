import type { Db } from '#db/connection.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { compterObservatoire } from '#db/queries/observatoire/compter.ts'
import type { DemandeCompte } from '#shared/domaine/observatoire/compte.ts'
import { ecrireFichiers } from '../export/ecrire-fichiers.ts'
import { classeurEnOds } from '../export/ods.ts'
import { observatoireEnCsv } from './csv.ts'
import { feuillesDuCompte } from './feuilles.ts'

/** Writes the counts of some days: one spreadsheet, and CSVs for programs. Only codes of lists were read to make them. */
export const exporterObservatoire = async (db: Db, demande: DemandeCompte, dossier: string): Promise<string[]> => {
  const compte = await compterObservatoire(db, demande)
  const nomenclature = await lireNomenclature(db, 'coordination')
  const feuilles = feuillesDuCompte(nomenclature, compte, demande.trouble)
  const base = `observatoire-${demande.du}-${demande.au}`
  const classeur = {
    titre: 'Observatoire de la tranquillité',
    jour: demande.au,
    feuilles: feuilles.map(({ nom, lignes, largeurs }) => ({
      nom,
      largeurs,
      lignes: lignes.map((ligne, rang) =>
        ligne.map((valeur) =>
          typeof valeur === 'number'
            ? ({ nombre: valeur, format: 'entier' } as const)
            : { texte: valeur, gras: rang === 0 },
        ),
      ),
    })),
  }
  return ecrireFichiers(
    dossier,
    new Map<string, string | Uint8Array | ReadonlyMap<string, string>>([
      [`${base}.ods`, await classeurEnOds(classeur)],
      [`${base}-csv`, observatoireEnCsv(nomenclature, compte, demande.trouble)],
    ]),
  )
}
