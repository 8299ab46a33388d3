import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconSelector } from '@tabler/icons-react'
import { dispositifs } from '#shared/domaine/dispositifs/index.ts'
import { changerDispositif, useReglages } from '../session.ts'
import classes from './cadre.module.css'

/** Which job the screens are about, where the coffre is kept for several. */
export const ChoixDispositif = () => {
  const { dispositif: courant, dispositifs: utilises } = useReglages()
  if (utilises.length < 2) return null
  return (
    <Menu position="right-start" shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={classes['dispositif'] ?? ''}
          aria-label={`Métier : ${dispositifs[courant].libelleCourt}`}
          title={dispositifs[courant].libelle}
        >
          <span>{dispositifs[courant].libelleCourt}</span>
          <IconSelector size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label="Métier">
        {utilises.map((code) => (
          <Menu.Item
            key={code}
            aria-current={code === courant ? 'true' : undefined}
            rightSection={code === courant ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => {
              if (code !== courant) void changerDispositif(code)
            }}
          >
            {dispositifs[code].libelle}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
