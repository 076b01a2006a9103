/** Codes agreed here are written into the school's own system, and then no longer wait to be entered there by hand. */
import type { Mark, Register } from '../domain/register.ts'
import { type Instant, isLocalDate, type LocalDate } from '../domain/time.ts'
import { agreedHere, enteredThere } from '../domain/write-back.ts'
import type { Mis, MisMark, MisRow } from '../ports/mis.ts'
import type { Stores } from '../ports/stores.ts'

export interface WriteBackPorts {
  readonly mis: Mis
  readonly stores: Stores
  now(): Instant
}

export type WriteBackOutcome =
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'refused'; readonly why: string; readonly marks: number }
  | { readonly outcome: 'written'; readonly reference: string; readonly marks: number }

const TRIES = 5

const markOf = (pupilId: string, register: Register, mark: Mark): MisMark => ({
  pupilId,
  date: register.date,
  session: register.session,
  code: mark.code,
  ...(mark.minutesLate === undefined ? {} : { minutesLate: mark.minutesLate }),
  ...(mark.note === undefined ? {} : { comment: mark.note }),
})

/** Notes in a register that its marks are there now; a mark that somebody changed meanwhile waits again. */
const noteEntered = async (
  academy: string,
  { date, session, classId }: Register,
  entered: Readonly<Record<string, Mark>>,
  reference: string,
  { stores, now }: WriteBackPorts,
): Promise<void> => {
  for (let tried = 0; tried < TRIES; tried++) {
    const current = await stores.register(academy, date, session, classId)
    if (!current) return
    const marks = enteredThere(current, entered)
    if (Object.entries(marks).every(([pupil, mark]) => current.marks[pupil] === mark)) return
    const act = {
      at: now(),
      by: 'system',
      kind: 'written-back',
      detail: { class: classId, session, date, reference, marks: Object.keys(entered).length },
    }
    const next = { ...current, version: current.version + 1, marks }
    if ((await stores.saveRegister(academy, next, current.version, act)) === 'saved') return
  }
  throw new Error('A register was being saved by others at every try')
}

const waitingOn = async (academy: string, date: LocalDate, { stores }: Pick<WriteBackPorts, 'stores'>) => {
  const { registers } = await stores.day(academy, date)
  const waiting = registers.map((register) => ({ register, agreed: agreedHere(register) }))
  const keys = waiting.flatMap(({ agreed }) => agreed.map(({ pupil }) => pupil))
  const pupils = await stores.roll.pupils(academy, keys)
  const marks = waiting.flatMap(({ register, agreed }) =>
    agreed.flatMap(({ pupil, mark }) => {
      const pupilId = pupils[pupil]?.pupilId
      return pupilId === undefined ? [] : [markOf(pupilId, register, mark)]
    }),
  )
  return { waiting, marks }
}

const placeOf = ({ pupilId = '', date = '', session = '' }: Partial<MisMark> | MisRow): string =>
  `${pupilId} ${date} ${session}`

/**
 * What the other system says, without what it says of a session of a day gone by for which a code agreed here waits to be written: it
 * cannot know better than what it has not been told.
 */
export const withoutWaiting = async (
  academy: string,
  today: LocalDate,
  rows: readonly MisRow[],
  ports: Pick<WriteBackPorts, 'stores'>,
): Promise<readonly MisRow[]> => {
  const dates = new Set(rows.flatMap(({ date = '' }) => (isLocalDate(date) && date < today ? [date] : [])))
  const waits = new Set<string>()
  for (const date of dates) for (const mark of (await waitingOn(academy, date, ports)).marks) waits.add(placeOf(mark))
  return rows.filter((row) => !waits.has(placeOf(row)))
}

/**
 * Writes the codes of a day. A run that dies between the writing and the noting writes them once more: the same mark twice is the same
 * mark. Throws when it cannot be known whether they were written; then they wait still.
 */
export const writeBack = async (academy: string, date: LocalDate, ports: WriteBackPorts): Promise<WriteBackOutcome> => {
  const { waiting, marks } = await waitingOn(academy, date, ports)
  if (marks.length === 0) return { outcome: 'nothing' }
  const written = await ports.mis.write(marks)
  if (written.outcome === 'refused') return { ...written, marks: marks.length }
  for (const { register, agreed } of waiting)
    if (agreed.length > 0)
      await noteEntered(
        academy,
        register,
        Object.fromEntries(agreed.map(({ pupil, mark }) => [pupil, mark])),
        written.reference,
        ports,
      )
  return { outcome: 'written', reference: written.reference, marks: marks.length }
}
