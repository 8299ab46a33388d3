import type { Attestation } from '#shared/domaine/tig/attestation.ts'
import { echapper } from '../export/xml.ts'
import { documentPapier } from '../impressions/document.ts'

/** The same document for the printer. */
export const attestationEnHtml = (attestation: Attestation, pied: string): string => {
  const { titre, phrases, faits, lignes, total, lieuEtDate } = attestation
  const corps = `${phrases.map((p) => `<p>${echapper(p)}</p>`).join('\n')}
${faits.map(([libelle, valeur]) => `<p><strong>${echapper(libelle)} :</strong> ${echapper(valeur)}</p>`).join('\n')}
<h2>Feuille de présence</h2>
<table>
<thead><tr><th scope="col">Jour</th><th scope="col">Horaires</th><th scope="col">Temps retenu</th></tr></thead>
<tbody>
${lignes.map((ligne) => `<tr>${ligne.map((t) => `<td>${echapper(t)}</td>`).join('')}</tr>`).join('\n')}
<tr><th scope="row">Total</th><td></td><td><strong>${echapper(total)}</strong></td></tr>
</tbody>
</table>
<div style="break-inside:avoid; margin-top:1.5rem"><p>${echapper(lieuEtDate)}</p>
<p style="min-height:5rem">Signature et cachet de l’organisme d’accueil :</p></div>`
  return documentPapier({ titre, pied, corps })
}
