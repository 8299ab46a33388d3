import { Anchor, Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useReglages } from '#app/session.ts'
import { EtatVide } from '#ui/Ecran.tsx'
import { reprendreFocus } from '#ui/focus.ts'
import { allerAuContexte } from './ApercuImprime.tsx'
import { lireContexte, useContexte } from './contexte.ts'
import { FormulaireContexte } from './FormulaireContexte.tsx'
import { NoticeContexte } from './NoticeContexte.tsx'
import {
  type BaseContexte,
  ecrireSaisie,
  nouvelleSaisie,
  reprendreSaisie,
  type SaisieContexte,
} from './saisie-contexte.ts'
import classes from './bilans.module.css'

type Ouvert = { readonly base: BaseContexte; readonly saisie: SaisieContexte; readonly titre: string }

/** Numbers that others published: typed with their source, printed apart, counted nowhere. */
export const PanneauContexte = ({ annee }: { readonly annee: number }) => {
  const { chiffres } = useContexte()
  const { dispositif } = useReglages()
  const [ouvert, setOuvert] = useState<Ouvert | null>(null)
  useEffect(() => void lireContexte(), [])
  if (chiffres === null) return null
  const nouvelle: BaseContexte = { id: crypto.randomUUID(), dispositif, annees: [annee] }
  const fermer = () => {
    setOuvert(null)
    reprendreFocus('[data-ajouter-contexte]')
  }
  if (ouvert !== null) return <FormulaireContexte key={ouvert.base.id} {...ouvert} onFermer={fermer} />
  return (
    <Stack gap="sm">
      <Text size="sm">
        Ce que d’autres ont publié (SPIP, préfecture, INSEE…), pour situer le bilan. Jalon l’imprime à part, avec sa
        source : rien de cela n’est compté ni additionné.
      </Text>
      <Button
        variant="default"
        data-ajouter-contexte
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => setOuvert({ base: nouvelle, saisie: nouvelleSaisie(annee), titre: 'Nouveau chiffre' })}
      >
        Ajouter un chiffre de contexte
      </Button>
      {chiffres.some((c) => c.annees.includes(annee)) && (
        <Anchor component="button" type="button" size="sm" ta="left" onClick={allerAuContexte}>
          Voir ces chiffres dans la page
        </Anchor>
      )}
      {chiffres.length === 0 ? (
        <EtatVide titre="Aucun chiffre de contexte">
          Par exemple : « 399 jeunes de moins de 25 ans suivis par le SPIP en 2013, dont 137 détenus ».
        </EtatVide>
      ) : (
        <ul className={classes['contexte']} aria-label="Chiffres de contexte">
          {chiffres.map((chiffre) => (
            <NoticeContexte
              key={chiffre.id}
              chiffre={chiffre}
              annee={annee}
              onModifier={() =>
                setOuvert({ base: chiffre, saisie: ecrireSaisie(chiffre), titre: 'Modifier le chiffre' })
              }
              onReprendre={() =>
                setOuvert({
                  base: nouvelle,
                  saisie: reprendreSaisie(chiffre),
                  titre: 'Nouveau chiffre, d’après un autre',
                })
              }
            />
          ))}
        </ul>
      )}
    </Stack>
  )
}
