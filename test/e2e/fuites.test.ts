import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cheminsDuCoffre } from '#electron/service/coffre/chemins.ts'
import { COUT, lireEntete } from '#electron/service/coffre/entete.ts'
import { developper } from '#electron/service/coffre/enveloppe.ts'
import { racine } from './dossiers.ts'
import { arbre, type Cherchee, fouillerDossier, fouillerMemoire, fouillerProcessus, uneCle, unMot } from './fouille.ts'
import { allerA, attendreBilan } from './gestes.ts'
import { type Application, lancer } from './pilote.ts'

/** Words that this run alone holds, one for each thing that is typed. */
const graine = [...randomBytes(7)].map((n) => String.fromCodePoint(97 + (n % 26))).join('')
const mot = (quoi: string): string => `zq${graine}${quoi}`
const typees = [
  'phrase',
  'nom',
  'prenom',
  'note',
  'attente',
  'privee',
  'service',
  'interlocuteur',
  'brouillon',
  'cherche',
  'bilan',
]
const marques: readonly Cherchee[] = typees.map((quoi) => unMot(quoi, mot(quoi)))
const secrets: Cherchee[] = []
const PHRASE = `cheval ${mot('phrase')} agrafe correcte`

const dossier = mkdtempSync(join(tmpdir(), 'jalon-fuites-'))
/** What is taken out on purpose goes there, and is not searched. */
const sortie = mkdtempSync(join(tmpdir(), 'jalon-fuites-sortie-'))
const chez = join(dossier, 'chez-soi')
const coffre = join(dossier, 'coffre')
let application: Application

const demarrer = () =>
  lancer({
    dossier,
    coffre,
    journal: join(dossier, 'dit.txt'),
    env: {
      HOME: chez,
      XDG_CONFIG_HOME: join(chez, 'config'),
      XDG_CACHE_HOME: join(chez, 'cache'),
      TMP: join(dossier, 'tmp'),
    },
  })
beforeAll(async () => {
  mkdirSync(chez)
  application = await demarrer()
  application.page.setDefaultTimeout(60_000)
})
afterAll(async () => {
  await application.fermer().catch(() => undefined)
  for (const a of [dossier, sortie]) rmSync(a, { recursive: true, force: true })
})

const champ = (nom: string | RegExp) => application.page.getByLabel(nom, typeof nom === 'string' ? { exact: true } : {})
const bouton = (nom: string | RegExp) => application.page.getByRole('button', { name: nom })
/** Key by key, as a person does: what drives the test must not hold the words that it looks for. */
const taper = async (nom: string | RegExp, texte: string) => {
  await champ(nom).first().focus()
  await application.page.keyboard.type(texte)
}
const verrouiller = async () => {
  const rechargee = application.page.waitForEvent('load')
  await application.page.keyboard.press('Control+l')
  await rechargee
  await champ('Phrase de passe').waitFor()
}
const ouvrir = async () => {
  await taper('Phrase de passe', PHRASE)
  await application.page.keyboard.press('Enter')
  await application.page.getByRole('navigation', { name: 'Lieux' }).waitFor()
}
const enregistre = () =>
  application.page
    .getByText(/^Enregistré à/u)
    .last()
    .waitFor()

test('une journée : tout est tapé, cherché, imprimé, publié, puis la frappe est laissée en plan', async () => {
  const { page } = application
  await page.getByRole('heading', { level: 1, name: 'Créer le coffre du poste' }).waitFor()
  await taper('Nom du poste', 'Poste fouillé')
  await page.getByRole('checkbox', { name: /commissariat et gendarmerie/u }).press('Space')
  await taper('Phrase de passe', PHRASE)
  await taper('Phrase de passe, une seconde fois', PHRASE)
  await page.keyboard.press('Enter')
  await page.getByTestId('code-secours').waitFor()
  const code = (await page.getByTestId('code-secours').locator('span').allInnerTexts()).join('-')
  secrets.push(unMot('code de secours', code))
  await bouton('Je l’ai noté, continuer').press('Enter')
  await page.getByRole('textbox', { name: 'Code de secours' }).focus()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Lieux' }).waitFor()

  await page.keyboard.press('Control+n')
  await taper('Personne reçue', `${mot('nom')} ${mot('prenom')}`)
  await page.getByRole('option', { name: /Créer/u }).waitFor()
  await page.keyboard.press('Control+Enter')
  await taper('Naissance', '1990')
  await page.getByRole('combobox', { name: 'Rôle' }).last().focus()
  await page.keyboard.type('victime')
  await page.keyboard.press('Enter')
  await taper('Note', `${mot('note')} et le reste`)
  await page.keyboard.press('Control+Enter')
  await enregistre()
  await taper('Note personnelle', mot('privee'))
  await enregistre()

  await allerA(page, 'Partenaires')
  await bouton('Ajouter un partenaire').press('Enter')
  await taper('Nom du service', mot('service'))
  await taper('Interlocuteur', mot('interlocuteur'))
  await page.keyboard.press('Control+Enter')
  await page.getByText('enregistré').first().waitFor()

  await allerA(page, 'Personnes')
  await page.getByRole('textbox', { name: 'Chercher une personne' }).focus()
  await page.keyboard.type(mot('nom').slice(0, -1))
  await page.locator('tbody tr[data-rang]').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(mot('cherche'))
  await page.keyboard.press('Escape')

  await page.keyboard.press('Alt+1')
  await page.getByRole('heading', { level: 1, name: 'Aujourd’hui' }).waitFor()
  await page.keyboard.press('s')
  await page.getByRole('heading', { level: 1, name: /^Semaine du/u }).waitFor()
  await page.keyboard.press('i')
  const dialogue = page.getByRole('dialog', { name: 'Imprimer l’agenda' })
  await dialogue.getByRole('button', { name: 'Avec les noms…' }).press('Enter')
  await application.repondreDialogue({ chemin: sortie })
  await dialogue.getByRole('button', { name: 'Écrire avec les noms…' }).press('Enter')
  await page.getByText('-avec-noms.pdf').waitFor({ timeout: 60_000 })
  await page.keyboard.press('Escape')

  await allerA(page, 'Bilans')
  await attendreBilan(page)
  await page.getByRole('tab', { name: 'Textes' }).click()
  await taper('Contexte', mot('bilan'))
  await enregistre()

  await page.keyboard.press('Control+n')
  await page.getByLabel('Personne reçue').waitFor()
  await taper('Note', mot('brouillon'))
  expect(await champ('Note').inputValue()).toBe(mot('brouillon'))
}, 300_000)

