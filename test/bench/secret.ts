import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { createAtelier } from '#electron/service/secret/atelier.ts'
import { coutDe, demandesDe, type Probleme } from '#shared/domaine/secret/moteur/regle.ts'
import { controler, masquerVite, proteger } from '#shared/domaine/secret/moteur/proteger.ts'
import { recenser } from '#shared/domaine/bilan/recensement.ts'
import { compter } from '#shared/domaine/bilan/comptes.ts'
import { poserRecensement } from '#shared/domaine/secret/poser-recensement.ts'
import { dans, lire, probleme, solveur } from '../fixtures/secret/problemes.ts'
import { desFaits } from '../unit/bilan/faits.ts'
import { court, enMo, enMs, fois, type Ligne, publier } from './harnais.ts'
import { declarations } from '#shared/domaine/bilan/preparer.ts'
import { isc } from '#shared/domaine/dispositifs/isc/index.ts'

// The engine of secrecy on the instances of its catalogue of tests, and what it leaves to the thread of the data service.

/** Milliseconds of one run, and what it answers. */
const chronometrer = <T>(travail: () => T): readonly [resultat: T, ms: number] => {
  const debut = performance.now()
  const resultat = travail()
  return [resultat, performance.now() - debut]
}

/** What the catalogue asks of the engine: attack, safe hiding, lightest hiding, and how far the second is from the third. */
const mesurerInstance = (id: string, secondes: number): Ligne => {
  const pose: Probleme = probleme(lire(id))
  const [motifs, heuristique] = chronometrer(() => masquerVite(solveur, pose, demandesDe(pose)))
  const masquees = pose.primaires.union(motifs.secondaires)
  const [, audit] = chronometrer(() => controler(solveur, pose, masquees))
  const [optimum, duree] = chronometrer(() => proteger(solveur, pose, dans(secondes)))
  const moindre = optimum.optimal ? optimum.cout : optimum.borneInferieure
  const ecart = moindre === 0 ? 1 : coutDe(pose, motifs.secondaires) / moindre
  return {
    Instance: id,
    Cells: pose.systeme.valeurs.length,
    Attack: enMs(audit),
    'Safe hiding': enMs(heuristique),
    'Lightest hiding': optimum.optimal ? enMs(duree) : `not proved in ${secondes} s`,
    'Weight, safe on lightest': `× ${ecart.toFixed(3)}`,
    'Time, lightest on attack': fois(duree, audit),
  }
}

/** The longest that the thread of the data service was kept waiting while another one proved. */
const mesurerAttente = async (): Promise<Ligne> => {
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
  if (recensement === undefined) throw new Error('nothing to measure')
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
    Work: 'the report of 323 persons, proved in the worker',
    Time: enMs(duree),
    'The service waited at most': enMs(retard.max / 1e6),
  }
}

const instances = ['synthetic-T1-323', 'synthetic-T2light-323', 'synthetic-T2-323', 'synthetic-pub-age-pb-323']
const lignes = instances.map((id) => mesurerInstance(id, court ? 2 : 15))
const attente = await mesurerAttente()

await publier('7. The engine of secrecy', [
  `Tables of 323 persons, linked, each run once. Attack: what an attacker can find of each hidden cell. Safe hiding: the first one that resists him, by rules; lightest hiding: the one that hides least, proved to be. The process took ${enMo(process.memoryUsage.rss())}.`,
  lignes,
  [attente],
])
