/** From marks to letters: the night sees who is below the line, and at four on the next school day the parents are written to. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Child, classOf, csv, STAFF } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'

/** Ten school days before Christmas, twenty sessions. */
const DAYS = ['01', '02', '03', '04', '05', '08', '09', '10', '11', '12'].map((day) => `2025-12-${day}`)
const at = (street: string) => ({ address1: street, address2: 'Eastmoor', postcode: 'NG99 1AB' })

const parentsOf: Readonly<Record<string, Child['parents']>> = {
  P001: [
    { mobile: '001', name: 'Robin Ashdown', more: at('14 Meadow Lane') },
    { mobile: '101', name: 'Kit Ashdown', more: { ...at('3 Ridge Road'), livesWith: 'N' } },
    { mobile: '102', name: 'Nan Ashdown', more: { ...at('9 Hill View'), livesWith: 'N', parentalResponsibility: 'N' } },
  ],
  P002: [{ mobile: '002', more: at('2 Mill Street') }],
  P003: [{ mobile: '003', more: at('5 Mill Street') }],
  P004: [{ mobile: '004' }],
  P005: [{ mobile: '005', more: at('7 Mill Street') }],
}
const pupils = classOf('3B').map((child) => ({ ...child, parents: parentsOf[child.id] ?? child.parents ?? [] }))

/** Sessions missed, the first of these days on: P005 two of twenty, which is a warning and no letter. */
const MISSED: Readonly<Record<string, readonly [string, number]>> = {
  P001: ['O', 4],
  P002: ['I', 4],
  P003: ['O', 4],
  P004: ['O', 4],
  P005: ['O', 2],
}
const history = () =>
  csv(
    DAYS.flatMap((date, day) =>
      (['AM', 'PM'] as const).flatMap((session, half) =>
        pupils.map(({ id }) => {
          const [code, count] = MISSED[id] ?? ['/', 0]
          const present = session === 'AM' ? '/' : '\\'
          return { date, session, class: '3B', pupilId: id, code: day * 2 + half < count ? code : present }
        }),
      ),
    ),
  )

let school: School
interface ShownLetter {
  readonly id: string
  readonly pupil: string
  readonly contact: string
  readonly kind: string
  readonly state: string
}
interface Print extends ShownLetter {
  readonly sha256: string
}
const letters = async (): Promise<readonly ShownLetter[]> =>
  ((await school.api('office', 'GET', 'letters?state=all')).body as { letters: readonly ShownLetter[] }).letters
const stage = async (pupil: string) =>
  ((await school.api('lead', 'GET', `pupils/${pupil}/attendance`)).body as { stage: Record<string, unknown> }).stage
const stored = async (id: string) => {
  const { stores } = school.stack
  const key = (await stores.roll.keyOf(school.academy, id)) ?? ''
  return stores.stage(school.academy, '2025-09-01', key, true)
}
const shown = (all: readonly ShownLetter[]) => all.map(({ pupil, kind, state }) => [pupil, kind, state])

beforeAll(async () => {
  school = await openSchool({
    pupils,
    staff: STAFF,
    change: (loaded) => ({
      ...loaded,
      policy: {
        ...loaded.policy,
        brake: { ...loaded.policy.brake, classShare: 100, academyShare: 100 },
        thresholds: { ...loaded.policy.thresholds, reviewSchoolDays: 5 },
      },
    }),
  })
  await school.load('marks', history())
  await school.api('dsl', 'POST', 'pupils/P003/hold', { because: 'a death in the family', review: '2026-02-02' })
  await school.clock.to('2026-01-13 15:59')
})
afterAll(() => school.close())

