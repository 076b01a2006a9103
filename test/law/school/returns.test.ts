/** Returns to the authority that are due although the child is back, or although the code was written late: once for each spell. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Code } from '../../../shared/domain/codes.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { nightAfter, takeDays, weekdaysFrom } from '../../support/class-days.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../../support/school-api.ts'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
})
const due = async () =>
  (await school.ask('office', 'GET', 'returns')).body.returns.map(
    ({ kind, pupil, from, days }: Record<string, unknown>) => [kind, pupil, from, days],
  )
/** Somebody writes a code over what stands, days later. */
const amend = async (dates: readonly string[], code: Code, at: string) => {
  for (const date of dates)
    for (const session of ['AM', 'PM'] as const) {
      const was = await school.stores.register(SCHOOL, date, session, '3b')
      if (!was) throw new Error('The register was taken')
      const marks = { ...was.marks, k01: { code, source: 'office' } as const }
      const next = { ...was, version: was.version + 1, marks }
      await school.stores.saveRegister(SCHOOL, next, was.version, { at, by: 's-office', kind: 'mark-amended' })
    }
}
const night = (date: string) => nightAfter(school.stores, date)

describe('Case 45: ten school days running without leave', () => {
  test('over a half term are one run of ten, asked about once', async () => {
    const days = [...weekdaysFrom('2026-02-03', 9), ...weekdaysFrom('2026-02-23', 1)]
    await takeDays(school.stores, days, { k01: 'O' })
    await night('2026-02-13')
    expect(await due()).toEqual([])
    await night('2026-02-23')
    expect(await due()).toEqual([['absence', 'P001', '2026-02-03', 10]])
  })

  test('of a child who was back before any night saw the tenth day are returned all the same', async () => {
    const days = weekdaysFrom('2026-01-06', 12)
    await takeDays(school.stores, days.slice(0, 10), { k01: 'O' })
    await takeDays(school.stores, days.slice(10))
    for (const date of days.slice(10)) await night(date)
    expect(await due()).toEqual([['absence', 'P001', '2026-01-06', 10]])
  })

  test('of which a day was written down as absence only afterwards are returned then', async () => {
    const days = weekdaysFrom('2026-01-06', 13)
    await takeDays(school.stores, days.slice(0, 4), { k01: 'O' })
    await takeDays(school.stores, days.slice(4, 5), { k01: 'I' })
    await takeDays(school.stores, days.slice(5, 10), { k01: 'O' })
    await takeDays(school.stores, days.slice(10))
    for (const date of days.slice(9, 12)) await night(date)
    expect(await due()).toEqual([])
    await amend(days.slice(4, 5), 'O', `${days[12]}T10:00:00.000Z`)
    await night(days[12] ?? '')
    await night(days[12] ?? '')
    expect(await due()).toEqual([['absence', 'P001', '2026-01-06', 10]])
  })

  test('are one return, also when a mark of their first day is amended after it was asked for', async () => {
    const days = weekdaysFrom('2026-01-06', 13)
    await takeDays(school.stores, days.slice(0, 12), { k01: 'O' })
    await night(days[9] ?? '')
    await amend(days.slice(0, 1), 'I', `${days[12]}T10:00:00.000Z`)
    await takeDays(school.stores, days.slice(12), { k01: 'O' })
    await night(days[12] ?? '')
    expect(await due()).toEqual([['absence', 'P001', '2026-01-06', 10]])
  })

  test('are a return of their own where an earlier spell comes to light after a later one was asked about', async () => {
    const days = weekdaysFrom('2026-01-06', 24)
    await takeDays(school.stores, days.slice(0, 10), { k01: 'I' })
    await takeDays(school.stores, days.slice(10, 12))
    await takeDays(school.stores, days.slice(12, 22), { k01: 'O' })
    await night(days[21] ?? '')
    await amend(days.slice(0, 10), 'G', `${days[22]}T10:00:00.000Z`)
    await takeDays(school.stores, days.slice(22))
    await night(days[22] ?? '')
    expect((await due()).toSorted()).toEqual([
      ['absence', 'P001', '2026-01-06', 10],
      ['absence', 'P001', days[12], 10],
    ])
  })
})

describe('Case 44: fifteen days of illness in a year', () => {
  test('that were written down when the child was back are judged by the next week', async () => {
    const [autumn, spring] = [weekdaysFrom('2025-10-06', 7), weekdaysFrom('2026-01-06', 8)]
    await takeDays(school.stores, autumn, { k01: 'I' })
    await takeDays(school.stores, spring, { k01: 'O' })
    const back = weekdaysFrom(addDays(spring.at(-1) ?? '', 1), 8)
    await takeDays(school.stores, back)
    await night(back[0] ?? '')
    await amend(spring, 'I', `${back[1]}T10:00:00.000Z`)
    for (const date of back.slice(1)) await night(date)
    expect(await due()).toEqual([['sickness', 'P001', '2025-09-01', 15]])
  })
})
