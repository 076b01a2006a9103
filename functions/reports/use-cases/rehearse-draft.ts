/** A draft of the policy is to be rehearsed: checked as if it were to be published, kept beside the policy in force, and put on the queue. */
import type { z } from 'zod'
import { checkOverLive } from '../../../academies/check-draft.ts'
import type { PolicyProblem } from '../../../academies/problem.ts'
import trust from '../../../academies/trust.json' with { type: 'json' }
import type { RehearsalBody } from '../../../events/api/rehearsals.ts'
import { KeptAnswer, KeptProgress, type KeptRequest, rehearsalPath } from '../../../shared/rehearsal/kept.ts'
import type { Call } from '../call.ts'
import { type People, peopleIn } from './name-people.ts'

type Body = z.output<typeof RehearsalBody>

export type Begun = { readonly rehearsal: string } | { readonly problems: readonly PolicyProblem[] }

const PER_CENT = 100

/** Answers the rehearsal's id, or everything that is wrong with the draft. Nothing is published, whatever the draft says. */
export const beginRehearsal = async (call: Call, body: Body): Promise<Begun> => {
  const { draft, problems } = checkOverLive(call.policy, trust.locked, body.policy, body.sources)
  if (draft === undefined) return { problems }
  const rehearsal = call.world.ids.fresh()
  const request: KeptRequest = {
    asked: call.now,
    by: call.caller.sub,
    date: call.date,
    ...(body.from === undefined ? {} : { from: body.from }),
    ...(body.until === undefined ? {} : { until: body.until }),
    suppositions: {
      unreported: Math.round(body.unreported * PER_CENT),
      answered: Math.round(body.answered * PER_CENT),
      seed: body.seed,
    },
    live: { version: call.policyVersion, policy: call.policy },
    draft,
  }
  const files = call.world.files(call.env.FILES_BUCKET)
  await files.put(rehearsalPath(call.academy, rehearsal, 'request'), JSON.stringify(request), 'application/json')
  await call.world.queue(call.env.REHEARSALS_QUEUE_URL).send([{ academy: call.academy, rehearsal, part: 'live' }])
  return { rehearsal }
}

/** Counts and sentences; the lists that name pupils and contacts are for those who work with them. */
const withoutPeople = (answer: Extract<KeptAnswer, { state: 'done' }>): KeptAnswer => ({
  ...answer,
  live: { ...answer.live, mostContacted: [], mostAffected: [] },
  draft: { ...answer.draft, mostContacted: [], mostAffected: [] },
  difference: { ...answer.difference, pupils: [] },
})

type Found = KeptAnswer & { readonly people?: People }

/** How far it has come; `undefined` when nobody asked for such a rehearsal. */
export const findRehearsal = async (
  call: Call,
  rehearsal: string,
  { seesPeople }: { readonly seesPeople: boolean },
): Promise<Found | ({ readonly state: 'waiting' | 'playing' } & Partial<KeptProgress>) | undefined> => {
  const files = call.world.files(call.env.FILES_BUCKET)
  const read = async (part: 'request' | 'progress' | 'answer'): Promise<unknown> => {
    const bytes = await files.get(rehearsalPath(call.academy, rehearsal, part))
    return bytes && JSON.parse(Buffer.from(bytes).toString('utf8'))
  }
  const found = await read('answer')
  if (found !== undefined) {
    const answer = KeptAnswer.parse(found)
    if (answer.state !== 'done') return answer
    return seesPeople ? { ...answer, people: await peopleIn(call, answer) } : withoutPeople(answer)
  }
  const progress = await read('progress')
  if (progress !== undefined) return { state: 'playing', ...KeptProgress.parse(progress) }
  return (await read('request')) === undefined ? undefined : { state: 'waiting' }
}
