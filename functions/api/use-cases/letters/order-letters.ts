/** Orders the termly letters of a class, a year or the school: one message a class, so that no request has to wait for them. */
import type { z } from 'zod'
import type { TermlyBody } from '../../../../events/api/letters.ts'
import type { LetterWork } from '../../../../events/letter-work.v1.ts'
import { schoolYearOf } from '../../../../shared/domain/calendar.ts'
import { termSpan } from '../../../../shared/domain/counting/window.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'

type Body = z.output<typeof TermlyBody>

export interface OrderedLetters {
  readonly kind: Body['kind']
  readonly from: string
  readonly until: string
  readonly term: string
  readonly classes: readonly string[]
}

/** The span that was asked for: that of the policy's last term with a day gone by, as far as it is over. */
const spanOf = (call: Call, body: Body): Result<Pick<OrderedLetters, 'from' | 'until' | 'term'>> => {
  const { terms } = call.policy.calendar
  const yesterday = addDays(call.date, -1)
  const begun = terms.filter(({ from }) => from <= yesterday).toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const named = termSpan({ listed: {}, terms }, body.until ?? yesterday) ?? begun.at(-1)
  const from = body.from ?? named?.from
  const until = body.until ?? (named === undefined || named.until > yesterday ? yesterday : named.until)
  const term = body.term ?? terms.find((each) => each.from === named?.from)?.name
  if (from === undefined || term === undefined)
    return refused('no-term', 'No term of the policy has begun.', 'Give from, until and term.', 'from')
  if (until > yesterday)
    return refused('future', 'That day is not over.', 'Give an until of yesterday or before.', 'until')
  if (from > until || schoolYearOf(from) !== schoolYearOf(until))
    return refused('wrong-span', 'That is no span within one school year.', 'Give a from on or before until.', 'from')
  return ok({ from, until, term })
}

const classesOf = async (call: Call, body: Body): Promise<Result<readonly string[]>> => {
  const { classes } = await call.stores.roll.live(call.academy)
  const asked = classes.filter(({ id }) => body.class === undefined || id === body.class).map(({ id }) => id)
  if (body.class !== undefined && asked.length === 0)
    return refused('not-found', 'There is no such class.', 'Use a class id of this school.')
  return body.year === undefined || call.policy.yearGroups.includes(body.year)
    ? ok(asked)
    : refused('wrong-year', 'The school has no such year group.', `Use ${call.policy.yearGroups.join(', ')}.`, 'year')
}

/** Refused: a class or year that is not there, a span that is not over or crosses school years. */
export const orderLetters = async (call: Call, body: Body): Promise<Result<OrderedLetters>> => {
  const span = spanOf(call, body)
  if (!span.ok) return span
  const classes = await classesOf(call, body)
  if (!classes.ok) return classes
  const work = classes.value.map(
    (each): LetterWork => ({
      do: 'termly',
      academy: call.academy,
      letter: body.kind,
      class: each,
      ...(body.year === undefined ? {} : { year: body.year }),
      ...span.value,
    }),
  )
  await call.world.queue(call.env.LETTERS_QUEUE_URL).send(work)
  return ok({ kind: body.kind, ...span.value, classes: classes.value })
}
