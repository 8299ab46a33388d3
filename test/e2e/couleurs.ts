import type { Page } from 'playwright-core'

/**
 * What only a colour tells on the screen shown: an alert, a late date, a state or a risk without a word, a wrong field without
 * its message, a link among words that is not underlined, a drawing without a name.
 */
export const couleursSeules = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing of this file exists
    const visible = (e: Element): boolean => e.checkVisibility({ visibilityProperty: true })
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- same
    const parle = (e: Element): boolean =>
      e.textContent.trim() !== '' || e.querySelector('[aria-label], [title], img[alt]') !== null
    const tous = (selecteur: string): HTMLElement[] =>
      [...document.querySelectorAll<HTMLElement>(selecteur)].filter(visible)
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- same
    const dire = (quoi: string, e: Element): string => `${quoi} : ${e.outerHTML.replaceAll(/\s+/gu, ' ').slice(0, 150)}`

    const etats =
      '[class*="Alert-root"], [class*="Badge-root"], [class*="Notification-root"], [data-retard], [data-alerte], [data-etat], [data-risque], [data-inquiet], [data-nature]'
    const muets = tous(etats).filter((e) => !parle(e))

    // oxlint-disable-next-line unicorn/consistent-function-scoping -- same
    const message = (e: HTMLElement): boolean => {
      const ids = `${e.getAttribute('aria-describedby') ?? ''} ${e.getAttribute('aria-errormessage') ?? ''}`.split(' ')
      const dit = ids.some((id) => id !== '' && (document.getElementById(id)?.textContent ?? '') !== '')
      return dit || e.title !== '' || e.closest('fieldset, form')?.querySelector('[role="alert"]') != null
    }
    const faux = tous('[aria-invalid="true"]').filter((e) => !message(e))
    const peints = tous(':is(input, select, textarea)[data-error], [data-invalid] > input, input[data-invalid]').filter(
      (e) => e.getAttribute('aria-invalid') !== 'true',
    )

    const liens = tous('[class*="Anchor-root"]').filter((e) => {
      const autour = [...(e.parentElement?.childNodes ?? [])].some(
        (n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim() !== '',
      )
      return autour && !getComputedStyle(e).textDecorationLine.includes('underline')
    })

    // Smaller ones are icons, beside their word.
    const dessins = tous('main svg:not([aria-hidden="true"]), main [role="img"], main img').filter((e) => {
      const nom = e.getAttribute('aria-label') ?? e.getAttribute('alt') ?? e.querySelector('title')?.textContent ?? ''
      return e.getBoundingClientRect().width > 100 && nom === '' && e.getAttribute('aria-labelledby') === null
    })
    return [
      ...muets.map((e) => dire('dit par sa seule couleur', e)),
      ...faux.map((e) => dire('faux, sans dire pourquoi', e)),
      ...peints.map((e) => dire('faux pour les yeux seuls', e)),
      ...liens.map((e) => dire('lien que sa couleur seule distingue', e)),
      ...dessins.map((e) => dire('dessin sans nom', e)),
    ]
  })

/**
 * What is chosen and looks like the others once the system takes the backgrounds away (Windows' high contrast), and pictures
 * of a printed page whose black would be on black.
 */
export const invisiblesEnContraste = async (page: Page): Promise<readonly string[]> => {
  await page.emulateMedia({ forcedColors: 'active' })
  const fautes = await page.evaluate(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing of this file exists
    const aspect = (e: Element): string => {
      const { backgroundColor, borderColor, outlineStyle } = getComputedStyle(e)
      // What has no background shows the page's, which the system gives to all that has one of its own.
      const fond =
        backgroundColor === 'rgba(0, 0, 0, 0)' ? getComputedStyle(document.body).backgroundColor : backgroundColor
      return `${fond} ${borderColor} ${outlineStyle}`
    }
    const groupes = [
      ['[role="tab"]', '[aria-selected="true"]'],
      ['tbody tr[data-rang]', '[aria-selected="true"]'],
      ['nav [data-lieu]', '[aria-current="page"]'],
      ['[role="option"]', '[aria-selected="true"], [data-combobox-selected]'],
      ['.mantine-SegmentedControl-label', '[data-active]'],
      ['[aria-pressed]', '[aria-pressed="true"]'],
    ] as const
    const confondus = groupes.flatMap(([tous, choisi]) => {
      const vus = [...document.querySelectorAll(tous)].filter((e) => e.checkVisibility())
      const autres = new Set(vus.filter((e) => !e.matches(choisi)).map(aspect))
      return vus.filter((e) => e.matches(choisi) && autres.has(aspect(e)))
    })
    const images = [...document.querySelectorAll('*')]
      .flatMap((e) => Array.from(e.shadowRoot?.querySelectorAll('img') ?? []))
      .filter((e) => getComputedStyle(e).backgroundColor !== 'rgb(255, 255, 255)')
    return [
      ...confondus.map((e) => `choisi comme les autres : ${e.textContent.trim().slice(0, 60)}`),
      ...images.map((e) => `dessin sans son fond : ${e.alt.slice(0, 60)}`),
    ]
  })
  await page.emulateMedia({ forcedColors: 'none' })
  return fautes
}
