import { copyFileSync, cpSync, existsSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ecrireReglages, lireReglages } from '#db/queries/reglages.ts'
import { autrePhrase, cout, octetsDe, phrase, refus, unCoffre, unDossier, uneSession } from './aide.ts'
import { modifierEntete } from './entete.ts'

test('se crée, se ferme, se rouvre, et rend ce qu’on y a mis', async () => {
  const dossier = join(unDossier(), 'coffre')
  const session = uneSession(dossier)
  expect(session.etat()).toEqual({ etat: 'absent', emplacement: dossier, attendre: 0 })
  await session.creer({ phrase, nom: 'Poste d’essai' })
  expect(session.etat().etat).toBe('ouvert')
  await ecrireReglages(session.db(), { intervenant: 'Zénobie' })
  await session.verrouiller()
  expect(session.etat().etat).toBe('verrouille')
  await session.ouvrir({ phrase })
  expect(await lireReglages(session.db())).toMatchObject({ nom: 'Poste d’essai', intervenant: 'Zénobie' })
})

test('tient en deux fichiers que seul leur propriétaire peut lire', async () => {
  const { dossier } = await unCoffre()
  expect(Object.keys(octetsDe(dossier))).toEqual(['coffre.json', 'jalon.db'])
  expect(statSync(dossier).mode & 0o777).toBe(0o700)
  for (const nom of ['coffre.json', 'jalon.db']) expect(statSync(join(dossier, nom)).mode & 0o777).toBe(0o600)
})

test('s’ouvre sur un autre poste avec la phrase, ou avec le code de secours seul', async () => {
  const { dossier, codeSecours } = await unCoffre()
  const ailleurs = join(unDossier(), 'copie')
  cpSync(dossier, ailleurs, { recursive: true })
  const session = uneSession(ailleurs)
  await session.ouvrir({ phrase: `  ${phrase.normalize('NFD')} ` })
  await session.verrouiller()
  await session.ouvrirParSecours({ code: codeSecours.toLowerCase().replaceAll('-', ' '), nouvelle: autrePhrase })
  expect((await lireReglages(session.db())).nom).toBe('Poste d’essai')
})

test('une création dans un dossier occupé n’y touche à rien et n’en change pas les droits', async () => {
  const dossier = unDossier()
  writeFileSync(join(dossier, 'autre.txt'), 'à moi')
  const avant = statSync(dossier).mode
  await uneSession(dossier).creer({ phrase, nom: '' })
  expect(statSync(dossier).mode).toBe(avant)
  expect(octetsDe(dossier)['autre.txt']?.toString()).toBe('à moi')
})

describe('ne crée rien', () => {
  test('par-dessus un coffre', async () => {
    const { dossier, session } = await unCoffre()
    const avant = octetsDe(dossier)
    expect(await refus(session.creer({ phrase: autrePhrase, nom: '' }))).toBe('coffre-existant')
    expect(octetsDe(dossier)).toEqual(avant)
  })

  test.each(['jalon.db', 'coffre.json'])('quand %s manque : l’autre reste tel quel', async (manquant) => {
    const { dossier, session } = await unCoffre()
    rmSync(join(dossier, manquant))
    const avant = octetsDe(dossier)
    expect(session.etat().etat).toBe('incomplet')
    expect(await refus(session.creer({ phrase, nom: '' }))).toBe('coffre-incomplet')
    expect(await refus(session.ouvrir({ phrase }))).toBe('coffre-incomplet')
    expect(octetsDe(dossier)).toEqual(avant)
  })

  test('d’une phrase trop faible', async () => {
    const dossier = join(unDossier(), 'coffre')
    expect(await refus(uneSession(dossier).creer({ phrase: 'motdepasse2026', nom: '' }))).toBe('phrase-trop-faible')
    expect(existsSync(dossier)).toBe(false)
  })

  test('dans un dossier synchronisé, et n’y ouvre rien non plus', async () => {
    const { dossier } = await unCoffre()
    const synchronise = join(unDossier(), 'Nextcloud', 'coffre')
    expect(await refus(uneSession(synchronise).creer({ phrase, nom: '' }))).toBe('emplacement-refuse')
    expect(existsSync(synchronise)).toBe(false)
    cpSync(dossier, synchronise, { recursive: true })
    const deplace = uneSession(synchronise)
    expect(deplace.etat().etat).toBe('emplacement-refuse')
    expect(await refus(deplace.ouvrir({ phrase }))).toBe('emplacement-refuse')
  })

  test('dans un dossier où l’on ne peut pas écrire', async () => {
    const fichier = join(unDossier(), 'fichier')
    writeFileSync(fichier, '')
    expect(await refus(uneSession(join(fichier, 'coffre')).creer({ phrase, nom: '' }))).toBe('ecriture-impossible')
    if (process.platform !== 'linux') return
    expect(await refus(uneSession('/proc/jalon/coffre').creer({ phrase, nom: '' }))).toBe('ecriture-impossible')
  })
})

