/** The policy edited from the API: what is wrong is said at the field, nothing is in force before midnight, and there is a way back. */
import { beforeAll, describe, expect, test } from 'vitest'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'

let school: ApiSchool
const TUESDAY = '2026-01-13'
const BECAUSE = 'The governors asked for it'

beforeAll(async () => {
  school = await openApiSchool()
})

const shown = async () => (await school.ask('lead', 'GET', 'policy')).body
const check = async (policy: unknown) =>
  school.ask('lead', 'POST', 'policy/check', { base: (await shown()).version, policy })
const publish = async (policy: unknown, as = 'lead') =>
  school.ask(as, 'POST', 'policy/versions', { base: (await shown()).version, policy, because: BECAUSE })

describe('the policy at the console', () => {
  test('comes with its schema, and says of each value where it is from and who may change it', async () => {
    const { schema, values, fields } = await shown()
    expect(schema.properties.brake.properties.classShare.description).toContain('Per cent of a class')
    expect(values.brake.classShare).toBe(25)
    const note = (path: string) => fields.find((each: { path: string }) => each.path === path)
    expect(note('guard.refuseAfterMinutes')).toMatchObject({ locked: true })
    expect(note('sweeps.lunch')).toMatchObject({ deploy: true })
    expect(note('day.amCloses').source).toEqual(expect.any(String))
  })

  test('is for the lead, the Head and the safeguarding lead; the last publishes nothing', async () => {
    expect((await school.ask('office', 'GET', 'policy')).status).toBe(403)
    expect((await school.ask('dsl', 'GET', 'policy')).status).toBe(200)
    expect((await publish({ thresholds: { warning: 94 } }, 'dsl')).status).toBe(403)
  })
})

describe('a draft', () => {
  test('says what would be done otherwise, in sentences', async () => {
    const { body } = await check({ thresholds: { warning: 94 } })
    expect(body.problems).toEqual([])
    expect(body.changes).toMatchObject([{ field: 'thresholds.warning', was: 93, becomes: 94 }])
    expect(JSON.stringify(body.sentences)).toContain('94')
  })

  test.each([
    ['a value that cannot be', { thresholds: { warning: 200 } }, 'thresholds.warning'],
    ['a value that the Trust has locked', { guard: { refuseAfterMinutes: 40 } }, 'guard.refuseAfterMinutes'],
    ['a value that hangs on the deployment', { sweeps: { lunch: '12:35' } }, 'sweeps.lunch'],
    ['a contradiction', { day: { amCloses: '08:00' } }, 'day.amCloses'],
  ])('with %s is told so at the field, with what to do, and is not published', async (_what, policy, field) => {
    const { body } = await check(policy)
    expect(body.problems).toEqual(
      expect.arrayContaining([expect.objectContaining({ field, remedy: expect.any(String) })]),
    )
    const refused = await publish(policy)
    expect([refused.status, refused.body.code]).toEqual([422, 'draft-refused'])
  })
})

describe('a wording', () => {
  const late = (says: string) => check({ wordings: { late: says } })
  test('that a family could read more easily is advised of at its field, and may be published', async () => {
    const { body } = await late('{school}: {names} arrived at {time} on {date}, prior to lunch. Ring {phone}.')
    expect(body.problems).toEqual([])
    expect(body.advice).toEqual([
      { field: 'wordings.late', what: expect.stringContaining('“prior to”'), remedy: 'Instead, say before or after.' },
    ])
  })
  test('in force is judged too, before anybody changes it', async () => {
    expect(((await shown()) as { advice: unknown }).advice).toEqual([])
  })
  test('that speaks of a code of the register is refused', async () => {
    const { body } = await late('{school}: {names} {is|are} marked U at {time} on {date}. Ring {phone}.')
    expect(body.problems).toEqual([expect.objectContaining({ field: 'wordings.late' })])
    expect(body.advice).toEqual([])
  })
})

describe('publishing', () => {
  test('takes effect at midnight, keeps where every other value is from, and stands in the list with who and why', async () => {
    const before = await shown()
    const { status, body } = await publish({ thresholds: { warning: 94 } })
    expect([status, body.from]).toEqual([201, TUESDAY])
    expect((await school.stores.policies.inForce(SCHOOL, MONDAY)).policy.thresholds.warning).toBe(93)
    const { policy } = await school.stores.policies.inForce(SCHOOL, TUESDAY)
    expect(policy.thresholds.warning).toBe(94)
    expect(policy.sources['thresholds.warning']).toEqual({ assumed: BECAUSE })
    const after = await shown()
    const others = (from: { fields: { path: string }[] }) =>
      from.fields.filter(({ path }) => path !== 'thresholds.warning')
    expect(others(after)).toEqual(others(before))
    expect([after.version, after.inForce]).toEqual([body.version, before.version])
    const { versions } = (await school.ask('head', 'GET', 'policy/versions')).body
    expect(versions[0]).toMatchObject({
      version: body.version,
      from: TUESDAY,
      because: BECAUSE,
      by: expect.any(String),
    })
  })

  test('over a version that is not the newest any more is refused', async () => {
    const { inForce } = await shown()
    const draft = { base: inForce, policy: { thresholds: { warning: 95 } }, because: BECAUSE }
    expect(await school.ask('lead', 'POST', 'policy/versions', draft)).toMatchObject({
      status: 409,
      body: { code: 'stale' },
    })
  })

  test('of what is so already is refused', async () => {
    expect((await publish({ thresholds: { warning: 94 } })).status).toBe(409)
  })

  test('an earlier version once more is the way back', async () => {
    const { version, inForce } = await shown()
    school.at('11:00')
    const again = (of: string, base: string) =>
      school.ask('head', 'POST', `policy/versions/${of}/publish`, { base, because: 'It was better before' })
    expect((await again('000000000000', version)).status).toBe(404)
    expect((await again(inForce, inForce)).body.code).toBe('stale')
    expect(await again(inForce, version)).toMatchObject({ status: 201, body: { version: inForce, from: TUESDAY } })
    expect((await school.stores.policies.inForce(SCHOOL, TUESDAY)).policy.thresholds.warning).toBe(93)
    const { versions } = (await school.ask('head', 'GET', 'policy/versions')).body
    expect(versions[0]).toMatchObject({ version: inForce, again: true })
  })

  test('an earlier version with a value that the Trust has locked otherwise since is no way back', async () => {
    const { version } = await shown()
    const { policy } = await school.stores.policies.inForce(SCHOOL, TUESDAY)
    const older = { ...policy, guard: { ...policy.guard, refuseAfterMinutes: policy.guard.refuseAfterMinutes - 5 } }
    const act = { at: '2025-09-01T08:00:00.000Z', by: 'deploy', kind: 'policy-published' }
    await school.stores.policies.publish(SCHOOL, { version: '0123456789ab', policy: older, from: '2025-09-01' }, act)
    const body = { base: version, because: 'It was better before' }
    expect(await school.ask('head', 'POST', 'policy/versions/0123456789ab/publish', body)).toMatchObject({
      body: { code: 'locked-since' },
    })
    expect((await shown()).version).toBe(version)
  })
})
