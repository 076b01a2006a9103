/** The night after a played day: it makes what the authority, the Virtual School and the Trust are sent, and all of it is written down. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays, instantOf, type LocalDate } from '../../shared/domain/time.ts'
import { extractFiles, type ShownExtract, shownExtracts } from '../extracts/shown.ts'
import type { LocalStack } from '../stack.ts'

const MORNING = '06:00'

export const playNight = async (stack: LocalStack, date: LocalDate, zone: string): Promise<void> => {
  await stack.turning.turnTo(instantOf(addDays(date, 1), MORNING, zone))
}

/** A line for each extract in `extracts.jsonl`, and beside it each file under the name by which it would be collected. No folder where nothing was made. */
export const writeExtracts = async (
  stack: LocalStack,
  academies: readonly string[],
  folder: string,
): Promise<readonly ShownExtract[]> => {
  const extracts = await shownExtracts(stack, academies)
  if (extracts.length === 0) return extracts
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'extracts.jsonl'), extracts.map((each) => `${JSON.stringify(each)}\n`).join(''))
  for (const { name, body } of await extractFiles(stack, academies)) await writeFile(join(folder, name), body)
  return extracts
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** Who is sent what, one recipient a line, and how one sees it as they do. */
export const extractsInWords = (extracts: readonly ShownExtract[], folder: string): string => {
  if (extracts.length === 0) return 'Extracts none: nothing was due in the night after'
  const recipients = [...Map.groupBy(extracts, (each) => each.for)].map(([recipient, all]) => {
    const rows = all.reduce((sum, each) => sum + each.rows, 0)
    return `  ${recipient}: ${many(all.length, 'extract')}, ${many(rows, 'row')}${all[0]?.group ? `, collected by ${all[0].group}` : ''}`
  })
  return [
    `Extracts made in the night after, in ${folder}/`,
    ...recipients,
    '  To see them as a recipient does: npm start, turn the clock to the next morning, and sign in to the console',
    '  as an officer of the authority or as Trust operator. A governor has the reports of the school there.',
  ].join('\n')
}
