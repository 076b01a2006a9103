import { beforeEach, describe, expect, test } from 'vitest'
import { LetterWorkV1 } from '../../events/letter-work.v1.ts'
import { TextPlannedV1 } from '../../events/text-planned.v1.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { act, aRegister } from '../support/stored-examples.ts'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
  school.at('11:00')
})

const asking = { from: '2026-01-14', until: '2026-01-16', purpose: 'holiday', words: 'To see family', askedBy: 'c101' }
const ask = (more: object = {}, as = 'office', pupil = 'P001') =>
  school.ask(as, 'POST', `pupils/${pupil}/leave-requests`, { ...asking, ...more })
const decide = (id: string, body: object, as = 'head') =>
  school.ask(as, 'POST', `pupils/P001/leave-requests/${id}/decision`, body)
const grant = { decision: 'granted', exceptional: true, because: 'a wedding of the mother', tell: 'person' }
const refuse = { decision: 'refused', because: 'no exceptional circumstances', tell: 'person' }
const open = () => school.stores.open(SCHOOL)
const known = () => school.stores.knownAbsences(SCHOOL, MONDAY)

describe('a request for leave', () => {
  test('is kept in the parent’s words, and the Head is asked, once', async () => {
    const { status, body } = await ask()
    expect([status, body.state, body.words]).toEqual([201, 'asked', 'To see family'])
    expect((await ask()).body.code).toBe('already')
    expect((await open()).tasks).toMatchObject([
      { kind: 'leave-request', about: body.id, doers: ['head'], pupils: ['k01'] },
    ])
    expect((await school.ask('dsl', 'GET', 'pupils/P001/leave-requests')).body.requests).toMatchObject([
      { id: body.id },
    ])
    expect((await school.ask('teacher:t-3b', 'GET', 'pupils/P001/leave-requests')).status).toBe(403)
  })

  test.each([
    [{ until: '2026-01-13' }, 'wrong-shape', 'P001'],
    [{ until: '2027-01-13' }, 'too-long', 'P001'],
    [{ askedBy: 'c112' }, 'sender-barred', 'P002'],
    [{ askedBy: 'c122' }, 'not-entitled', 'P002'],
  ])('with %o is refused', async (wrong, code, pupil) => {
    expect((await ask(wrong, 'office', pupil)).body.code).toBe(code)
  })

  test('is decided by the Head alone, and granted only in exceptional circumstances', async () => {
    const { id } = (await ask()).body
    expect((await decide(id, grant, 'office')).status).toBe(403)
    expect((await decide(id, grant, 'lead')).body.code).toBe('not-yours')
    expect((await decide(id, { ...grant, exceptional: false })).body.code).toBe('wrong-shape')
    expect((await decide(id, { ...grant, because: undefined })).body.code).toBe('wrong-shape')
    expect(await known()).toEqual([])
  })
})

describe('granted', () => {
  test('pre-marks C for the days the Head set, and the register of such a day has it', async () => {
    const { id } = (await ask()).body
    const granted = await decide(id, { ...grant, until: '2026-01-15' })
    expect(granted.body).toMatchObject({ state: 'granted', decision: { because: grant.because, by: 's-head' } })
    expect(await known()).toMatchObject([{ pupil: 'k01', from: '2026-01-14', until: '2026-01-15', code: 'C' }])
    expect((await open()).tasks).toEqual([])
    expect((await open()).refusedLeave).toMatchObject([{ from: '2026-01-16', until: '2026-01-16', purpose: 'holiday' }])
    const { marks } = (await school.ask('office', 'GET', 'registers/2026-01-14/AM/3b')).body
    expect(marks.P001).toMatchObject({ code: 'C' })
    expect(school.acts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['leave-asked', 'leave-granted']))
    expect((await decide(id, refuse)).body.code).toBe('already')
  })

  test('and withdrawn: what it filled in ahead goes, and nobody is asked about those days', async () => {
    const { id } = (await ask()).body
    await decide(id, grant)
    const because = { because: 'The family stays' }
    const gone = await school.ask('office', 'POST', `pupils/P001/leave-requests/${id}/withdraw`, because)
    expect(gone.body).toMatchObject({ state: 'withdrawn', ended: because })
    expect(await known()).toEqual([])
    expect((await open()).refusedLeave).toEqual([])
  })

  test('never for days that have begun, nor for days without school', async () => {
    const late = (await ask({ from: MONDAY })).body.id
    expect((await decide(late, grant)).body.code).toBe('not-in-advance')
    const weekend = (await ask({ from: '2026-01-17', until: '2026-01-18' })).body.id
    expect((await decide(weekend, grant)).body.code).toBe('no-school')
  })
})

