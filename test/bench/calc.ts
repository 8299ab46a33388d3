import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Where times are taken in a run of Calc, in milliseconds of its own clock. */
export type TempsCalc = { readonly ouvert: number; readonly calcule: number; readonly imprime: number }

/** A macro of Calc's own Basic: opens a spreadsheet, computes it, writes the cells of its first sheet, prints that sheet. */
const macro = `Sub Mesurer(source As String, cellules As String, pdf As String)
  Dim rien(0) As New com.sun.star.beans.PropertyValue
  rien(0).Name = "Hidden" : rien(0).Value = True
  depart = GetSystemTicks()
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, rien())
  ouvert = GetSystemTicks() - depart
  document.calculateAll()
  feuille = document.Sheets.getByIndex(0)
  curseur = feuille.createCursor()
  curseur.gotoEndOfUsedArea(False)
  lignes = feuille.getCellRangeByPosition(0, 0, 2, curseur.RangeAddress.EndRow).getDataArray()
  calcule = GetSystemTicks() - depart
  Dim filtre(0) As New com.sun.star.beans.PropertyValue
  filtre(0).Name = "Selection" : filtre(0).Value = feuille.getCellRangeByPosition(0, 0, 2, curseur.RangeAddress.EndRow)
  Dim options(1) As New com.sun.star.beans.PropertyValue
  options(0).Name = "FilterName" : options(0).Value = "calc_pdf_Export"
  options(1).Name = "FilterData" : options(1).Value = filtre()
  If pdf <> "" Then document.storeToURL(pdf, options())
  imprime = GetSystemTicks() - depart
  numero = FreeFile
  Open cellules For Output As #numero
  Print #numero, CStr(ouvert) & ";" & CStr(calcule) & ";" & CStr(imprime)
  For i = 0 To UBound(lignes)
    Print #numero, lignes(i)(0) & ";" & lignes(i)(1) & ";" & CStr(lignes(i)(2))
  Next i
  Close #numero
  document.close(True)
  StarDesktop.terminate()
End Sub
`

const enModule = (texte: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${texte
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')
  .replaceAll('>', '&gt;')}</script:module>
`

/** A profile of its own, filled by a first run that is not measured, then the macro in the place of the empty one it made. */
export const preparerProfil = (soffice: string, profil: string): void => {
  lancer(soffice, profil, ['--terminate_after_init'])
  writeFileSync(join(profil, 'user/basic/Standard/Module1.xba'), enModule(macro))
}

const lancer = (soffice: string, profil: string, args: readonly string[]): void =>
  void execFileSync(
    soffice,
    ['--headless', '--norestore', '--nologo', `-env:UserInstallation=${pathToFileURL(profil).href}`, ...args],
    { stdio: ['ignore', 'ignore', 'ignore'] },
  )

/** One run of Calc, from nothing to its end: what the first sheet holds, and its times. */
export const lancerCalc = (soffice: string, profil: string, source: string, pdf: string | null) => {
  const cellules = join(profil, 'cellules.txt')
  const urls = [source, pdf].map((chemin) => (chemin === null ? '' : pathToFileURL(chemin).href))
  const valeurs = [urls[0], cellules, urls[1]].map((texte) => `"${texte}"`)
  lancer(soffice, profil, [`macro:///Standard.Module1.Mesurer(${valeurs.join(',')})`])
  const [temps = '', ...lignes] = readFileSync(cellules, 'utf8').trim().split('\n')
  const [ouvert = 0, calcule = 0, imprime = 0] = temps.split(';').map(Number)
  const cases = new Map(
    lignes.map((ligne) => {
      const [tableau = '', code = '', valeur = ''] = ligne.split(';')
      return [`${tableau} ${code}`, Number(valeur)] as const
    }),
  )
  return { temps: { ouvert, calcule, imprime } satisfies TempsCalc, cases }
}
