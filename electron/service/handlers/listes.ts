import { dispositifCourant } from '#db/queries/dispositifs.ts'
import { defaireFusion, effetDeFusion, fusionnerModalites, listerFusions } from '#db/queries/fusion-modalites.ts'
import { lireNomenclatureDuPoste, modifierModalites } from '#db/queries/nomenclature.ts'
import { lireRepartition } from '#db/queries/repartition.ts'
import type { Db } from '#db/connection.ts'
import type { Liste } from '#shared/domaine/dispositif.ts'
import { texteDe } from '#shared/domaine/import/cellule.ts'
import { examinerListe, listeEnLignes } from '#shared/domaine/liste-csv.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import type { HandlersDe } from '../context.ts'
import { ecrireFichiers } from '../export/ecrire-fichiers.ts'
import { lignesEnCsv } from '../export/lignes-csv.ts'
import { lireCsv } from '../import/lire-csv.ts'

export const listes: HandlersDe<'listes'> = {
  effetFusion: (fusion, { db }) => effetDeFusion(db(), fusion),
  fusionner: (fusion, { db, maintenant }) => fusionnerModalites(db(), fusion, maintenant()),
  fusions: (_, { db }) => listerFusions(db()),
  defaireFusion: ({ id }, { db }) => defaireFusion(db(), id),
  repartition: async ({ liste, annee }, { db }) => lireRepartition(db(), await dispositifCourant(db()), liste, annee),
  exporter: async ({ liste }, { db, chemin: dossier }) => {
    if (dossier === undefined) throw new ErreurMetier('annule')
    const contenu = lignesEnCsv(listeEnLignes(await lireListe(db(), liste)))
    return { dossier, fichiers: await ecrireFichiers(dossier, new Map([[`liste-${liste}.csv`, contenu]])) }
  },
  examiner: async (fichier, { db }) => (await lireFichierDeListe(db(), fichier)).apercu,
  importer: async (fichier, { db }) => {
    const { apercu, modalites } = await lireFichierDeListe(db(), fichier)
    if (apercu.fautes.length > 0) throw new ErreurMetier('import-refuse')
    await modifierModalites(db(), modalites)
    return apercu
  },
}

const lireListe = async (db: Db, code: string): Promise<Liste> => {
  const liste = (await lireNomenclatureDuPoste(db)).listes.find((l) => l.code === code)
  if (liste === undefined) throw new ErreurMetier('entree-invalide', { champs: { liste: 'inconnue' } })
  return liste
}

const lireFichierDeListe = async (db: Db, { liste, contenu }: { readonly liste: string; readonly contenu: string }) => {
  const { lignes } = lireCsv(Buffer.from(contenu, 'base64'))
  return examinerListe(
    await lireListe(db, liste),
    lignes.map(({ numero, cellules }) => ({ numero, cellules: cellules.map(texteDe) })),
  )
}
