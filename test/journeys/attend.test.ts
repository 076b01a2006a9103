/** One child's way from an absence too many to a meeting with the family, through the night, the API and the texts of a real school. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSchool, type School } from './support/school.ts'

let school: School
beforeAll(async () => {
  school = await openSchool({
    date: '2026-01-12',
    change: (loaded) => ({
      ...loaded,
      policy: { ...loaded.policy, thresholds: { ...loaded.policy.thresholds, minimumSessions: 2 } },
    }),
  })
})
afterAll(() => school.close())

test('a child below 90% is absent: a panel is proposed, arranged, told, reminded of, held, and all of it is kept', async () => {
  await school.clock.to('08:55')
  await school.rings('P001')
  await school.clock.to('09:05')
  await school.takeRegister('3B', 'AM', { marks: { P001: 'I' } })
  await school.clock.to('13:05')
  await school.takeRegister('3B', 'PM', { marks: { P001: 'I' } })
  await school.clock.to('2026-01-13 07:30')
  expect(await school.tasks('attend-panel')).toMatchObject([{ pupils: ['P001'], state: 'open', doers: ['lead'] }])

  await school.clock.to('2026-01-13 10:00')
  const slot = { date: '2026-01-15', time: '14:00', place: 'in the library', tell: 'text' }
  const arranged = await school.api('lead', 'POST', 'pupils/P001/attend/meetings', slot)
  expect(arranged.status).toBe(201)
  const { id } = (arranged.body as { meeting: { id: string } }).meeting
  const [invitation] = await school.texts('reminder')
  expect(invitation?.body).toContain('Thursday 15 January at 2:00pm, in the library')
  expect((await school.tasks('attend-panel')).map(({ state }) => state)).not.toContain('open')

  await school.clock.to('2026-01-14 15:59')
  expect(await school.texts('reminder')).toHaveLength(1)
  await school.clock.to('2026-01-14 16:01')
  const texts = await school.texts('reminder')
  expect(texts).toHaveLength(2)
  expect(texts.at(-1)?.body).toContain('our meeting about')

  await school.clock.to('2026-01-16 09:20')
  expect(await school.tasks('attend-meeting')).toMatchObject([{ pupils: ['P001'], state: 'open' }])
  const held = { outcome: 'not-attended', minutes: 'Nobody came; rang, no answer.', dutyExplained: false }
  expect((await school.api('lead', 'POST', `pupils/P001/attend/meetings/${id}/outcome`, held)).status).toBe(200)
  expect((await school.tasks('attend-meeting')).map(({ state }) => state)).not.toContain('open')
  const minutesFor = async (role: string) =>
    JSON.stringify((await school.api(role, 'GET', 'pupils/P001/chronicle')).body).includes('no answer')
  expect([await minutesFor('lead'), await minutesFor('office')]).toEqual([true, false])
  const kinds = (await school.timeline()).filter(({ pupils }) => pupils.includes('P001')).map(({ kind }) => kind)
  expect(kinds).toEqual(
    expect.arrayContaining(['panel-proposed', 'meeting-arranged', 'text-claimed', 'meeting-not-attended']),
  )
})
