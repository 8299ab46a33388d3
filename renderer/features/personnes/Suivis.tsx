import { Button, Group, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { api } from '#app/api.ts'
import { aujourdhui } from '#app/dates.ts'
import { accorder } from '#app/mots.ts'
import { NotePrivee } from '#app/NotePrivee.tsx'
import { aller } from '#app/navigation.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import { libelleDe } from '#shared/domaine/nomenclature.ts'
import { aUnParcours } from '#shared/domaine/parcours/a-un-parcours.ts'
import type { Suivi } from '#shared/domaine/suivi.ts'
import { dateFrancaise } from '#shared/utils/dates.ts'
import { majuscule } from '#shared/utils/texte.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ecrireDate, lireDate } from '#ui/lire-date.ts'
import { OuvrirSuivi } from './OuvrirSuivi.tsx'
import classes from './personnes.module.css'
import { roleDans, sujetDe } from './presenter.ts'
import { changer, type FichePersonne } from './store.ts'

/** Her cases, with her role in each; closed with a reason, opened again if needed. */
export const Suivis = ({ fiche }: { readonly fiche: FichePersonne }) => {
  const nomenclature = useNomenclature()
  const [aClore, setAClore] = useState<string>()
  const [aNoter, setANoter] = useState<string>()
  const [aOuvrir, ouverture] = useDisclosure(false)
  const parcours = aUnParcours(nomenclature)
  // The end of an accueil is written with the rest of it.
  const accueils = nomenclature.nature === 'accueils'
  const titre = nomenclature.motSuivi.pluriel
  const mots = accorder(nomenclature.motSuivi)
  return (
    <section aria-label={titre}>
      <Group justify="space-between" mb={4}>
        <Title order={3}>{majuscule(titre)}</Title>
        {parcours && !aOuvrir && (
          <Button variant="default" size="compact-sm" onClick={ouverture.open}>
            Ouvrir avant tout entretien
          </Button>
        )}
      </Group>
      {aOuvrir && <OuvrirSuivi personneId={fiche.personne.id} onFini={ouverture.close} />}
      {fiche.suivis.length === 0 && <Text c="dimmed">{mots.aucun}.</Text>}
      <ul className={classes['lignes']}>
        {fiche.suivis.map((suivi) => (
          <li key={suivi.id}>
            <div className={classes['suivi']}>
              <div>
                <Text component="span" fw={600}>
                  n° {suivi.numero}
                </Text>{' '}
                <Text component="span">
                  {[roleDans(nomenclature, suivi, fiche.personne.id), sujetDe(nomenclature, suivi)]
                    .filter((t) => t !== '')
                    .join(' · ')}
                </Text>{' '}
                <Text component="span" c="dimmed">
                  {mots.ouvert} le {dateFrancaise(suivi.ouvertLe)}
                  {suivi.closLe === null
                    ? ''
                    : `, ${mots.clos} le ${dateFrancaise(suivi.closLe)}${suivi.motifCloture === null ? '' : ` (${libelleDe(nomenclature, nomenclature.listeMotifs, suivi.motifCloture)})`}`}
                </Text>
              </div>
              <Group gap={4}>
                {aNoter !== suivi.id && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`Note personnelle n° ${suivi.numero}`}
                    onClick={() => setANoter(suivi.id)}
                  >
                    Note personnelle
                  </Button>
                )}
                {parcours && (
                  <Button
                    size="compact-sm"
                    aria-label={`Parcours n° ${suivi.numero}`}
                    onClick={() => aller('parcours', { personneId: fiche.personne.id, suiviId: suivi.id })}
                  >
                    Parcours
                  </Button>
                )}
                {accueils && (
                  <Button
                    size="compact-sm"
                    aria-label={`Accueil n° ${suivi.numero}`}
                    onClick={() => aller('tig', { id: suivi.id })}
                  >
                    Accueil
                  </Button>
                )}
                {suivi.closLe === null && !accueils && aClore !== suivi.id && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={`Clore n° ${suivi.numero}`}
                    onClick={() => setAClore(suivi.id)}
                  >
                    Clore
                  </Button>
                )}
                {suivi.closLe !== null && !accueils && (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`Rouvrir n° ${suivi.numero}`}
                    onClick={() => void changer(api.suivis.rouvrir({ id: suivi.id }))}
                  >
                    Rouvrir
                  </Button>
                )}
              </Group>
            </div>
            {aNoter === suivi.id && <NotePrivee suiviId={suivi.id} entretienId={null} demandee />}
            {aClore === suivi.id && <Cloture suivi={suivi} onFini={() => setAClore(undefined)} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

const Cloture = ({ suivi, onFini }: { readonly suivi: Suivi; readonly onFini: () => void }) => {
  const nomenclature = useNomenclature()
  const [date, setDate] = useState(ecrireDate(aujourdhui()))
  const [motif, setMotif] = useState<string | null>(null)
  const [refus, setRefus] = useState(false)
  const motifs = useMemo(() => optionsDe(nomenclature, nomenclature.listeMotifs), [nomenclature])
  const jour = lireDate(date, aujourdhui())
  const dateFausse = jour === undefined || jour > aujourdhui() || jour < suivi.ouvertLe
  const clore = async () => {
    setRefus(true)
    if (dateFausse || motif === null) return
    if (await changer(api.suivis.cloturer({ id: suivi.id, date: jour, motif }))) onFini()
  }
  return (
    <div className={classes['grille']}>
      <ChampDate
        label={`${majuscule(accorder(nomenclature.motSuivi).clos)} le`}
        aujourdhui={aujourdhui()}
        value={date}
        onChange={setDate}
        error={refus && dateFausse ? `Entre le ${dateFrancaise(suivi.ouvertLe)} et aujourd’hui.` : undefined}
      />
      <ChoixListe
        label="Motif"
        options={motifs}
        value={motif}
        onChange={setMotif}
        error={refus && motif === null ? 'Choisissez le motif.' : undefined}
      />
      <Group mt={22} gap="xs">
        <Button onClick={() => void clore()}>Clore</Button>
        <Button variant="default" onClick={onFini}>
          Annuler
        </Button>
      </Group>
    </div>
  )
}
