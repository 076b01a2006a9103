/** Two people at one mark. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Stores } from '../../../shared/ports/stores.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../../support/school-api.ts'

let school: ApiSchool
const amend = (as: string, code: string, was?: string | null) =>
  school.ask(as, 'PATCH', `pupils/P001/marks/${MONDAY}/AM`, {
    code,
    because: `${as} heard so`,
    ...(was === undefined ? {} : { was }),
  })
const register = () => school.stores.register(SCHOOL, MONDAY, 'AM', '3b', true)
const amendments = () =>
  school.acts.filter(({ kind }) => kind === 'mark-amended').map(({ by, detail }) => [by, detail?.was, detail?.now])

const open = async (behaving?: (stores: Stores) => Stores) => {
  school = await openApiSchool(behaving)
  school.at('09:05')
  await school.takes('teacher:t-3b', { P001: 'N' })
  school.at('09:30')
}

describe('Case 55: two people who amend the same N', () => {
  beforeEach(() => open())

  test('one after the other: the second is shown the mark that stands, and nothing of theirs is written unasked', async () => {
    expect((await amend('office', 'I', 'N')).status).toBe(200)
    const second = await amend('lead', 'M', 'N')
    expect(second).toMatchObject({ status: 409, body: { code: 'mark-changed', mark: { code: 'I', source: 'office' } } })
    expect((await register())?.marks.k01?.code).toBe('I')
    expect(amendments()).toEqual([['s-office', 'N', 'I']])
  })

  test('the second, who has seen it, may amend it all the same: both amendments are kept', async () => {
    await amend('office', 'I', 'N')
    expect((await amend('lead', 'M', 'I')).status).toBe(200)
    expect((await register())?.marks.k01?.code).toBe('M')
    expect(amendments()).toEqual([
      ['s-office', 'N', 'I'],
      ['s-lead', 'I', 'M'],
    ])
  })

  test('within one second: one is written and the other hears of it', async () => {
    const both = await Promise.all([amend('office', 'I', 'N'), amend('lead', 'M', 'N')])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await register())?.version).toBe(2)
  })

  test('a pupil without a mark is seen as null, and whoever sees a mark that is not there is told so', async () => {
    school.at('13:05')
    const draft = { marks: { P002: { code: '\\' } }, submitted: false }
    await school.ask('office', 'PUT', `registers/${MONDAY}/PM/3b`, draft)
    const afternoon = (was: string | null) =>
      school.ask('office', 'PATCH', `pupils/P001/marks/${MONDAY}/PM`, { code: 'I', because: 'rang', was })
    expect(await afternoon('N')).toMatchObject({ status: 409, body: { code: 'mark-changed', mark: null } })
    expect(await afternoon(null)).toMatchObject({ status: 200 })
  })
})

test('Case 55: a mark that changes between the look at it and the write is a conflict too, not lost', async () => {
  let sneak = async () => undefined as unknown
  await open((stores) => ({
    ...stores,
    saveRegister: async (...given) => {
      const first = sneak
      sneak = async () => undefined
      await first()
      return stores.saveRegister(...given)
    },
  }))
  sneak = async () => {
    const was = await register()
    if (!was) throw new Error('The register was taken')
    const marks = { ...was.marks, k01: { code: 'M', source: 'office' } as const }
    const act = { at: '2026-01-12T09:30:00.000Z', by: 's-lead', kind: 'mark-amended' }
    await school.stores.saveRegister(SCHOOL, { ...was, version: was.version + 1, marks }, was.version, act)
  }
  expect(await amend('office', 'I', 'N')).toMatchObject({ status: 409, body: { mark: { code: 'M' } } })
  expect((await register())?.marks.k01?.code).toBe('M')
})
