import { standingNow } from '../../shared/domain/absence.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import type { LocalStack } from '../stack.ts'
import type { writeOut } from './write-out.ts'

const counted = (words: readonly string[]): string => {
  const counts = [...Map.groupBy(words, (word) => word)].map(([word, all]) => `${all.length} ${word}`)
  return counts.length > 0 ? counts.join(', ') : 'none'
}

/** The day in a few lines: what went out, what people had to do, and whether every absent pupil is explained. */
export const summaryOf = async (
  stack: LocalStack,
  academies: readonly string[],
  date: LocalDate,
  { texts, tasks, letters }: Awaited<ReturnType<typeof writeOut>>,
): Promise<string> => {
  const days = await Promise.all(academies.map((academy) => stack.stores.day(academy, date)))
  const standings = days.flatMap(({ cards }) => cards.map((card) => standingNow(card) ?? 'none'))
  const open = tasks.filter(({ state }) => state === 'open')
  return [
    `Texts    ${counted(texts.map(({ kind, state }) => `${kind} ${state}`))}`,
    ...(letters.length === 0 ? [] : [`Letters  ${counted(letters.map(({ kind, state }) => `${kind} ${state}`))}`]),
    `Tasks    ${counted(tasks.map(({ kind }) => kind))}`,
    `Open     ${counted(open.map(({ kind }) => kind))}`,
    `Absences ${counted(standings)}`,
    ...stack.queues.deadLetters().map(({ queue, bodies }) => `Failed   ${bodies.length} in ${queue}`),
  ].join('\n')
}