test('le coffre verrouillé, rien n’est lisible : ni fichier, ni argument, ni page, ni presse-papiers', async () => {
  const { page } = application
  await verrouiller()
  expect(readdirSync(sortie).length).toBe(1)
  expect(fouillerDossier(marques, dossier)).toEqual([])
  expect(arbre(application.pid).flatMap((p) => fouillerProcessus(marques, p))).toEqual([])
  const montre = await page.evaluate(async () =>
    JSON.stringify([
      document.documentElement.outerHTML,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      history.length,
      history.state,
      (await indexedDB.databases()).length,
      await caches.keys(),
    ]),
  )
  expect(montre).not.toContain(graine)
  await champ('Phrase de passe').focus()
  await page.keyboard.press('Control+v')
  expect(await champ('Phrase de passe').inputValue()).toBe('')
})

/** Of all the processes of one kind together. */
const memoireDe = async (): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> => {
  const cle = await developper(lireEntete(cheminsDuCoffre(coffre), COUT), 'phrase', PHRASE)
  if (cle === undefined) throw new Error('wrong passphrase')
  const indices = [unMot('radical', mot('')), uneCle('clé', cle), ...secrets]
  const total: Record<string, Record<string, number>> = {}
  for (const processus of arbre(application.pid))
    for (const [nom, n] of Object.entries(fouillerMemoire(indices, [...marques, ...indices.slice(1)], processus))) {
      const lu = (total[processus.role] ??= {})
      lu[nom] = (lu[nom] ?? 0) + n
    }
  return total
}

test.skipIf(!existsSync('/proc/self/maps'))(
  'verrouillé, la clé n’est plus en mémoire, ni rien chez le service, qui est un autre ; le reste est compté',
  async () => {
    await expect.poll(async () => Object.keys((await memoireDe())['service'] ?? {}), { timeout: 120_000 }).toEqual([])
    const lues = await memoireDe()
    process.stdout.write(`Restes en mémoire : ${JSON.stringify(lues)}\n`)
    expect(Object.values(lues).filter((lu) => 'clé' in lu)).toEqual([])
    // What is searched is really read: opened again, the key is there.
    await ouvrir()
    expect((await memoireDe())['service']).toHaveProperty('clé')
  },
  600_000,
)

test('ce que laissent des processus abattus en plein travail, puis l’application fermée, ne dit rien', async () => {
  await allerA(application.page, 'Personnes')
  await application.page.locator('tbody tr[data-rang]').first().press('Enter')
  const abattre = (role: string) => {
    for (const { pid } of arbre(application.pid).filter((p) => p.role === role)) process.kill(pid, 'SIGSEGV')
  }
  abattre('service')
  await expect.poll(async () => (await application.dialogues()).at(-1)).toContain('refermé à cause d’une panne')
  expect(fouillerDossier(marques, dossier)).toEqual([])
  abattre('fenetre')
  abattre('principal')
  await application.tuer('application')
  expect(fouillerDossier(marques, dossier)).toEqual([])
  expect(readdirSync(racine).filter((nom) => /^core(?:\.|$)/u.test(nom))).toEqual([])

  // The draft is there: what was searched is what was typed.
  application = await demarrer()
  await ouvrir()
  await application.page.getByText(mot('nom').toUpperCase()).first().waitFor()
  await application.fermer()
  expect(fouillerDossier(marques, dossier)).toEqual([])
}, 300_000)

test('la fouille voit ce qu’elle cherche, de chaque façon de l’écrire', () => {
  const temoins = join(sortie, 'temoins')
  mkdirSync(temoins)
  const note = mot('note')
  const code = Buffer.from(`x${note}`).toString('base64')
  const ecrits = [note, note.toUpperCase(), `Zq${note.slice(2)}`, code, Buffer.from(note, 'utf16le')]
  for (const [i, ecrit] of ecrits.entries()) writeFileSync(join(temoins, `temoin-${i}`), ecrit)
  const vus = fouillerDossier(marques, temoins).map((vu) => vu.split(' : ')[0])
  expect(new Set(vus).size).toBe(ecrits.length)
})