test('une création interrompue avant son dernier geste ne compte pas, et peut être refaite', async () => {
  const { dossier } = await unCoffre()
  const interrompu = join(unDossier(), 'coffre')
  cpSync(dossier, interrompu, { recursive: true })
  copyFileSync(join(dossier, 'jalon.db'), join(interrompu, 'jalon.db.creation'))
  rmSync(join(interrompu, 'jalon.db'))
  const session = uneSession(interrompu)
  expect(session.etat().etat).toBe('absent')
  expect(await refus(session.ouvrir({ phrase }))).toBe('coffre-absent')
  await session.creer({ phrase: autrePhrase, nom: 'Refait' })
  await session.verrouiller()
  await session.ouvrir({ phrase: autrePhrase })
  expect((await lireReglages(session.db())).nom).toBe('Refait')
})

/** What is said of a damaged coffre before and at its opening, and whether its files are as they were. */
const tenter = async (dossier: string) => {
  const avant = octetsDe(dossier)
  const session = uneSession(dossier)
  const { etat } = session.etat()
  const code = await refus(session.ouvrir({ phrase }))
  const apres = octetsDe(dossier)
  const intact = Object.entries(avant).every(([nom, octets]) => apres[nom]?.equals(octets) === true)
  return { etat, code, intact: intact && !session.estOuverte() }
}

describe('un coffre abîmé est refusé sans être modifié', () => {
  test.each([
    ['vide', ''],
    ['qui n’est pas du JSON', '{"format"'],
    ['d’autre chose', '{"format":"autre/1"}'],
    ['sans enveloppes', '{"format":"jalon-coffre/1"}'],
  ])('en-tête %s', async (_, contenu) => {
    const { dossier } = await unCoffre()
    writeFileSync(join(dossier, 'coffre.json'), contenu)
    expect(await tenter(dossier)).toEqual({ etat: 'illisible', code: 'coffre-illisible', intact: true })
  })

  test('en-tête d’une version plus récente', async () => {
    const { dossier } = await unCoffre()
    modifierEntete(dossier, (entete) => ({ ...entete, format: 'jalon-coffre/3', nouveaute: true }))
    expect(await tenter(dossier)).toEqual({ etat: 'version-future', code: 'version-future', intact: true })
  })

  test('coût affaibli : un fichier ne peut pas rendre la phrase plus facile à deviner', async () => {
    const { dossier } = await unCoffre()
    modifierEntete(dossier, (entete) => ({ ...entete, kdf: { ...entete.kdf, N: cout / 2 } }))
    expect(await tenter(dossier)).toEqual({ etat: 'illisible', code: 'coffre-illisible', intact: true })
  })

  test('coût d’essai refusé par une vraie session', async () => {
    const { dossier } = await unCoffre()
    const vraie = uneSession(dossier, { cout: 2 ** 17 })
    expect(await refus(vraie.ouvrir({ phrase }))).toBe('coffre-illisible')
  })

  test('base tronquée', async () => {
    const { dossier } = await unCoffre()
    truncateSync(join(dossier, 'jalon.db'), 12_288)
    expect(await tenter(dossier)).toEqual({ etat: 'verrouille', code: 'coffre-illisible', intact: true })
  })

  test('base vide', async () => {
    const { dossier } = await unCoffre()
    truncateSync(join(dossier, 'jalon.db'), 0)
    expect(await tenter(dossier)).toEqual({ etat: 'verrouille', code: 'coffre-illisible', intact: true })
  })

  test('un seul octet changé au milieu de la base', async () => {
    const { dossier } = await unCoffre()
    const base = join(dossier, 'jalon.db')
    const octets = octetsDe(dossier)['jalon.db'] ?? Buffer.alloc(0)
    const milieu = Math.floor(octets.length / 2)
    octets[milieu] = (octets[milieu] ?? 0) ^ 1
    writeFileSync(base, octets)
    expect(await tenter(dossier)).toEqual({ etat: 'verrouille', code: 'coffre-illisible', intact: true })
  })

  test('base d’un autre coffre', async () => {
    const { dossier } = await unCoffre()
    const autre = await unCoffre()
    copyFileSync(join(autre.dossier, 'jalon.db'), join(dossier, 'jalon.db'))
    expect(await tenter(dossier)).toEqual({ etat: 'verrouille', code: 'coffre-illisible', intact: true })
  })
})
