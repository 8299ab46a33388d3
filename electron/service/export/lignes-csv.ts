import { stringify } from 'csv-stringify/sync'

/**
 * Rows as a French Excel opens them: `;`, decimal comma, UTF-8 with BOM; a text that a spreadsheet would run gets an
 * apostrophe.
 */
export const lignesEnCsv = (lignes: readonly (readonly (string | number)[])[]): string =>
  stringify([...lignes], {
    bom: true,
    delimiter: ';',
    record_delimiter: '\r\n',
    escape_formulas: true,
    cast: {
      number: (n) => String(n).replace('.', ','),
      // A spreadsheet skips a line break too before it reads a formula.
      string: (t) => (t.startsWith('\n') ? `'${t}` : t),
    },
  })