describe('stage 1', () => {
  test('is seen at night, and nobody is written to before four on the next school day', async () => {
    expect(await stage('P001')).toMatchObject({ now: 'green', due: { step: 'stage-1', on: '2026-01-12' } })
    expect(await letters()).toEqual([])
  })

  test('is then a letter to each parent in law, waiting to be read; a child on hold has none', async () => {
    await school.clock.to('2026-01-13 16:01')
    expect(shown(await letters()).toSorted()).toEqual([
      ['P001', 'stage-1', 'ready'],
      ['P001', 'stage-1', 'ready'],
      ['P002', 'stage-1', 'ready'],
    ])
    const told = (await letters()).filter(({ pupil }) => pupil === 'P001').map(({ id }) => id)
    const { now, sent, due } = await stage('P001')
    expect([now, due]).toEqual(['stage-1', undefined])
    expect(sent).toMatchObject([{ step: 'stage-1', figures: { possible: 20, attended: 16 }, letters: told.toSorted() }])
    expect(await stage('P003')).toMatchObject({ now: 'green', due: { step: 'stage-1' } })
  })

  test('of nobody who can be written to is the Lead’s to tell, and counts once that is done', async () => {
    const lead = (await school.tasks('letter')).filter((task) => task.pupils.includes('P004'))
    expect(lead.map(({ doers }) => doers)).toContainEqual(['lead'])
    expect(await stage('P004')).toMatchObject({ now: 'green', due: { step: 'stage-1' } })
    const mine = lead.find(({ doers }) => doers.length === 1)
    const told = { what: 'told at the gate by the Head' }
    expect((await school.api('lead', 'POST', `tasks/${mine?.id}/outcome`, told)).status).toBe(200)
    await school.clock.to('2026-01-14 16:01')
    expect(await stage('P004')).toMatchObject({ now: 'stage-1', sent: [{ step: 'stage-1', letters: [] }] })
  })

  test('goes to each family once, however often the night comes', async () => {
    expect(await letters()).toHaveLength(3)
    expect((await school.texts('warning')).map((text) => text.pupils)).toEqual([['P005']])
  })

  test('waits for the end of a hold and is judged anew then', async () => {
    const ill = { code: 'I', because: 'the surgery has confirmed it' }
    await school.api('lead', 'PATCH', 'pupils/P003/marks/2025-12-01/AM', ill)
    await school.api('dsl', 'DELETE', 'pupils/P003/hold')
    await school.clock.to('2026-01-15 16:01')
    expect(shown(await letters())).toContainEqual(['P003', 'stage-1', 'ready'])
  })

  test('is kept with the figures that it says, and nothing is noted beside it of marks amended before it was written', async () => {
    const { sent } = await stored('P003')
    expect(sent).toMatchObject([{ on: '2026-01-12', tally: { attended: 16, authorised: 1, unauthorised: 3 } }])
    expect(sent[0]?.corrected).toBeUndefined()
  })

  test('leaves the house when the Lead has read it', async () => {
    const letter = (await letters()).find(({ pupil }) => pupil === 'P002')
    const because = { because: 'read and right' }
    expect((await school.api('lead', 'POST', `letters/${letter?.id}/release`, because)).status).toBe(422)
    expect((await school.api('lead', 'GET', `letters/${letter?.id}/pdf`)).status).toBe(303)
    expect((await school.api('lead', 'POST', `letters/${letter?.id}/release`, because)).status).toBe(200)
    expect((await school.api('office', 'POST', 'letters/batches')).status).toBe(202)
    expect(shown(await letters())).toContainEqual(['P002', 'stage-1', 'printed'])
  })
})

/** Marks of five school days after the letter has left: P002 is away again, everybody else is in. */
const after = (dates: readonly string[]) =>
  csv(
    dates.flatMap((date) =>
      (['AM', 'PM'] as const).flatMap((session) =>
        pupils.map(({ id }) => {
          const present = session === 'AM' ? '/' : '\\'
          return { date, session, class: '3B', pupilId: id, code: id === 'P002' ? 'O' : present }
        }),
      ),
    ),
  )
const days = (...of: readonly string[]) => of.map((day) => `2026-${day}`)
const decide = (body: object) => school.api('lead', 'POST', 'pupils/P002/stage', body)

test('Case 57: a mark amended after a letter changes nothing of the letter, and stands beside what went', async () => {
  const letter = async () => {
    const all = (await school.api('office', 'GET', 'letters?state=all')).body as { letters: readonly Print[] }
    return all.letters.find(({ pupil }) => pupil === 'P001')
  }
  const was = await letter()
  for (const day of ['2025-12-01', '2025-12-02'])
    for (const session of ['AM', 'PM'])
      await school.api('lead', 'PATCH', `pupils/P001/marks/${day}/${session}`, {
        code: session === 'AM' ? '/' : '\\',
        because: 'was at the hospital school',
      })
  expect(await letter()).toEqual(was)
  expect(await stage('P001')).toMatchObject({
    sent: [{ figures: { attended: 16 }, corrected: { holds: false, figures: { attended: 20 } } }],
  })
})

