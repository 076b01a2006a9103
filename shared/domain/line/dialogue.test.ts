import { describe, expect, test } from 'vitest'
import { AMELIA, HANGS_UP, keys, play, SIAN, SILENCE, says, someFacts } from '../../../test/support/line-facts.ts'
import { accountOf, dangerSpoken, isReport, readCall } from './account.ts'
import type { Input, LineFacts } from './call.ts'
import { takeInput } from './dialogue.ts'
import { spoken } from './speak.ts'

const one = someFacts()
const two = someFacts({ children: [AMELIA, SIAN] })
const stranger = someFacts({ children: [] })
const withTransfer = (facts: LineFacts, transfer: string): LineFacts => ({
  ...facts,
  policy: { ...facts.policy, line: { ...facts.policy.line, transfer: transfer as 'none' } },
})
const recording = (id: string): Input => ({ kind: 'recording', recording: id })

describe('a parent of one child', () => {
  test('reports an illness of two days in four keys, and hears it read back', () => {
    const { state, heard, last } = play(one, [keys('1'), keys('1'), keys('2'), keys('1')])
    expect(heard[0]).toMatch(/^This is the absence line of Springbank Academy\..* ringing about Amelia\?/)
    expect(heard[3]).toMatch(
      /^Amelia will be away today, Monday 12 January, and back on Wednesday 14 January\. The reason is illness\./,
    )
    expect(heard[4]).toBe('Thank you. The office has your report. Goodbye.')
    expect(last.do).toBe('hang-up')
    expect(state.learned).toMatchObject({ pupils: ['P001'], reason: 'illness', code: 'I', until: '2026-01-13' })
    expect(isReport(state.learned)).toBe(true)
  })
  test('reports in words', () => {
    const { state } = play(one, [says('Yes.'), says('She has a temperature'), says('back on Thursday'), says('yes')])
    expect(state.learned).toMatchObject({
      pupils: ['P001'],
      reason: 'She has a temperature',
      code: 'I',
      until: '2026-01-14',
      confirmed: true,
    })
  })
  test('a spoken reason whose code the school does not propose has none: staff choose it', () => {
    const { state } = play(one, [keys('1'), says('we are going on holiday to Spain'), keys('1'), keys('1')])
    expect(isReport(state.learned)).toBe(true)
    expect(state.learned.code).toBeUndefined()
  })
  test('a reason without a code in the policy is reported without one', () => {
    const { state } = play(one, [keys('1'), keys('3'), keys('1'), keys('1')])
    expect(state.learned.reason).toBe('trouble with transport or travel')
    expect(state.learned.code).toBeUndefined()
  })
  test('tells any other reason in a message, and is still asked how long', () => {
    const { state, heard } = play(one, [keys('1'), keys('9'), recording('RE1'), keys('1'), keys('1')])
    expect(heard[4]).toContain('The reason is what you told us.')
    expect(isReport(state.learned)).toBe(true)
    expect(state.learned.recordings).toEqual(['RE1'])
  })
  test('does not know for how long', () => {
    const { state, heard } = play(one, [keys('1'), keys('1'), keys('9'), keys('1')])
    expect(heard[3]).toContain('You do not know for how long.')
    expect(state.learned.until).toBeUndefined()
    expect(isReport(state.learned)).toBe(true)
  })
  test('begins again when what was read back is wrong; the second answers hold', () => {
    const { state } = play(one, [
      keys('1'),
      keys('1'),
      keys('1'),
      keys('2'),
      keys('1'),
      keys('2'),
      keys('3'),
      keys('1'),
    ])
    expect(state.learned).toMatchObject({ reason: 'a medical or dental appointment', code: 'M', until: '2026-01-14' })
  })
  test('who is not understood a second time is asked to leave a message', () => {
    const wrong = [keys('1'), keys('1'), keys('1'), keys('2')]
    const { last, state } = play(one, [...wrong, ...wrong])
    expect(last).toEqual({ do: 'record', say: ['not-followed', 'leave-message'] })
    expect(isReport(state.learned)).toBe(false)
  })
  test('may add a message to a report', () => {
    const { state } = play(one, [keys('1'), keys('1'), keys('1'), keys('3'), recording('RE2')])
    expect([isReport(state.learned), state.learned.recordings]).toEqual([true, ['RE2']])
  })
  test('who rings about somebody else leaves a message', () => {
    expect(play(one, [keys('2')]).last.do).toBe('record')
  })
  test('hears of a day to come when today is over', () => {
    const { heard } = play(someFacts({ from: '2026-01-13' }), [keys('1'), keys('1'), keys('1')])
    expect(heard[3]).toMatch(/^Amelia will be away Tuesday 13 January, and back on Wednesday 14 January/)
  })
})

