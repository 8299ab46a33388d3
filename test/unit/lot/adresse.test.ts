import { describe, expect, test } from 'vitest'
import { lireAdresse } from '#db/consolidation/adresse.ts'
import { ErreurMetier } from '#shared/erreurs/erreur.ts'
import { messageErreur } from '#shared/erreurs/messages.ts'

const alice = { utilisateur: 'alice', port: 5432, base: 'jalon' }

describe('l’adresse d’une base partagée', () => {
  test.each([
    ['postgres://alice@base.departement.fr/jalon', { ...alice, hote: 'base.departement.fr', local: false }],
    ['postgresql://alice@10.1.2.3:5433/jalon', { ...alice, hote: '10.1.2.3', port: 5433, local: false }],
    ['postgres://alice@[2001:db8::1]/jalon', { ...alice, hote: '2001:db8::1', local: false }],
    ['postgres://alice@localhost/jalon', { ...alice, hote: 'localhost', local: true }],
    ['postgres://alice@127.0.0.2/jalon', { ...alice, hote: '127.0.0.2', local: true }],
    ['postgres://alice@[::1]/jalon', { ...alice, hote: '::1', local: true }],
    ['postgres://alice@%2Fvar%2Frun%2Fpostgresql/jalon', { ...alice, hote: '/var/run/postgresql', local: true }],
    ['postgres://m%40rie@h/b%C3%A9', { utilisateur: 'm@rie', hote: 'h', port: 5432, base: 'bé', local: false }],
    // What only looks like this machine is not: it must speak TLS.
    ['postgres://alice@127.0.0.1.exemple.fr/jalon', { ...alice, hote: '127.0.0.1.exemple.fr', local: false }],
    ['postgres://alice@127.1/jalon', { ...alice, hote: '127.1', local: false }],
    ['postgres://alice@localhost.exemple.fr/jalon', { ...alice, hote: 'localhost.exemple.fr', local: false }],
    ['postgres://alice@LOCALHOST/jalon', { ...alice, hote: 'LOCALHOST', local: false }],
    ['postgres://alice@[::ffff:10.0.0.1]/jalon', { ...alice, hote: '::ffff:a00:1', local: false }],
  ])('se lit : %s', (texte, lue) => {
    expect(lireAdresse(texte)).toEqual(lue)
  })

  test.each([
    ['postgres://alice:secret@h/jalon', 'phrase', 'mot de passe ne se met pas dans l’adresse'],
    ['postgres://h/jalon?password=secret', 'reglage', 'ne prend aucun réglage'],
    ['postgres://alice@h/jalon?sslmode=disable', 'reglage', 'toujours chiffrée'],
    ['postgres://alice@h/jalon#secret', 'reglage', 'toujours chiffrée'],
    ['mysql://alice@h/jalon', 'forme', 'postgres://utilisateur@serveur/base'],
    ['https://alice@h/jalon', 'forme', 'postgres://'],
    ['jalon', 'forme', 'postgres://'],
    ['', 'forme', 'postgres://'],
    ['postgres://h/jalon', 'forme', 'postgres://'],
    ['postgres://alice@h', 'forme', 'postgres://'],
    ['postgres://alice@h/jalon/x', 'forme', 'postgres://'],
    ['postgres://alice@/jalon', 'forme', 'postgres://'],
    ['postgres://alice@h:99999/jalon', 'forme', 'postgres://'],
    ['postgres://%E0@h/jalon', 'forme', 'postgres://'],
    ['postgres://alice@1%F3%A0%81%8127.0.0.1/jalon', 'forme', 'postgres://'],
    ['postgres://alice@un%20serveur/jalon', 'forme', 'postgres://'],
  ])('est refusée avec sa raison : %s (%s)', (texte, raison, phrase) => {
    const refus = (() => {
      try {
        return lireAdresse(texte)
      } catch (error) {
        return error
      }
    })()
    if (!(refus instanceof ErreurMetier)) throw new Error('no refusal')
    expect(refus.erreur).toEqual({ code: 'base-adresse', champs: { raison } })
    expect(messageErreur(refus.erreur)).toContain(phrase)
    expect(messageErreur(refus.erreur)).not.toContain('secret')
  })
})