test('the note is stored when the mark is amended, and a person is asked before anything further comes', async () => {
  expect(await stored('P001')).toMatchObject({
    waitsSince: '2026-01-15',
    sent: [{ tally: { attended: 16 }, corrected: { on: '2026-01-15', holds: false, now: { attended: 20 } } }],
  })
  expect((await school.tasks('stage-in-doubt')).map((task) => [task.pupils, task.state])).toEqual([[['P001'], 'open']])
})

test('a letter whose marks say otherwise by now does not leave the house, although it was released', async () => {
  const letter = (await letters()).find(({ pupil }) => pupil === 'P001')
  await school.api('lead', 'GET', `letters/${letter?.id}/pdf`)
  await school.api('lead', 'POST', `letters/${letter?.id}/release`, { because: 'read on Monday' })
  await school.api('office', 'POST', 'letters/batches')
  expect((await letters()).find(({ id }) => id === letter?.id)?.state).toBe('held')
})

describe('stage 2', () => {
  test('is due when the days after the letter have shown no improvement, and the Lead is asked for a meeting', async () => {
    await school.clock.to('2026-01-23 01:00')
    expect(await stage('P002')).toMatchObject({ now: 'stage-1', reviewSince: '2026-01-15' })
    await school.load('marks', after(days('01-16', '01-19', '01-20', '01-21', '01-22')))
    await school.clock.to('2026-01-23 16:01')
    expect(await stage('P002')).toMatchObject({ now: 'stage-1', due: { step: 'stage-2' } })
    expect(await stage('P001')).toMatchObject({ now: 'stage-1' })
    expect((await school.tasks('set-meeting')).map((task) => [task.pupils, task.state])).toEqual([[['P002'], 'open']])
  })

  test('comes with nothing noted by the nights since beside letters that said what the marks say', async () => {
    expect((await stored('P003')).sent[0]?.corrected).toBeUndefined()
  })

  test('takes no meeting at short notice or on a day without school', async () => {
    const meet = { do: 'meet', time: '14:00', because: 'agreed by telephone' }
    expect(await decide({ ...meet, date: '2026-01-28' })).toMatchObject({ status: 422, body: { code: 'short-notice' } })
    expect(await decide({ ...meet, date: '2026-01-31' })).toMatchObject({ status: 422, body: { code: 'closed' } })
    expect((await decide({ do: 'go-on', because: 'looked at' })).body).toMatchObject({ code: 'not-waiting' })
  })

  test('is a letter with the slot once the meeting is set', async () => {
    const meet = { do: 'meet', date: '2026-02-04', time: '14:00', because: 'agreed by telephone' }
    expect((await decide(meet)).body).toMatchObject({ due: { meeting: { place: 'the school office' } } })
    await school.clock.to('2026-01-26 16:01')
    expect(shown(await letters())).toContainEqual(['P002', 'stage-2', 'ready'])
    expect(await stage('P002')).toMatchObject({ now: 'stage-2', sent: [{}, { meeting: { date: '2026-02-04' } }] })
    expect((await school.tasks('set-meeting')).map(({ state }) => state)).not.toContain('open')
    const { open } = (await school.api('lead', 'GET', 'pupils/P002/attend')).body as { open: object }
    expect(open).toMatchObject({ meetings: [{ date: '2026-02-04', state: 'arranged', stage: 'stage-2' }] })
  })

  test('is not posted with a slot that the panel has moved', async () => {
    const { open } = (await school.api('lead', 'GET', 'pupils/P002/attend')).body as {
      open: { meetings: readonly { id: string }[] }
    }
    const letter = (await letters()).find(({ pupil, kind }) => pupil === 'P002' && kind === 'stage-2')
    await school.api('lead', 'GET', `letters/${letter?.id}/pdf`)
    await school.api('lead', 'POST', `letters/${letter?.id}/release`, { because: 'read and right' })
    const moved = { date: '2026-02-05', time: '14:00', place: 'the library', tell: 'person', because: 'a funeral' }
    await school.api('lead', 'POST', `pupils/P002/attend/meetings/${open.meetings[0]?.id}/rearrange`, moved)
    await school.api('office', 'POST', 'letters/batches')
    await school.clock.to('2026-01-26 16:30')
    expect(shown(await letters())).toContainEqual(['P002', 'stage-2', 'withdrawn'])
    expect(await stage('P002')).toMatchObject({ sent: [{}, { meeting: { movedTo: { date: '2026-02-05' } } }] })
  })
})
