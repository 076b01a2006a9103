import type { Tally } from '../domain/counting/tally.ts'
import type { Verified } from './verify.ts'

const inWords = ({ possible, attended, authorised, unauthorised, late, partTime }: Tally): string =>
  `${possible} possible, ${attended} attended, ${authorised} authorised, ${unauthorised} unauthorised, ${late} late${partTime === undefined ? '' : `, ${partTime} part-time`}`

/** What a verification found, a line for each pupil whose count differs; pupils by the key of the table, never by name. */
export const verifiedInWords = (academy: string, verified: Verified): readonly string[] => {
  const { classes, pupils, through, discrepancies, lists } = verified
  const until = through === undefined ? 'nothing counted yet' : `counted through ${through}`
  const differ = [
    ...(discrepancies.length > 0 ? [`${discrepancies.length} counts differ`] : []),
    ...(lists.length > 0 ? [`${lists.length} lists of absences differ`] : []),
  ]
  const judgement = differ.length === 0 ? 'stored is what the registers say' : differ.join(', ')
  return [
    `${academy}: ${classes} classes, ${pupils} pupils, ${until}: ${judgement}.`,
    ...discrepancies.map(
      ({ classId, pupil, stored, derived }) =>
        `  ${classId} ${pupil}: stored ${inWords(stored)}; the registers say ${inWords(derived)}.`,
    ),
    ...lists.map(
      ({ date, missing, extra }) =>
        `  ${date}: ${missing.length} absences of the registers are not listed, ${extra.length} are listed and in no register.`,
    ),
  ]
}
