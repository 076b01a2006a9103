import { beforeEach, describe, expect, test } from 'vitest'
import { OnSiteAnswer, TextNowAnswer } from '../../events/api/site-answers.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { act } from '../support/stored-examples.ts'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
  school.at('09:05')
  await school.takes('office', { P001: 'N', P002: 'N' })
  school.at('09:40')
})

const missing = async (pupilId: string) => {
  const pupil = (await school.stores.roll.keyOf(SCHOOL, pupilId)) ?? ''
  await school.stores.setStanding(
    SCHOOL,
    { pupil, classId: '3b', date: MONDAY, vulnerable: false },
    'AM',
    { standing: 'unexplained', since: '2026-01-12T09:15:00.000Z' },
    undefined,
    [],
    act(),
  )
  return pupil
}

describe('who is on the site', () => {
  const whereIs = async (pupil: string) => {
    const { classes } = OnSiteAnswer.parse((await school.ask('office', 'GET', 'on-site')).body)
    return classes.flatMap(({ pupils }) => pupils).find(({ id }) => id === pupil)
  }

  test('a child who signs out is not looked for, and is again when they come back or a register is saved', async () => {
    const leave = { at: '2026-01-12T09:30:00Z', because: 'To the dentist' }
    expect(await whereIs('P003')).toMatchObject({ is: 'in' })
    expect((await school.ask('office', 'POST', 'pupils/P003/departures', leave)).status).toBe(201)
    expect(await whereIs('P003')).toMatchObject({ is: 'left', at: '09:30' })
    await school.ask('office', 'POST', 'pupils/P001/arrivals', { at: '2026-01-12T09:35:00Z' })
    expect(await whereIs('P003')).toMatchObject({ is: 'left' })
    await school.ask('office', 'POST', 'pupils/P003/arrivals', { at: '2026-01-12T09:38:00Z' })
    expect(await whereIs('P003')).toMatchObject({ is: 'in' })
    expect(await whereIs('P001')).toMatchObject({ is: 'in' })
    expect(await whereIs('P002')).toMatchObject({ is: 'away', why: 'Reason not yet established' })
  })

  test('a teacher does not see every child of the school', async () => {
    expect((await school.ask('teacher', 'GET', 'on-site')).status).toBe(403)
  })
})

describe('a text before its hour', () => {
  const ask = async (...pupils: readonly string[]) => {
    const { status, body } = await school.ask('office', 'POST', `days/${MONDAY}/texts`, { pupils })
    return { status, body }
  }

  test('is wished for on the card, by name of who wished it, and the day is judged', async () => {
    const pupil = await missing('P001')
    const { status, body } = await ask('P001')
    expect(status).toBe(202)
    expect(TextNowAnswer.parse(body)).toMatchObject({ asked: [{ id: 'P001' }], not: [] })
    expect((await school.stores.card(SCHOOL, MONDAY, pupil))?.sessions.AM).toMatchObject({ textNow: true })
    expect(school.acts.at(-1)).toMatchObject({ kind: 'text-asked-for', by: 's-office', look: true })
  })

  test('is not for a child who is accounted for, or whose family is on hold', async () => {
    const pupil = await missing('P001')
    await school.ask('lead', 'POST', 'pupils/P001/hold', { because: 'bereaved', review: '2026-01-19' })
    const { body } = await ask('P001', 'P003')
    expect(TextNowAnswer.parse(body)).toMatchObject({
      asked: [],
      not: [
        { id: 'P001', why: expect.stringContaining('hold') },
        { id: 'P003', why: expect.stringContaining('not missing') },
      ],
    })
    expect((await school.stores.card(SCHOOL, MONDAY, pupil))?.sessions.AM?.textNow).toBeUndefined()
  })

  test('is refused before the register has closed and once it could not be of use', async () => {
    await missing('P001')
    school.at('09:10')
    expect((await ask('P001')).body.code).toBe('too-soon')
    school.at('12:05')
    expect((await ask('P001')).body.code).toBe('too-late')
  })
})
