import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

declare const axe: { run: (contexte: unknown, options: unknown) => Promise<AxeResults> }

/** The page's CSP refuses script elements: the driver evaluates the source instead. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe finds against WCAG 2.2 AA and its good practices on what is shown now: rule, and where. What it finds while colours
 * are still changing is looked at again at rest. Some rules alone, when they are named.
 */
export const violations = async (page: Page, regles?: readonly string[]): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const premieres = await regarder(page, regles)
  if (premieres.length === 0) return []
  await page.waitForTimeout(1000)
  return regarder(page, regles)
}

const regarder = (page: Page, regles: readonly string[] | undefined): Promise<string[]> =>
  page.evaluate(async (seules) => {
    const { violations: trouvees } = await axe.run(document, {
      resultTypes: ['violations'],
      ...(seules === undefined ? {} : { runOnly: { type: 'rule', values: seules } }),
    })
    return trouvees.flatMap((v) => v.nodes.map((n) => `${v.id} : ${n.target.join(' ')} ${n.html.slice(0, 120)}`))
  }, regles)
