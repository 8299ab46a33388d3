import { Title } from '@mantine/core'
import type { RapportImport } from '#shared/domaine/import/rapport.ts'
import { lignesAffichees } from './presenter.ts'

type Props = Pick<RapportImport, 'doublonsPossibles' | 'avertissements' | 'ignorees'>

/** What does not stop the import but deserves a look: persons that may be one, lines left aside, guesses made. */
export const Avertissements = ({ doublonsPossibles, avertissements, ignorees }: Props) => (
  <>
    {doublonsPossibles.length > 0 && (
      <Liste
        titre={`Doublons possibles (${doublonsPossibles.length})`}
        lignes={doublonsPossibles.map((d) => `${d.personnes.join(' / ')} – ${d.raison} (${lignesAffichees(d.lignes)})`)}
      />
    )}
    {avertissements.length > 0 && (
      <Liste
        titre={`À vérifier (${avertissements.length})`}
        lignes={avertissements.map((a) =>
          a.lignes.length === 0 ? a.message : `${a.message} (${lignesAffichees(a.lignes)})`,
        )}
      />
    )}
    {ignorees.length > 0 && <Liste titre={`Lignes écartées (${ignorees.length})`} lignes={regrouper(ignorees)} />}
  </>
)

const Liste = ({ titre, lignes }: { readonly titre: string; readonly lignes: readonly string[] }) => (
  <section>
    <Title order={2} mb={4}>
      {titre}
    </Title>
    <details>
      <summary>Voir le détail</summary>
      <ul>
        {lignes.map((ligne) => (
          <li key={ligne}>{ligne}</li>
        ))}
      </ul>
    </details>
  </section>
)

const regrouper = (ignorees: Props['ignorees']): readonly string[] =>
  [...Map.groupBy(ignorees, ({ raison }) => raison)].map(
    ([raison, lignes]) => `${raison} (${lignesAffichees(lignes.map(({ ligne }) => ligne))})`,
  )
