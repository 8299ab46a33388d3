import type { Db } from '#db/connection.ts'
import { lireEntree } from '#electron/service/bilan/entree.ts'
import { preparerBilan } from '#electron/service/bilan/preparer.ts'
import { bilanEnHtml } from '#electron/service/export/html.ts'
import { convertirBilan } from '#electron/service/export/index.ts'
import { type Atelier, createAtelier } from '#electron/service/secret/atelier.ts'
import { formats } from '#shared/domaine/bilan/bilan.ts'
import type { BilanProtege } from '#shared/domaine/secret/protege.ts'
import type { DemandeBilan } from '#shared/ipc/contract/bilans.ts'
import { ouvrirImprimante } from '#build/imprimer-chromium.ts'
import { chronometrer, enMs, type Ligne } from './harnais.ts'
import { maintenant } from './poste.ts'

// Where the time of one report goes: its parts, one after the other, each taken once in the same run.

type Part = { readonly quoi: string; readonly ms: number }

/** From the counting to the audit; the worker is new, and told from what it computes. */
export const partsDeLaPreuve = async (
  db: Db,
  demande: DemandeBilan,
): Promise<{ readonly bilan: BilanProtege; readonly parts: readonly Part[] }> => {
  const atelier = createAtelier()
  const durees: { readonly travail: 'accomplir' | 'controler'; readonly ms: number; readonly calculs: number }[] = []
  const chronometree: Atelier = {
    ...atelier,
    accomplir: async (tache, suivi) => {
      const debut = performance.now()
      const constat = await atelier.accomplir(tache, suivi)
      durees.push({ travail: 'accomplir', ms: performance.now() - debut, calculs: constat.controle.calculs })
      return constat
    },
    controler: async (tache, lues, suivi) => {
      const debut = performance.now()
      const verdict = await atelier.controler(tache, lues, suivi)
      durees.push({ travail: 'controler', ms: performance.now() - debut, calculs: verdict.calculs })
      return verdict
    },
  }
  try {
    const compter = await chronometrer(() => lireEntree(db, demande, maintenant()))
    const debut = performance.now()
    const { bilan } = await preparerBilan(
      { db, atelier: chronometree, maintenant, progression: () => undefined },
      demande,
      'apercu',
    )
    const entier = performance.now() - debut
    const [premiere, ...autres] = durees.filter((d) => d.travail === 'accomplir')
    const audits = durees.filter((d) => d.travail === 'controler')
    const somme = (lot: typeof durees): number => lot.reduce((total, d) => total + d.ms, 0)
    const calculs = (lot: typeof durees): string =>
      `${lot.length} parts, ${lot.reduce((n, d) => n + d.calculs, 0)} programs`
    return {
      bilan,
      parts: [
        { quoi: 'every row read, every table counted', ms: compter },
        {
          quoi: `the worker started; persons hidden, lightest, proved (${premiere?.calculs ?? 0} programs in the proof)`,
          ms: premiere?.ms ?? 0,
        },
        { quoi: `the other units, and years before (${calculs(autres)})`, ms: somme(autres) },
        { quoi: `the document read again and attacked (${calculs(audits)})`, ms: somme(audits) },
        { quoi: 'between them: posed, composed, checked', ms: entier - compter - somme(durees) },
      ],
    }
  } finally {
    await atelier.fermer()
  }
}

/** Each format but PDF alone, its charts drawn for it. */
export const partsDesFormats = async (bilan: BilanProtege): Promise<readonly Part[]> => {
  const parts: Part[] = []
  for (const format of formats)
    if (format !== 'pdf') {
      const { convertir } = convertirBilan(structuredClone(bilan), format)
      parts.push({ quoi: `${format.toUpperCase()}, alone`, ms: await chronometrer(() => convertir(sansImprimante)) })
    }
  return parts
}

/** The page, then the printer from its start, then a printer that has printed. */
export const partsDuPdf = async (bilan: BilanProtege): Promise<readonly Part[]> => {
  const { imprimer, fermer } = ouvrirImprimante()
  try {
    const html = bilanEnHtml(bilan)
    return [
      { quoi: 'HTML, with its drawings', ms: await chronometrer(() => bilanEnHtml(structuredClone(bilan))) },
      { quoi: 'Chromium started (side by side with the proof)', ms: await chronometrer(() => imprimer('<p></p>')) },
      { quoi: 'printed', ms: await chronometrer(() => imprimer(html)) },
    ]
  } finally {
    await fermer()
  }
}

export const enLignes = (parts: readonly Part[]): readonly Ligne[] =>
  parts.map(({ quoi, ms }) => ({ Part: quoi, Time: enMs(ms) }))

const sansImprimante = (): Promise<Uint8Array> => Promise.reject(new Error('nothing is printed here'))
