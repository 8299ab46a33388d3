import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { coutDe, demandesDe, type Probleme } from '#shared/domaine/secret/moteur/regle.ts'
import { controler, masquerVite, proteger } from '#shared/domaine/secret/moteur/proteger.ts'
import { recenser } from '#shared/domaine/bilan/recensement.ts'
import { compter } from '#shared/domaine/bilan/comptes.ts'
import { poserRecensement } from '#shared/domaine/secret/poser-recensement.ts'
import { dans, lire, probleme, solveur } from '../fixtures/secret/problemes.ts'
import { desFaits } from '../unit/bilan/faits.ts'
import { declarations } from '#shared/domaine/bilan/preparer.ts'
import { isc } from '#shared/domaine/dispositifs/isc/index.ts'

/** Milliseconds of one run, and what it answers. */
const chronometrer = <T>(travail: () => T): readonly [resultat: T, ms: number] => {
  const debut = performance.now()
  const resultat = travail()
  return [resultat, performance.now() - debut]
}

type Mesure = { readonly nom: string; readonly valeurs: readonly string[] }

const ms = (duree: number): string => `${duree < 10 ? duree.toFixed(1) : Math.round(duree)} ms`

/** What the catalogue asks of the engine: attack, safe hiding, lightest hiding, and how far the second is from the third. */
const mesurerInstance = (id: string, secondes: number): Mesure => {
  const pose: Probleme = probleme(lire(id))
  const [motifs, heuristique] = chronometrer(() => masquerVite(solveur, pose, demandesDe(pose)))
  const masquees = pose.primaires.union(motifs.secondaires)
  const [, audit] = chronometrer(() => controler(solveur, pose, masquees))
  const [optimum, duree] = chronometrer(() => proteger(solveur, pose, dans(secondes)))
  const moindre = optimum.optimal ? optimum.cout : optimum.borneInferieure
  const ecart = moindre === 0 ? 1 : coutDe(pose, motifs.secondaires) / moindre
  return {
    nom: id,
    valeurs: [
      String(pose.systeme.valeurs.length),
      ms(audit),
      ms(heuristique),
      optimum.optimal ? ms(duree) : `non démontré en ${secondes} s`,
      `× ${ecart.toFixed(3)}`,
      `× ${(duree / audit).toFixed(1)}`,
    ],
  }
}

/** The longest that the thread of the data service was kept waiting while another one proved. */
const mesurerAttente = async (): Promise<Mesure> => {
  const atelier = createAtelier()
  const faits = desFaits(
    Array.from({ length: 900 }, (_, i) => ({
      qui: `p${i % 323}`,
      le: `2012-${String(1 + (i % 12)).padStart(2, '0')}-03`,
      role: ['victime', 'mis-en-cause', 'hors-champ-penal'][(i * 7) % 3] ?? 'victime',
    })),
  )
  const comptes = compter(faits, { du: '2012-01-01', au: '2012-12-31' })
  const [[recensement] = []] = recenser(declarations.isc.tableaux, [comptes], isc, 5, 'detaillee')
  if (recensement === undefined) throw new Error('rien à mesurer')
  const { tache } = poserRecensement(recensement, [], { seuil: 5, mode: 'masquage', budget: 5 })
  const retard = monitorEventLoopDelay({ resolution: 5 })
  await atelier.accomplir({ ...tache, budget: 0 })
  retard.enable()
  const debut = performance.now()
  await atelier.accomplir(tache)
  const duree = performance.now() - debut
  retard.disable()
  await atelier.fermer()
  return {
    nom: 'bilan de 323 personnes, dans l’ouvrier',
    valeurs: [ms(duree), `attente de ${ms(retard.max / 1e6)} au plus`],
  }
}

const dire = ({ nom, valeurs }: Mesure): void => void process.stdout.write(`| ${[nom, ...valeurs].join(' | ')} |\n`)

dire({
  nom: 'instance',
  valeurs: ['cases', 'audit', 'masquage sûr', 'optimum', 'coût sur optimum', 'optimum sur audit'],
})
dire({ nom: '---', valeurs: ['---', '---', '---', '---', '---', '---'] })
for (const id of ['synthetic-T1-323', 'synthetic-T2light-323', 'synthetic-T2-323', 'synthetic-pub-age-pb-323'])
  dire(mesurerInstance(id, 15))
dire(await mesurerAttente())
const { rss } = process.memoryUsage()
dire({ nom: 'mémoire du processus', valeurs: [`${Math.round(rss / 1e6)} Mo`] })
