/** What stands in a school's record at the end of the day. */
import type { LocalStack } from '../../local/stack.ts'
import type { TextRecord } from '../../shared/domain/absence.ts'
import type { Task } from '../../shared/domain/task.ts'
import { DATE } from './school.ts'

export interface SchoolRecord {
  /** Every text with its slot, on the card that owns it. */
  readonly texts: readonly { readonly pupil: string; readonly slot: string; readonly text: TextRecord }[]
  readonly tasks: readonly Task[]
  /** Answers kept, and those of them that nobody was asked to read. */
  readonly answers: number
  readonly unread: number
  /** What was told on the absence line, by the id under which it is kept. */
  readonly reports: readonly string[]
  /** Claims and deliveries that the chronicle does not tell, or tells twice. */
  readonly untold: readonly string[]
}

const untoldOf = async (
  { stores }: LocalStack,
  academy: string,
  texts: SchoolRecord['texts'],
): Promise<readonly string[]> => {
  const told = texts.map(async ({ pupil, slot, text }) => {
    const entries = await stores.chronicleOf(academy, { pupil })
    const deliveries = entries.filter(({ kind, detail }) => kind === 'text-delivered' && detail?.slot === slot).length
    const claims = entries.filter(({ kind, detail }) => kind === 'text-claimed' && detail?.contact === text.contactId)
    const isTold = claims.length > 0 && deliveries === (text.state === 'delivered' ? 1 : 0)
    return isTold ? [] : [`${academy} ${pupil} ${slot}: ${claims.length} claims and ${deliveries} deliveries told`]
  })
  return (await Promise.all(told)).flat()
}

export const recordOf = async (stack: LocalStack, academy: string): Promise<SchoolRecord> => {
  const [day, open] = await Promise.all([stack.stores.day(academy, DATE), stack.stores.open(academy)])
  const tasks = [...open.tasks, ...day.endedTasks]
  const replies = day.replies.filter(({ pupils }) => pupils.length > 0)
  const answers = replies.filter(({ via }) => via !== 'line')
  const texts = day.cards.flatMap((card) =>
    Object.entries(card.texts).flatMap(([slot, text]) =>
      text.owner === undefined ? [{ pupil: card.pupil, slot, text }] : [],
    ),
  )
  return {
    texts,
    tasks,
    answers: answers.length,
    reports: replies.filter(({ via }) => via === 'line').map(({ id }) => id),
    unread: replies.filter(({ id }) => !tasks.some(({ about }) => about === id)).length,
    untold: await untoldOf(stack, academy, texts),
  }
}
