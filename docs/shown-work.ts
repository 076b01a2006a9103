/** What the lead and the Head do around the day that is shown, by the same API as everybody, so that their pages show work under way. */
import { CoversAnswer } from '../events/api/cover.ts'
import { AttendAnswer, LettersAnswer } from '../events/api/lead.ts'
import { RANK } from '../local/clock.ts'
import { type Caller, mustCall } from '../local/school-call.ts'
import type { LocalStack } from '../local/stack.ts'
import { instantOf } from '../shared/domain/time.ts'

/** Families to whom the lead lets letters go; the others had theirs before. */
const WRITTEN_TO = 6
/** Letters that are read and let go by the afternoon. */
const RELEASED = 3
/** Panels that are arranged, and how many still wait for it. */
const MEETINGS = [
  { time: '14:00', tell: 'letter' },
  { time: '14:40', tell: 'letter' },
  { time: '15:30', tell: 'person' },
] as const
const STILL_TO_ARRANGE = 4

type Shown = Pick<LocalStack, 'clock' | 'gateway' | 'idsOf' | 'stores' | 'tokens'>

const ways = (stack: Shown, academy: string) => {
  const as = (role: string): Caller => ({ sub: role, groups: [`${academy}.${role}`] })
  return {
    get: (role: string, path: string) => mustCall(stack, as(role), 'GET', `/academies/${academy}/${path}`),
    post: (role: string, path: string, body: unknown) =>
      mustCall(stack, as(role), 'POST', `/academies/${academy}/${path}`, body),
  }
}

/** So many letters are due at once after a term's marks that all are held: some go, of the others the parents know. */
const settleHeld = async (stack: Shown, academy: string): Promise<void> => {
  const { post } = ways(stack, academy)
  const { due } = await stack.stores.open(academy)
  const first = due.filter(({ step }) => step === 'stage-1').slice(0, WRITTEN_TO)
  const pupils = await stack.idsOf(
    academy,
    first.map(({ pupil }) => pupil),
  )
  await post('lead', 'letters/held', { letter: 'stage-1', do: 'release', pupils, because: 'the marks are right' })
  await post('lead', 'letters/held', { letter: 'stage-1', do: 'told', because: 'they had our letter in December' })
}

const nameCover = async (stack: Shown, academy: string): Promise<void> => {
  const { get, post } = ways(stack, academy)
  const { mayCover, mayBeCovered } = CoversAnswer.parse(await get('head', 'cover'))
  const away = mayBeCovered.find(({ role }) => role === 'teacher')
  const covers = mayCover.find(({ role, id }) => role === 'teacher' && id !== away?.id)
  const days = { from: '2026-01-12', until: '2026-01-16' }
  await post('head', 'cover', { of: away?.id, by: covers?.id, ...days, because: 'Off with a broken wrist' })
}

/** Of the panels that the night proposed some are arranged, by letter and by telephone; some families are in the work already. */
const workWithFamilies = async (stack: Shown, academy: string): Promise<void> => {
  const { get, post } = ways(stack, academy)
  const { cases } = AttendAnswer.parse(await get('lead', 'attend'))
  const pupils = cases.map(({ pupil }) => pupil)
  for (const [index, { time, tell }] of MEETINGS.entries())
    await post('lead', `pupils/${pupils[index]}/attend/meetings`, {
      date: '2026-01-22',
      place: 'in the library',
      time,
      tell,
    })
  for (const pupil of pupils.slice(MEETINGS.length, -STILL_TO_ARRANGE))
    await post('lead', `pupils/${pupil}/attend/decline`, { because: 'we saw the parents last week' })
}

const readLetters = async (stack: Shown, academy: string): Promise<void> => {
  const { get, post } = ways(stack, academy)
  const { letters } = LettersAnswer.parse(await get('lead', 'letters?state=open'))
  for (const { id } of letters.filter(({ state }) => state === 'ready').slice(0, RELEASED)) {
    await get('lead', `letters/${id}/pdf`)
    await post('lead', `letters/${id}/release`, { because: 'read, and right' })
  }
}

/** Puts all of it on the clock's agenda. */
export const enterWork = (stack: Shown, academy: string, zone: string): void => {
  const add = (date: string, time: string, work: (stack: Shown, academy: string) => Promise<void>): void =>
    stack.clock.add({ at: instantOf(date, time, zone), rank: RANK.after, run: () => work(stack, academy) })
  add('2026-01-12', '08:30', settleHeld)
  add('2026-01-12', '08:35', nameCover)
  add('2026-01-13', '09:30', workWithFamilies)
  add('2026-01-13', '09:40', readLetters)
}
