import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import type { Bilan } from '#shared/domaine/bilan/bilan.ts'
import { nomDePeriode } from '#shared/domaine/bilan/periode.ts'
import type { Certificat } from '#shared/domaine/secret/certificat.ts'
import {
  casesParTableau,
  intervallesParTableau,
  largeurs,
  optimalite,
  type UniteControlee,
  unitesDe,
} from './certificat-cases.ts'
import { attaquants, criteres, editions, exposeesDe, sansUnite, sommer, unanimes } from './certificat-constats.ts'
import { fiche, instant, paragraphe, section, table, texte } from './fiche.ts'
import { compte, dateLongue, nombreFrancais } from './nombres.ts'
import { styleCertificat } from './style-certificat.ts'

export type ContexteCertificat = {
  /** The report that the certificate is about: titles and labels. */
  readonly bilan: Pick<Bilan, 'titre' | 'demonstration' | 'postes' | 'tableaux'>
  /** What the ledger says of the edition; null before it is published. */
  readonly edition: {
    readonly creeeLe: string
    readonly empreinte: string
    readonly remplaceId: string | null
    readonly motif: string | null
  } | null
  readonly fichiers: readonly { readonly nom: string; readonly sha256: string }[]
}

/**
 * The audit report for a data protection officer (secret-statistique.md §5.8), a whole page to print: it holds true small
 * numbers, never goes with the report, and says so on each sheet.
 */
