/** One morning after half past ten, many families at once: what each of them says, or nobody says, and what becomes of it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LoadedPolicy } from '../../academies/load.ts'
import type { ShownText } from '../../local/texts.ts'
import { classOf, mobile, STAFF } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'

/** So many are missing here that the brake would hold their texts, which is another story. */
const withoutBrake = (loaded: LoadedPolicy): LoadedPolicy => ({
  ...loaded,
  policy: { ...loaded.policy, brake: { ...loaded.policy.brake, classShare: 100, academyShare: 100 } },
})

const MISSING = ['P001', 'P002', 'P004', 'P005', 'P006', 'P007', 'P008', 'P009', 'P010']
const parentOf: Readonly<Record<string, object>> = {
  P002: { parents: [{ name: 'Mo Birch', mobile: '002' }] },
  P003: { parents: [{ name: 'Mo Birch', mobile: '002' }] },
  P004: { parents: [{ mobile: '004', more: { noContact: 'Y' } }] },
  P005: { parents: [{}] },
  P006: { parents: [{ more: { landline: '01632 960006' } }] },
}
const pupils = [...classOf('3B').map((child) => ({ ...child, ...parentOf[child.id] })), ...classOf('4A', 11)]

let school: School
const at: Record<string, Awaited<ReturnType<typeof snapshot>>> = {}

/** The queue of the receipts: what waits there, and what was given up. */
const receipts = () => {
  const { queues, wiring } = school.stack
  const { arn = '' } = wiring.queues.find((queue) => /ReceiptsQueue(?!DeadLetters)/.test(queue.arn)) ?? {}
  const dead = queues.deadLetters().filter(({ queue }) => queue.includes('ReceiptsQueue'))
  return {
    arn,
    waiting: queues.holds(arn).length,
    givenUp: dead.flatMap(({ bodies }) => bodies).map((body): unknown => JSON.parse(body)),
  }
}

const snapshot = async () => ({ texts: await school.texts(), tasks: await school.tasks(), receipts: receipts() })
type Snapshot = Awaited<ReturnType<typeof snapshot>>

const about = (when: Snapshot | undefined, pupil: string) => ({
  texts: when?.texts.filter((text: ShownText) => text.pupils.includes(pupil)).map(({ kind }) => kind),
  open: when?.tasks
    .filter((task) => task.pupils.includes(pupil) && task.state === 'open')
    .map(({ kind }) => kind)
    .toSorted(),
})

const lookAt = async (time: string): Promise<void> => {
  await school.clock.to(time)
  at[time] = await snapshot()
}

const retake = async (pupil: string): Promise<void> => {
  const place = 'registers/2026-01-12/AM/3b'
  const { body } = await school.api('teacher', 'GET', place)
  const { version } = body as { version: number }
  const marks = { [pupil]: { code: '/' } }
  const saved = await school.api('teacher', 'PUT', place, { marks, submitted: true }, { 'if-match': `"${version}"` })
  expect(saved).toMatchObject({ status: 200, body: { askedTheOffice: [pupil] } })
}

const arrived = async (kind: string): Promise<void> => {
  for (const text of await school.texts(kind)) await school.receipt(text, 'delivered')
}

const seen = (pupil: string) =>
  school.api('office', 'PATCH', `pupils/${pupil}/marks/2026-01-12/AM`, { code: '/', because: 'the office looked' })

const amend = (pupil: string, code: string) =>
  school.api('office', 'PATCH', `pupils/${pupil}/marks/2026-01-13/AM`, { code, because: 'the office was wrong' })

beforeAll(async () => {
  school = await openSchool({ pupils, change: withoutBrake, staff: STAFF.replace('S01', 'S-teacher') })
  await school.clock.to('09:05')
  await school.takeRegister('3B', 'AM', { absent: MISSING })
  await lookAt('10:31')
  await arrived('unreported')
  await school.reply(mobile('001'), 'on the bus')
  await school.reply(mobile('002'), 'Cerys is poorly')
  await school.reply(mobile('007'), 'STOP')
  await lookAt('10:35')
  const early = { eventType: 'TEXT_DELIVERED', messageId: 'of-no-text', isFinal: true }
  school.stack.queues.send(receipts().arn, [JSON.stringify(early)])
  await retake('P008')
  expect((await seen('P009')).status).toBe(200)
  await lookAt('10:50')
  expect((await seen('P008')).status).toBe(200)
  await arrived('correction')
  await lookAt('12:29')
  await lookAt('12:31')
  await lookAt('15:31')
  await school.clock.to('2026-01-13 09:05')
  await school.takeRegister('3B', 'AM', { absent: ['P001', 'P003', 'P007'] })
  await school.clock.to('2026-01-13 09:25')
  const came = { at: '2026-01-13T09:20:00Z', because: 'seen at the gate' }
  expect((await school.api('office', 'POST', 'pupils/P003/arrivals', came)).status).toBeLessThan(300)
  await lookAt('2026-01-13 10:31')
  expect([(await amend('P001', 'V')).status, (await amend('P003', '/')).status]).toEqual([200, 200])
  await lookAt('2026-01-13 10:40')
  await lookAt('2026-01-13 10:50')
})
afterAll(() => school.close())

