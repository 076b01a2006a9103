/** Calls to the absence line on a school day, through the real functions: by Amazon Connect's own flow, and by Twilio's webhooks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Policy } from '../../academies/policy.ts'
import { type Child, classOf } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'

const BARRED = { priority: 2, contactId: 'C-DAD', mobile: '201', more: { courtRestriction: 'Y', courtRef: 'FD26P1' } }
const NEIGHBOUR = {
  priority: 3,
  contactId: 'C-NEXT',
  mobile: '202',
  more: { parentalResponsibility: 'N', livesWith: 'N', hasCare: 'N' },
}
/** P001 and P002 are sister and brother; a father is barred from P003 by a court, whose neighbour may only be asked to ring. */
const PUPILS: readonly Child[] = classOf('3B').map((child) => {
  if (child.id === 'P001')
    return {
      ...child,
      parents: [{ name: 'Kit Ashdown', mobile: '001', contactId: 'C-MUM' }],
      more: { dateOfBirth: '2017-11-02' },
    }
  if (child.id === 'P002') return { ...child, parents: [{ name: 'Kit Ashdown', mobile: '001', contactId: 'C-MUM' }] }
  if (child.id === 'P003') return { ...child, parents: [{ mobile: '003' }, BARRED, NEIGHBOUR] }
  return child
})
const NAMES = /Amelia|Bilal|Cerys|Dawit|Elsie|Farah|George|Hana|Idris|Jasmin/

const answeredBy = (provider: Policy['line']['provider']) =>
  openSchool({
    pupils: PUPILS,
    change: (loaded) => ({
      ...loaded,
      policy: { ...loaded.policy, line: { ...loaded.policy.line, provider } },
    }),
  })

