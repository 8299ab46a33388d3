import { describe, expect, it } from 'vitest'
import { unePersonne, unId } from '../../fixtures/builders.ts'
import { valeur } from '../../fixtures/service.ts'
import { entretienJustice, jour, unServiceCvp } from './un-parcours.ts'

describe('le repérage', () => {
  it('ouvre un suivi avant tout entretien, une seule fois, et le premier entretien le rejoint', async () => {
    const { api } = await unServiceCvp()
    const personne = unePersonne({ nom: 'Attend' })
    await valeur(api.personnes.enregistrer(personne))
    const suiviId = unId()
    const ouvrir = { suiviId, personneId: personne.id, role: null, date: '2025-05-01', reponses: {} }
    await valeur(api.parcours.ouvrir(ouvrir))
    await valeur(api.parcours.ouvrir(ouvrir))
    const suivis = async () => (await valeur(api.personnes.lire({ id: personne.id }))).suivis
    expect(await suivis()).toMatchObject([{ id: suiviId, saisineDate: '2025-05-01', ouvertLe: '2025-05-01' }])
    const avant = await valeur(api.parcours.lire({ suiviId, jour }))
    expect(avant.avancement.filter((e) => e.atteinte).map((e) => e.etape)).toEqual(['reperage'])
    const suivi = { id: suiviId, saisineDate: '2025-05-01', reponses: {} }
    await valeur(api.entretiens.enregistrer(entretienJustice(personne, 'cvp', { suivi, date: '2025-05-20' })))
    expect(await suivis()).toMatchObject([{ id: suiviId, saisineDate: '2025-05-01', ouvertLe: '2025-05-20' }])
    expect((await valeur(api.parcours.lire({ suiviId, jour }))).entretiens).toEqual(['2025-05-20'])
  })

  it('garde sa personne quand le premier entretien est celui d’un proche, ou part ailleurs', async () => {
    const { api } = await unServiceCvp()
    const [personne, mere] = [unePersonne({ nom: 'Attend' }), unePersonne({ nom: 'Mere' })]
    await valeur(api.personnes.enregistrer(personne))
    const suiviId = unId()
    await valeur(
      api.parcours.ouvrir({ suiviId, personneId: personne.id, role: null, date: '2025-05-01', reponses: {} }),
    )
    const entretien = entretienJustice(mere, 'cvp', {
      suivi: { id: suiviId, saisineDate: null, reponses: {} },
      date: '2025-05-20',
    })
    await valeur(api.entretiens.enregistrer(entretien))
    const lire = async () => (await valeur(api.parcours.lire({ suiviId, jour }))).personnes.map((p) => p.id)
    expect(await lire()).toContain(personne.id)
    await valeur(api.entretiens.enregistrer({ ...entretien, suivi: { ...entretien.suivi, id: unId() } }))
    expect(await lire()).toEqual([personne.id])
  })

  it('refuse une personne inconnue, un jour à venir, et un suivi déjà pris', async () => {
    const { api, suivi } = await unServiceCvp()
    const ouvrir = { suiviId: unId(), personneId: suivi.personne.id, role: null, date: '2025-05-01', reponses: {} }
    expect(await api.parcours.ouvrir({ ...ouvrir, personneId: unId() })).toMatchObject({
      erreur: { code: 'introuvable' },
    })
    expect(await api.parcours.ouvrir({ ...ouvrir, date: '2025-06-03' })).toMatchObject({
      erreur: { champs: { date: 'futur' } },
    })
    expect(await api.parcours.ouvrir({ ...ouvrir, suiviId: suivi.suiviId })).toMatchObject({
      erreur: { champs: { suiviId: 'pris' } },
    })
    expect(await api.parcours.ouvrir({ ...ouvrir, role: 'victime' })).toMatchObject({
      erreur: { code: 'valeur-inconnue' },
    })
  })
})
