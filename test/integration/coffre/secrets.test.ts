import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { avecCle } from '#electron/service/coffre/enveloppe.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { autrePhrase, octetsDe, phrase, refus, unCoffre, uneHorloge, uneSession } from './aide.ts'
import { lireEnteteBrut, modifierEntete } from './entete.ts'

const abimer = (texte: string) => (texte.startsWith('A') ? 'B' : 'A') + texte.slice(1)

test('la mauvaise phrase et l’enveloppe abîmée donnent la même réponse', async () => {
  const { dossier, session } = await unCoffre()
  expect(await refus(session.ouvrir({ phrase: autrePhrase }))).toBe('phrase-incorrecte')
  for (const champ of ['sel', 'nonce', 'chiffre', 'sceau'] as const) {
    const { session: abimee, dossier: autre } = await unCoffre()
    modifierEntete(autre, ({ enveloppes, ...entete }) => ({
      ...entete,
      enveloppes: { ...enveloppes, phrase: { ...enveloppes.phrase, [champ]: abimer(enveloppes.phrase[champ]) } },
    }))
    expect(await refus(abimee.ouvrir({ phrase }))).toBe('phrase-incorrecte')
  }
  expect(Object.keys(octetsDe(dossier))).toEqual(['coffre.json', 'essais.json', 'jalon.db'])
})

test('une enveloppe ne se transporte ni d’un coffre à l’autre, ni d’un secret à l’autre', async () => {
  const { dossier, session, codeSecours } = await unCoffre()
  const autre = await unCoffre()
  const venue = lireEnteteBrut(autre.dossier).enveloppes.phrase
  modifierEntete(dossier, (entete) => ({ ...entete, enveloppes: { ...entete.enveloppes, phrase: venue } }))
  expect(await refus(session.ouvrir({ phrase }))).toBe('phrase-incorrecte')
  modifierEntete(dossier, (entete) => ({
    ...entete,
    enveloppes: { phrase: entete.enveloppes.secours, secours: entete.enveloppes.secours },
  }))
  expect(await refus(session.ouvrir({ phrase: codeSecours.replaceAll('-', '') }))).toBe('phrase-incorrecte')
})

test('un autre code de secours remplace l’ancien, sans toucher à la phrase ni à la base', async () => {
  const { dossier, session, codeSecours } = await unCoffre()
  await session.ouvrir({ phrase })
  await session.confirmerSecours({ code: codeSecours })
  expect(await refus(session.renouvelerSecours({ phrase: autrePhrase }))).toBe('phrase-incorrecte')
  expect((await lireReglages(session.db())).secoursConfirme).toBe(true)
  const avant = lireEnteteBrut(dossier)
  const { codeSecours: autre } = await session.renouvelerSecours({ phrase })
  expect((await lireReglages(session.db())).secoursConfirme).toBe(false)
  expect(lireEnteteBrut(dossier).enveloppes.phrase).toEqual(avant.enveloppes.phrase)
  await session.verrouiller()
  expect(await refus(session.ouvrirParSecours({ code: codeSecours, nouvelle: autrePhrase }))).toBe(
    'code-secours-incorrect',
  )
  await session.ouvrirParSecours({ code: autre, nouvelle: autrePhrase })
  expect((await lireReglages(session.db())).nom).toBe('Poste d’essai')
})

describe('changer de phrase', () => {
  test('ne touche ni à la base ni au code de secours, et l’ancienne n’ouvre plus', async () => {
    const { dossier, session, codeSecours } = await unCoffre()
    const avant = lireEnteteBrut(dossier)
    await session.ouvrir({ phrase })
    await session.changerPhrase({ ancienne: phrase, nouvelle: autrePhrase })
    await session.verrouiller()
    const apres = lireEnteteBrut(dossier)
    expect(apres.enveloppes.secours).toEqual(avant.enveloppes.secours)
    expect(apres.enveloppes.phrase.sel).not.toBe(avant.enveloppes.phrase.sel)
    expect(Object.keys(octetsDe(dossier))).toEqual(['coffre.json', 'jalon.db'])
    expect(await refus(session.ouvrir({ phrase }))).toBe('phrase-incorrecte')
    await session.ouvrir({ phrase: autrePhrase })
    await session.verrouiller()
    await session.ouvrirParSecours({ code: codeSecours, nouvelle: phrase })
    expect((await lireReglages(session.db())).nom).toBe('Poste d’essai')
  })

  test('refuse sans rien changer : coffre fermé, ancienne phrase fausse, nouvelle trop faible', async () => {
    const { dossier, session } = await unCoffre()
    const avant = octetsDe(dossier)['coffre.json']
    expect(await refus(session.changerPhrase({ ancienne: phrase, nouvelle: autrePhrase }))).toBe('verrouille')
    await session.ouvrir({ phrase })
    expect(await refus(session.changerPhrase({ ancienne: autrePhrase, nouvelle: autrePhrase }))).toBe(
      'phrase-incorrecte',
    )
    expect(await refus(session.changerPhrase({ ancienne: phrase, nouvelle: 'court' }))).toBe('phrase-trop-faible')
    expect(octetsDe(dossier)['coffre.json']).toEqual(avant)
    expect(session.etat().etat).toBe('ouvert')
  })
})