describe('a parent of several', () => {
  test('chooses one by key', () => {
    const { heard, state } = play(two, [keys('2')])
    expect(heard[0]).toContain('Press 1 for Amelia. Press 2 for Siân.')
    expect(state.learned.pupils).toEqual(['P002'])
  })
  test.each([
    ['Sian please', ['P002']],
    ['Amelia and Siân', ['P001', 'P002']],
    ['both of them', ['P001', 'P002']],
  ])('chooses by saying "%s"', (words, pupils) => {
    expect(play(two, [says(words)]).state.learned.pupils).toEqual(pupils)
  })
  test('chooses all by 9, who are read back together', () => {
    expect(play(two, [keys('9'), keys('1'), keys('1')]).heard[3]).toMatch(/^Amelia and Siân will be away/)
  })
  test('chooses by date of birth, day first', () => {
    expect(play(two, [keys('8'), keys('01102017')]).state.learned.pupils).toEqual(['P002'])
  })
  test('a date of birth that is none of theirs chooses nobody and is asked again', () => {
    const { state, heard } = play(two, [keys('8'), keys('01012001')])
    expect([state.place, state.learned.pupils, state.learned.birthDate]).toEqual(['birth-date', [], '2001-01-01'])
    expect(heard[2]).toMatch(/^Sorry, we did not follow/)
  })
  test('twins are told apart by no date: a message is left', () => {
    const twins = someFacts({ children: [AMELIA, { ...SIAN, dateOfBirth: AMELIA.dateOfBirth }] })
    expect(play(twins, [keys('8'), keys('02032015')]).last.do).toBe('record')
  })
  test('more children than keys are told apart by date of birth alone', () => {
    const many = someFacts({
      children: Array.from({ length: 9 }, (_, n) => ({
        key: `P${n}`,
        name: `Child${n}`,
        dateOfBirth: `2015-01-0${n + 1}`,
      })),
    })
    const { heard, state } = play(many, [keys('03012015')])
    expect(heard[0]).not.toContain('Child')
    expect(state.learned.pupils).toEqual(['P2'])
  })
})

describe('anybody else', () => {
  test('gives a date of birth, leaves a message and hears thank you', () => {
    const { heard, state } = play(stranger, [keys('01102017'), recording('RE3')])
    expect(heard.at(-1)).toBe('Thank you. Goodbye.')
    expect(state.learned).toMatchObject({ birthDate: '2017-10-01', recordings: ['RE3'], pupils: [] })
  })
  test('may go on without a date', () => {
    expect(play(stranger, [SILENCE]).last.do).toBe('record')
  })
  test('hears the same after the date of a real child as after any other', () => {
    const real = play(stranger, [keys('01102017')]).heard
    expect(play(stranger, [keys('01012001')]).heard).toEqual(real)
  })
})

describe('keys that are none, and silence', () => {
  test('are asked again, and at the third time a message is taken', () => {
    const { heard, last } = play(one, [keys('5'), SILENCE, keys('7')])
    expect(heard.slice(1, 3).every((words) => words.startsWith('Sorry, we did not follow that. Are you ringing'))).toBe(
      true,
    )
    expect(last).toEqual({ do: 'record', say: ['not-followed', 'leave-message'] })
  })
  test('in the message end the call, and what was learned stays', () => {
    const { state, last } = play(one, [keys('1'), keys('1'), SILENCE, SILENCE, SILENCE, SILENCE])
    expect(last.do).toBe('hang-up')
    expect(state.learned).toMatchObject({ pupils: ['P001'], reason: 'illness' })
  })
  test.each([['00'], ['##'], ['12345678'], ['abc'], ['']])('"%s" at a menu is no answer', (pressed) => {
    expect(play(one, [keys('1'), keys(pressed)]).state.place).toBe('reason')
  })
})

test('words are offered only where the network brings them', () => {
  const by = (provider: 'connect' | 'twilio') =>
    play({ ...two, policy: { ...two.policy, line: { ...two.policy.line, provider } } }, [keys('1'), keys('1')]).heard
  expect(by('twilio').every((sentence) => sentence.includes('You may also say'))).toBe(true)
  expect(by('connect').some((sentence) => sentence.includes('You may also say'))).toBe(false)
})

