import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks'
import { IconFilter, IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { aujourdhui } from '#app/dates.ts'
import { optionsDe } from '#app/reponses.ts'
import { useNomenclature } from '#app/session.ts'
import type { Champ } from '#shared/domaine/dispositif.ts'
import { ChampDate } from '#ui/ChampDate.tsx'
import { ChoixListe } from '#ui/ChoixListe.tsx'
import { ChoixListes } from '#ui/ChoixListes.tsx'
import { ecrireDate, lireDate } from '#ui/lire-date.ts'
import classes from './entretiens.module.css'
import { champsFiltrables } from './presenter.ts'
import { estFiltree, filtrer, retirerFiltres, useEntretiens } from './store.ts'

/** Search, period and role at hand; one filter per question of the post under « Plus de filtres ». */
export const Filtres = () => {
  const nomenclature = useNomenclature()
  const filtre = useEntretiens((s) => s.filtre)
  const actifs = Object.keys(filtre.reponses).length
  const [plus, { toggle }] = useDisclosure(actifs > 0)
  const [texte, setTexte] = useState(filtre.texte)
  const chercher = useDebouncedCallback((suite: string) => void filtrer({ texte: suite }), 120)
  const roles = useMemo(() => optionsDe(nomenclature, nomenclature.listeRoles), [nomenclature])
  return (
    <search className={classes['filtres']} aria-label="Filtrer les entretiens">
      <TextInput
        label="Chercher"
        placeholder="Nom, téléphone…"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={texte}
        maxLength={80}
        w={210}
        data-recherche-liste
        onChange={(e) => {
          setTexte(e.currentTarget.value)
          chercher(e.currentTarget.value)
        }}
      />
      <Borne cle="du" libelle="Du" />
      <Borne cle="au" libelle="Au" />
      <ChoixListe
        label="Rôle"
        placeholder="Tous"
        w={170}
        options={roles}
        value={filtre.role}
        onChange={(role) => void filtrer({ role })}
      />
      <Button
        variant={actifs > 0 ? 'light' : 'default'}
        leftSection={<IconFilter size={16} aria-hidden />}
        aria-expanded={plus}
        onClick={toggle}
      >
        {actifs > 0 ? `Filtres (${actifs})` : 'Plus de filtres'}
      </Button>
      {estFiltree(filtre) && (
        <Button variant="subtle" onClick={() => void retirerFiltres()}>
          Tout retirer
        </Button>
      )}
      {plus && champsFiltrables(nomenclature).map((champ) => <FiltreChamp key={champ.code} champ={champ} />)}
    </search>
  )
}

const Borne = ({ cle, libelle }: { readonly cle: 'du' | 'au'; readonly libelle: string }) => {
  const borne = useEntretiens((s) => s.filtre[cle])
  const [texte, setTexte] = useState(ecrireDate(borne))
  const changer = (suite: string) => {
    setTexte(suite)
    const date = suite.trim() === '' ? null : lireDate(suite, aujourdhui())
    if (date !== undefined && date !== borne) void filtrer({ [cle]: date })
  }
  return <ChampDate label={libelle} w={140} aujourdhui={aujourdhui()} value={texte} onChange={changer} />
}

const FiltreChamp = ({ champ }: { readonly champ: Champ }) => {
  const nomenclature = useNomenclature()
  const reponses = useEntretiens((s) => s.filtre.reponses)
  const codes = reponses[champ.code] ?? []
  const options = useMemo(
    () => [...optionsDe(nomenclature, champ.liste), { value: 'non-renseigne', label: 'Non renseigné' }],
    [nomenclature, champ],
  )
  const changer = (suite: readonly string[]) => {
    const autres = Object.entries(reponses).filter(([code]) => code !== champ.code)
    void filtrer({
      reponses: Object.fromEntries(suite.length === 0 ? autres : [...autres, [champ.code, [...suite]]]),
    })
  }
  return (
    <ChoixListes
      label={champ.libelle}
      placeholder={codes.length === 0 ? 'Toutes' : ''}
      w={230}
      options={options}
      value={codes}
      onChange={changer}
    />
  )
}
