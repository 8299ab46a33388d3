import { resolve } from 'node:path'
import { lireEntree } from '../import/lire-entree.ts'
import { ErreurInstance, type Instance, lireInstances } from '../secret/instance.ts'
import { chargerHighs } from '../secret/solveur-highs.ts'
import { equationsDe, traduire, type Traduite } from '../secret/traduire.ts'
import { type Choix, type Resultat, traiter } from '../secret/traiter.ts'
import { type Arguments, type Commande, ErreurUsage } from './commande.ts'

/** Protects tables of counts, or audits a pattern, and proves it. Reads a file of instances; no coffre, nothing written. */
export const secret: Commande = {
  nom: 'secret',
  droit: 'ouverture',
  usage:
    'FICHIER.json [--seuil 5] [--exigence intervalle|exact] [--zeros masquables|visibles] [--mode masquage|arrondi] [--budget 15] [--format json]',
  fichiers: { min: 1, max: 1 },
  options: {
    seuil: { type: 'string' },
    exigence: { type: 'string' },
    zeros: { type: 'string' },
    mode: { type: 'string' },
    budget: { type: 'string' },
  },
  executer: async (args, { ecrire, signaler }) => {
    const choix = lireChoix(args)
    const budget = lireNombre(args, 'budget', 0) ?? 15
    const octets = await lireEntree(resolve(args.fichiers[0] ?? ''))
    try {
      const { seule, instances } = lireInstances(octets.toString('utf8'))
      const taches = instances.map((instance) => preparer(instance, instances))
      const solveur = await chargerHighs()
      const un = (traduite: Traduite): Resultat => {
        const temps = { maintenant: () => performance.now(), fin: performance.now() + budget * 1000 }
        return traiter(solveur, traduite, choix, temps)
      }
      const constats = taches.map(({ instance, traduite, equations }): Constat => {
        if (equations.length > 0) return reunir(instance.id, equations.map(un))
        return traduite === undefined ? { id: instance.id, statut: 'sans-tableau' } : un(traduite)
      })
      const schema = { schema: 'jalon-secret/1', solveur: `${solveur.nom} ${solveur.version}` }
      const [premier] = constats
      if (args.json)
        ecrire(JSON.stringify(seule ? { ...schema, ...premier } : { ...schema, instances: constats }, undefined, 2))
      else for (const constat of constats) ecrire(raconter(constat))
      return 0
    } catch (error) {
      if (!(error instanceof ErreurInstance)) throw error
      signaler(error.message)
      return 1
    }
  },
}

/** What is printed for one instance; one that holds no table of counts is said so, not guessed. */
type Constat =
  | Resultat
  | { readonly id: string; readonly statut: 'sans-tableau' }
  | { readonly id: string; readonly statut: Resultat['statut']; readonly equations: readonly Resultat[] }

const preparer = (instance: Instance, toutes: readonly Instance[]) => ({
  instance,
  traduite: traduire(instance, toutes),
  equations: equationsDe(instance).flatMap((equation) => traduire(equation, []) ?? []),
})

const reunir = (id: string, equations: readonly Resultat[]): Constat => ({
  id,
  statut: equations.some((e) => e.statut === 'expose') ? 'expose' : 'protege',
  equations,
})

const raconter = (constat: Constat): string => {
  if (constat.statut === 'sans-tableau') return `${constat.id} : pas de tableau d’effectifs`
  if ('equations' in constat) return [`${constat.id} :`, ...constat.equations.map((e) => `  ${raconter(e)}`)].join('\n')
  const { id, statut, exposees, arrondis, masques, cout, borneInferieure, optimal } = constat
  const verdict = statut === 'protege' ? 'protégé' : `exposé (${exposees.join(' ; ')})`
  if (arrondis !== undefined) return `${id} : ${verdict}, ${cout} d’écart en tout`
  const preuve =
    optimal === null ? '' : optimal ? ', le plus léger possible (démontré)' : `, au moins ${borneInferieure}`
  return `${id} : ${verdict}, petites cases : ${masques.primaires.length}, masquées en plus : ${masques.secondaires.length}, coût ${cout}${preuve}`
}

const lireChoix = (args: Arguments): Choix => ({
  seuil: lireNombre(args, 'seuil', 2),
  exigence: lireParmi(args, 'exigence', ['intervalle', 'exact']),
  zeros: lireParmi(args, 'zeros', ['masquables', 'visibles']),
  mode: lireParmi(args, 'mode', ['masquage', 'arrondi']),
})

const lireParmi = <T extends string>(args: Arguments, option: string, valeurs: readonly [T, ...T[]]): T => {
  const texte = args.texte(option) ?? valeurs[0]
  const valeur = valeurs.find((v) => v === texte)
  if (valeur === undefined) throw new ErreurUsage(`--${option} est : ${valeurs.join(', ')}.`)
  return valeur
}

const lireNombre = (args: Arguments, option: string, min: number): number | undefined => {
  const texte = args.texte(option)
  if (texte === undefined) return undefined
  const nombre = Number(texte)
  if (!/^\d{1,4}$/u.test(texte) || nombre < min)
    throw new ErreurUsage(`--${option} est un nombre entier, au moins ${min}.`)
  return nombre
}