describe.each(['connect', 'twilio'] as const)('a morning on which %s answers the line', (provider) => {
  let school: School
  beforeAll(async () => {
    school = await answeredBy(provider)
    await school.clock.to('07:50')
  })
  afterAll(() => school.close())

  test('a parent of one reports at 7:50, hears it read back, and the office has it to confirm', async () => {
    const { said, kept } = await school.ringsLine('004', { digits: ['1', '1', '2', '1'] })
    expect(said[0]).toMatch(/^This is the absence line of Springbank Academy\..* ringing about Dawit\?/)
    expect(said.at(-2)).toMatch(
      /^Dawit will be away today, Monday 12 January, and back on Wednesday 14 January\. The reason is illness\./,
    )
    expect(said.at(-1)).toBe('Thank you. The office has your report. Goodbye.')
    expect(kept.reply).toMatchObject({ via: 'line', state: 'proposed', pupils: ['P004'], reading: { code: 'I' } })
    expect(kept.tasks).toMatchObject([{ kind: 'confirm-reply', pupils: ['P004'], urgent: false }])
  })

  test('confirmed by the office before nine it pre-marks both days, by the way every report goes', async () => {
    const { kept } = await school.ringsLine('005', { digits: ['1', '1', '2', '1'] })
    const confirmed = await school.api('office', 'POST', `replies/${kept.reply?.id}/confirm`, {})
    expect(confirmed).toMatchObject({ status: 200, body: { code: 'I', coveredUntil: '2026-01-13' } })
    for (const date of ['2026-01-12', '2026-01-13']) {
      const { body } = await school.api('office', 'GET', `registers/${date}/AM/3b`)
      expect(body).toMatchObject({ marks: { P005: { code: 'I' } } })
    }
    expect(await school.timeline('absence-reported')).toMatchObject([{ pupils: ['P005'], detail: { via: 'line' } }])
  })

  test('a parent of two chooses one by key, both by 9, or one by date of birth', async () => {
    const chosen = async (...digits: readonly string[]) =>
      (await school.ringsLine('001', { digits: [...digits, '1', '1', '1'] })).kept.reply?.pupils.toSorted()
    expect(await chosen('1')).toEqual(['P002'])
    expect(await chosen('9')).toEqual(['P001', 'P002'])
    expect(await chosen('8', '02112017')).toEqual(['P001'])
  })

  test('a reason without a code in the policy leaves the code to staff', async () => {
    const { kept } = await school.ringsLine('006', { digits: ['1', '3', '9', '1'] })
    expect(kept.reply).toMatchObject({ state: 'proposed', reading: { because: ['trouble with transport or travel'] } })
    expect(kept.reply?.reading.code).toBeUndefined()
    const { body } = await school.api('office', 'POST', `replies/${kept.reply?.id}/confirm`, { code: 'Y1' })
    expect(body).toMatchObject({ state: 'confirmed', code: 'Y1' })
  })

  test('any other reason is told in a message, whose words come with the transcript', async () => {
    const { kept } = await school.ringsLine('007', { digits: ['1', '9', '1', '1'], speech: ['her brace has broken'] })
    expect(kept.reply?.state).toBe('proposed')
    expect(kept.account).toContain('“her brace has broken”')
    const { body } = await school.api('office', 'GET', 'replies')
    expect(body).toMatchObject({
      replies: expect.arrayContaining([
        expect.objectContaining({ id: kept.reply?.id, words: expect.stringContaining('her brace has broken') }),
      ]),
    })
  })

  test('hanging up half way loses nothing: it is a partial report, and somebody rings back', async () => {
    const { said, kept } = await school.ringsLine('008', { digits: ['1', '1'], hangUpAfter: 2 })
    expect(said.at(-1)).toMatch(/^For how many school days/)
    expect(kept.reply).toMatchObject({ state: 'unread', pupils: ['P008'], reading: { kind: 'unclear', code: 'I' } })
    expect(kept.account).toContain('Reason: illness.')
    expect(kept.tasks).toMatchObject([{ kind: 'unread', pupils: ['P008'], urgent: true }])
  })

  test('wrong keys and silence are asked again, then a message is taken', async () => {
    const { said, kept } = await school.ringsLine('009', { digits: ['7', '', '6'], leavesMessage: true })
    expect(said.slice(1, 3).every((words) => words.startsWith('Sorry, we did not follow that.'))).toBe(true)
    expect(said[3]).toMatch(/^Sorry, we could not follow\. Please leave a message\./)
    expect(said.at(-1)).toBe('Thank you. Goodbye.')
    expect(kept.tasks).toMatchObject([{ kind: 'unread', pupils: ['P009'] }])
  })

  test('0 puts the caller through to the office; when nobody answers a message is taken', async () => {
    const spoken = await school.ringsLine('010', { digits: ['0'] })
    expect([spoken.did.at(-1), spoken.kept.tasks]).toEqual(['spoke to +441632960123', []])
    const missed = await school.ringsLine('010', { digits: ['0'], officeAnswers: false })
    expect(missed.said.at(-2)).toMatch(/^Sorry, nobody can come to the telephone\. Please leave a message\./)
    expect(missed.kept.tasks).toMatchObject([{ kind: 'unread', pupils: ['P010'] }])
  })

  test.each([
    ['a withheld number', undefined, 'unknown-number'],
    ['a number of nobody', '299', 'unknown-number'],
    ['a neighbour who may only be asked to ring', '202', 'unread'],
  ])('%s leaves a message and hears thank you, and no child’s name', async (_who, from, kind) => {
    const { said, kept } = await school.ringsLine(from, { digits: ['01102017'], speech: ['Cerys is poorly today'] })
    expect(said.join(' ')).not.toMatch(NAMES)
    expect(said.at(-1)).toBe('Thank you. Goodbye.')
    expect(kept.reply).toMatchObject({ state: 'unread' })
    expect(kept.tasks).toMatchObject([{ kind }])
  })

  test('a barred father hears what a stranger hears, changes nothing, and the safeguarding lead is paged', async () => {
    const pagesBefore = (await school.texts('page')).length
    const stranger = await school.ringsLine('298', { digits: ['01102017'] })
    const { said, kept } = await school.ringsLine('201', { digits: ['01102017'], speech: ['Cerys will not be in'] })
    expect(said).toEqual(stranger.said)
    expect(kept.tasks).toMatchObject([{ kind: 'safeguarding', pupils: ['P003'], urgent: true }])
    expect((await school.texts('page')).length).toBeGreaterThan(pagesBefore)
    const { status } = await school.api('office', 'POST', `replies/${kept.reply?.id}/confirm`, { code: 'I' })
    expect(status).toBe(422)
  })

  test('a network that never says that the caller hung up loses nothing: a quarter of an hour later it is heard', async () => {
    const { kept } = await school.ringsLine('008', { digits: ['1', '2'], hangUpAfter: 2, tellsEnd: false })
    expect(kept.reply).toBeNull()
    await school.clock.to('08:06')
    const { body } = await school.api('office', 'GET', 'replies')
    expect(body).toMatchObject({
      replies: expect.arrayContaining([
        expect.objectContaining({
          pupils: ['P008'],
          words: expect.stringContaining('a medical or dental appointment'),
        }),
      ]),
    })
  })

  test('the number that is rung picks the school and its greeting', async () => {
    const { said } = await school.ringsLine('004', { to: '+447700900911' })
    expect(said[0]).toMatch(/^This is the absence line of Hilltop School\. Key in the child’s date of birth/)
  })

  test('a danger word in a message pages the safeguarding lead', async () => {
    const { kept } = await school.ringsLine('297', { digits: ['#'], speech: ['there is a man here with a knife'] })
    expect(kept.tasks).toMatchObject([{ kind: 'safeguarding', doers: ['dsl'] }])
  })

  test('at half past ten nobody is texted whose call waits or was confirmed; the family that hung up is', async () => {
    await school.clock.to('09:05')
    await school.takeRegister('3B', 'AM', { absent: ['P003', 'P004', 'P005', 'P008'] })
    await school.clock.to('10:31')
    const texted = (await school.texts('unreported')).flatMap(({ pupils }) => pupils)
    const held = (await school.tasks('brake')).flatMap(({ pupils }) => pupils)
    expect([...texted, ...held].filter((pupil) => pupil === 'P004' || pupil === 'P005')).toEqual([])
    expect([...texted, ...held]).toContain('P008')
  })
})

