import { describe, expect, it } from 'vitest'
import { Code } from '#shared/domaine/communs.ts'
import type { Champ, Dispositif, Modalite } from '#shared/domaine/dispositif.ts'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { normaliser } from '#shared/utils/texte.ts'

const tous: readonly Dispositif[] = Object.values(dispositifs)

/** How a question may be titled, and how an answer may be written, in a spreadsheet. */
const titresDe = ({ libelle, colonnes = [] }: Champ): string[] => [libelle].concat(colonnes).map(normaliser)
const synonymesDe = ({ synonymes = [] }: Modalite): string[] => synonymes.map(normaliser)

const uniques = (textes: readonly string[]): string[] => [...new Set(textes)]

const repetes = (textes: readonly string[]): string[] => textes.filter((t, i) => textes.indexOf(t) !== i)

describe.each(tous)('la déclaration $code', (dispositif) => {
  const { listes, champs } = dispositif
  const codes = listes.map((l) => l.code)

  it('ne nomme que des listes, des groupes et des rôles qui existent', () => {
    const nommees = champs.flatMap((c) => (c.type === 'nombre' ? [] : [c.liste]))
    const { listeRoles, listeDestinations, listeMotifs, roleParDefaut, roleSousEntendu } = dispositif
    for (const liste of [...nommees, listeRoles, listeDestinations, listeMotifs]) expect(codes).toContain(liste)
    const roles = listes.find((l) => l.code === listeRoles)?.modalites.map((m) => m.code)
    for (const role of [roleParDefaut, roleSousEntendu ?? roleParDefaut]) expect(roles).toContain(role)
    for (const { modalites, groupes = [] } of listes) {
      const declares = groupes.map((g) => g.code)
      expect(declares).toEqual(expect.arrayContaining(uniques(modalites.flatMap((m) => m.groupe ?? []))))
    }
  })

  it('a des codes bien formés, chacun une fois', () => {
    expect(repetes(codes)).toEqual([])
    expect(repetes(champs.map((c) => c.code))).toEqual([])
    for (const { modalites } of listes) {
      expect(repetes(modalites.map((m) => m.code))).toEqual([])
      expect(repetes(modalites.map((m) => normaliser(m.libelle)))).toEqual([])
      for (const { code } of modalites) expect(Code.safeParse(code).success).toBe(true)
    }
  })

  it('ne donne pas le même nom de colonne à deux questions, ni la même graphie à deux réponses', () => {
    const titres = champs.flatMap((c) => uniques(titresDe(c)))
    expect(repetes(titres)).toEqual([])
    for (const { modalites } of listes) {
      const libelles = new Set(modalites.map((m) => normaliser(m.libelle)))
      const synonymes = modalites.flatMap((m) => uniques(synonymesDe(m)))
      expect(repetes(synonymes.filter((s) => !libelles.has(s)))).toEqual([])
    }
  })

  it('a des tranches d’âge qui se suivent et n’en oublient aucune', () => {
    const bornes = dispositif.tranchesAge.map((t) => t.jusqua ?? 200)
    expect(bornes).toEqual(bornes.toSorted((a, b) => a - b))
    expect(dispositif.tranchesAge.at(-1)?.jusqua).toBeNull()
  })

  it('ne demande rien de ce que Jalon ne garde jamais', () => {
    const demande = champs.flatMap((c) => titresDe(c).concat(normaliser(c.code)))
    const interdits =
      /infraction|delit\b|crime|jugement|condamn|casier|ecrou|\bnir\b|securite sociale|religio|ethni|opinion|politique|syndica|sexuel|diagnostic|patholog|traitement|recidive/
    expect(demande.filter((texte) => interdits.test(texte))).toEqual([])
  })
})

describe('les déclarations ensemble', () => {
  it('une liste de même code est la même liste, pour que son contenu local serve partout', () => {
    const parCode = Map.groupBy(
      tous.flatMap((d) => d.listes),
      (l) => l.code,
    )
    for (const [, memes] of parCode) expect(new Set(memes).size).toBe(1)
  })

  it('ce qui est demandé de la personne elle-même l’est partout : sa fiche suit d’un métier à l’autre', () => {
    const [premier, ...autres] = tous
      .filter((d) => d.nature !== 'sans-personne')
      .map((d) => d.champs.filter((c) => c.porteur === 'personne'))
    for (const champs of autres) expect(champs).toEqual(premier)
  })

  it('rien de judiciaire n’est une question dont on puisse filtrer la liste des entretiens', () => {
    const filtrables = [dispositifs.cvp, dispositifs['mission-locale']]
      .flatMap((d) => d.champs)
      .filter((c) => c.porteur === 'suivi' || c.porteur === 'entretien')
      .map((c) => c.code)
    expect([...new Set(filtrables)].toSorted()).toEqual(['domaines', 'etablissement', 'modalite', 'prescripteur'])
  })
})