describe('a family that', () => {
  test('nobody can text is rung: barred by the school, without any number, with a landline only', () => {
    for (const pupil of ['P004', 'P005', 'P006'])
      expect(about(at['10:31'], pupil)).toEqual({ texts: [], open: ['call'] })
  })

  test('says "on the bus" is asked no more until the child should have come; unconfirmed it is urgent at lunch', () => {
    expect(about(at['10:35'], 'P001')).toEqual({ texts: ['unreported', 'acknowledgement'], open: ['confirm-reply'] })
    expect(at['12:31']?.tasks.some((task) => task.kind === 'confirm-reply' && task.urgent)).toBe(true)
    expect(about(at['12:31'], 'P001').open).not.toContain('call')
    expect(about(at['15:31'], 'P001').open).toContain('visit')
  })

  test('answers about the wrong child leaves the missing one missing, and the office is asked', () => {
    expect(about(at['10:35'], 'P002')).toEqual({ texts: ['unreported', 'acknowledgement'], open: [] })
    expect(at['10:35']?.tasks.filter((task) => task.pupils.includes('P003')).map(({ kind }) => kind)).toHaveLength(1)
    expect(about(at['12:31'], 'P002').open).toContain('call')
  })

  test('says STOP is rung at once, and gets no text again, not on the next day either', () => {
    expect(about(at['10:35'], 'P007').open).toContain('stopped-texts')
    const nextDay = about(at['2026-01-13 10:31'], 'P007')
    expect(nextDay.texts).toEqual(['unreported'])
    expect(nextDay.open).toContain('call')
  })

  test('says nothing is rung at lunch and visited at the end of the day', () => {
    expect(about(at['12:29'], 'P010')).toEqual({ texts: ['unreported'], open: [] })
    expect(about(at['12:31'], 'P010')).toEqual({ texts: ['unreported'], open: ['call'] })
    expect(about(at['15:31'], 'P010').open).toEqual(expect.arrayContaining(['call', 'visit']))
  })
})

describe('a pupil who is found present after the text', () => {
  test('by the teacher is still missing for the family: the office is asked to look', () => {
    expect(about(at['10:50'], 'P008')).toEqual({ texts: ['unreported'], open: ['disputed-mark'] })
  })
  test('by the office is put right with one text, and nobody is asked anything more', () => {
    expect(about(at['10:50'], 'P009').texts).toEqual(['unreported', 'correction'])
    for (const pupil of ['P008', 'P009'])
      expect(about(at['12:31'], pupil)).toEqual({ texts: ['unreported', 'correction'], open: [] })
  })
})

describe('a receipt that no text has the id of', () => {
  test('waits on its queue for two hours', () => {
    expect(at['12:29']?.receipts).toMatchObject({ waiting: 1, givenUp: [] })
  })
  test('is then shown to the operator, and never dropped', () => {
    expect(at['15:31']?.receipts).toMatchObject({
      waiting: 0,
      givenUp: [{ messageId: 'of-no-text', eventType: 'TEXT_DELIVERED' }],
    })
  })
})

describe('a mark that was wrong', () => {
  test('of a child on a school trip: no text can say "present", so the office rings, once', () => {
    const before = about(at['2026-01-13 10:31'], 'P001').texts
    expect(before?.at(-1)).toBe('unreported')
    for (const later of ['2026-01-13 10:40', '2026-01-13 10:50']) {
      const { texts, open } = about(at[later], 'P001')
      expect([texts, open?.filter((kind) => kind === 'put-right')]).toEqual([before, ['put-right']])
    }
  })
  test('of a child who was not late: whoever was told of it gets one correction', () => {
    expect(about(at['2026-01-13 10:31'], 'P003').texts).toEqual(['late'])
    for (const later of ['2026-01-13 10:40', '2026-01-13 10:50'])
      expect(about(at[later], 'P003').texts).toEqual(['late', 'correction'])
  })
})

describe('a register that is never taken', () => {
  const missing = (when: Snapshot | undefined) =>
    when?.tasks.filter((task) => task.kind === 'missing-register' && task.state === 'open').map(({ doers }) => doers)

  test('is chased at 9:15, is a head count at 10:30, stays one at 12:30, and texts and rings nobody all day', () => {
    expect(missing(at['10:31'])).toContainEqual(['head'])
    expect(missing(at['12:31'])).toEqual(missing(at['10:31']))
    const class4A = classOf('4A', 11).map(({ id }) => id)
    for (const pupil of class4A) expect(about(at['15:31'], pupil)).toEqual({ texts: [], open: [] })
  })
})
