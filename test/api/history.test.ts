import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSchool, type School } from '../journeys/support/school.ts'

let school: School
beforeEach(async () => {
  school = await openSchool()
})
afterEach(() => school.close())

interface Entry {
  readonly at: string
  readonly kind: string
  readonly detail: Readonly<Record<string, unknown>>
}

const history = async (pupil: string, query = ''): Promise<{ entries: readonly Entry[]; next: string | null }> =>
  (await school.api('office', 'GET', `pupils/${pupil}/chronicle${query}`)).body as never
const REGISTERS = ['register-saved', 'marks-imported']
const marksOf = async (pupil: string) =>
  (await history(pupil)).entries.filter(({ kind }) => REGISTERS.includes(kind)).map(({ detail }) => detail)

/** The class takes its register in Firstbell: all ten present but those named; saved again, only those named are sent. */
const takes = async (session: 'AM' | 'PM', codes: Readonly<Record<string, string>> = {}) => {
  const { version = 0 } = (await school.stack.stores.register(school.academy, '2026-01-12', session, '3b')) ?? {}
  const all = Array.from({ length: 10 }, (_, index) => `P${String(index + 1).padStart(3, '0')}`)
  const present = session === 'AM' ? '/' : '\\'
  const ids = version === 0 ? all : Object.keys(codes)
  const marks = Object.fromEntries(ids.map((id) => [id, { code: codes[id] ?? present }]))
  const path = `registers/2026-01-12/${session}/3b`
  const { status } = await school.api('office', 'PUT', path, { marks, submitted: true }, { 'if-match': `"${version}"` })
  expect(status).toBe(version === 0 ? 201 : 200)
}

describe('a pupil’s history', () => {
  test('has the pupil’s own mark of each class register, where it first stood and where it changed', async () => {
    await school.clock.to('09:05')
    await takes('AM', { P001: 'N' })
    await school.clock.to('09:10')
    await takes('AM', { P001: '/', P002: 'N' })
    await school.clock.to('13:05')
    await takes('PM')
    const place = { class: '3b', date: '2026-01-12', submitted: true }
    expect(await marksOf('P001')).toEqual([
      { ...place, session: 'AM', mark: 'N' },
      { ...place, session: 'AM', mark: '/', was: 'N' },
      { ...place, session: 'PM', mark: '\\' },
    ])
    expect(await marksOf('P003')).toEqual([
      { ...place, session: 'AM', mark: '/' },
      { ...place, session: 'PM', mark: '\\' },
    ])
  })

  test('stands in the order in which it happened, beside what is the pupil’s alone', async () => {
    await school.clock.to('09:05')
    await takes('AM', { P001: 'N' })
    await school.clock.to('09:20')
    await school.arrives('P001')
    const { entries } = await history('P001')
    const kinds = entries.map(({ kind }) => kind)
    expect(kinds.indexOf('register-saved')).toBeLessThan(kinds.indexOf('pupil-arrived'))
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted())
  })

  test('says nothing of another child, in the API or in the timeline of the day', async () => {
    await school.clock.to('09:05')
    await takes('AM', { P001: 'N' })
    await takes('AM', { P001: '/', P002: 'N' })
    const keys = await Promise.all(
      ['P001', 'P002', 'P003'].map((id) => school.stack.stores.roll.keyOf(school.academy, id)),
    )
    const shown = JSON.stringify((await marksOf('P001')).concat(await marksOf('P003')))
    for (const key of keys) expect(shown).not.toContain(`"${key}"`)
    expect(shown).not.toMatch(/P002|P003/)
    const [, again] = await school.timeline('register-saved')
    expect(again?.detail).toMatchObject({ changes: [{ pupil: 'P001' }, { pupil: 'P002' }] })
    expect(again?.detail).not.toHaveProperty('marks')
  })

  test('has the marks that came from the school’s own system', async () => {
    await school.clock.to('09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P001'] })
    expect(await marksOf('P001')).toEqual([{ class: '3b', session: 'AM', date: '2026-01-12', mark: 'N' }])
  })

  test('comes between two dates when asked, and never more than a year at once', async () => {
    await school.clock.to('09:05')
    await school.takeRegister('3B', 'AM')
    await school.clock.to('2026-01-13 09:05')
    await school.takeRegister('3B', 'AM')
    const ofMonday = await history('P001', '?until=2026-01-12')
    expect(ofMonday.entries.every(({ at }) => at.startsWith('2026-01-12'))).toBe(true)
    const ofTuesday = await history('P001', '?from=2026-01-13')
    expect(ofTuesday.entries.map(({ detail }) => detail.date)).toEqual(['2026-01-13'])
    expect((await school.api('office', 'GET', 'pupils/P001/chronicle?from=2020-01-01')).status).toBe(422)
  })
})
