/** Lists page by an opaque cursor that belongs to one academy and one user. */
import * as z from 'zod'
import { ok, type Result, refused } from '../domain/result.ts'
import type { AnyCall } from './call.ts'

type Call = Pick<AnyCall, 'academy' | 'caller' | 'request'>

const Cursor = z.tuple([z.string(), z.string(), z.string()])

export const PAGE_SIZE = 100

const beginAfter = <T>(all: readonly T[], idOf: (item: T) => string, after: string): number => {
  const last = all.findIndex((item) => idOf(item) === after)
  if (last >= 0) return last + 1
  const following = all.findIndex((item) => idOf(item) > after)
  return following < 0 ? all.length : following
}

/** Where the page begins: the id after which to go on, or `undefined` for the first page. */
export const readCursor = (call: Call): Result<string | undefined> => {
  const given = call.request.query.cursor
  if (given === undefined) return ok(undefined)
  const wrong = refused('wrong-cursor', 'The cursor is not one of yours.', 'Begin again without a cursor.', 'cursor')
  try {
    const [academy, sub, after] = Cursor.parse(
      JSON.parse(Buffer.from(given.slice(0, 500), 'base64url').toString('utf8')),
    )
    return academy === call.academy && sub === call.caller.sub ? ok(after) : wrong
  } catch {
    return wrong
  }
}

/** The cursor of what comes after a place, for this caller alone. */
export const cursorAt = (call: Call, place: string): string =>
  Buffer.from(JSON.stringify([call.academy, call.caller.sub, place])).toString('base64url')

/**
 * One page of a list in order, and the cursor of the next. Where the item that the last page ended with has gone meanwhile, the page
 * begins at the first that comes after it.
 */
export const pageOf = <T>(
  call: Call,
  all: readonly T[],
  idOf: (item: T) => string,
  after: string | undefined,
): { readonly items: readonly T[]; readonly next?: string } => {
  const begin = after === undefined ? 0 : beginAfter(all, idOf, after)
  const items = all.slice(begin, begin + PAGE_SIZE)
  const last = items.at(-1)
  if (last === undefined || begin + PAGE_SIZE >= all.length) return { items }
  return { items, next: cursorAt(call, idOf(last)) }
}
