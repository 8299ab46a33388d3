import { ActionIcon, Button, CloseButton, Group, Menu, Stack, Text, Title } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconMap, IconPencil, IconTrash } from '@tabler/icons-react'
import { annoncer } from '#app/annoncer.tsx'
import { api, appeler } from '#app/api.ts'
import { champsFiche, libelleChamp } from '#shared/domaine/strategie/fiche.ts'
import type { FicheLue, StrategieResumee } from '#shared/domaine/strategie/strategie.ts'
import { regles } from '#shared/domaine/strategie/valider.ts'
import { AnneeDeLaFiche } from './AnneeDeLaFiche.tsx'
import { Budget } from './Budget.tsx'
import { Indicateurs } from './Indicateurs.tsx'
import { Manques } from './Manques.tsx'
import { lignesDe } from './presenter.ts'
import { ecrirePlan, montrer, montrerAnnee, ouvrirFiche, retirer, useStrategie } from './store.ts'
import classes from './strategie.module.css'

/** One fiche over the year: what it lacks, its figures, its year, its budget, then what the document says. */
export const DetailFiche = ({ fiche, resume }: { readonly fiche: FicheLue; readonly resume: StrategieResumee }) => {
  const { annee } = fiche.annee
  const enregistre = useStrategie((s) => s.enregistre)
  const territoire = resume.territoires.find((t) => t.id === fiche.territoireId)?.nom
  return (
    <Stack gap="md">
      <div>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2}>
            {fiche.numero} {fiche.titre}
          </Title>
          <Group gap={4} wrap="nowrap">
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPencil size={14} aria-hidden />}
              onClick={() => void ouvrirFiche(fiche.id, true)}
            >
              Modifier
            </Button>
            <Actions fiche={fiche} resume={resume} />
            <CloseButton aria-label="Fermer la fiche" onClick={() => montrer({ genre: 'rien' })} />
          </Group>
        </Group>
        {territoire !== undefined && <Text c="dimmed">{territoire}</Text>}
        <Text component="output" size="xs" c="dimmed">
          {enregistre}
        </Text>
      </div>
      {fiche.manques.length > 0 && (
        <div className={classes['conseils']} role="note">
          <Group gap={4}>
            <Manques manques={fiche.manques} />
          </Group>
          {regles
            .filter((r) => fiche.manques.includes(r.code))
            .map((r) => (
              <Text key={r.code} size="sm">
                {r.conseil}
              </Text>
            ))}
        </div>
      )}
      <Indicateurs fiche={fiche} annee={annee} />
      <AnneeDeLaFiche fiche={fiche} />
      <Budget fiche={fiche} annee={annee} />
      <section aria-labelledby="titre-fiche">
        <Title order={3} id="titre-fiche" mb="xs">
          La fiche
        </Title>
        {champsFiche.every(({ code }) => lignesDe(fiche.contenu, code).length === 0) && (
          <Text c="dimmed">Rien n’y est encore écrit : « Modifier » l’ouvre à la saisie.</Text>
        )}
        <dl className={classes['contenu']}>
          {champsFiche
            .filter(({ code }) => lignesDe(fiche.contenu, code).length > 0)
            .map(({ code }) => (
              <div key={code}>
                <dt>{libelleChamp(fiche.contenu, code)}</dt>
                <dd>
                  <ul>
                    {lignesDe(fiche.contenu, code).map((point) => (
                      <li key={point}>{point}</li>
                    ))}
                  </ul>
                </dd>
              </div>
            ))}
        </dl>
      </section>
    </Stack>
  )
}

const Actions = ({ fiche, resume }: { readonly fiche: FicheLue; readonly resume: StrategieResumee }) => {
  const { id } = fiche
  const deplacer = (vers: 'haut' | 'bas') => void ecrirePlan(api.strategie.deplacerFiche({ id, vers }))
  const decliner = async () => {
    const faites = await appeler(api.strategie.declinerFiche({ id }))
    if (faites === undefined) return
    await montrerAnnee(resume.strategie.id, resume.annee)
    annoncer(
      faites.copies === 0 ? 'Chaque territoire a déjà cette fiche.' : `Fiche déclinée : ${faites.copies} copies.`,
    )
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon color="gray" size={30} aria-label="Autres actions sur la fiche">
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp size={16} aria-hidden />} onClick={() => deplacer('haut')}>
          Monter dans son axe
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={16} aria-hidden />} onClick={() => deplacer('bas')}>
          Descendre dans son axe
        </Menu.Item>
        {fiche.territoireId === null && resume.territoires.length > 0 && (
          <Menu.Item leftSection={<IconMap size={16} aria-hidden />} onClick={() => void decliner()}>
            Décliner dans chaque territoire
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => void retirer('fiche', id, `Fiche ${fiche.numero} retirée`)}
        >
          Retirer la fiche
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
