/** A draft of a policy rehearsed from the API on the registers that the record has. */
import { beforeAll, describe, expect, test } from 'vitest'
import { make } from '../../functions/rehearsal/handler.ts'
import type { Code } from '../../shared/domain/codes.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'

const WEEK = ['05', '06', '07', '08', '09'].map((day) => `2026-01-${day}`)
const QUEUE = 'https://queues.example/rehearsals'

let school: ApiSchool

/** P001 was missing on the Tuesday without a reason, P006 was there and has left since. */
const takeRegisters = async (): Promise<void> => {
  for (const date of WEEK)
    for (const session of ['AM', 'PM'] as const) {
      const present: Code = session === 'AM' ? '/' : '\\'
      const k01: Code = date === '2026-01-06' ? 'O' : present
      const codes: Readonly<Record<string, Code>> = { k01, k02: present, k03: present, k04: present, gone: present }
      await school.stores.saveRegister(
        SCHOOL,
        {
          classId: '3b',
          date,
          session,
          version: 1,
          submitted: true,
          submittedAt: `${date}T09:00:00.000Z`,
          asOf: `${date}T09:00:00.000Z`,
          marks: Object.fromEntries(Object.entries(codes).map(([key, code]) => [key, { code, source: 'teacher' }])),
        },
        0,
        { at: `${date}T09:00:00.000Z`, by: 't-3b', kind: 'register-saved' },
      )
    }
}

/** Has the rehearsals play what waits for them, until nothing does. Answers how many messages there were. */
const play = async (from = 0): Promise<number> => {
  const handler = make(school.world)
  // A test's event holds what the handler reads of the queue's, which has more fields.
  const run = handler as unknown as (event: unknown, context: unknown) => Promise<{ batchItemFailures: unknown[] }>
  let done = from
  for (; done < waiting().length; done++) {
    const body = JSON.stringify(waiting()[done])
    const failed = await run({ Records: [{ messageId: `m${done}`, body, attributes: {} }] }, {})
    expect(failed.batchItemFailures).toEqual([])
  }
  return done
}
const waiting = (): readonly unknown[] =>
  school.world.sent.filter(({ url }) => url === QUEUE).map(({ message }) => message)

const NO_VISIT = { visits: { atLunch: false }, thresholds: { warning: 95 } }

beforeAll(async () => {
  school = await openApiSchool()
  await takeRegisters()
})

