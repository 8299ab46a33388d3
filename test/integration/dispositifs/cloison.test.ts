import { describe, expect, it } from 'vitest'
import { unEntretien, unePersonne, unePresence, unId, unPartenaire } from '../../fixtures/builders.ts'
import { toutes, unService, valeur } from '../../fixtures/service.ts'

const personne = unePersonne({ nom: 'Noël', prenom: 'Awa' })
const partenaire = unPartenaire({ nom: 'Éclaircies', genre: 'cidff' })
const siao = unPartenaire({ nom: 'SIAO d’essai', genre: 'siao' })

const pourIsc = () =>
  unEntretien({
    date: '2025-05-20',
    presences: [unePresence(personne)],
    orientations: [{ id: unId(), destination: 'cidff', partenaireId: partenaire.id }],
    echeances: [{ id: unId(), date: '2025-06-03', libelle: 'Rappeler le commissariat' }],
  })

const pourCvp = () =>
  unEntretien({
    suivi: { id: unId(), saisineDate: null, reponses: { prescripteur: 'spip-milieu-ferme' } },
    date: '2025-05-28',
    reponses: { modalite: 'detention', etablissement: 'ma-perigueux' },
    presences: [{ personneId: personne.id, fiche: null, role: 'accompagnee', reponses: {} }],
    orientations: [{ id: unId(), destination: 'siao', partenaireId: siao.id }],
    echeances: [{ id: unId(), date: '2025-06-04', libelle: 'Rappeler le SPIP' }],
  })

/** One person followed under the two, each with its entretien, its échéance, its orientation and its draft. */
const deuxMetiers = async () => {
  const { api } = await unService('2025-06-02')
  const [isc, cvp] = [pourIsc(), pourCvp()]
  await valeur(api.reglages.choisirDispositifs({ dispositifs: ['cvp', 'isc'] }))
  await valeur(api.partenaires.enregistrer(partenaire))
  await valeur(api.entretiens.enregistrer(isc))
  await valeur(api.brouillons.enregistrer({ id: unId(), titre: 'ébauche isc', contenu: '{}' }))
  await valeur(api.reglages.changerDispositif({ dispositif: 'cvp' }))
  await valeur(api.partenaires.enregistrer(siao))
  await valeur(api.entretiens.enregistrer(cvp))
  const brouillon = { id: unId(), titre: 'ébauche cvp', contenu: '{}' }
  await valeur(api.brouillons.enregistrer(brouillon))
  const montrer = (dispositif: 'isc' | 'cvp') => valeur(api.reglages.changerDispositif({ dispositif }))
  return { api, isc, cvp, brouillon, montrer }
}