test('a webhook that comes twice each time is one call, one reply and one task, by key and in words', async () => {
  const school = await answeredBy('twilio')
  try {
    school.faults({ twice: true })
    const { kept } = await school.ringsLine('004', { digits: ['1', '1', '1', '1'] })
    expect([kept.reply?.state, kept.tasks.length]).toEqual(['proposed', 1])
    expect((await school.timeline('reply-kept')).length).toBe(1)
    const spoken = await school.ringsLine('001', {
      speech: ['Bilal', 'he has a temperature', 'back on Thursday', 'yes'],
    })
    expect(spoken.said.at(-2)).toMatch(
      /^Bilal will be away today, Monday 12 January, and back on Thursday 15 January\./,
    )
    expect(spoken.kept.reply).toMatchObject({ state: 'proposed', pupils: ['P002'], reading: { code: 'I' } })
  } finally {
    await school.close()
  }
})

test('a report of Sunday night is of Monday, and the register of Monday knows of it', async () => {
  const school = await openSchool({ pupils: PUPILS, date: '2026-01-11' })
  try {
    await school.clock.to('20:15')
    const { said, kept } = await school.ringsLine('004', { digits: ['1', '1', '1', '1'] })
    expect(said.at(-2)).toMatch(/^Dawit will be away Monday 12 January, and back on Tuesday 13 January\./)
    expect(kept.reply?.date).toBe('2026-01-12')
    const confirmed = await school.api('office', 'POST', `replies/${kept.reply?.id}/confirm`, {})
    expect(confirmed.status).toBe(200)
    const { body } = await school.api('office', 'GET', 'registers/2026-01-12/AM/3b')
    expect(body).toMatchObject({ marks: { P004: { code: 'I' } } })
  } finally {
    await school.close()
  }
})
