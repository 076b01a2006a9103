import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { ConnectAnswerV1 } from '../../events/hooks/connect.ts'
import { callSid, contactId, DAD, type Line, MUM, NEIGHBOUR, NOBODY, openLine } from '../../test/support/line-school.ts'
import { act } from '../../test/support/stored-examples.ts'

let line: Line
beforeAll(async () => {
  line = await openLine()
})

const SCHOOL = 'springbank'
const RECORDING = `RE${'0'.repeat(31)}1`
const begin = { CallStatus: 'ringing' }
const told = (n: number, as: string) => ({
  message: { academy: SCHOOL, call: n < 100 ? callSid(n) : contactId(n), as },
})
const toldOf = (id: string) =>
  line.sent
    .filter(({ message }) => (message as { call: string }).call === id)
    .map(({ message, delaySeconds }) => [(message as { as: string }).as, delaySeconds])

describe('Twilio', () => {
  test('is told what to say and where the next key goes, in its markup', async () => {
    const { status, body } = await line.twilio(1, undefined, begin, { from: DAD })
    expect(status).toBe(200)
    expect(body).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?><Response><Gather [^>]*numDigits="1"/)
    expect(body).toContain('action="/hooks/twilio/voice?step=1" method="POST"')
    expect(body).toMatch(/Are you ringing about Amelia\?.*<\/Say><\/Gather><\/Response>$/)
  })
  test('takes a report key by key, and the office is told when it is over', async () => {
    await line.twilio(2, undefined, begin)
    const steps = ['1', '1', '2', '1']
    const bodies: string[] = []
    for (const [index, Digits] of steps.entries()) bodies.push((await line.twilio(2, index + 1, { Digits })).body)
    expect(bodies[2]).toContain('Amelia will be away today, Monday 12 January, and back on Wednesday 14 January.')
    expect(bodies[3]).toMatch(/<Say language="en-GB">Thank you\. .*<\/Say><Hangup\/>/)
    const kept = await line.stores.line.call(SCHOOL, callSid(2))
    expect(kept).toMatchObject({ from: MUM, about: '2026-01-12', state: { place: 'over' } })
    expect(kept?.state.learned).toMatchObject({ pupils: ['P001'], code: 'I', until: '2026-01-13', confirmed: true })
    // The one held back ends a call of which nobody said that it is over.
    expect(toldOf(callSid(2))).toEqual([
      ['check', 900],
      ['end', 0],
    ])
  })
  test('a webhook that is repeated changes nothing and is answered as it was', async () => {
    await line.twilio(3, undefined, begin)
    const first = await line.twilio(3, 1, { Digits: '2' })
    const kept = await line.stores.line.call(SCHOOL, callSid(3))
    expect((await line.twilio(3, 1, { Digits: '2' })).body).toBe(first.body)
    // Even one that says otherwise: the step is taken.
    expect((await line.twilio(3, 1, { Digits: '1' })).body).toBe(first.body)
    expect(await line.stores.line.call(SCHOOL, callSid(3))).toEqual(kept)
    expect((await line.twilio(3, undefined, begin)).body).toContain('Press 1 for Amelia. Press 2 for Siân.')
    expect(await line.stores.line.call(SCHOOL, callSid(3))).toEqual(kept)
  })
  test('the same step twice at once is taken once', async () => {
    await line.twilio(4, undefined, begin)
    const both = await Promise.all([line.twilio(4, 1, { Digits: '1' }), line.twilio(4, 1, { Digits: '1' })])
    expect(both[0].body).toBe(both[1].body)
    expect((await line.stores.line.call(SCHOOL, callSid(4)))?.state.step).toBe(1)
  })
  test('speech is taken as the network understood it', async () => {
    await line.twilio(5, undefined, begin)
    await line.twilio(5, 1, { SpeechResult: 'Siân please', Confidence: '0.91' })
    expect((await line.stores.line.call(SCHOOL, callSid(5)))?.state.learned.pupils).toEqual(['P002'])
  })
  test('silence is asked again', async () => {
    await line.twilio(6, undefined, begin)
    expect((await line.twilio(6, 1, { Digits: '' })).body).toContain('Sorry, we did not follow that.')
  })
  test('a message is recorded, its transcript kept when it comes, and told again', async () => {
    const { body } = await line.twilio(7, undefined, begin, { from: NOBODY })
    expect(body).toContain('numDigits="8"')
    expect((await line.twilio(7, 1, { Digits: '01102017' }, { from: NOBODY })).body).toMatch(
      /<Record [^>]*transcribeCallback="\/hooks\/twilio\/voice\?step=transcript"[^>]*\/><Redirect method="POST">\/hooks\/twilio\/voice\?step=2<\/Redirect>/,
    )
    const recorded = { RecordingSid: RECORDING, RecordingDuration: '9', Digits: '#', RecordingUrl: 'https://x.example' }
    expect((await line.twilio(7, 2, recorded, { from: NOBODY })).body).toContain('>Thank you. Goodbye.</Say><Hangup/>')
    const words = { RecordingSid: RECORDING, TranscriptionStatus: 'completed', TranscriptionText: 'my daughter is ill' }
    expect((await line.twilio(7, 'transcript', words, { from: NOBODY })).status).toBe(204)
    expect((await line.twilio(7, 'transcript', words, { from: NOBODY })).status).toBe(204)
    expect((await line.stores.line.call(SCHOOL, callSid(7)))?.transcripts).toEqual({
      [RECORDING]: 'my daughter is ill',
    })
    expect(line.sent).toContainEqual({ ...told(7, 'transcript'), delaySeconds: 0 })
  })
  test('whoever rings off while recording has still left a message', async () => {
    await line.twilio(8, undefined, begin, { from: NOBODY })
    await line.twilio(8, 1, { Digits: '' }, { from: NOBODY })
    await line.twilio(
      8,
      2,
      { CallStatus: 'completed', Digits: 'hangup', RecordingSid: RECORDING, RecordingDuration: '4' },
      { from: NOBODY },
    )
    expect((await line.stores.line.call(SCHOOL, callSid(8)))?.state.learned.recordings).toEqual([RECORDING])
  })
  test('a recording that comes after the news that the caller rang off is the call’s all the same, once, and told on', async () => {
    await line.twilio(12, undefined, begin, { from: NOBODY })
    await line.twilio(12, 1, { Digits: '' }, { from: NOBODY })
    await line.twilio(12, undefined, { CallStatus: 'completed', CallDuration: '9' }, { from: NOBODY })
    const before = toldOf(callSid(12)).length
    const left = { CallStatus: 'completed', Digits: 'hangup', RecordingSid: RECORDING, RecordingDuration: '4' }
    for (const again of [1, 2]) {
      const { body } = await line.twilio(12, 2, left, { from: NOBODY })
      expect(body, `${again}`).toMatch(/Hangup/)
    }
    expect((await line.stores.line.call(SCHOOL, callSid(12)))?.state).toMatchObject({
      place: 'over',
      learned: { recordings: [RECORDING] },
    })
    expect(toldOf(callSid(12)).slice(before)).toContainEqual(['end', 0])
  })
  test('a recording of a step that was taken already is kept, and the conversation goes on where it was', async () => {
    await line.twilio(13, undefined, begin)
    await line.twilio(13, 1, { Digits: '1' })
    const said = await line.twilio(13, 2, { Digits: '1' })
    const late = { CallStatus: 'in-progress', RecordingSid: RECORDING, RecordingDuration: '4' }
    expect((await line.twilio(13, 2, late)).body).toBe(said.body)
    expect((await line.stores.line.call(SCHOOL, callSid(13)))?.state).toMatchObject({
      place: 'days',
      learned: { recordings: [RECORDING] },
    })
  })
  test('ringing off ends the call wherever it is, and what was told is told on', async () => {
    await line.twilio(9, undefined, begin)
    await line.twilio(9, 1, { Digits: '1' })
    await line.twilio(9, undefined, { CallStatus: 'completed', CallDuration: '14' })
    expect((await line.stores.line.call(SCHOOL, callSid(9)))?.state).toMatchObject({
      place: 'over',
      learned: { pupils: ['P001'], confirmed: false },
    })
    expect(toldOf(callSid(9)).at(-1)).toEqual(['end', 0])
  })
  test('0 puts the caller through; nobody answering leads to a message', async () => {
    await line.twilio(10, undefined, begin)
    expect((await line.twilio(10, 1, { Digits: '0' })).body).toMatch(
      /<Dial timeout="20" action="\/hooks\/twilio\/voice\?step=2" method="POST"><Number>\+441632960123<\/Number><\/Dial>/,
    )
    expect((await line.twilio(10, 2, { DialCallStatus: 'no-answer' })).body).toContain('<Record ')
  })
  test('a danger word is told on at once, before the call is over', async () => {
    await line.twilio(11, undefined, begin)
    await line.twilio(11, 1, { SpeechResult: 'we are not safe here' })
    expect(toldOf(callSid(11))).toContainEqual(['danger', 0])
  })
  test.each([
    ['anonymous', 'stranger'],
    ['+266696687', 'stranger'],
    ['Restricted', 'stranger'],
    ['', 'stranger'],
  ])('a number withheld as %j is nobody’s', async (from) => {
    const n = 20 + from.length
    expect((await line.twilio(n, undefined, begin, { from })).body).not.toMatch(/Amelia|Siân/)
    expect((await line.stores.line.call(SCHOOL, callSid(n)))?.from).toBeUndefined()
  })
  test.each([
    ['wrong', 'AAAAAAAAAAAAAAAAAAAAAAAAAAA='],
    ['missing', ''],
  ])('a signature that is %s opens nothing', async (_what, signature) => {
    expect((await line.twilio(40, undefined, begin, { signature })).status).toBe(401)
    expect(await line.stores.line.call(SCHOOL, callSid(40))).toBeUndefined()
  })
  describe('that proves itself and is not as documented is kept whole, and', () => {
    const unreadOf = (words: string) => line.unread.filter((each) => JSON.stringify(each).includes(words))

    test.each([
      ['a key that is none', 50, { Digits: 'drop table' }],
      ['more words than anybody says', 51, { SpeechResult: 'well '.repeat(1200) }],
      ['a number that rings and is none', 52, { From: 'sip:somebody@'.padEnd(60, 'x') }],
    ])('the conversation goes on after %s', async (_what, n, fields) => {
      await line.twilio(n, undefined, begin)
      const before = line.unread.length
      const { status, body } = await line.twilio(n, 1, fields)
      expect([status, line.unread.length]).toEqual([200, before + 1])
      expect(body).toContain('Sorry, we did not follow that.')
      expect((await line.twilio(n, 2, { Digits: '1' })).body).toContain('action="/hooks/twilio/voice?step=3"')
      expect(line.logged.join()).not.toMatch(/drop table|somebody@/)
    })
    test('danger is heard in what of it can be read', async () => {
      await line.twilio(53, undefined, begin)
      await line.twilio(53, 1, { SpeechResult: `we are not safe here ${'please '.repeat(1000)}` })
      expect(toldOf(callSid(53))).toContainEqual(['danger', 0])
    })
    test('what was recorded is the call’s, however long it is said to be', async () => {
      await line.twilio(70, undefined, begin, { from: NOBODY })
      await line.twilio(70, 1, { Digits: '' }, { from: NOBODY })
      await line.twilio(70, 2, { RecordingSid: RECORDING, RecordingDuration: 'nine' }, { from: NOBODY })
      expect((await line.stores.line.call(SCHOOL, callSid(70)))?.state.learned.recordings).toEqual([RECORDING])
    })
    test.each([
      ['a call without an id', undefined, { CallSid: 'x' }],
      ['a number rung that is none', undefined, { To: 'sip:a@b' }],
      ['an address that is not ours', 'unread', { CallStatus: 'in-progress' }],
    ] as const)('%s leaves a message, which comes back to be kept whole too', async (_what, step, fields) => {
      const { status, body } = await line.twilio(71, step, fields)
      expect(status).toBe(200)
      expect(body).toMatch(/<Say [^>]*>Sorry, something is wrong with this line\..*<\/Say><Record [^>]*\/><Hangup\/>/)
      expect(body).toContain('transcribeCallback="/hooks/twilio/voice?step=unread"')
      const [, next] = /action="\/hooks\/twilio\/voice\?step=(\w+)"/.exec(body) ?? []
      expect(next).toBe('unread')
      const recording = { ...fields, RecordingSid: RECORDING, RecordingDuration: '9' }
      expect((await line.twilio(71, 'unread', recording)).body).toContain('>Thank you. Goodbye.</Say><Hangup/>')
      const words = { ...recording, TranscriptionStatus: 'completed', TranscriptionText: `ill ${Object.keys(fields)}` }
      await line.twilio(71, 'unread', words)
      expect(unreadOf(new URLSearchParams({ TranscriptionText: words.TranscriptionText }).toString())).toHaveLength(1)
      expect(line.logged.join()).not.toContain('ill CallSid')
    })
  })
  describe('the words of a recording', () => {
    const words = { RecordingSid: RECORDING, TranscriptionStatus: 'completed', TranscriptionText: 'his dad is ill' }
    test('of which the network never said that it was made are the call’s all the same', async () => {
      await line.twilio(80, undefined, begin, { from: NOBODY })
      expect((await line.twilio(80, 'transcript', words, { from: NOBODY })).status).toBe(204)
      expect(await line.stores.line.call(SCHOOL, callSid(80))).toMatchObject({
        state: { learned: { recordings: [RECORDING] } },
        transcripts: { [RECORDING]: 'his dad is ill' },
      })
      expect(toldOf(callSid(80))).toContainEqual(['transcript', 0])
    })
    test.each([
      ['of a call that nobody knows', 81, words],
      ['longer than anybody speaks', 80, { ...words, TranscriptionText: 'ill '.repeat(6000) }],
    ])('%s are kept whole for the operator', async (_what, n, fields) => {
      const before = line.unread.length
      expect((await line.twilio(n, 'transcript', fields)).status).toBe(204)
      expect(line.unread.slice(before)).toMatchObject([{ route: 'POST /hooks/twilio/voice' }])
      expect(JSON.stringify(line.unread.at(-1))).toContain('ill')
      expect(line.logged.join()).not.toContain('dad')
    })
  })
  test('a number of no academy says so, with an alarm', async () => {
    const { body } = await line.twilio(42, undefined, begin, { to: '+447700900998' })
    expect(body).toContain('This number is not in use. Goodbye.</Say><Hangup/>')
    expect(line.logged.join()).toContain('LINE_UNKNOWN_ACADEMY')
  })
})

