import { echapper } from './xml.ts'

/** The properties of a Word document, dated by what it says and not by the clock; its only author is Jalon. */
export const proprietesDocx = ({ titre, le }: { readonly titre: string; readonly le: string }) => ({
  path: 'docProps/core.xml',
  data: coreXml(titre, `<TYPE xsi:type="dcterms:W3CDTF">${le}T00:00:00Z</TYPE>`),
})

const coreXml = (titre: string, date: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${echapper(titre)}</dc:title><dc:creator>Jalon</dc:creator><cp:lastModifiedBy>Jalon</cp:lastModifiedBy><dc:language>fr-FR</dc:language>${date.replaceAll('TYPE', 'dcterms:created')}${date.replaceAll('TYPE', 'dcterms:modified')}</cp:coreProperties>`
