import type { Page } from 'playwright-core'

/** What the page notes of each stop of Tab. */
declare global {
  interface Window {
    marche?: { readonly fautes: Set<string>; readonly sortie: () => boolean; readonly cesser: () => void }
  }
}

/** More stops than this from one end of a screen to the other, and nobody walks it. */
const ARRETS_MAX = 320

/** Presses between two looks at where the keyboard is: each look waits for the window. */
const PAS = 8

/**
 * Walks the screen by Tab alone, from its beginning until the keyboard leaves it. Tells each stop that is nowhere to be seen,
 * hidden by something, without a name, or that looks the same with the keyboard on it; and a screen that never lets it go.
 */
export const marcher = async (page: Page, zone: string): Promise<readonly string[]> => {
  await page.evaluate(observer, zone)
  for (let arrets = 0; arrets < ARRETS_MAX; arrets += PAS) {
    for (let pas = 0; pas < PAS; pas++) await page.keyboard.press('Tab')
    if (await page.evaluate(() => window.marche?.sortie() ?? true)) return page.evaluate(conclure, null)
  }
  const tenu = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? '')
  return page.evaluate(conclure, `le clavier ne sort pas : ${tenu}`)
}

const conclure = (faute: string | null): string[] => {
  const { marche } = window
  marche?.cesser()
  return [...(marche?.fautes ?? []), ...(faute === null ? [] : [faute])]
}

const observer = (zone: string): void => {
  const fautes = new Set<string>()
  let avant: { readonly element: HTMLElement; readonly allure: string } | null = null
  const dire = (faute: string, e: Element): void =>
    void fautes.add(`${faute} : ${e.outerHTML.replaceAll(/\s+/gu, ' ').slice(0, 160)}`)
  // A box or a round that Mantine draws stands for an input that is there only for the keyboard.
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- runs in the page, where nothing of this file exists
  const montre = (e: HTMLElement): HTMLElement => {
    const { width, height } = e.getBoundingClientRect()
    const cache = width < 4 || height < 4 || getComputedStyle(e).opacity === '0'
    const etiquette = e instanceof HTMLInputElement ? e.labels?.[0] : null
    return cache ? ((e.nextElementSibling as HTMLElement | null) ?? etiquette ?? e) : e
  }
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- same
  const allureDe = (e: HTMLElement): string =>
    [
      e,
      e.parentElement,
      e.closest('[class*="Input-input"]'),
      e.nextElementSibling,
      ...(e instanceof HTMLInputElement ? (e.labels ?? []) : []),
    ]
      .filter((x) => x instanceof Element)
      .map((x) => {
        const s = getComputedStyle(x)
        const contour = s.outlineStyle === 'none' ? '' : `${s.outlineWidth} ${s.outlineColor}`
        const apres = getComputedStyle(x, '::after')
        const autour = apres.outlineStyle === 'none' ? '' : apres.outlineWidth
        return [
          contour,
          autour,
          s.boxShadow,
          s.borderColor,
          s.borderWidth,
          s.backgroundColor,
          s.textDecorationLine,
        ].join('|')
      })
      .join('/')
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- same
  const nommer = (e: HTMLElement): string => {
    const par = e
      .getAttribute('aria-labelledby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
    const labels =
      e instanceof HTMLInputElement || e instanceof HTMLSelectElement || e instanceof HTMLTextAreaElement
        ? e.labels
        : null
    const textes = [
      par?.join(' '),
      e.getAttribute('aria-label'),
      ...[...(labels ?? [])].map((l) => l.textContent),
      e.textContent,
      e.title,
    ]
    return textes.find((t) => t !== undefined && t !== null && t.trim() !== '') ?? ''
  }
  const regarder = (e: HTMLElement): void => {
    // What is inside a printed page is seen by its own tree.
    if (avant?.element === e || e.shadowRoot !== null) return
    if (
      avant?.element.isConnected === true &&
      avant.allure === allureDe(avant.element) &&
      !avant.element.matches('main')
    )
      dire('rien ne montre que le clavier y est', avant.element)
    avant = { element: e, allure: allureDe(e) }
    if (nommer(e) === '' && !e.matches('main')) dire('sans nom', e)
    const vue = montre(e).getBoundingClientRect()
    const [gauche, droite] = [Math.max(0, vue.left), Math.min(innerWidth, vue.right)]
    const [haut, bas] = [Math.max(0, vue.top), Math.min(innerHeight, vue.bottom)]
    // A wide table comes into view after it took the keyboard.
    if (e.matches('[class*="TableScrollContainer"]')) return
    if (droite - gauche < 2 || bas - haut < 2) return dire('hors de la vue', e)
    const points = [0.5, 0.1, 0.9].map((part) =>
      document.elementFromPoint((gauche + droite) / 2, haut + (bas - haut) * part),
    )
    const sien = (touche: Element | null): boolean =>
      touche !== null &&
      (touche.contains(e) || e.contains(touche) || montre(e).contains(touche) || touche.contains(montre(e)))
    // What is told of an act leaves by itself after ten seconds, or at once by its cross.
    if (points.some((touche) => touche?.closest('[class*="Notification-root"]') != null)) return
    if (!points.some(sien)) dire(`sous ${points[0]?.outerHTML.slice(0, 60) ?? 'rien'}`, e)
  }
  // A screen is left for what is around it; a dialog, once it begins again.
  const vus = new Set<EventTarget>()
  let sorti = false
  const suivre = ({ target }: FocusEvent): void => {
    if (sorti || !(target instanceof HTMLElement)) return
    const dedans = document.querySelector(zone)?.contains(target) === true
    sorti = zone === 'main' ? !dedans || (target.matches('main') && vus.size > 0) : vus.has(target)
    vus.add(target)
    if (!sorti) regarder(target)
  }
  document.addEventListener('focusin', suivre)
  window.marche = { fautes, sortie: () => sorti, cesser: () => document.removeEventListener('focusin', suivre) }
  const debut = document.querySelector<HTMLElement>(zone)
  if (zone === 'main') debut?.focus()
}

/** What is cut, or makes the page scroll sideways, at the width of the window. */
export const coupes = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const deborde = document.documentElement.scrollWidth - innerWidth
    const main = document.querySelector('main')
    const cote = main === null ? 0 : main.scrollWidth - main.clientWidth
    const defile = (e: Element | null): boolean => {
      if (e === null || e === main) return false
      const { overflowX } = getComputedStyle(e)
      return (
        ((overflowX === 'auto' || overflowX === 'scroll') && e.scrollWidth > e.clientWidth) || defile(e.parentElement)
      )
    }
    const cache = (e: Element | null): boolean => {
      if (e === null) return false
      const s = getComputedStyle(e)
      return s.clipPath !== 'none' || s.position === 'fixed' || cache(e.parentElement)
    }
    const hors = [...(main?.querySelectorAll<HTMLElement>('*') ?? [])].filter((e) => {
      if (![...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent?.trim() !== '')) return false
      const { left, right, width, height } = e.getBoundingClientRect()
      return width > 1 && height > 1 && (right > innerWidth + 1 || left < -1) && !defile(e) && !cache(e)
    })
    return [
      ...(deborde > 0 ? [`la page déborde de ${deborde} px`] : []),
      ...(cote > 1 ? [`l’écran défile de côté de ${cote} px`] : []),
      ...hors.slice(0, 3).map((e) => `coupé : ${e.outerHTML.slice(0, 140)}`),
    ]
  })
