import { expect, test } from 'vitest'
import { lireMontages, refusEmplacement } from '#electron/service/coffre/emplacement.ts'

const montages = lireMontages(`/dev/sda1 / ext4 rw,relatime 0 0
/dev/sda2 /home ext4 rw 0 0
serveur:/partage /home/agent/reseau nfs4 rw,vers=4.2 0 0
//serveur/commun /mnt/commun\\040équipe cifs rw 0 0
agent@serveur: /home/agent/distant fuse.sshfs rw 0 0
/dev/sdb1 /home/agent/reseau/cle vfat rw 0 0
hote /mnt/hote 9p rw,trans=virtio 0 0
hote /mnt/loin 9p rw,trans=tcp,version=9p2000.L 0 0
`)

const refus = (chemin: string, marques: readonly string[] = []) =>
  refusEmplacement({ chemins: [chemin], montages, marques })

test.each([
  ['/home/agent/.local/share/Jalon/coffre'],
  ['/home/agent/reseaux/coffre'],
  ['/home/agent/reseau/cle/coffre'],
  ['/mnt/hote/coffre'],
  ['/mnt/commun/coffre'],
  ['C:\\Users\\agent\\AppData\\Local\\Jalon\\coffre'],
  ['\\\\?\\C:\\Users\\agent\\coffre'],
  ['/home/agent/Mega projet/coffre'],
  ['/home/agent/boxdropbox/coffre'],
  ['/home/mega/.local/share/Jalon/coffre'],
  ['C:\\Users\\nextcloud\\AppData\\Local\\Jalon\\coffre'],
])('accepte %s', (chemin) => {
  expect(refus(chemin)).toBeUndefined()
})

test.each([
  ['/home/agent/reseau'],
  ['/home/agent/reseau/equipe/coffre'],
  ['/mnt/commun équipe/coffre'],
  ['/home/agent/distant/coffre'],
  ['/mnt/loin/coffre'],
  ['\\\\serveur\\partage\\coffre'],
  ['//serveur/partage/coffre'],
  ['\\\\?\\UNC\\serveur\\partage\\coffre'],
])('refuse le réseau : %s', (chemin) => {
  expect(refus(chemin)).toBe('reseau')
})

test.each([
  ['C:\\Users\\agent\\OneDrive\\coffre'],
  ['C:\\Users\\agent\\OneDrive - Ville d’Aubervilliers\\Documents\\coffre'],
  ['/home/agent/Dropbox/coffre'],
  ['/home/agent/Dropbox (Personnel)/coffre'],
  ['/home/agent/Nextcloud/a/b/coffre'],
  ['/home/agent/ownCloud/coffre'],
  ['G:\\Mon Drive\\coffre'],
  ['C:\\Users\\agent\\Google Drive\\coffre'],
  ['C:\\Users\\agent\\iCloudDrive\\coffre'],
  ['/Users/agent/Library/Mobile Documents/com~apple~CloudDocs/coffre'],
  ['/Users/agent/Library/CloudStorage/OneDrive-Ville/coffre'],
  ['/home/mega/MEGA/coffre'],
  ['/home/agent/Syncthing/coffre'],
])('refuse le dossier synchronisé : %s', (chemin) => {
  expect(refus(chemin)).toBe('synchronise')
})

test('refuse un dossier quelconque où un logiciel de synchronisation a laissé sa marque', () => {
  expect(refus('/home/agent/partage/coffre', ['.stfolder'])).toBe('synchronise')
})

test('regarde aussi le vrai chemin, derrière les liens et les lecteurs réseau', () => {
  expect(refusEmplacement({ chemins: ['Z:\\coffre', '\\\\serveur\\partage\\coffre'], montages, marques: [] })).toBe(
    'reseau',
  )
})