describe('Amazon Connect', () => {
  const ask = async (n: number, parameters: Readonly<Record<string, string>>, from: string | null = MUM) =>
    ConnectAnswerV1.parse(await line.connect(n, parameters, from))

  test('gets flat strings, never null, and brings back the step it was given', async () => {
    const first = await line.connect(101, { heard: 'begin', step: '', keys: '' }, DAD)
    expect(first).toEqual({
      next: 'key',
      step: '1',
      transferTo: '',
      say: expect.stringContaining('Are you ringing about Amelia?'),
    })
    expect(await ask(101, { heard: 'keys', step: '1', keys: '1' }, DAD)).toMatchObject({ next: 'key', step: '2' })
  })
  test('takes a report, once for each step however often its flow asks', async () => {
    await ask(102, { heard: 'begin' })
    for (const [index, keys] of ['2', '2', '1'].entries())
      for (const _ of [1, 2]) await ask(102, { heard: 'keys', step: String(index + 1), keys })
    expect(await ask(102, { heard: 'keys', step: '4', keys: '1' })).toMatchObject({ next: 'hang-up' })
    expect((await line.stores.line.call(SCHOOL, contactId(102)))?.state.learned).toMatchObject({
      pupils: ['P002'],
      code: 'M',
      until: '2026-01-12',
      confirmed: true,
    })
  })
  test('"Timeout" is silence', async () => {
    await ask(103, { heard: 'begin' })
    expect((await ask(103, { heard: 'keys', step: '1', keys: 'Timeout' })).say).toMatch(/^Sorry/)
  })
  test('puts through, records, and tells when the caller rang off', async () => {
    await ask(104, { heard: 'begin' })
    expect(await ask(104, { heard: 'keys', step: '1', keys: '0' })).toMatchObject({
      next: 'transfer',
      transferTo: '+441632960123',
    })
    expect(await ask(104, { heard: 'unanswered', step: '2' })).toMatchObject({ next: 'record' })
    expect(await ask(104, { heard: 'recording', step: '3' })).toMatchObject({ next: 'hang-up' })
    await ask(104, { heard: 'transcript', words: 'he is ill' })
    const kept = await line.stores.line.call(SCHOOL, contactId(104))
    expect([kept?.state.learned.recordings, kept?.transcripts]).toEqual([
      [contactId(104)],
      { [contactId(104)]: 'he is ill' },
    ])
    await ask(199, { heard: 'transcript', words: 'she is at her gran’s' })
    expect(line.unread.at(-1)).toMatchObject({ route: 'Amazon Connect', body: expect.stringContaining('gran’s') })
    await ask(105, { heard: 'begin' })
    await ask(105, { heard: 'hang-up' })
    expect((await line.stores.line.call(SCHOOL, contactId(105)))?.state.place).toBe('over')
  })
  test.each([
    ['a neighbour who may only be asked to ring', NEIGHBOUR],
    ['a withheld number', null],
    ['a number of nobody', NOBODY],
  ])('%s hears no name', async (_who, from) => {
    const n = 110 + String(from).length + (from === NEIGHBOUR ? 1 : 0)
    const said = [
      await ask(n, { heard: 'begin' }, from),
      await ask(n, { heard: 'keys', step: '1', keys: '02032015' }, from),
    ]
    expect(said.map(({ next }) => next)).toEqual(['date', 'record'])
    expect(said.map(({ say }) => say).join()).not.toMatch(/Amelia|Siân/)
  })
  test('a father hears of the child he may hear of, and of no other', async () => {
    const { say } = await ask(130, { heard: 'begin' }, DAD)
    expect([say.includes('Amelia'), say.includes('Siân')]).toEqual([true, false])
  })
  test.each([
    ['a flow that says nothing of what it heard', {}],
    ['a word that no flow of ours says', { heard: 'sneeze' }],
    ['a step that is no number', { heard: 'keys', step: 'two' }],
  ])('%s is refused, which sends the flow down its branch for errors', async (_what, parameters) => {
    await expect(line.connect(140, parameters)).rejects.toThrow(RangeError)
  })
})