describe('the office', () => {
  test('is reached by 0 at every question, and the call ends when they have spoken', () => {
    const { last, state } = play(one, [keys('1'), keys('0'), { kind: 'transfer', answered: true }])
    expect([last.do, state.learned.office]).toEqual(['hang-up', 'reached'])
  })
  test('that does not answer leaves a message to be taken', () => {
    const { heard } = play(one, [keys('0'), { kind: 'transfer', answered: false }])
    expect(heard.at(-1)).toMatch(/^Sorry, nobody can come to the telephone/)
  })
  test('cannot be asked for where no number is set, and is not offered', () => {
    const without = withTransfer(one, 'none')
    const { heard, state } = play(without, [keys('0')])
    expect([state.place, heard[0]?.includes('Press 0')]).toEqual(['child', false])
  })
})

test('* leaves a message from anywhere', () => {
  for (const before of [[], [keys('1')], [keys('1'), keys('1')]])
    expect(play(one, [...before, keys('*')]).last.do).toBe('record')
})

test('a line that is off says whom to ring and asks nothing', () => {
  const off = { ...one, policy: { ...one.policy, line: { ...one.policy.line, on: false } } }
  expect(play(off, []).heard).toEqual(['This line is not in use. Please ring 01632 960123. Goodbye.'])
})

test('a number that is barred in the middle of a call hears no name again, and leaves a message', () => {
  for (const begun of [[keys('1')], [keys('1'), keys('1')], [keys('1'), keys('1'), keys('1')]]) {
    const turn = takeInput(play(one, begun).state, keys('1'), stranger)
    expect(turn.move.do).toBe('record')
    expect(spoken(turn.move, turn.state, stranger)).not.toContain('Amelia')
  }
})

describe('hanging up half way', () => {
  test('keeps what was said, as something that is no report', () => {
    const { state, last } = play(one, [keys('1'), keys('1'), HANGS_UP])
    expect(last.do).toBe('hang-up')
    expect(isReport(state.learned)).toBe(false)
    expect(accountOf(state.learned, {})).toBe(
      'A call to the absence line that did not come to a confirmed report.\nReason: illness.',
    )
    expect(readCall(state.learned, {}, '2026-01-12', one.policy)).toMatchObject({
      kind: 'unclear',
      code: 'I',
      because: ['illness'],
    })
  })
  test('before read-back is confirmed is no report, however much was told', () => {
    expect(isReport(play(one, [keys('1'), keys('1'), keys('1'), HANGS_UP]).state.learned)).toBe(false)
  })
})

describe('danger words', () => {
  const danger = { replies: { dangerWords: ['not safe'], ownDangerWords: ['knife'] }, translations: {} }
  test('are heard in what is spoken, wherever in the call', () => {
    const { state } = play(one, [says('I am not safe')])
    expect(dangerSpoken(state.learned, {}, danger)).toEqual(['not safe'])
    expect(readCall(state.learned, {}, '2026-01-12', danger).kind).toBe('danger')
  })
  test('are heard in a transcript that comes later, even of a confirmed report', () => {
    const { state } = play(one, [keys('1'), keys('1'), keys('1'), keys('3'), recording('RE1')])
    expect(readCall(state.learned, {}, '2026-01-12', danger).kind).toBe('reason')
    expect(readCall(state.learned, { RE1: 'he has a knife' }, '2026-01-12', danger).kind).toBe('danger')
  })
  test.each(['Help!', 'I am sorry to tell you that Amelia has died', 'he has a kn1fe'])(
    'are read in a transcript by the rules of texts: %s',
    (words) => {
      const { state } = play(one, [keys('1'), keys('1'), keys('1'), keys('3'), recording('RE1')])
      expect(readCall(state.learned, { RE1: words }, '2026-01-12', danger, ['Amelia']).kind).toBe('danger')
    },
  )
})

test('the account of a call holds all it told, its transcripts and what is not transcribed yet', () => {
  const { state } = play(one, [keys('1'), keys('9'), recording('RE1'), keys('2'), keys('3'), recording('RE2')])
  expect(accountOf(state.learned, { RE1: 'her brace broke' }).split('\n')).toEqual([
    'Reported on the absence line, read back and confirmed by the caller.',
    'Reason: told in a message.',
    'Away until 2026-01-13.',
    'Recorded as RE1: “her brace broke”',
    'Recorded as RE2; no transcript yet: listen to it.',
  ])
})
