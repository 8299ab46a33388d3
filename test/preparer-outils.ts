import {
  preparerChromium,
  preparerOpenssl,
  preparerPdftotext,
  preparerPostgres,
  preparerPython,
} from '#build/preparer.ts'

/** Run once before the tests: what they need of the machine is installed here, not by two of them at the same time. */
export const setup = (): void => {
  preparerChromium()
  preparerPdftotext()
  preparerPostgres()
  preparerOpenssl()
  preparerPython()
}