describe('the day that a call is about', () => {
  const about = async (n: number, at: string, from = MUM) => {
    line.turnTo(at)
    await line.connect(n, { heard: 'begin' }, from)
    return (await line.stores.line.call(SCHOOL, contactId(n)))?.about
  }
  test('is today while school lasts, and the next school day once it is over', async () => {
    expect(await about(150, '2026-01-12T15:10:00.000Z')).toBe('2026-01-12')
    expect(await about(151, '2026-01-12T18:00:00.000Z')).toBe('2026-01-13')
  })
  test('is Monday for a call on a Friday evening or a Sunday', async () => {
    expect(await about(152, '2026-01-16T18:00:00.000Z')).toBe('2026-01-19')
    expect(await about(153, '2026-01-18T12:00:00.000Z')).toBe('2026-01-19')
  })
  test('is today, however late, for whoever’s child is missing today', async () => {
    const card = { pupil: 'P001', classId: '7a', date: '2026-01-20', vulnerable: false }
    const since = '2026-01-20T09:15:00.000Z'
    await line.stores.setStanding(SCHOOL, card, 'AM', { standing: 'unexplained', since }, undefined, [], act())
    expect(await about(154, '2026-01-20T18:00:00.000Z')).toBe('2026-01-20')
    expect(await about(155, '2026-01-20T18:00:00.000Z', NOBODY)).toBe('2026-01-21')
  })
})

