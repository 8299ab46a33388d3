import { normaliser } from '../../utils/texte.ts'

const mots = (texte: string): ReadonlySet<string> =>
  new Set(
    texte
      .trim()
      .split(/[\s,]+/)
      .map(normaliser),
  )

/** After one of these, a capitalised word names a place or a service: « rue Jean Jaurès », « collège Jas de Bouffan ». */
export const motsDeLieu = mots(`
  rue rues avenue avenues av boulevard bd bld place placette impasse allée allées cours chemin ch route voie passage
  quai square parc jardin jardins pont rond-point rondpoint carrefour esplanade promenade montée traverse sentier
  gare station arrêt terminus ligne lignes métro tram tramway bus navette aire
  cité cités quartier quartiers résidence résidences rés bâtiment bâtiments bât bat immeuble immeubles tour tours barre
  bloc ilot îlot lotissement hameau village secteur secteurs zone zac zup ville commune
  école écoles collège lycée crèche maternelle primaire élémentaire groupe-scolaire campus faculté université
  gymnase stade piscine terrain city-stade complexe centre centres maison maisons mjc espace salle théâtre cinéma
  médiathèque bibliothèque musée mairie poste église chapelle mosquée synagogue temple cimetière paroisse
  hôpital clinique pharmacie foyer ehpad hôtel bar café restaurant tabac boulangerie épicerie supermarché magasin
  commerce galerie marché parking fontaine monument statue
  saint sainte st ste mont val la-rochelle association asso régie bailleur office société entreprise
`)

/** Words of services and functions: a run of capitals that holds one of them names nobody. */
export const motsDInstitution = mots(`
  police polices nationale nationales national municipale municipaux municipal gendarmerie préfecture préfet tribunal
  parquet justice pompiers samu sdis mairie maire ville métropole agglomération communauté conseil conseils départemental
  régional région département état république france français française europe social sociale sociaux mission locale
  service services public publique publics logement habitat travail emploi éducation jeunesse prévention spécialisée
  protection judiciaire médiation médiateur médiateurs tranquillité sécurité urbaine propreté voirie direction générale
  bailleur régie transports transport maison centre culturel sportif syndicat croix rouge secours populaire catholique
  restos cœur emmaüs caisse allocations familiales clspd stspd qpv zsp hlm opac oph ccas caf spip pjj sncf ratp cvp isc
  addap13 gup anru cucs pm pn dp nord sud est ouest haut hauts bas basse haute vieux vieille grand grande grands grandes
  petit petite petits petites nouveau nouvelle
`)

/** Ordinary words that bear a capital because they begin a sentence or are days and months. */
export const motsOrdinaires = mots(`
  le la les l un une des du de d au aux à en dans devant derrière chez vers sur sous près depuis pendant après avant entre
  et ou mais ni ce cet cette ces ils elles on il elle nous vous leur leurs son sa ses plusieurs quelques deux trois quatre
  cinq six sept huit neuf dix nombreux nombreuses beaucoup encore toujours hier aujourd hui demain ici
  lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre
  novembre décembre noël pâques toussaint ramadan halloween nouvel an fête fêtes nuit soir soirée matin midi minuit week
  tapage bruit bruits nuisance nuisances musique rodéo rodéos moto motos scooter scooters quad quads voiture voitures
  véhicule véhicules épave épaves dépôt dépôts encombrants ordures poubelle poubelles déchets dégradation dégradations
  casse tag tags graffiti graffitis incendie incendies feu feux vitre vitres porte portes ascenseur éclairage lampadaire
  occupation rassemblement rassemblements attroupement attroupements regroupement regroupements squat groupe groupes jeune
  jeunes adultes enfants adolescents habitants habitante habitant riverains riverain locataires locataire voisins voisin
  commerçant commerçants gardien gardiens chien chiens conflit conflits bagarre rixe insultes incivilités incivilité
  consommation alcool bouteilles seringues sentiment peur signalement signalements plainte plaintes appel appels
  hall halls entrée entrées porche escalier étage cage garage garages
  sauvage sauvages sonore sonores verbale verbales voie
`)

/** First names that are nothing else, among the most given in France since 1950: alone, they already point at somebody. */
export const prenoms = mots(`
  jean michel philippe alain patrick nicolas christophe stéphane laurent frédéric olivier sébastien julien david éric
  thierry pascal bruno daniel gérard jacques bernard andré serge didier franck jérôme cédric guillaume alexandre thomas
  antoine maxime kévin kevin anthony jonathan mathieu matthieu romain florian benjamin vincent arnaud fabrice hugo lucas
  enzo nathan théo louis gabriel raphaël jules adam mathis dylan jordan steven bryan brandon ryan rayan
  mohamed mohammed mehdi karim rachid ahmed ali samir farid said youssef yacine bilal nassim sofiane hamza ibrahim amine
  mamadou moussa abdoulaye ousmane sekou bakary
  marie-claude nathalie isabelle sylvie catherine martine christine françoise valérie sandrine véronique céline stéphanie
  virginie sophie aurélie émilie julie laetitia caroline audrey mélanie laura camille léa manon chloé emma inès sarah
  jessica jennifer cindy vanessa élodie pauline mathilde anaïs fatima khadija aïcha nadia samira leïla yasmine
  fatoumata aminata mariama
`)
