import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { coutDe, demandesDe, type Probleme } from '#shared/domaine/secret/moteur/regle.ts'
import { controler, masquerVite, proteger } from '#shared/domaine/secret/moteur/proteger.ts'
import { dans, lire, probleme, solveur } from '../fixtures/secret/problemes.ts'
import { chronometrer, court, enMo, enMs, fois, type Ligne, publier } from './harnais.ts'
import { avecPoste, demandeDeLAnnee as demande, preparerNeuf } from './poste.ts'

// The engine of secrecy on the instances of its catalogue of tests, and what it leaves to the thread of the data service.

/** Milliseconds of one run, and what it answers. */
const mesurer = <T>(travail: () => T): readonly [resultat: T, ms: number] => {
  const debut = performance.now()
  const resultat = travail()
  return [resultat, performance.now() - debut]
}

/** What the catalogue asks of the engine: attack, safe hiding, lightest hiding, and how far the second is from the third. */
const mesurerInstance = (id: string, secondes: number): Ligne => {
  const pose: Probleme = probleme(lire(id))
  const [motifs, heuristique] = mesurer(() => masquerVite(solveur, pose, demandesDe(pose)))
  const masquees = pose.primaires.union(motifs.secondaires)
  const [, audit] = mesurer(() => controler(solveur, pose, masquees))
  const [optimum, duree] = mesurer(() => proteger(solveur, pose, dans(secondes)))
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

/** The longest that the thread of the data service was kept waiting while a report was counted, and proved by another one. */
const mesurerAttente = (): Promise<Ligne> =>
  avecPoste({ entretiens: 2000 }, async ({ db, compte }) => {
    const retard = monitorEventLoopDelay({ resolution: 1 })
    retard.enable()
    const duree = await chronometrer(() => preparerNeuf(db, demande, 'apercu'))
    retard.disable()
    return {
      Work: `the report of ${compte.personnes} persons, counted, hidden and proved`,
      Time: enMs(duree),
      'The service waited at most': enMs(retard.max / 1e6),
    }
  })

const instances = ['synthetic-T1-323', 'synthetic-T2light-323', 'synthetic-T2-323', 'synthetic-pub-age-pb-323']
const lignes = instances.map((id) => mesurerInstance(id, court ? 2 : 15))
const attente = await mesurerAttente()

await publier('7. The engine of secrecy', [
  `Tables of 323 persons, linked, each run once. Attack: what an attacker can find of each hidden cell. Safe hiding: the first one that resists him, by rules; lightest hiding: the one that hides least, proved to be. The process took ${enMo(process.memoryUsage.rss())}.`,
  lignes,
  [attente],
])
