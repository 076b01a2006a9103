/** What an address asks for after its question mark, read and refused by name. */
import { localDate } from '../../events/values.ts'
import { ok, type Refusal, type Result, refused } from '../domain/result.ts'
import type { AnyCall } from './call.ts'

type Asked = Pick<AnyCall, 'request'>

/** A date that was asked for, or the one that is meant when none was. */
export const readDate = (call: Asked, name: string, otherwise: string): Result<string> => {
  const date = localDate.safeParse(call.request.query[name] ?? otherwise)
  return date.success
    ? ok(date.data)
    : refused('wrong-date', 'That is not a date.', 'Write it YYYY-MM-DD, like 2026-01-12.', name)
}

/** One of a few words; the first is meant when none was given. */
export const readWord = <T extends string>(call: Asked, name: string, words: readonly [T, ...T[]]): Result<T> => {
  const given = call.request.query[name] ?? words[0]
  const known = words.find((word) => word === given)
  return known === undefined
    ? refused('wrong-word', `That is no ${name} of this list.`, `Use ${words.join(', ')}.`, name)
    : ok(known)
}

/** Longer than this nobody asks at once: each day is looked at. */
export const MOST_DAYS = 366

export const TOO_LONG: Refusal = {
  code: 'too-long',
  why: 'That is more than a year.',
  remedy: 'Ask for a year or less at a time.',
  at: 'from',
}
