import type { Migration } from 'kysely/migration'
import * as m0001 from './0001-socle.ts'
import * as m0002 from './0002-registre.ts'
import * as m0003 from './0003-parcours.ts'
import * as m0004 from './0004-dispositifs.ts'
import * as m0005 from './0005-contexte.ts'
import * as m0006 from './0006-acces.ts'
import * as m0007 from './0007-strategie.ts'
import * as m0008 from './0008-instances.ts'
import * as m0009 from './0009-tig.ts'
import * as m0010 from './0010-observatoire.ts'
import * as m0011 from './0011-lots.ts'
import * as m0012 from './0012-reprise.ts'
import * as m0013 from './0013-journal.ts'
import * as m0014 from './0014-fusion.ts'
import * as m0016 from './0016-fusion-modalites.ts'
import * as m0017 from './0017-modeles.ts'
import * as m0018 from './0018-revisions.ts'
import * as m0022 from './0022-conservation.ts'
import * as m0023 from './0023-droits.ts'
import * as m0024 from './0024-mots-effaces.ts'
import * as m0025 from './0025-echeance-jour.ts'
import * as m0026 from './0026-base-partagee.ts'
import * as m0027 from './0027-recherche-indexee.ts'

/** Forward only, in order, never edited once released. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-socle': m0001,
  '0002-registre': m0002,
  '0003-parcours': m0003,
  '0004-dispositifs': m0004,
  '0005-contexte': m0005,
  '0006-acces': m0006,
  '0007-strategie': m0007,
  '0008-instances': m0008,
  '0009-tig': m0009,
  '0010-observatoire': m0010,
  '0011-lots': m0011,
  '0012-reprise': m0012,
  '0013-journal': m0013,
  '0014-fusion': m0014,
  '0016-fusion-modalites': m0016,
  '0017-modeles': m0017,
  '0018-revisions': m0018,
  '0022-conservation': m0022,
  '0023-droits': m0023,
  '0024-mots-effaces': m0024,
  '0025-echeance-jour': m0025,
  '0026-base-partagee': m0026,
  '0027-recherche-indexee': m0027,
}