describe('le code de secours', () => {
  test('retapé juste, il est confirmé ; retapé faux, il ne l’est pas', async () => {
    const { session, codeSecours } = await unCoffre()
    const autre = await unCoffre()
    await session.ouvrir({ phrase })
    expect(await refus(session.confirmerSecours({ code: autre.codeSecours }))).toBe('code-secours-incorrect')
    expect((await lireReglages(session.db())).secoursConfirme).toBe(false)
    await session.confirmerSecours({ code: codeSecours.toLowerCase() })
    expect((await lireReglages(session.db())).secoursConfirme).toBe(true)
  })

  test('ouvre et remplace la phrase oubliée d’un même geste', async () => {
    const { session, codeSecours } = await unCoffre()
    await session.ouvrirParSecours({ code: codeSecours, nouvelle: autrePhrase })
    expect(session.etat().etat).toBe('ouvert')
    await session.verrouiller()
    expect(await refus(session.ouvrir({ phrase }))).toBe('phrase-incorrecte')
    await session.ouvrir({ phrase: autrePhrase })
  })

  test('d’un autre coffre, mal tapé ou avec une phrase faible, il ne change rien', async () => {
    const { dossier, session, codeSecours } = await unCoffre()
    const autre = await unCoffre()
    const avant = octetsDe(dossier)['coffre.json']
    const tenter = (code: string, nouvelle = autrePhrase) => refus(session.ouvrirParSecours({ code, nouvelle }))
    expect(await tenter('7K2M')).toBe('code-secours-incorrect')
    expect(await tenter(codeSecours, 'court')).toBe('phrase-trop-faible')
    expect(session.etat().attendre).toBe(0)
    expect(Object.keys(octetsDe(dossier))).not.toContain('essais.json')
    expect(await tenter(autre.codeSecours)).toBe('code-secours-incorrect')
    expect(Object.keys(octetsDe(dossier))).toContain('essais.json')
    expect(octetsDe(dossier)['coffre.json']).toEqual(avant)
  })
})

/** That many wrong passphrases, each answered as such. */
const rater = async (session: ReturnType<typeof uneSession>, fois: number) => {
  for (let n = 0; n < fois; n += 1)
    expect(await refus(session.ouvrir({ phrase: autrePhrase }))).toBe('phrase-incorrecte')
}

describe('après trois échecs', () => {
  test('il faut attendre, de plus en plus, même avec la bonne phrase, même en relançant', async () => {
    const horloge = uneHorloge()
    const { dossier, session } = await unCoffre(horloge)
    await rater(session, 3)
    expect(session.etat().attendre).toBe(1)
    const relancee = uneSession(dossier, horloge)
    await expect(relancee.ouvrir({ phrase })).rejects.toMatchObject({ erreur: { code: 'trop-d-essais', attendre: 1 } })
    for (const delai of [2, 4, 8]) {
      horloge.avancer(delai / 2)
      await rater(relancee, 1)
      expect(relancee.etat().attendre).toBe(delai)
    }
    horloge.avancer(7.5)
    expect(await refus(relancee.ouvrir({ phrase }))).toBe('trop-d-essais')
    horloge.avancer(0.5)
    await relancee.ouvrir({ phrase })
    expect(relancee.etat().attendre).toBe(0)
    expect(Object.keys(octetsDe(dossier))).not.toContain('essais.json')
  })

  test('le code de secours et le changement de phrase attendent aussi', async () => {
    const horloge = uneHorloge()
    const { session, codeSecours } = await unCoffre(horloge)
    await session.ouvrir({ phrase })
    for (let n = 0; n < 3; n += 1)
      expect(await refus(session.changerPhrase({ ancienne: autrePhrase, nouvelle: autrePhrase }))).toBe(
        'phrase-incorrecte',
      )
    expect(await refus(session.changerPhrase({ ancienne: phrase, nouvelle: autrePhrase }))).toBe('trop-d-essais')
    expect(await refus(session.ouvrirParSecours({ code: codeSecours, nouvelle: autrePhrase }))).toBe('trop-d-essais')
  })

  test('dix tentatives lancées d’un coup comptent une par une', async () => {
    const { session } = await unCoffre(uneHorloge())
    const reponses = await Promise.all(Array.from({ length: 10 }, () => refus(session.ouvrir({ phrase: autrePhrase }))))
    expect(reponses.filter((code) => code === 'phrase-incorrecte')).toHaveLength(3)
    expect(reponses.filter((code) => code === 'trop-d-essais')).toHaveLength(7)
  })

  test('une horloge reculée d’un an n’enferme personne', async () => {
    const horloge = uneHorloge()
    const { session } = await unCoffre(horloge)
    await rater(session, 3)
    horloge.avancer(-365 * 86_400)
    expect(session.etat().attendre).toBe(1)
    expect(await refus(session.ouvrir({ phrase }))).toBe('trop-d-essais')
    horloge.avancer(1)
    await session.ouvrir({ phrase })
  })

  test.each(['', 'abc', '{"echecs":-1}', '{"echecs":1e9,"dernier":"9999-01-01T00:00:00.000Z"}'])(
    'un compte d’essais abîmé (%s) ne bloque pas',
    async (contenu) => {
      const { dossier, session } = await unCoffre()
      writeFileSync(join(dossier, 'essais.json'), contenu)
      await session.ouvrir({ phrase })
      expect(session.estOuverte()).toBe(true)
    },
  )
})

describe('une clé prêtée', () => {
  test('est remplie de zéros après usage', async () => {
    const cle = Buffer.alloc(32, 7)
    expect(await avecCle(cle, (prete) => Promise.resolve(prete[0]))).toBe(7)
    expect(cle).toEqual(Buffer.alloc(32))
  })

  test('l’est aussi quand l’usage échoue', async () => {
    const cle = Buffer.alloc(32, 7)
    await expect(avecCle(cle, () => Promise.reject(new Error('non')))).rejects.toThrow('non')
    expect(cle).toEqual(Buffer.alloc(32))
  })
})