describe('a decision that was cut short', () => {
  test('is finished when the Head says the same again, and another word is refused', async () => {
    let isCut = true
    school = await openApiSchool((stores) => ({
      ...stores,
      putKnownAbsence: async (...args) => {
        if (isCut) throw new Error('the line is down')
        return stores.putKnownAbsence(...args)
      },
    }))
    school.at('11:00')
    const { id } = (await ask()).body
    expect((await decide(id, grant)).status).toBe(500)
    isCut = false
    expect((await decide(id, refuse)).body.code).toBe('already')
    expect((await decide(id, { ...grant, until: '2026-01-15' })).body.code).toBe('already')
    expect((await decide(id, grant)).body).toMatchObject({ state: 'granted' })
    expect(await known()).toMatchObject([{ pupil: 'k01', from: '2026-01-14', until: '2026-01-16', code: 'C' }])
    expect((await open()).tasks).toEqual([])
  })
})

describe('the family is told the decision', () => {
  test('by text, in the words of the policy, with the days and never the reason', async () => {
    const { id } = (await ask()).body
    expect((await decide(id, { ...refuse, tell: 'text' })).body.told).toEqual(['c101'])
    const [text, again] = school.world.sent.map(({ message }) => TextPlannedV1.parse(message))
    expect(text).toMatchObject({ kind: 'reply', contactId: 'c101', written: { by: 's-head' } })
    expect(text?.to === 'contact' && text.written?.body).toMatch(/cannot grant.*Amelia.*14 January to .*16 January/)
    expect(JSON.stringify(text)).not.toContain(refuse.because)
    expect(again).toEqual(text)
  })

  test('by letter, one to each parent entitled', async () => {
    await school.stores.saveRegister(
      SCHOOL,
      aRegister({ classId: '3b', date: '2026-01-09', marks: { k01: { code: '/', source: 'teacher' } } }),
      0,
      act('register-saved', { at: '2026-01-09T09:02:00.000Z' }),
    )
    const { id } = (await ask()).body
    const { told } = (await decide(id, { ...grant, tell: 'letter' })).body
    expect(told).toHaveLength(1)
    expect(LetterWorkV1.parse(school.world.sent[0]?.message)).toMatchObject({ do: 'print', letter: told[0] })
    expect([...school.world.kept.values()].join()).toMatch(/granted it from 14.January.2026 to 16.January.2026/)
  })

  test('not while the child is on hold: the decision stands, and whoever decided hears why nobody was told', async () => {
    const { id } = (await ask()).body
    await school.ask('dsl', 'POST', 'pupils/P001/hold', { because: 'refuge', review: '2026-02-02', family: false })
    expect((await decide(id, { ...refuse, tell: 'text' })).body).toMatchObject({
      state: 'refused',
      untold: { code: 'on-hold' },
    })
    expect(school.world.sent).toEqual([])
  })

  test('by no text at night', async () => {
    const { id } = (await ask()).body
    school.at('21:00')
    expect((await decide(id, { ...refuse, tell: 'text' })).body.code).toBe('quiet-hours')
  })
})
