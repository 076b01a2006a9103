/** `npm run year -- --check`: plays the year that is kept as a golden file and says what differs; `--write` keeps it as it is now. */
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { byPupil } from '../../shared/domain/counting/class-tally.ts'
import { absentIn, sumOf } from '../../shared/domain/counting/tally.ts'
import { readTrust } from '../open-trust.ts'
import { goldenDiffers, goldenFile } from './golden-file.ts'
import { linesOf, recount } from './recount.ts'
import { recountDiffers } from './recount-differs.ts'
import { rehearsedYear } from './rehearsed-year.ts'

const ACADEMY = 'springbank'
const YEAR = { pupils: 420, from: '2025-09-01', until: '2026-07-15', unreported: 40, seed: 1 } as const
const FILE = fileURLToPath(new URL(`golden/${ACADEMY}-${YEAR.pupils}.txt`, import.meta.url))
const TITLE = `A year of ${YEAR.pupils} made-up pupils at ${ACADEMY}. How to read and renew it: docs/day.md, "A year that is kept".`
/** Differences shown; all of them are in the file once it is written anew. */
const SHOWN = 60

const shown = (title: string, lines: readonly string[]): readonly string[] => [
  title,
  ...lines.slice(0, SHOWN).map((line) => `  ${line}`),
  ...(lines.length > SHOWN ? [`  and ${lines.length - SHOWN} more`] : []),
]

/** Answers the exit code: 0 when the year is as it is kept and its counts are right. */
export const checkYear = async (
  how: 'check' | 'write',
  progress: (date: string, nth: number, of: number) => void,
): Promise<number> => {
  const loaded = readTrust().find(({ policy }) => policy.academy === ACADEMY)
  if (!loaded) throw new Error(`There is no ${ACADEMY}.json.`)
  const { happened, tallies, marks } = await rehearsedYear({ loaded, ...YEAR, progress })
  process.stderr.write('\n')
  const recounted = recount(marks)
  const wrong = recountDiffers(tallies, recounted)
  const all = sumOf(byPupil(tallies).values())
  const { persistent, severe } = linesOf(recounted)
  const counts = [
    `${Object.keys(recounted).length} pupils counted: ${all.possible} sessions possible, ${all.attended} attended, ${absentIn(all)} missed (${all.authorised} authorised, ${all.unauthorised} unauthorised), ${all.late} late`,
    `${persistent} missed a tenth or more, ${severe} a half or more`,
  ]
  const { zone } = loaded.policy
  const played = goldenFile({ title: TITLE, happened, from: YEAR.from, until: YEAR.until, zone, counts })
  for (const line of counts) console.log(line)
  if (wrong.length > 0) {
    for (const line of shown(`\nThe nights counted ${wrong.length} figures otherwise than the marks say:`, wrong))
      console.error(line)
    return 1
  }
  console.log('Every pupil is counted as somebody counts who has nothing but the marks.')
  if (how === 'write') {
    await writeFile(FILE, played)
    console.log(
      `Written: ${happened.length} things that were sent, asked or decided. Read the difference before you keep it.`,
    )
    return 0
  }
  const kept = await readFile(FILE, 'utf8').catch(() => '')
  if (kept === played) {
    console.log(`The year is as it is kept: ${happened.length} things that were sent, asked or decided.`)
    return 0
  }
  const lines = goldenDiffers(kept, played)
  const title = `\nThe year is another than the one that is kept (- no more, + new; a receiver stands behind >). If that is right: npm run year -- --write`
  for (const line of shown(title, lines)) console.error(line)
  return 1
}
