import type { ChiffreDeclare } from '../../bilan/chiffre.ts'
import { chiffresCvp } from '../cvp/chiffres.ts'

export const chiffresMissionLocale: readonly ChiffreDeclare[] = chiffresCvp
