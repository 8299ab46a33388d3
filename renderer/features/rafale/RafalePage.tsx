import { Alert, Button, Group, Kbd, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useMemo, useRef, useState } from 'react'
import { annoncer } from '#app/annoncer.tsx'
import { useSansRelecture } from '#app/ecritures.ts'
import { lireFrequences } from '#app/frequences.ts'
import { aller } from '#app/navigation.ts'
import { useReprise } from '#app/reprise.ts'
import { useNomenclature } from '#app/session.ts'
import { useTouches } from '#app/touches.ts'
import { lireCollage } from '#shared/domaine/rafale/coller.ts'
import { colonnesDeRafale } from '#shared/domaine/rafale/colonnes.ts'
import { type LigneRafale, LIGNES_MAX } from '#shared/domaine/rafale/lignes.ts'
import { Ecran } from '#ui/Ecran.tsx'
import { changerCellule, collerDans, completer, ligneVierge, type Place, retirerLigne } from './edition.ts'
import { enregistrerRafale } from './enregistrer.ts'
import { Grille } from './Grille.tsx'
import classes from './rafale.module.css'
import { useExamen } from './examen.ts'

/** A backlog typed as in a spreadsheet: one line an entretien, saved by the same rules as the form. */
export const RafalePage = () => {
  const nomenclature = useNomenclature()
  const colonnes = useMemo(() => colonnesDeRafale(nomenclature), [nomenclature])
  const form = useForm<{ lignes: LigneRafale[] }>({ initialValues: { lignes: [] } })
  const { repris, oublier } = useReprise('rafale', form)
  const { lignes } = form.values
  const examen = useExamen(lignes)
  const [place, setPlace] = useState<Place>({ rang: 0, colonne: 0 })
  const [montreTout, setMontreTout] = useState(false)
  const enCours = useRef(false)
  const [occupe, setOccupe] = useState(false)
  useEffect(() => void lireFrequences(), [])
  useSansRelecture()
  // The line that stands ready under the last one.
  const affichees = useMemo(() => [...lignes, ligneVierge(lignes)], [lignes])
  const changer = (suite: readonly LigneRafale[]) => form.setValues({ lignes: [...suite] })
  const deplacer = (suite: Place) => {
    const quittee = lignes[place.rang]
    const complete = quittee === undefined ? undefined : completer(quittee)
    if (complete !== undefined && JSON.stringify(complete) !== JSON.stringify(quittee))
      form.setValues(({ lignes: avant = [] }) => ({
        lignes: avant.map((l) => (l.id === complete.id ? completer(l) : l)),
      }))
    setPlace(suite)
  }
  const coller = (texte: string): boolean => {
    if (!/[\t\n]/u.test(texte.trim())) return false
    const collage = lireCollage(texte, colonnes, place.colonne, nomenclature)
    const { suite, oubliees } = collerDans(lignes, collage.lignes, place.rang, LIGNES_MAX)
    changer(suite)
    if (collage.ignorees.length > 0) annoncer(`Colonnes laissées de côté : ${collage.ignorees.join(', ')}.`)
    if (oubliees > 0)
      annoncer(`${oubliees} lignes n’ont pas tenu : ${LIGNES_MAX} au plus. Importez plutôt le fichier, dans Échanges.`)
    return true
  }
  const enregistrer = async (garderFautives: boolean) => {
    if (enCours.current || lignes.length === 0) return
    enCours.current = true
    setOccupe(true)
    try {
      const completes = lignes.map(completer)
      changer(completes)
      const lu = await examen.relire(completes)
      if (lu === undefined) return
      const fautives = lu.lignes.filter((l) => Object.keys(l.erreurs).length > 0).length
      setMontreTout(fautives > 0)
      if (fautives > 0 && !garderFautives) return
      const restantes = await enregistrerRafale(completes, lu, (rendues) =>
        form.setValues((avant) => ({ lignes: [...rendues, ...(avant.lignes ?? [])] })),
      )
      changer(restantes)
      if (restantes.length === 0) await oublier()
      setPlace({ rang: 0, colonne: 0 })
    } finally {
      enCours.current = false
      setOccupe(false)
    }
  }
  useTouches('Saisie en rafale', [
    {
      combinaison: 'mod+Enter',
      affichage: 'Ctrl Entrée',
      libelle: 'Enregistrer la rafale',
      action: () => void enregistrer(false),
      partout: true,
    },
    ...touches,
  ])
  const fautives = examen.lignes.filter((l) => Object.keys(l.erreurs).length > 0).length
  const justes = examen.lignes.filter((l) => Object.keys(l.erreurs).length === 0).length
  return (
    <Ecran
      titre="Saisie en rafale"
      sousTitre={<output>{compter(lignes.length)} Une ligne, un entretien ; collez depuis un tableur.</output>}
      actions={
        <>
          <Button variant="default" onClick={() => aller('entretiens')}>
            Revenir à la liste
          </Button>
          <Button
            loading={occupe}
            disabled={lignes.length === 0}
            rightSection={<kbd>Ctrl ↵</kbd>}
            onClick={() => void enregistrer(false)}
            data-enregistrer-rafale
          >
            Enregistrer
          </Button>
        </>
      }
    >
      {repris && (
        <Text c="dimmed" mb="xs">
          Ces lignes avaient été tapées et pas enregistrées.
        </Text>
      )}
      {montreTout && fautives > 0 && (
        <Alert color="alerte" variant="light" role="alert" p="xs" mb="xs">
          <Group justify="space-between">
            <span>
              {fautives > 1 ? `${fautives} lignes sont à corriger` : 'Une ligne est à corriger'} : rien n’est
              enregistré, et rien n’est perdu.
            </span>
            {justes > 0 && (
              <Button variant="default" size="compact-sm" onClick={() => void enregistrer(true)}>
                Enregistrer {justes > 1 ? `les ${justes} lignes justes` : 'la ligne juste'}, garder le reste
              </Button>
            )}
          </Group>
        </Alert>
      )}
      <Grille
        colonnes={colonnes}
        lignes={affichees}
        examinees={examen.parId}
        montreTout={montreTout}
        place={place}
        onPlace={deplacer}
        onCellule={(rang, champ, texte) => changer(changerCellule(affichees, lignes.length, rang, champ, texte))}
        onRetirer={(rang) => changer(retirerLigne(lignes, rang))}
        onColler={coller}
      />
      <Text size="xs" c="dimmed" mt="xs" className={classes['aide'] ?? ''}>
        <Kbd>Tab</Kbd> cellule suivante · <Kbd>Entrée</Kbd> ligne suivante · <Kbd>↑</Kbd> <Kbd>↓</Kbd> changer de ligne
        · <Kbd>Ctrl ;</Kbd> recopier d’en haut · <Kbd>Échap</Kbd> sortir de la grille. Sans nom, la ligne compte une
        personne anonyme.
      </Text>
    </Ecran>
  )
}

const compter = (nombre: number): string =>
  nombre === 0 ? '' : nombre === 1 ? '1 ligne à enregistrer.' : `${nombre} lignes à enregistrer.`

const touches = [
  { combinaison: 'Enter', affichage: 'Entrée', libelle: 'Ligne suivante' },
  { combinaison: 'mod+;', affichage: 'Ctrl ;', libelle: 'Recopier la cellule d’en haut' },
  { combinaison: 'Escape', affichage: 'Échap', libelle: 'Sortir de la grille' },
]