test('no line of the log gives anybody away', () => {
  expect(line.logged.length).toBeGreaterThan(20)
  expect(line.logged.join()).not.toMatch(/Amelia|Siân|7700900|Springbank|not safe|my daughter/)
})

test('whatever a proved webhook says, the caller is answered, nothing is dropped, and a stranger hears no name', async () => {
  let n = 1000
  const anyField = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('1', '#', 'hangup', RECORDING, 'completed'),
  )
  const names = fc.constantFrom(
    'Digits',
    'SpeechResult',
    'RecordingSid',
    'RecordingDuration',
    'DialCallStatus',
    'CallStatus',
    'To',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(names, anyField), { maxLength: 4 }),
      fc.constantFrom(NOBODY, NEIGHBOUR, 'anonymous', '', '+266696687'),
      async (posts, from) => {
        const call = ++n
        await line.twilio(call, undefined, begin, { from })
        for (const [index, fields] of posts.entries()) {
          const { status, body } = await line.twilio(call, index + 1, fields, { from })
          expect([status, body.startsWith('<?xml')]).toEqual([200, true])
          expect(body).not.toMatch(/Amelia|Siân/)
          expect(body).toMatch(/<(Gather|Record|Dial|Hangup)\b/)
        }
        expect(
          (await line.twilio(call, 'transcript', { RecordingSid: RECORDING, ...posts[0] }, { from })).status,
        ).toBeLessThan(300)
      },
    ),
    { numRuns: 30 },
  )
})