describe('a draft of the policy', () => {
  test('that is not in order is refused by the policy’s own check, and is not rehearsed', async () => {
    const before = waiting().length
    for (const policy of [
      { thresholds: { warning: 200 } },
      { thresholds: { warning: null } },
      { sweeps: { lunch: '08:00' } },
      { academy: 'hilltop', nothing: 1 },
    ]) {
      const refused = await school.ask('lead', 'POST', 'rehearsals', { policy })
      expect([refused.status, refused.body.code]).toEqual([422, 'draft-refused'])
      expect(refused.body.errors[0]).toMatchObject({ field: expect.any(String), remedy: expect.any(String) })
    }
    expect(waiting().length).toBe(before)
  })

  test('may not say what the Trust has locked', async () => {
    const policy = { guard: { refuseAfterMinutes: 40 } }
    const refused = await school.ask('lead', 'POST', 'rehearsals', { policy })
    expect(refused.status).toBe(422)
    expect(refused.body.errors[0]).toMatchObject({
      field: 'guard.refuseAfterMinutes',
      rule: expect.stringContaining('locked'),
    })
  })

  test('is rehearsed on the registers since September, beside the policy in force, and nothing is sent or published', async () => {
    const before = waiting().length
    const asked = await school.ask('lead', 'POST', 'rehearsals', { policy: NO_VISIT })
    expect(asked).toMatchObject({ status: 202, body: { state: 'waiting' }, headers: { location: asked.body.at } })
    expect(await school.ask('lead', 'GET', asked.body.at)).toMatchObject({ status: 202, body: { state: 'waiting' } })
    const acts = school.acts.length
    expect(await play(before)).toBe(before + 2)
    const { status, body } = await school.ask('head', 'GET', asked.body.at)
    expect([status, body.state]).toEqual([200, 'done'])
    expect(body.live).toMatchObject({ from: WEEK[0], until: WEEK[4], schoolDays: 5, pupils: 4 })
    expect(body.live.total).toMatchObject({ unreported: 1, calls: 1 })
    expect(body.live.mostAffected).toMatchObject([{ pupil: 'P001', texts: 1 }])
    expect(body.live.assumptions.join(' ')).toContain('10 marks of pupils who are on the roll no more')
    expect(body.draft.policy).not.toBe(body.live.policy)
    expect(body.difference.total).toMatchObject({ unreported: 0, calls: 0 })
    expect(school.acts.length).toBe(acts)
    expect(school.world.sent.filter(({ url }) => url !== QUEUE)).toEqual([])
    expect((await school.stores.policies.inForce(SCHOOL, MONDAY)).version).toBe('v1')
    // Whoever works with them is told who they are; what is kept of it names nobody.
    expect(body.people.pupils).toEqual({ P001: 'Amelia Ashdown' })
    expect(body.people.contacts).toEqual({ [body.live.mostContacted[0].contact]: expect.stringContaining('Kit') })
    expect(JSON.stringify(body)).not.toMatch(/07700|\+44/)
    const kept = [...school.world.kept].filter(
      ([path]) => path.startsWith('rehearsals/') && !path.endsWith('request.json'),
    )
    expect(kept.length).toBeGreaterThan(1)
    expect(JSON.stringify(kept)).not.toMatch(/Amelia|Ashdown|Kit|07700|\+44/)
  })

  test('brought again by the queue changes nothing', async () => {
    const asked = await school.ask('lead', 'POST', 'rehearsals', { policy: NO_VISIT })
    await play(waiting().length - 1)
    const first = await school.ask('lead', 'GET', asked.body.at)
    const [, , academy, , rehearsal] = String(asked.body.at).split('/')
    await school.world.queue(QUEUE).send([{ academy, rehearsal, part: 'live' }])
    await play(waiting().length - 1)
    expect(await school.ask('lead', 'GET', asked.body.at)).toEqual(first)
  })

  test('about days without registers is answered with what to do', async () => {
    const asked = await school.ask('lead', 'POST', 'rehearsals', {
      policy: NO_VISIT,
      from: '2024-01-01',
      until: '2024-02-01',
    })
    await play(waiting().length - 1)
    expect(await school.ask('lead', 'GET', asked.body.at)).toMatchObject({
      status: 200,
      body: { state: 'refused', remedy: expect.any(String) },
    })
  })
})

describe('who may ask', () => {
  test('is the lead, the head and the operator of the Trust, who sees counts and nobody’s child', async () => {
    for (const who of ['teacher:t-3b', 'office', 'governor', 'la.891.reader'])
      expect((await school.ask(who, 'POST', 'rehearsals', { policy: NO_VISIT })).status).toBe(403)
    const asked = await school.ask('trust.operator', 'POST', 'rehearsals', { policy: NO_VISIT })
    expect(asked.status).toBe(202)
    await play(waiting().length - 1)
    const { body } = await school.ask('trust.operator', 'GET', asked.body.at)
    expect(body.live.total.unreported).toBe(1)
    expect(body.people).toBeUndefined()
    expect([body.live.mostAffected, body.live.mostContacted, body.difference.pupils]).toEqual([[], [], []])
    expect(JSON.stringify(body)).not.toMatch(/P001|c101/)
  })

  test('is nobody about a rehearsal of another academy', async () => {
    expect((await school.ask('lead', 'GET', 'rehearsals/never-asked')).status).toBe(404)
    expect((await school.ask('hilltop.lead', 'POST', 'rehearsals', { policy: NO_VISIT })).status).toBe(403)
  })
})
