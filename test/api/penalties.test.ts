/** The board of penalty notices through the real API: what counts, what stands in the way, and what people decide. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runNight } from '../../shared/counting/nightly.ts'
import { springbankPolicy } from '../support/policies.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { act } from '../support/stored-examples.ts'

let school: ApiSchool
const DAYS = ['05', '06', '07', '08', '09'].map((day) => `2026-01-${day}`)

const night = (date: string) =>
  runNight(SCHOOL, `${date}T02:00:00.000Z`, { stores: school.stores, log: { write: () => undefined } })

/** A week in which k01 was away without leave on every day, and k02 on four and missing on the last. */
const takeWeek = async () => {
  for (const date of DAYS) {
    for (const session of ['AM', 'PM'] as const) {
      const present = session === 'AM' ? '/' : '\\'
      const codes = { k01: 'G', k02: date === '2026-01-09' ? 'N' : 'O', k03: present, k04: present } as const
      const marks = Object.fromEntries(
        Object.entries(codes).map(([key, code]) => [key, { code, source: 'teacher' as const }]),
      )
      const submittedAt = `${date}T13:05:00.000Z`
      const register = {
        classId: '3b',
        date,
        session,
        version: 1,
        submitted: true,
        submittedAt,
        asOf: submittedAt,
        marks,
      }
      await school.stores.saveRegister(SCHOOL, register, 0, { at: submittedAt, by: 't-3b', kind: 'register-saved' })
    }
  }
}

beforeAll(async () => {
  school = await openApiSchool()
  await takeWeek()
  await night('2026-01-10')
})

describe('the board', () => {
  test('has whoever met the threshold first, then whoever waits for an N, each with the sessions counted', async () => {
    const { status, body } = await school.ask('lead', 'GET', 'penalty-notices')
    expect(status).toBe(200)
    expect(
      body.matters.map(({ pupil, standing, sessions }: Record<string, unknown>) => [pupil, standing, sessions]),
    ).toEqual([
      ['P001', 'met', 10],
      ['P002', 'waiting', 10],
    ])
    expect(body.matters[0]).toMatchObject({
      since: '2026-01-09',
      obstacles: [],
      parents: [{ contact: 'c101', next: 'first' }],
      counted: expect.arrayContaining([{ date: '2026-01-05', session: 'AM', code: 'G', school: SCHOOL }]),
    })
    expect(body.matters[1].obstacles).toMatchObject([{ code: 'unresolved-n', effect: 'stops' }])
    expect(body.matters[1].unresolved).toEqual([
      { date: '2026-01-09', session: 'AM' },
      { date: '2026-01-09', session: 'PM' },
    ])
  })

  test('says of one pupil what is counted, and of a pupil who missed nothing that nothing is', async () => {
    const { body } = await school.ask('office', 'GET', 'pupils/P003/penalty-notices')
    expect(body).toMatchObject({ pupil: 'P003', standing: 'quiet', sessions: 0, notices: [], considered: [] })
    expect((await school.ask('office', 'GET', 'pupils/P999/penalty-notices')).status).toBe(404)
  })

  test('is not for teachers or governors', async () => {
    expect((await school.ask('teacher', 'GET', 'penalty-notices')).status).toBe(403)
    expect((await school.ask('governor', 'GET', 'pupils/P001/penalty-notices')).status).toBe(403)
  })
})

describe('a referral to an authority that takes none without a letter', () => {
  const refer = (decision: object = {}) =>
    school.ask('lead', 'POST', 'pupils/P001/penalty-notices/decisions', {
      decision: 'refer',
      because: 'The absence went on',
      parents: ['c101'],
      support: ['We offered breakfast club.'],
      ...decision,
    })

  beforeAll(async () => {
    const localAuthority = { code: '892', name: 'Nottingham' }
    const policy = { ...springbankPolicy, localAuthority }
    await school.stores.policies.publish(SCHOOL, { version: 'v2', policy, from: '2026-01-10' }, act('policy-published'))
  })

  test('is refused with what is missing, and nothing is decided or kept', async () => {
    expect(await refer()).toMatchObject({
      status: 422,
      body: { code: 'form-incomplete', title: expect.stringContaining('a letter about the absence that went') },
    })
    const { body } = await school.ask('lead', 'GET', 'pupils/P001/penalty-notices')
    expect(body).toMatchObject({ standing: 'met', considered: [] })
  })
})

describe('a child who met the threshold and left', () => {
  const leave = async (left?: string) => {
    const { stores } = school
    const { k01, ...stay } = await stores.roll.pupils(SCHOOL, ['k01', 'k02', 'k03', 'k04'])
    if (!k01) throw new Error('the child is not on the roll')
    const { generations, classes } = await stores.roll.live(SCHOOL)
    const went = left === undefined ? [] : [{ ...k01, left }]
    const pupils = [...went, ...Object.values(stay)].map(({ contacts: _c, agencies: _a, ...pupil }) => pupil)
    if (left === undefined) {
      await stores.roll.keepKeys(SCHOOL, { P001: 'k01' })
      await stores.roll.keepLeaver(SCHOOL, k01, act())
    }
    await stores.roll.stage(SCHOOL, generations.roll + 1, { file: 'roll', pupils })
    await stores.roll.goLive(SCHOOL, 'roll', generations.roll, generations.roll + 1, classes, act())
  }
  const matterOf = async (pupil: string) =>
    (await school.ask('lead', 'GET', 'penalty-notices')).body.matters.find(
      (each: { pupil: string }) => each.pupil === pupil,
    )

  beforeEach(async () => {
    school = await openApiSchool()
    await takeWeek()
    await night('2026-01-10')
  })

  test('stays on the board until somebody decides: a referral is stopped, and that there is none may be decided', async () => {
    await leave()
    expect(await matterOf('P001')).toMatchObject({
      standing: 'met',
      obstacles: [{ code: 'not-on-roll', effect: 'stops' }],
    })
    const decided = await school.ask('lead', 'POST', 'pupils/P001/penalty-notices/decisions', {
      decision: 'not-referred',
      because: 'They moved to another county.',
    })
    expect(decided.status).toBe(201)
    expect(await matterOf('P001')).toBeUndefined()
  })

  test('is no candidate where the leaving day came before ten sessions, though the school learned it late', async () => {
    await leave('2026-01-08')
    expect(await matterOf('P001')).toMatchObject({ standing: 'near', sessions: 8 })
    await night('2026-01-13')
    expect((await school.stores.penaltyRecord(SCHOOL, 'k01'))?.case).toMatchObject({ standing: 'near', sessions: 8 })
  })
})
