import { describe, expect, it } from 'vitest'
import { uneDordogne } from '../contexte/publier.ts'
import { uneAnnee } from './une-annee.ts'
import { unEntretien, unId, unPartenaire } from '../../fixtures/builders.ts'
import { toutes, unService, valeur } from '../../fixtures/service.ts'

const fusion = { liste: 'lieu', de: 'hopital', vers: 'mairie' }

describe('la fusion de deux réponses', () => {
  it('dit ce qu’elle changera, fait suivre les données partout, et se défait à l’identique', async () => {
    const { api, db } = await unService()
    await uneAnnee(api)
    const photo = async () => [
      await db().selectFrom('entretien').select(['id', 'reponses']).orderBy('id').execute(),
      await db().selectFrom('suivi').select(['id', 'reponses']).orderBy('id').execute(),
      await db().selectFrom('participation').selectAll().orderBy('suivi_id').orderBy('personne_id').execute(),
      await db().selectFrom('orientation').selectAll().orderBy('id').execute(),
      await db().selectFrom('partenaire').selectAll().orderBy('id').execute(),
    ]
    const avant = await photo()
    const fusions = [
      { ...fusion, effet: { entretiens: 2, suivis: 0, partenaires: 0 } },
      { liste: 'type-public', de: 'temoin', vers: 'victime', effet: { entretiens: 0, suivis: 1, partenaires: 0 } },
      {
        liste: 'problematique',
        de: 'expulsion-test',
        vers: 'logement',
        effet: { entretiens: 0, suivis: 2, partenaires: 0 },
      },
      { liste: 'destination', de: 'abri', vers: 'hebergement', effet: { entretiens: 1, suivis: 0, partenaires: 1 } },
    ]
    const faites: string[] = []
    for (const { effet, ...demande } of fusions) {
      expect(await valeur(api.listes.effetFusion(demande))).toEqual([{ dispositif: 'isc', ...effet }])
      faites.push((await valeur(api.listes.fusionner(demande))).id)
    }
    const apres = JSON.stringify(await photo())
    for (const { de } of fusions) expect(apres).not.toContain(`"${de}"`)
    // Two answers that became one are one.
    expect(apres).toContain(String.raw`\"problematiquesSecondaires\":[\"logement\",\"deuil\"]`)
    const [derniere] = await valeur(api.listes.fusions())
    expect(derniere).toMatchObject({ liste: 'destination', de: 'abri', vers: 'hebergement', id: faites.at(-1) })
    for (const id of faites) await valeur(api.listes.defaireFusion({ id }))
    expect(await photo()).toEqual(avant)
    expect(await valeur(api.listes.fusions())).toEqual([])
  })

  it('la recherche, le bilan et les comptes suivent', async () => {
    const { api } = await unService()
    await uneAnnee(api)
    const compter = async (lieu: string) =>
      (await valeur(api.entretiens.lister({ ...toutes, reponses: { lieu: [lieu] } }))).total
    const auBilan = async () => {
      const apercu = await valeur(
        api.bilans.apercu({ dispositif: 'isc', du: '2025-01-01', au: '2025-12-31', seuil: 5, mode: 'masquage' }),
      )
      return JSON.stringify(apercu)
    }
    expect([await compter('hopital'), await compter('mairie')]).toEqual([2, 1])
    expect(await auBilan()).toContain('Hôpital')
    expect(await valeur(api.listes.repartition({ liste: 'lieu', annee: 2025 }))).toContainEqual({
      code: 'hopital',
      nombre: 2,
    })
    await valeur(api.listes.fusionner(fusion))
    expect([await compter('hopital'), await compter('mairie')]).toEqual([0, 3])
    expect(await auBilan()).not.toContain('Hôpital')
    expect(await valeur(api.listes.repartition({ liste: 'lieu', annee: 2025 }))).toContainEqual({
      code: 'mairie',
      nombre: 3,
    })
    expect(await valeur(api.listes.repartition({ liste: 'lieu', annee: 2024 }))).toEqual([])
  })

  it('un formulaire ou un brouillon d’avant la fusion s’enregistre sous la réponse qui reste', async () => {
    const { api } = await unService()
    await uneAnnee(api)
    const brouillon = {
      id: unId(),
      titre: 'Ébauche',
      contenu: '{"form":{"reponses":{"lieu":"hopital"},"note":"hopital"}}',
    }
    await valeur(api.brouillons.enregistrer(brouillon))
    await valeur(api.listes.fusionner(fusion))
    expect((await valeur(api.brouillons.lire({ id: brouillon.id }))).contenu).toBe(
      '{"form":{"reponses":{"lieu":"mairie"},"note":"hopital"}}',
    )
    const tardif = unEntretien({ reponses: { lieu: 'hopital' } })
    await valeur(api.entretiens.enregistrer(tardif))
    expect((await valeur(api.entretiens.lire({ id: tardif.id }))).reponses).toEqual({ lieu: 'mairie' })
  })

  it('le tableur qui écrit encore l’ancien mot est lu comme la réponse qui reste', async () => {
    const { api } = await unService()
    await uneAnnee(api)
    await valeur(api.listes.fusionner(fusion))
    const csv = 'Date;Nom;Prénom;Lieu;Type de public\n04/03/2025;Sarr;Ida;Hôpital;Victime\n'
    const fichier = {
      dispositif: 'isc' as const,
      nom: 'x.csv',
      contenu: Buffer.from(csv).toString('base64'),
      correspondance: {},
    }
    const rapport = await valeur(api.echanges.importer(fichier))
    expect(rapport.valeursInconnues).toEqual([])
    const { lignes } = await valeur(api.entretiens.lister({ ...toutes, texte: 'Sarr' }))
    expect(lignes.map((l) => l.reponses)).toEqual([{ lieu: 'mairie' }])
  })

  it('le code fusionné n’est jamais redonné, et ce qu’on a changé depuis reste quand on la défait', async () => {
    const { api } = await unService()
    const { hopital } = await uneAnnee(api)
    const { id } = await valeur(api.listes.fusionner(fusion))
    const nouvelle = { liste: 'lieu', code: 'hopital', libelle: 'Autre', masquee: false, ordre: null, groupe: null }
    expect(await api.nomenclature.modifier(nouvelle)).toMatchObject({ erreur: { champs: { code: 'fusionnee' } } })
    const [premier, second] = hopital
    await valeur(api.entretiens.enregistrer({ ...premier, reponses: { lieu: 'domicile' } }))
    await valeur(api.listes.defaireFusion({ id }))
    expect((await valeur(api.entretiens.lire({ id: premier.id }))).reponses).toEqual({ lieu: 'domicile' })
    expect((await valeur(api.entretiens.lire({ id: second.id }))).reponses['lieu']).toBe('hopital')
  })

  it('se défait dans l’ordre inverse, et suit une chaîne jusqu’au bout', async () => {
    const { api } = await unService()
    const { hopital } = await uneAnnee(api)
    const premiere = await valeur(api.listes.fusionner(fusion))
    const seconde = await valeur(api.listes.fusionner({ liste: 'lieu', de: 'mairie', vers: 'commissariat' }))
    const lieux = (await valeur(api.nomenclature.lire({ dispositif: 'isc' }))).listes.find((l) => l.code === 'lieu')
    expect(lieux?.fusionnees).toContainEqual({ code: 'hopital', libelle: 'Hôpital', vers: 'commissariat' })
    expect(await api.listes.defaireFusion(premiere)).toMatchObject({ erreur: { champs: { id: 'plus-recente' } } })
    await valeur(api.listes.defaireFusion(seconde))
    await valeur(api.listes.defaireFusion(premiere))
    expect((await valeur(api.entretiens.lire({ id: hopital[0].id }))).reponses['lieu']).toBe('hopital')
  })

  it('refuse ce qui rendrait fausse une règle de Jalon, et n’écrit rien', async () => {
    const { api, db } = await unService()
    const refus = async (de: string, liste: string, vers: string) => {
      const reply = await api.listes.fusionner({ liste, de, vers })
      return reply.ok ? 'faite' : reply.erreur.champs?.['de']
    }
    expect(await refus('femme', 'sexe', 'homme')).toBe('tenue')
    expect(await refus('hors-champ-penal', 'type-public', 'victime')).toBe('tenue')
    expect(await refus('reincarceration', 'motif-sortie', 'autre')).toBe('tenue')
    expect(await refus('sans-abri', 'situation-logement', 'hotel')).toBe('tenue')
    expect(await refus('mairie', 'lieu', 'mairie')).toBe('elle-meme')
    expect(await refus('mairie', 'lieu', 'lune')).toBe('inconnue')
    expect(await refus('mairie', 'planete', 'lune')).toBe('inconnue')
    expect(await db().selectFrom('modalite_fusion').selectAll().execute()).toEqual([])
  })

  it('une édition publiée ne change pas d’un caractère, et ses fichiers se refont à l’identique', async () => {
    const { api, publier, republier, editions } = await uneDordogne()
    const ecrits = await publier(['json', 'csv'])
    const avant = await editions()
    const { listes } = await valeur(api.nomenclature.lire({ dispositif: 'mission-locale' }))
    const [de, vers] = listes.find((l) => l.code === 'mission-locale')?.modalites ?? []
    const demande = { liste: 'mission-locale', de: de?.code ?? '', vers: vers?.code ?? '' }
    expect(await valeur(api.listes.effetFusion(demande))).not.toEqual([])
    await valeur(api.listes.fusionner(demande))
    expect(await editions()).toEqual(avant)
    expect(await republier(avant[0]?.id ?? '')).toEqual(ecrits)
  })

  it('garde le genre d’un partenaire que la liste d’un autre métier connaît aussi', async () => {
    const { api } = await unService()
    const partenaire = unPartenaire({ genre: 'ccas' })
    await valeur(api.partenaires.enregistrer(partenaire))
    await valeur(api.listes.fusionner({ liste: 'destination', de: 'ccas', vers: 'autre' }))
    expect((await valeur(api.partenaires.lister({ texte: '' })))[0]?.genre).toBe('ccas')
  })
})
