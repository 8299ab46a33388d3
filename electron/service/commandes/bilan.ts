import { resolve } from 'node:path'
import type { Db } from '#db/connection.ts'
import { derniereEdition } from '#db/queries/registre.ts'
import { type Format, formats, type ModeSecret, modesSecret } from '#shared/domaine/bilan/bilan.ts'
import { CodeDispositifSchema, Jour } from '#shared/domaine/communs.ts'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { messageErreur } from '#shared/erreurs/messages.ts'
import { lireMorceau } from '#shared/ipc/morceau.ts'
import { type DemandeBilan, seuils } from '#shared/ipc/contract/bilans.ts'
import { republier } from '../bilan/editions.ts'
import { preparerBilan } from '../bilan/preparer.ts'
import { publierBilan, refusDe } from '../bilan/publier.ts'
import { preparerFormats } from '../export/index.ts'
import { type Arguments, type Commande, ErreurUsage } from './commande.ts'
import { avecConsolidation, optionsBase, usageBase } from './base-partagee.ts'
import { bilanEnTexte } from './bilan-en-texte.ts'

/** The report of a period: on standard output, or in files; that of a coordinator, always in files. */
export const bilan: Commande = {
  nom: 'bilan',
  droit: 'bilans',
  prouve: true,
  droitDe: (args) => (estDuCoordonnateur(args) ? 'coordination' : undefined),
  usage: `--coffre DIR --dispositif isc --annee AAAA | --du AAAA-MM-JJ --au AAAA-MM-JJ [--seuil 5|10|11|15] [--mode masquage|regroupement|arrondi|total] [--sortie DIR] [--republier] [--consolide [${usageBase}]] [--formats json,csv,ods,xlsx,odt,docx,pdf,html] [--format json]`,
  options: {
    coffre: { type: 'string' },
    dispositif: { type: 'string' },
    annee: { type: 'string' },
    du: { type: 'string' },
    au: { type: 'string' },
    seuil: { type: 'string' },
    mode: { type: 'string' },
    sortie: { type: 'string' },
    republier: { type: 'boolean' },
    consolide: { type: 'boolean' },
    ...optionsBase,
    formats: { type: 'string' },
  },
  executer: async (args, outilsCommande) => {
    if (estDuCoordonnateur(args)) {
      const { ecrireBilanCoordination } = await lireMorceau(() => import('./bilan-coordination.ts'))
      await ecrireBilanCoordination(args, outilsCommande)
      return 0
    }
    const { avecCoffre, ecrire, signaler } = outilsCommande
    const demande = lireDemande(args)
    const sortie = lireSortie(args)
    if (args.texte('base') !== undefined && !args.drapeau('consolide'))
      throw new ErreurUsage('--base va avec --consolide.')
    if (args.drapeau('republier') && args.texte('formats') !== undefined)
      throw new ErreurUsage('--republier rend tous les fichiers de l’édition : sans --formats.')
    if (args.drapeau('republier') && args.drapeau('consolide'))
      throw new ErreurUsage('--republier ne va pas avec --consolide.')
    const dossier = args.drapeau('republier') ? resolve(args.exiger('sortie')) : null
    // Read while the passphrase is derived.
    preparerFormats(sortie?.formats ?? [])
    await avecCoffre(resolve(args.exiger('coffre')), async (contexte) => {
      const outils = { ...contexte, db: contexte.db() }
      if (dossier !== null) {
        const fichiers = await republierDerniere(outils.db, demande, dossier)
        ecrire(args.json ? JSON.stringify({ fichiers }, undefined, 2) : fichiers.join('\n'))
        return
      }
      if (args.drapeau('consolide')) {
        const { bilanConsolide } = await lireMorceau(() => import('./bilan-consolide.ts'))
        await avecConsolidation(args, outils.db, (base) =>
          bilanConsolide({ ...outils, base }, demande, sortie, { ecrire, signaler, json: args.json }),
        )
        return
      }
      const prepare = await preparerBilan(outils, demande, 'publication')
      const { bilan: produit, refus } = prepare
      const fichiers = sortie === undefined ? [] : await publierBilan(outils, prepare, sortie)
      if (args.json) ecrire(JSON.stringify(produit, undefined, 2))
      else ecrire(sortie === undefined ? bilanEnTexte(produit) : conclusion(produit, sortie.dossier, fichiers))
      if (refus !== null) signaler(messageErreur(refusDe(refus).erreur))
      if (args.json) for (const fichier of fichiers) signaler(fichier)
    })
    return 0
  },
}

/** The last edition of these days as it was written, whatever changed since. Throws `introuvable` when there is none. */
const republierDerniere = async (db: Db, { dispositif, du, au }: DemandeBilan, dossier: string): Promise<string[]> => {
  const edition = await derniereEdition(db, dispositif, { du, au })
  if (edition === undefined) throw new ErreurMetier('introuvable')
  return republier(db, edition.id, dossier)
}

const conclusion = (prepare: BilanProtege, dossier: string, fichiers: readonly string[]): string =>
  [`${prepare.titre} : écrit dans ${dossier}`, ...fichiers.map((f) => `  ${f}`)].join('\n')

const estDuCoordonnateur = (args: Arguments): boolean => args.texte('dispositif') === 'coordination'

const lireDemande = (args: Arguments): DemandeBilan => {
  const dispositif = CodeDispositifSchema.safeParse(args.exiger('dispositif'))
  if (!dispositif.success) throw new ErreurUsage(`--dispositif est ${CodeDispositifSchema.options.join(' ou ')}.`)
  return { dispositif: dispositif.data, ...lirePeriode(args), seuil: lireSeuil(args), mode: lireMode(args) }
}

/** A year, or two days; the days win when both are given, as a half of that year. */
const lirePeriode = (args: Arguments): Pick<DemandeBilan, 'du' | 'au'> => {
  const annee = args.texte('annee')
  const du = args.texte('du') ?? (annee === undefined ? undefined : `${annee}-01-01`)
  const au = args.texte('au') ?? (annee === undefined ? undefined : `${annee}-12-31`)
  if (du === undefined || au === undefined) throw new ErreurUsage('Il manque --annee, ou --du et --au.')
  if (!Jour.safeParse(du).success || !Jour.safeParse(au).success) throw new ErreurMetier('periode-invalide')
  return { du, au }
}

const lireSeuil = (args: Arguments): DemandeBilan['seuil'] => {
  const demande = args.texte('seuil') ?? '5'
  const seuil = seuils.find((s) => String(s) === demande)
  if (seuil === undefined) throw new ErreurMetier('seuil-interdit')
  return seuil
}

const lireMode = (args: Arguments): ModeSecret => {
  const demande = args.texte('mode') ?? 'masquage'
  const mode = modesSecret.find((m) => m === demande)
  if (mode === undefined) throw new ErreurUsage(`--mode est : ${modesSecret.join(', ')}.`)
  return mode
}

const lireSortie = (args: Arguments): { dossier: string; formats: readonly Format[] } | undefined => {
  const dossier = args.texte('sortie')
  const demandes = args.texte('formats')
  if (dossier === undefined) {
    if (demandes !== undefined) throw new ErreurUsage('--formats va avec --sortie.')
    return undefined
  }
  const choisis = demandes === undefined ? formats : demandes.split(',').map((f) => lireFormat(f.trim()))
  return { dossier: resolve(dossier), formats: choisis }
}

const lireFormat = (nom: string): Format => {
  const format = formats.find((f) => f === nom)
  if (format === undefined) throw new ErreurUsage(`Format inconnu : ${nom}. Formats : ${formats.join(', ')}.`)
  return format
}
