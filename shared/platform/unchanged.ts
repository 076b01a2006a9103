/** "Has it changed?": what is asked for again and again is sent again only when it says something new (RFC 9110, section 13). */
import { createHash } from 'node:crypto'
import type { HttpAnswer } from './http-shapes.ts'

/** Twenty-two letters: that two answers share a tag by chance is nothing to reckon with. */
const LETTERS = 22

const tagOf = (said: unknown): string =>
  `W/"${createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, LETTERS)}"`

const isSameTag = (asked: string | undefined, tag: string): boolean =>
  asked?.split(',').some((each) => each.trim() === tag) ?? false

/**
 * Tags a found thing by what it says, and answers 304 without a body to whoever has just that. An answer with an entity tag of its own
 * keeps it and is always sent whole: a register's tag counts its versions and says nothing of what is filled in beside it.
 */
export const unlessUnchanged = (route: string, ifNoneMatch: string | undefined, answer: HttpAnswer): HttpAnswer => {
  const { status, body, headers = {}, comparedBy = body } = answer
  if (!route.startsWith('GET ') || status !== 200 || body === undefined || 'etag' in headers) return answer
  const etag = tagOf(comparedBy)
  return isSameTag(ifNoneMatch, etag)
    ? { status: 304, headers: { ...headers, etag } }
    : { ...answer, headers: { ...headers, etag } }
}
