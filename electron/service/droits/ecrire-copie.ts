import type { Db } from '#db/connection.ts'
import { compterNotesPrivees, lireDonnees } from '#db/queries/droits/donnees.ts'
import { lireRegles } from '#db/queries/conservation/regles.ts'
import { lireNomenclature } from '#db/queries/nomenclature.ts'
import { lireReglages } from '#db/queries/reglages.ts'
import { codesDispositif, dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { dateFrancaise, jourLocal } from '#shared/utils/dates.ts'
import type { Context } from '../context.ts'
import { ecrireFichiers } from '../export/ecrire-fichiers.ts'
import { echapper } from '../export/xml.ts'
import { documentPapier } from '../impressions/document.ts'
import { type Copie, copieDe, type TableCopie } from './copie.ts'

type Demande = { readonly personneId: string; readonly tiers: readonly string[]; readonly notesPrivees: boolean }

/** Writes the copy of one person's data, to be read on paper and by a machine. The names of the files are nobody's. */
export const ecrireCopie = async (
  { personneId, tiers, notesPrivees }: Demande,
  dossier: string,
  { db, agent, maintenant, imprimer }: Pick<Context, 'db' | 'agent' | 'maintenant' | 'imprimer'>,
): Promise<string[]> => {
  const donnees = await lireDonnees(db(), personneId, agent().id, notesPrivees)
  const nomenclatures = new Map(
    await Promise.all(
      codesDispositif.map(async (code) => [code as string, await lireNomenclature(db(), code)] as const),
    ),
  )
  const copie = copieDe(donnees, nomenclatures, new Set(tiers))
  const jour = jourLocal(maintenant())
  const pourquoi = await lirePourquoi(
    db(),
    donnees.suivis.map((s) => s.dispositif),
  )
  const tues = notesPrivees ? 0 : await compterNotesPrivees(db(), personneId)
  const html = copieEnHtml(copie, { jour, pied: await piedDe(db(), jour), pourquoi, tues })
  const json = { schema: 'jalon-droits/1', le: jour, ...copie, pourquoi }
  const nom = `acces-${personneId.slice(0, 8)}-${jour}`
  return ecrireFichiers(
    dossier,
    new Map<string, string | Uint8Array>([
      [`${nom}.pdf`, await imprimer(html)],
      [`${nom}.json`, `${JSON.stringify(json, undefined, 2)}\n`],
    ]),
  )
}

/** What art. 15 §1 wants told beside the data: what for, how long, and who else sees it. */
const lirePourquoi = async (db: Db, codes: readonly string[]): Promise<readonly string[]> => {
  const regles = await lireRegles(db)
  const siens = codesDispositif.filter((c) => codes.includes(c))
  return siens.flatMap((code) => {
    const regle = regles.get(code)
    const duree = regle === undefined ? '' : `gardé ${regle.mois} mois (${regle.source})`
    return [`${dispositifs[code].libelle} : accompagnement social et rapport d’activité anonyme ; ${duree}`]
  })
}

const copieEnHtml = (
  copie: Copie,
  {
    jour,
    pied,
    pourquoi,
    tues,
  }: { readonly jour: string; readonly pied: string; readonly pourquoi: readonly string[]; readonly tues: number },
): string => {
  const corps = `<p>Voici toutes les données que ce poste détient sur ${echapper(copie.nom)} au ${dateFrancaise(jour)} (article 15 du règlement (UE) 2016/679).</p>
${copie.identite.map(([libelle, valeur]) => `<p><strong>${echapper(libelle)} :</strong> ${echapper(valeur)}</p>`).join('\n')}
${copie.suivis.map(({ titre, tables }) => `<h2>${echapper(titre)}</h2>\n${tables.map(enHtml).join('\n')}`).join('\n')}
${copie.autres.length === 0 ? '' : `<h2>Autres données</h2>\n${copie.autres.map(enHtml).join('\n')}`}
<h2>Pourquoi, combien de temps, et vos droits</h2>
${pourquoi.map((p) => `<p>${echapper(p)}.</p>`).join('\n')}
<p>Ces données restent dans le coffre chiffré du poste. Vous pouvez demander à les faire rectifier, à en limiter l’usage, ou vous opposer à ce suivi, et saisir la CNIL.</p>
${copie.masques === 0 ? '' : `<p>${copie.masques > 1 ? `${copie.masques} autres personnes sont masquées` : 'Une autre personne est masquée'} : leurs données ne sont pas les vôtres.</p>`}
${tues === 0 ? '' : `<p>${tues > 1 ? `${tues} notes personnelles de travail existent` : 'Une note personnelle de travail existe'} dans ces suivis : seul son auteur la lit ; demandez-la lui.</p>`}`
  return documentPapier({ titre: 'Vos données', pied, corps })
}

/** Each line as a short list: tables of many columns do not hold on paper. */
const enHtml = ({ titre, colonnes, lignes }: TableCopie): string => `<h3>${echapper(titre)}</h3>
<ul>${lignes
  .map((ligne) => {
    const dites = ligne.flatMap((texte, i) =>
      texte === '' ? [] : `<strong>${echapper(colonnes[i] ?? '')} :</strong> ${echapper(texte)}`,
    )
    return dites.length === 0 ? '' : `<li>${dites.join(' ; ')}</li>`
  })
  .join('\n')}</ul>`

const piedDe = async (db: Db, jour: string): Promise<string> => {
  const { nom, demonstration } = await lireReglages(db)
  const pied = [nom, `le ${dateFrancaise(jour)}`].filter((t) => t !== '').join(', ')
  return demonstration ? `Données inventées – ${pied}` : pied
}
