/** `POST /local/calls`: somebody rings the school, and everything that was said and kept is answered. */
import * as z from 'zod'
import { idOf } from '../../shared/domain/ids.ts'
import { accountOf } from '../../shared/domain/line/account.ts'
import { localDate } from '../../shared/domain/time.ts'
import { type Answer, jsonAnswer, problemAnswer } from '../http.ts'
import type { LocalStack } from '../stack.ts'
import type { Rung } from './telephone.ts'

const number = z.string().regex(/^\+\d{7,15}$/, 'a number is in the form +447700900123')

export const CallRequest = z.strictObject({
  from: number.optional(),
  to: number.optional(),
  digits: z
    .array(z.string().regex(/^[0-9*#]{0,8}$/, 'an answer is up to eight keys, or empty for one in words'))
    .max(60)
    .default([]),
  speech: z
    .union([z.string().max(5000), z.array(z.string().max(5000)).max(60)])
    .transform((said) => [said].flat())
    .default([]),
  hangUpAfter: z.int().min(0).max(60).optional(),
  withheld: z.boolean().default(false),
  leavesMessage: z.boolean().default(true),
  officeAnswers: z.boolean().default(true),
  tellsEnd: z.boolean().default(true),
})
type CallRequest = z.output<typeof CallRequest>

interface Line {
  readonly academy: string
  readonly number: string
  /** The number that the school texts from. */
  readonly texts: string
  readonly provider: Rung['provider']
}

const linesOf = async ({ stores, clock }: LocalStack): Promise<readonly Line[]> => {
  const academies = await stores.policies.academies()
  return Promise.all(
    academies.map(async (academy) => {
      const { policy } = await stores.policies.inForce(academy, clock.now().slice(0, 10))
      return { academy, number: policy.line.number, texts: policy.texts.number, provider: policy.line.provider }
    }),
  )
}

/**
 * The line that was rung; where it is not said, that of the school that texted the number last, else of one that knows the number, else of
 * any. The made-up families of several schools have the same numbers.
 */
const lineFor = async ({ from, to }: CallRequest, stack: LocalStack): Promise<Line | undefined> => {
  const lines = (await linesOf(stack)).toReversed()
  if (to !== undefined) return lines.find((line) => line.number === to)
  if (from === undefined) return lines[0]
  const texted = stack.carrier.texts().findLast(({ text }) => text.to === from)
  const today = localDate(stack.clock.now(), stack.zone)
  const known = await Promise.all(
    lines.map(async ({ academy }) => (await stack.stores.roll.contactsOfNumber(academy, from, today)).length > 0),
  )
  return lines.find(({ texts }) => texts === texted?.text.from) ?? lines.find((_, index) => known[index]) ?? lines[0]
}

/** What became of a call: its reply, and what people are asked to do about it. */
const keptOf = async (stack: LocalStack, academy: string, { call, kept }: Rung) => {
  await stack.turning.quiet()
  const id = idOf('r', call)
  const today = localDate(stack.clock.now(), stack.zone)
  const dates = [...new Set([today, kept?.about ?? today])]
  const [{ tasks }, ...days] = await Promise.all([
    stack.stores.open(academy),
    ...dates.map((date) => stack.stores.day(academy, date)),
  ])
  const about = tasks.filter((task) => task.about === id)
  return {
    reply: days.flatMap(({ replies }) => replies).find((reply) => reply.id === id),
    tasks: await Promise.all(
      about.map(async ({ kind, pupils, doers, urgent, why, due, state, id: task }) => ({
        id: task,
        kind,
        pupils: await stack.idsOf(academy, pupils),
        doers,
        urgent,
        why,
        due,
        state,
      })),
    ),
  }
}

/** Plays the call, and answers with all of it. */
export const ringTheSchool = async (asked: CallRequest, stack: LocalStack): Promise<Answer> => {
  if (asked.from === undefined && !asked.withheld)
    return problemAnswer(400, 'no-number', 'Nobody rings', 'Give the number in "from", or say "withheld": true.')
  const line = await lineFor(asked, stack)
  if (!line)
    return problemAnswer(
      404,
      'no-such-line',
      'No school has its absence line on this number',
      'See line.number in academies/*.json.',
    )
  const rung = await stack.telephone.ring(line.academy, line.provider, {
    ...asked,
    from: asked.withheld ? undefined : asked.from,
    to: line.number,
    hangUpAfter: asked.hangUpAfter,
  })
  const { reply, tasks } = await keptOf(stack, line.academy, rung)
  const learned = rung.kept?.state.learned
  return jsonAnswer(
    {
      call: rung.call,
      academy: line.academy,
      to: line.number,
      provider: rung.provider,
      said: rung.said,
      did: rung.did,
      kept: {
        learned: learned ? { ...learned, pupils: await stack.idsOf(line.academy, learned.pupils) } : null,
        account: rung.kept && learned ? accountOf(learned, rung.kept.transcripts) : null,
        reply: reply
          ? {
              id: reply.id,
              date: reply.date,
              via: reply.via ?? 'text',
              state: reply.state,
              contact: reply.contactId ?? null,
              pupils: await stack.idsOf(line.academy, reply.pupils),
              reading: reply.reading,
            }
          : null,
        tasks,
      },
    },
    201,
  )
}