describe('une personne suivie par deux métiers', () => {
  it('est une seule personne, dont chaque métier ne voit que sa part', async () => {
    const { api, isc, cvp, montrer } = await deuxMetiers()
    for (const [code, sien] of [
      ['isc', isc],
      ['cvp', cvp],
    ] as const) {
      await montrer(code)
      const fiche = await valeur(api.personnes.lire({ id: personne.id }))
      expect(fiche.suivis.map((s) => s.id)).toEqual([sien.suivi.id])
      expect(fiche.entretiens.map((e) => e.id)).toEqual([sien.id])
      expect(fiche.orientations.map((o) => o.destination)).toEqual([sien.orientations[0]?.destination])
      expect(fiche.echeances.map((e) => e.libelle)).toEqual([sien.echeances[0]?.libelle])
      expect(fiche.personne).toMatchObject({ entretiens: 1, dernierEntretien: sien.date })
      expect((await valeur(api.suivis.dePersonne({ personneId: personne.id }))).map((s) => s.id)).toEqual([
        sien.suivi.id,
      ])
    }
  })

  it('ne paraît dans les listes, la page du jour et les brouillons que pour ce qui est du métier montré', async () => {
    const { api, isc, cvp, montrer } = await deuxMetiers()
    for (const [code, sien, autre] of [
      ['isc', isc, cvp],
      ['cvp', cvp, isc],
    ] as const) {
      await montrer(code)
      expect((await valeur(api.entretiens.lister(toutes))).lignes.map((l) => l.id)).toEqual([sien.id])
      const jour = await valeur(api.aujourdhui.lire({ jour: '2025-06-02' }))
      expect(jour.annee).toMatchObject({ personnes: 1, entretiens: 1 })
      expect(jour.brouillons.map((b) => b.titre)).toEqual([`ébauche ${code}`])
      expect(jour.orientationsEnAttente.map((o) => o.entretienId)).toEqual([sien.id])
      expect((await valeur(api.echeances.lister({ jusquau: '2025-07-01' }))).map((e) => e.suiviId)).toEqual([
        sien.suivi.id,
      ])
      expect(JSON.stringify(jour)).not.toContain(autre.id)
      const annuaire = await valeur(api.partenaires.lister({ texte: '' }))
      expect(annuaire.filter((p) => p.orientations > 0).map((p) => p.id)).toEqual([sien.orientations[0]?.partenaireId])
    }
  })

  it('garde à chaque métier ses entretiens et ses brouillons : demandés de l’autre, ils n’existent pas', async () => {
    const { api, cvp, brouillon, montrer } = await deuxMetiers()
    await montrer('isc')
    const introuvable = { ok: false, erreur: { code: 'introuvable' } }
    expect(await api.entretiens.lire({ id: cvp.id })).toEqual(introuvable)
    expect(await api.brouillons.lire({ id: brouillon.id })).toEqual(introuvable)
    const cloture = { id: cvp.suivi.id, date: '2025-06-01', motif: 'relais' }
    expect(await api.suivis.cloturer(cloture)).toEqual(introuvable)
    const vole = unEntretien({ id: cvp.id, presences: [unePresence(unePersonne())] })
    expect(await api.entretiens.enregistrer(vole)).toEqual(introuvable)
    const detourne = unEntretien({ suivi: { ...cvp.suivi, reponses: {} }, presences: [unePresence(unePersonne())] })
    expect(await api.entretiens.enregistrer(detourne)).toEqual(introuvable)
    await montrer('cvp')
    expect(await valeur(api.entretiens.lire({ id: cvp.id }))).toMatchObject({ date: '2025-05-28' })
  })

  it('commence un entretien par les réponses du dernier du même métier', async () => {
    const { api, montrer } = await deuxMetiers()
    await montrer('isc')
    expect((await valeur(api.entretiens.defauts())).reponses).toEqual({ modalite: 'presentiel', lieu: 'commissariat' })
    await montrer('cvp')
    const siens = { modalite: 'detention', etablissement: 'ma-perigueux' }
    expect((await valeur(api.entretiens.defauts())).reponses).toEqual(siens)
    await valeur(api.entretiens.compterAnonyme({ id: unId() }))
    const { total } = await valeur(api.entretiens.lister({ ...toutes, role: 'accompagnee' }))
    expect(total).toBe(2)
  })
})

describe('les personnes d’un coffre à deux métiers', () => {
  it('se cherchent toutes, pour qu’aucune ne soit saisie deux fois, mais chaque liste n’a que les siennes', async () => {
    const { api, montrer } = await deuxMetiers()
    await montrer('isc')
    await valeur(api.entretiens.enregistrer(unEntretien({ presences: [unePresence(unePersonne({ nom: 'Isolé' }))] })))
    await montrer('cvp')
    const liste = { texte: '', tri: { colonne: 'nom', sens: 'asc' }, page: { debut: 0, taille: 50 } } as const
    const noms = async () => (await valeur(api.personnes.lister(liste))).lignes.map((p) => p.nom)
    expect(await noms()).toEqual(['Noël'])
    const trouvees = await valeur(api.personnes.chercher({ texte: 'isole', limite: 5 }))
    expect(trouvees).toMatchObject([{ nom: 'Isolé', entretiens: 0, dernierEntretien: null }])
    await montrer('isc')
    expect(await noms()).toEqual(['Isolé', 'Noël'])
  })

  it('garde son genre à un partenaire que seul un autre métier sait nommer', async () => {
    const { api, montrer } = await deuxMetiers()
    await montrer('cvp')
    await valeur(api.partenaires.enregistrer({ ...partenaire, telephone: '01 00 00 00 00' }))
    expect(await api.partenaires.enregistrer(unPartenaire({ genre: 'cidff' }))).toMatchObject({ ok: false })
  })
})
