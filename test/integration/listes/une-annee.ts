import { unEntretien, unePersonne, unePresence, unId, unPartenaire } from '../../fixtures/builders.ts'
import { type unService, valeur } from '../../fixtures/service.ts'

type Api = Awaited<ReturnType<typeof unService>>['api']

const ajout = (liste: string, code: string, libelle: string, groupe: string | null = null) => ({
  liste,
  code,
  libelle,
  masquee: false,
  ordre: null,
  groupe,
})

/** A post that added answers of its own and gave them in each place where a list answers. */
export const uneAnnee = async (api: Api) => {
  await valeur(api.nomenclature.modifier(ajout('lieu', 'hopital', 'Hôpital')))
  await valeur(api.nomenclature.modifier(ajout('problematique', 'expulsion-test', 'Expulsion')))
  await valeur(api.nomenclature.modifier(ajout('destination', 'abri', 'Abri')))
  const partenaire = unPartenaire({ genre: 'abri' })
  await valeur(api.partenaires.enregistrer(partenaire))
  const suivi = { id: unId(), saisineDate: null }
  const hopital = [
    unEntretien({
      suivi: { ...suivi, reponses: { problematique: 'expulsion-test' } },
      reponses: { lieu: 'hopital', modalite: 'telephone' },
      orientations: [{ id: unId(), destination: 'abri', partenaireId: partenaire.id }],
    }),
    unEntretien({
      suivi: {
        ...suivi,
        id: unId(),
        reponses: { problematique: 'addictions', problematiquesSecondaires: ['expulsion-test', 'logement', 'deuil'] },
      },
      reponses: { lieu: 'hopital' },
    }),
  ] as const
  const mairie = unEntretien({
    reponses: { lieu: 'mairie' },
    presences: [unePresence(unePersonne(), { role: 'temoin' })],
  })
  const retire = unEntretien({ reponses: { lieu: 'hopital' } })
  for (const entretien of [...hopital, mairie, retire]) await valeur(api.entretiens.enregistrer(entretien))
  await valeur(api.entretiens.supprimer({ id: retire.id }))
  return { hopital, mairie }
}
