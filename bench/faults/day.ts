/** Plays the day: registers, reports, arrivals, receipts and answers, in an order that the seed shuffles. */

import type { CarriedText, ReceiptState } from '../../local/carrier.ts'
import { FaultsSchema } from '../../local/faults.ts'
import { addMinutes, type Instant, instantOf } from '../../shared/domain/time.ts'
import { ANSWERS, contactIdOf, type Decision, type Story } from './decisions.ts'
import { ring } from './line.ts'
import type { Answer, Call, Played, Told } from './played.ts'
import { DATE, type School, type TrustOfBench, ZONE } from './school.ts'

const AWAY: readonly Story[] = [
  'silent',
  'held by the brake and released',
  'text not delivered',
  'no receipt',
  'answered',
  'answered with danger',
  'answered and written to',
  'answered, and the call lost',
  'reported on the absence line',
  'arrived after the text',
  'arrived late',
  'reported as the text goes',
  'barred from texts',
  'on hold',
]

const shuffled = <T>(items: readonly T[], chance: () => number): readonly T[] =>
  items
    .map((item) => ({ item, place: chance() }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ item }) => item)

const of = (school: School, story: Story): readonly Decision[] =>
  school.decisions.filter((decision) => decision.story === story)

const morning = async (trust: TrustOfBench): Promise<readonly Call[]> => {
  const { stack, schools, office, to } = trust
  const calls: Call[] = []
  await to('08:40')
  for (const school of schools) {
    for (const { mobile } of of(school, 'reported on the absence line')) calls.push(await ring(trust, school, mobile))
    for (const { pupil } of of(school, 'reported before school')) await report(office, school, pupil)
    for (const { pupil } of of(school, 'on hold'))
      await office(school, 'POST', `pupils/${pupil}/hold`, {
        because: 'a meeting with the family',
        review: '2026-02-02',
      })
  }
  await to('09:05')
  for (const school of schools) {
    const classes = Map.groupBy(school.decisions, ({ classId }) => classId)
    for (const [classId, pupils] of classes) {
      if (classId === 'missing') continue
      const here = pupils.filter(({ story }) => story !== 'reported before school')
      const marks = Object.fromEntries(
        here.map(({ pupil, story }) => [pupil, { code: AWAY.includes(story) ? 'N' : '/' }]),
      )
      await office(school, 'PUT', `registers/${DATE}/AM/${classId}`, { marks, submitted: true })
    }
  }
  await to('09:21')
  for (const school of schools)
    for (const { pupil } of of(school, 'arrived late'))
      await office(school, 'POST', `pupils/${pupil}/arrivals`, { at: stack.clock.now() })
  return calls
}

const report = (office: TrustOfBench['office'], school: School, pupil: string): Promise<void> =>
  office(school, 'POST', `pupils/${pupil}/absences`, {
    from: DATE,
    until: DATE,
    reason: 'ill',
    code: 'I',
    reportedBy: 'parent',
    via: 'phone',
  })

const releaseHeld = async ({ stack, schools, office }: TrustOfBench): Promise<void> => {
  for (const school of schools) {
    const { brakes } = await stack.stores.day(school.academy, DATE)
    for (const { id } of brakes.filter(({ state }) => state === 'held'))
      await office(school, 'POST', `brakes/${id}/release`, { because: 'the class is on a trip, and nobody said so' })
  }
}

interface Said {
  readonly at: Instant
  say(): void
}