export const certificatEnHtml = (certificat: Certificat, contexte: ContexteCertificat): string => {
  const unites = unitesDe(certificat)
  const { bilan } = contexte
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Jalon">
<title>${texte(`Contrôle du secret statistique – ${bilan.titre}`)}</title>
<style>
${styleCertificat}
</style>
</head>
<body>
<main class="bilan certificat">
<p class="confidentiel"><strong>CONFIDENTIEL</strong>Ce rapport contient les effectifs réels des cases masquées. Il se garde avec le coffre et se remet au seul délégué à la protection des données ou au correspondant statistique ; il ne se joint jamais au bilan.</p>
${bilan.demonstration ? paragraphe('Données inventées : ce rapport de démonstration ne décrit aucune personne réelle.', 'avertissement') : ''}
<h1>Contrôle du secret statistique</h1>
${paragraphe(bilan.titre, 'periode')}
${conclusion(certificat, unites)}
${section('perimetre', '1. Périmètre', perimetre(certificat, contexte))}
${section('regle', '2. Règle appliquée', regle(certificat, unites))}
${section('cases', '3. Cases par tableau', cases(unites, bilan))}
${section('optimalite', '4. Optimalité', sansUnite(unites) ?? [optimalite(unites), paragraphe(cout)])}
${section('intervalles', '5. Intervalles', sansUnite(unites) ?? [...largeurs(unites, certificat.seuil), paragraphe('Le détail, case par case, est en annexe.')])}
${section('attaquants', '6. Personnes du fichier et lecteur prudent', attaquants(unites))}
${section('editions', '7. Éditions déjà publiées', editions(certificat))}
${section('unanimes', '8. Groupes unanimes', unanimes(unites))}
${section('criteres', '9. Critères de l’anonymisation', criteres(certificat, unites))}
${section('empreintes', '10. Versions, empreintes et calculs', empreintes(certificat, contexte, unites))}
${section('validation', '11. Validation avant publication', [signature])}
${section('annexe', 'Annexe. Chaque nombre protégé', sansUnite(unites) ?? intervallesParTableau(unites, bilan.tableaux), 'annexe')}
</main>
</body>
</html>
`
}

/** The answer first: may it be published, by what was found and by nothing else. */
const conclusion = ({ mode, relecture }: Certificat, unites: readonly UniteControlee[]): string => {
  const exposees = exposeesDe(unites) + (relecture?.exposees ?? 0)
  const protegees = sommer(unites, (u) => u.intervalles.length)
  if (exposees > 0)
    return paragraphe(
      `Contrôle échoué : ${nombreFrancais(exposees)} nombres restent trop bien connus.`,
      'verdict echec',
    )
  if (mode === 'total')
    return paragraphe('Le document ne publie que des totaux généraux, au-dessus du seuil.', 'verdict')
  if (relecture === null)
    return paragraphe('Le document n’a pas été relu par l’auditeur : ce rapport ne vaut pas contrôle.', 'verdict echec')
  return paragraphe(
    protegees === 0
      ? 'Contrôle réussi : rien du document relu ne se retrouve par le calcul.'
      : `Contrôle réussi : sur ${nombreFrancais(protegees)} nombres à protéger, aucun ne se retrouve par le calcul.`,
    'verdict',
  )
}

const perimetre = ({ dispositif, du, au, periodes, catalogue }: Certificat, { bilan, edition }: ContexteCertificat) => [
  fiche([
    ['Dispositif', dispositifs[dispositif].libelle],
    ...bilan.postes.map((p) => ['Poste', p.nom] as const),
    ['Période', `du ${dateLongue(du)} au ${dateLongue(au)}`],
    ['Catalogue des tableaux', catalogue],
    ['Édition', edition === null ? 'pas encore publiée' : `inscrite au registre le ${instant(edition.creeeLe)}`],
    ...(edition?.remplaceId == null ? [] : [['Remplace une édition', edition.motif ?? 'sans motif noté'] as const]),
  ]),
  table({
    legende: 'Ce que le document compte',
    colonnes: ['Période', 'Personnes', 'Unités comptées', 'Éditions jointes à l’attaque'],
    mots: [2],
    lignes: periodes.map((p) => ({
      cases: [
        nomDePeriode(p),
        nombreFrancais(p.personnes),
        p.unites.length === 0 ? 'sans calcul' : p.unites.map((u) => compte(u.effectif, u.unite)).join(', '),
        nombreFrancais(Math.max(0, ...p.unites.map((u) => u.jointes))),
      ],
    })),
  }),
]

const modes = {
  masquage: 'masquage certifié, un seul symbole pour toutes les cases masquées',
  regroupement: 'regroupement des lignes rares, puis masquage certifié',
  arrondi: 'arrondi contrôlé : toutes les sommes restent justes, les totaux généraux sont exacts',
  total: 'totaux généraux seuls, sans tableau',
} as const

const regle = ({ seuil, mode }: Certificat, unites: readonly UniteControlee[]) => {
  const sensibles = [...new Set(unites.flatMap((u) => u.sensibles))]
  return [
    fiche([
      [
        'Seuil',
        `${String(seuil)} : une case de 1 à ${String(seuil - 1)} n’est jamais affichée, ni une case derrière laquelle il y a moins de ${String(seuil)} personnes`,
      ],
      ['Procédé', modes[mode]],
      [
        'Exigence',
        mode === 'arrondi'
          ? `aucune petite case ne se retrouve, ni ne se prouve comprise entre 1 et ${String(seuil - 1)}`
          : `une case masquée ne se distingue pas d’une case publiable : elle peut valoir 1 ou moins, et ${String(seuil)} ou plus`,
      ],
      ['Questions sensibles', sensibles.length === 0 ? 'aucune dans ces tableaux' : sensibles.join(', ')],
    ]),
    table({
      legende: 'Attaquants essayés',
      colonnes: ['Attaquant', 'Ce qu’il sait', 'Effet'],
      mots: [1, 2],
      lignes: [
        ['A0, lecteur extérieur', 'tous les tableaux du document, et qu’un effectif n’est pas négatif', 'bloquant'],
        ['A1, personne du fichier', 'en plus, ses propres réponses', 'bloquant'],
        ['A2, lecteur des éditions passées', 'en plus, toutes les éditions jointes', 'bloquant'],
        ['A3, lecteur prudent', 'qu’aucune case masquée n’est vide', 'pour information'],
      ].map((valeurs) => ({ cases: valeurs })),
    }),
  ]
}

const cases = (unites: readonly UniteControlee[], { tableaux }: ContexteCertificat['bilan']) =>
  sansUnite(unites) ?? [
    paragraphe(
      'A : sous le seuil. D : masquée pour que A ne se retrouve pas. V : affichée. Les unités sont celles que comptent ces cases, totaux et sous-totaux compris. Une case imprimée dans deux tableaux compte dans chacun, et une seule fois dans la dernière ligne.',
    ),
    ...casesParTableau(unites, tableaux),
  ]

const cout =
  'Le coût du masquage est la somme des effectifs des cases D, une case vide comptant pour 1 ; celui de l’arrondi, la somme des écarts. La borne inférieure est démontrée : aucune protection ne coûte moins.'

const empreintes = (
  { faitLe, dureeMs, relecture, schema }: Certificat,
  { edition, fichiers }: ContexteCertificat,
  unites: readonly UniteControlee[],
) => [
  fiche([
    ['Fait le', instant(faitLe)],
    ['Durée', `${nombreFrancais(dureeMs / 1000, 1)} s`],
    ['Solveur', [...new Set(unites.map((u) => u.solveur))].join(', ') || 'aucun'],
    ['Forme du certificat', schema],
    [
      'Programmes linéaires',
      `${nombreFrancais(sommer(unites, (u) => u.calculs))} pour le contrôle, ${nombreFrancais(relecture?.calculs ?? 0)} pour la relecture du document`,
    ],
    ...(edition === null ? [] : [['Empreinte des faits', edition.empreinte] as const]),
  ]),
  fichiers.length === 0
    ? ''
    : table({
        legende: 'Empreintes SHA-256 des fichiers publiés',
        colonnes: ['Fichier', 'Empreinte'],
        mots: [1],
        lignes: fichiers.map((f) => ({ cases: [f.nom, f.sha256] })),
      }).replaceAll('<td class="texte">', '<td class="texte empreinte">'),
]

const signature = `<dl class="signature">
<div><dt>Nom et qualité</dt><dd></dd></div>
<div><dt>Date</dt><dd></dd></div>
<div><dt>Décision (publication, refus, réserves)</dt><dd></dd></div>
<div><dt>Délégué à la protection des données consulté le</dt><dd></dd></div>
<div class="large"><dt>Signature</dt><dd></dd></div>
</dl>`
