/**
 * A register as an item: a class of 36 with its act stays under 1,024 bytes, so that every save costs one write unit.
 * `m` holds the codes, `o` the source most marks share, `x` only what differs from it, `l` who has left. What the act says of the register's own
 * place is not written twice: `d` stands for it.
 */
import * as z from 'zod'
import type { Mark, MarkSource, Register } from '../../../domain/register.ts'
import type { Act } from '../../../ports/stores.ts'
import { registerKey, restOfKey } from '../table.ts'
import { code, markSource } from '../values.ts'
import type { Item } from '../write.ts'

const RegisterItem = z.object({
  pk: z.string(),
  sk: z.string(),
  v: z.int(),
  s: z.boolean(),
  /** `true` where it was handed in by this very save. */
  sa: z.union([z.string(), z.literal(true)]).optional(),
  /** Absent where the facts are as old as this save. */
  as: z.string().optional(),
  /** `true` where it was amended by this very save. */
  a: z.union([z.string(), z.literal(true)]).optional(),
  act: z.object({ at: z.string() }),
  o: markSource.optional(),
  m: z.record(z.string(), code),
  x: z
    .record(
      z.string(),
      z.object({
        o: markSource.optional(),
        l: z.int().optional(),
        n: z.string().optional(),
        w: z.literal(true).optional(),
      }),
    )
    .optional(),
  l: z.record(z.string(), z.string()).optional(),
})

const commonSource = (marks: readonly Mark[]): MarkSource => {
  const counts = new Map<MarkSource, number>([['teacher', 0]])
  for (const mark of marks) counts.set(mark.source, (counts.get(mark.source) ?? 0) + 1)
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0]
}

const exception = (mark: Mark, common: MarkSource) => ({
  ...(mark.source !== common && { o: mark.source }),
  ...(mark.minutesLate !== undefined && { l: mark.minutesLate }),
  ...(mark.note !== undefined && { n: mark.note }),
  ...(mark.inMis && { w: true }),
})

const placeOf = ({ classId, session, date, submitted }: Register) => ({ class: classId, session, date, submitted })

/** The act without what the register says itself, or `undefined` where it does not say all of that. */
const packed = (act: Act, register: Register): Act | undefined => {
  const place = Object.entries(placeOf(register))
  const detail = act.detail ?? {}
  if (!place.every(([field, value]) => detail[field] === value)) return undefined
  const rest = Object.entries(detail).filter(([field]) => !(field in placeOf(register)))
  const { detail: _, ...bare } = act
  return rest.length === 0 ? bare : { ...bare, detail: Object.fromEntries(rest) }
}

/** The act of a register's item in full. */
export const unpackAct = (found: Item, act: Act): Act =>
  found.d === true ? { ...act, detail: { ...placeOf(fromRegisterItem(found)), ...act.detail } } : act

/** The item of a register's next version. */
export const toRegisterItem = (academy: string, register: Register, version: number, act: Act): Item => {
  const common = commonSource(Object.values(register.marks))
  const exceptions = Object.entries(register.marks)
    .map(([pupil, mark]) => [pupil, exception(mark, common)] as const)
    .filter(([, extra]) => Object.keys(extra).length > 0)
  const short = packed(act, register)
  const { submittedAt, asOf, amendedAt } = register
  return {
    ...registerKey(academy, register.date, register.session, register.classId),
    v: version,
    s: register.submitted,
    ...(submittedAt !== undefined && { sa: submittedAt === act.at ? true : submittedAt }),
    ...(asOf !== act.at && { as: asOf }),
    ...(amendedAt !== undefined && { a: amendedAt === act.at ? true : amendedAt }),
    ...(common !== 'teacher' && { o: common }),
    m: Object.fromEntries(Object.entries(register.marks).map(([pupil, mark]) => [pupil, mark.code])),
    ...(exceptions.length > 0 && { x: Object.fromEntries(exceptions) }),
    ...(Object.keys(register.left ?? {}).length > 0 && { l: register.left }),
    ...(short ? { d: true, act: short } : { act }),
  }
}

/** Reads a register; its class and session stand in the key alone. */
export const fromRegisterItem = (found: Item): Register => {
  const item = RegisterItem.parse(found)
  const [, session = ''] = item.sk.split('#')
  const marks = Object.entries(item.m).map(([pupil, marked]): [string, Mark] => {
    const extra = item.x?.[pupil]
    return [
      pupil,
      {
        code: marked,
        source: extra?.o ?? item.o ?? 'teacher',
        ...(extra?.l !== undefined && { minutesLate: extra.l }),
        ...(extra?.n !== undefined && { note: extra.n }),
        ...(extra?.w && { inMis: extra.w }),
      },
    ]
  })
  return {
    classId: restOfKey(item.sk, 2),
    date: restOfKey(item.pk, 3),
    session: session === 'AM' ? 'AM' : 'PM',
    version: item.v,
    submitted: item.s,
    ...(item.sa !== undefined && { submittedAt: item.sa === true ? item.act.at : item.sa }),
    asOf: item.as ?? item.act.at,
    ...(item.a !== undefined && { amendedAt: item.a === true ? item.act.at : item.a }),
    marks: Object.fromEntries(marks),
    ...(item.l !== undefined && { left: item.l }),
  }
}