/** What becomes of a text: receipts twice and in any order, a contradicting one among them now and then, and the parent’s answer. */
const saidOf = (
  text: CarriedText,
  decision: Decision | undefined,
  { stack }: TrustOfBench,
  schools: ReadonlyMap<string, School>,
  chance: () => number,
  heard: { answers: Answer[]; told: Told[] },
): readonly Said[] => {
  const soon = () => addMinutes(stack.clock.now(), 1 + Math.floor(chance() * 9))
  const receipt = (state: ReceiptState): Said => ({
    at: soon(),
    say: () => {
      heard.told.push({ id: text.id, state })
      stack.carrier.receipt(text.id, state, stack.clock.now())
    },
  })
  const isFirst = text.text.about?.kind === 'unreported' && text.text.to === decision?.mobile
  if (isFirst && decision?.story === 'no receipt') return []
  const fails = isFirst && decision?.story === 'text not delivered'
  const receipts: readonly ReceiptState[] = fails
    ? ['failed', 'failed']
    : chance() < 0.1
      ? ['failed', 'delivered', 'delivered']
      : ['delivered', 'delivered']
  const school = schools.get(decision?.academy ?? '')
  const words = decision && ANSWERS[decision.story]
  const answers: readonly Said[] =
    isFirst && words !== undefined && school
      ? [
          {
            at: soon(),
            say: () => {
              heard.answers.push({ academy: school.academy, mobile: decision.mobile })
              const faults = stack.faults.now()
              if (decision.story === 'answered, and the call lost')
                stack.faults.set(FaultsSchema.parse({ ...faults, callbacks: 'lost' }))
              stack.carrier.reply({ from: decision.mobile, to: school.number, body: words })
              stack.faults.set(faults)
            },
          },
        ]
      : []
  return [...receipts.map(receipt), ...answers]
}

const writeBack = (office: TrustOfBench['office'], school: School, pupil: string, mobile: string): Promise<void> =>
  office(school, 'POST', `conversations/${contactIdOf(mobile)}/replies`, {
    body: 'Thank you. The trip is on Friday.',
    about: [pupil],
  })

/** From half past ten to a quarter to twelve, minute by minute: what the network and the parents say, shuffled, while texts are still going. */
const answering = async (trust: TrustOfBench, chance: () => number): Promise<Omit<Played, 'calls'>> => {
  const { stack, schools, office } = trust
  const heard = { answers: [] as Answer[], told: [] as Told[] }
  const named = new Map(schools.map((school) => [school.academy, school]))
  const decisions = new Map(
    schools.flatMap(({ academy, decisions: all }) => all.map((each) => [`${academy} ${each.pupil}`, each] as const)),
  )
  let waiting: Said[] = []
  let seen = 0
  const until = instantOf(DATE, '11:45', ZONE)
  for (let now = instantOf(DATE, '10:31', ZONE); now <= until; now = addMinutes(now, 1)) {
    await stack.turning.turnTo(now)
    if (now === instantOf(DATE, '10:31', ZONE))
      for (const school of schools)
        for (const { pupil } of of(school, 'reported as the text goes')) await report(office, school, pupil)
    if (now === instantOf(DATE, '10:40', ZONE)) await releaseHeld(trust)
    if (now === instantOf(DATE, '11:05', ZONE))
      for (const school of schools)
        for (const { pupil } of of(school, 'arrived after the text'))
          await office(school, 'POST', `pupils/${pupil}/arrivals`, { at: stack.clock.now() })
    if (now === instantOf(DATE, '11:20', ZONE))
      for (const school of schools)
        for (const { pupil, mobile } of of(school, 'answered and written to'))
          await writeBack(office, school, pupil, mobile)
    const carried = stack.carrier.texts()
    for (const text of carried.slice(seen)) {
      const { about } = text.text
      const decision = decisions.get(`${about?.academy} ${about?.pupils[0]}`)
      waiting.push(...saidOf(text, decision, trust, named, chance, heard))
    }
    seen = carried.length
    for (const { say } of shuffled(
      waiting.filter(({ at }) => at <= now),
      chance,
    ))
      say()
    waiting = waiting.filter(({ at }) => at > now)
    await stack.turning.quiet()
  }
  return heard
}

/** The whole day, to half past four. */
export const playDay = async (trust: TrustOfBench, chance: () => number): Promise<Played> => {
  const calls = await morning(trust)
  await trust.to('10:30')
  const played = await answering(trust, chance)
  for (const time of ['12:31', '13:30', '15:31', '16:30']) await trust.to(time)
  return { ...played, calls }
}
