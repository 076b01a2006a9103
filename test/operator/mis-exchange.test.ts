/** A school whose own system is asked by Firstbell itself: by night for roll and contacts, on school days for marks, and told what was agreed here. */
import { beforeEach, describe, expect, test } from 'vitest'
import { importFile } from '../../functions/import/use-case.ts'
import { type ExchangeDue, type ExchangePorts, exchange } from '../../shared/mis/exchange.ts'
import type { MisMark, MisRow, WrittenBack } from '../../shared/ports/mis.ts'
import { type ImportingSchool, importingSchool } from '../support/importing-school.ts'
import { memoryFiles } from '../support/memory-files.ts'
import { springbankPolicy } from '../support/policies.ts'
import { act, DATE, SCHOOL } from '../support/stored-examples.ts'

const NIGHT = `${DATE}T02:00:00.000Z`
const MORNING = `${DATE}T09:20:00.000Z`
const ROLL = {
  pupilId: 'A100',
  forename: 'Amelia',
  surname: 'Example',
  dateOfBirth: '2017-05-04',
  yearGroup: '3',
  class: '3B',
  admitted: '2021-09-02',
}
const CONTACT = { contactId: 'A900', pupilId: 'A100', priority: '1', name: 'Robin Example', relationship: 'Mother' }

let school: ImportingSchool
let now: string
let asked: string[]
let next: { due: ExchangeDue; at: string }[]
let written: (readonly MisMark[])[]
let answers: { readonly school: () => void; readonly marks: () => void; readonly write: () => WrittenBack }
let queued: { readonly path: string }[]
let calls: number
/** What the school's own system says, with when it was last changed there. */
let there: { readonly changed: string; readonly row: MisRow }[]
let files: ReturnType<typeof memoryFiles>['files']

const ports = (): ExchangePorts => ({
  mis: {
    school: async () => {
      answers.school()
      return { roll: [ROLL], contacts: [CONTACT] }
    },
    marksSince: async (since) => {
      answers.marks()
      asked.push(since)
      return there.filter(({ changed }) => changed > since).map(({ row }) => row)
    },
    write: async (marks) => {
      written.push(marks)
      return answers.write()
    },
  },
  stores: school.stores,
  files,
  imports: { send: async (messages) => void queued.push(...(messages as readonly { path: string }[])) },
  ids: { fresh: () => `pulled-${queued.length + 1}` },
  log: { write: () => undefined },
  now: () => now,
  again: async (due, at) => void next.push({ due, at }),
})
const mark = (changed: string, date: string, session: 'AM' | 'PM', code: string) => ({
  changed,
  row: { date, session, class: '3B', pupilId: 'A100', code },
})
/** Each is another call of the day, unless it is said which. */
const at = (moment: string, due: Partial<ExchangeDue> = {}) => {
  now = moment
  return exchange({ academy: SCHOOL, date: DATE, call: calls++, ...due }, ports())
}
const takeFiles = async () => {
  const reports = []
  for (const message of queued.splice(0) as unknown as Parameters<typeof importFile>[0][]) {
    const bytes = (await files.get(message.path)) ?? new Uint8Array()
    reports.push(
      await importFile({ ...message, bytes }, { stores: school.stores, files, log: ports().log, now: () => now }),
    )
  }
  return reports
}
const tasks = async () =>
  (await school.stores.open(SCHOOL, true)).tasks.filter(({ kind }) => kind === 'school-system').map(({ why }) => why)
const publish = (version: string, more: Partial<typeof springbankPolicy.wonde>) => {
  const policy = { ...springbankPolicy, wonde: { ...springbankPolicy.wonde, on: true, ...more } }
  return school.stores.policies.publish(SCHOOL, { version, policy, from: '2025-09-02' }, act())
}

beforeEach(async () => {
  school = await importingSchool()
  files = memoryFiles().files
  ;[asked, next, written, queued] = [[], [], [], []]
  calls = 0
  there = [mark(`${DATE}T09:30:00.000Z`, DATE, 'AM', 'N')]
  answers = { school: () => undefined, marks: () => undefined, write: () => ({ outcome: 'written', reference: 'w1' }) }
  await publish('v2', { show: false })
})

describe('the night', () => {
  test('brings roll and contacts, and marks since yesterday, and has itself called when registers open', async () => {
    expect(await at(NIGHT)).toBe(true)
    expect((await takeFiles()).map(({ file, state }) => [file, state])).toEqual([
      ['roll', 'live'],
      ['contacts', 'live'],
      ['marks', 'live'],
    ])
    expect(asked).toEqual(['2026-01-11T00:00:00.000Z'])
    expect(next).toEqual([{ due: { academy: SCHOOL, date: DATE, since: NIGHT, call: 1 }, at: `${DATE}T09:00:00.000Z` }])
    expect(await tasks()).toEqual([])
  })
  test('shows what a new roll changes before it is applied, where the policy says so, and asks somebody to look', async () => {
    await publish('v3', { show: true })
    await at(NIGHT)
    const [roll] = await takeFiles()
    expect(roll).toMatchObject({ file: 'roll', state: 'held', differences: { counts: { added: 1 } } })
    expect((await school.stores.roll.live(SCHOOL)).classes).toEqual([])
    expect(await tasks()).toEqual([
      expect.stringContaining('roll and contacts of the school’s own system would change'),
    ])
  })
  test('asks nothing of a school that has it off', async () => {
    await publish('v3', { on: false })
    expect([await at(NIGHT), asked, next, queued]).toEqual([false, [], [], []])
  })
  test('without keys, or with a system that is silent, is a task with no word of what was said, and the day goes on', async () => {
    const fails = () => {
      throw new Error('Amelia Example is unknown')
    }
    answers = { ...answers, school: fails, marks: fails }
    expect(await at(NIGHT)).toBe(true)
    const [first = '', second = ''] = await tasks()
    expect([first, second].toSorted()).toEqual([
      expect.stringMatching(/^Marks were not brought/),
      expect.stringMatching(/^Roll and contacts were not brought/),
    ])
    expect(first + second).not.toContain('Amelia')
    // What was not answered is asked for again from where it was.
    expect(next[0]?.due.since).toBe('2026-01-11T00:00:00.000Z')
    await at(NIGHT)
    expect(await tasks()).toHaveLength(2)
  })
})

describe('the school day', () => {
  const SINCE = `${DATE}T09:10:00.000Z`

  test('asks for what changed since the last answer, every so many minutes, and ends with the day', async () => {
    expect(await at(MORNING, { since: SINCE })).toBe(true)
    expect(asked).toEqual([SINCE])
    expect(next).toEqual([
      { due: { academy: SCHOOL, date: DATE, since: MORNING, call: 1 }, at: `${DATE}T09:30:00.000Z` },
    ])
    expect(await at(`${DATE}T17:00:00.000Z`, { since: SINCE })).toBe(false)
    expect(next).toHaveLength(1)
  })
  test('a call that comes too early asks nothing, and has itself called again', async () => {
    expect(await at(`${DATE}T06:00:00.000Z`, { since: NIGHT })).toBe(true)
    expect([asked, next.map(({ due }) => due.since)]).toEqual([[], [NIGHT]])
  })
  test('goes on in one chain, whatever is delivered twice; a process that died before the next call was sent is done again', async () => {
    const send = { call: 3, since: SINCE }
    expect([await at(MORNING, send), await at(MORNING, send), await at(`${DATE}T09:25:00.000Z`, send)]).toEqual([
      true,
      false,
      false,
    ])
    expect([asked, next.map(({ due }) => due.call)]).toEqual([[SINCE], [4]])
    const dies = { ...ports(), again: () => Promise.reject(new Error('killed')) }
    await expect(exchange({ academy: SCHOOL, date: DATE, since: SINCE, call: 4 }, dies)).rejects.toThrow('killed')
    expect(await at(MORNING, { since: SINCE, call: 4 })).toBe(true)
  })
  test('a chain of another date, and a day without school, end', async () => {
    expect(await at(MORNING, { date: '2026-01-11', since: SINCE })).toBe(false)
    expect(await at('2026-01-17T09:30:00.000Z', { date: '2026-01-17', since: '2026-01-17T02:00:00.000Z' })).toBe(false)
    expect([asked, next]).toEqual([[], []])
  })
  test('writes codes agreed here, once; what is refused waits, and is a task', async () => {
    await at(NIGHT)
    await takeFiles()
    const register = await school.stores.register(SCHOOL, DATE, 'AM', '3b')
    const [pupil = ''] = Object.keys(register?.marks ?? {})
    if (!register) throw new Error('The marks made no register')
    const marks = { ...register.marks, [pupil]: { code: 'M' as const, source: 'office' as const } }
    await school.stores.saveRegister(SCHOOL, { ...register, marks }, register.version, act())
    answers = {
      ...answers,
      write: () => ({ outcome: 'refused', why: 'Wonde answered 422: a mark is not one it takes.' }),
    }
    await at(MORNING, { since: SINCE })
    expect(await tasks()).toEqual([expect.stringMatching(/were not written .* Wonde answered 422/)])
    answers = { ...answers, write: () => ({ outcome: 'written', reference: 'w2' }) }
    await at(MORNING, { since: SINCE })
    await at(MORNING, { since: SINCE })
    expect(written.map((each) => each.map(({ code }) => code))).toEqual([['M'], ['M']])
  })
})

describe('nights that fail', () => {
  const FRIDAY = '2026-01-09'
  const fails = () => {
    throw new Error('no answer')
  }
  const nightOf = (date: string) => at(`${date}T02:00:00.000Z`, { date })
  const codeOf = async (date: string, session: 'AM' | 'PM') => {
    const register = await school.stores.register(SCHOOL, date, session, '3b')
    return Object.values(register?.marks ?? {})[0]?.code
  }
  const agree = async (date: string, session: 'AM' | 'PM', code: 'M' | 'I') => {
    const register = await school.stores.register(SCHOOL, date, session, '3b')
    const [pupil = ''] = Object.keys(register?.marks ?? {})
    if (!register) throw new Error('There is no register')
    const marks = { ...register.marks, [pupil]: { code, source: 'office' as const } }
    await school.stores.saveRegister(SCHOOL, { ...register, marks }, register.version, act())
  }
  const isDown = (down: boolean) => {
    answers = down
      ? { school: fails, marks: fails, write: fails }
      : { school: () => undefined, marks: () => undefined, write: () => ({ outcome: 'written', reference: 'w1' }) }
  }

  /** Friday morning was exchanged, its evening was not; Saturday's and Sunday's nights had no answer. */
  beforeEach(async () => {
    await nightOf(FRIDAY)
    there = [mark(`${FRIDAY}T09:10:00.000Z`, FRIDAY, 'AM', 'I')]
    await at(`${FRIDAY}T09:20:00.000Z`, { date: FRIDAY, since: `${FRIDAY}T02:00:00.000Z` })
    await takeFiles()
    await agree(FRIDAY, 'AM', 'M')
    there = [...there, mark(`${FRIDAY}T16:40:00.000Z`, FRIDAY, 'PM', 'O')]
    isDown(true)
    for (const date of ['2026-01-10', '2026-01-11']) expect(await nightOf(date)).toBe(false)
    isDown(false)
    ;[asked, written] = [[], []]
  })

  test('two, and the third brings Friday evening’s marks and writes Friday’s codes; once', async () => {
    expect(await codeOf(FRIDAY, 'PM')).toBeUndefined()
    expect(await at(NIGHT)).toBe(true)
    await takeFiles()
    expect(asked).toEqual([`${FRIDAY}T09:20:00.000Z`])
    expect([await codeOf(FRIDAY, 'AM'), await codeOf(FRIDAY, 'PM')]).toEqual(['M', 'O'])
    expect(written.flat()).toMatchObject([{ date: FRIDAY, session: 'AM', code: 'M' }])
    await nightOf('2026-01-13')
    expect([asked.at(-1), written.length]).toEqual(['2026-01-12T00:00:00.000Z', 1])
  })

  test('whose marks the day brings, where its night had no answer either', async () => {
    isDown(true)
    await at(NIGHT)
    isDown(false)
    const later = next.at(-1)
    expect(later?.due.since).toBe(`${FRIDAY}T09:20:00.000Z`)
    await at(MORNING, { since: later?.due.since ?? '' })
    await takeFiles()
    expect(await codeOf(FRIDAY, 'PM')).toBe('O')
  })

  test('never undo what was agreed here since, which is not written there yet: not even where it is refused', async () => {
    there = [mark(`${FRIDAY}T16:45:00.000Z`, FRIDAY, 'AM', 'I')]
    answers = {
      ...answers,
      write: () => ({ outcome: 'refused', why: 'Wonde answered 422: a mark is not one it takes.' }),
    }
    await at(NIGHT)
    await takeFiles()
    expect(await codeOf(FRIDAY, 'AM')).toBe('M')
    await at(NIGHT)
    expect(written).toHaveLength(2)
  })

  test('bring the same marks twice without a change, and an answer that is imported late undoes no newer one', async () => {
    await at(NIGHT)
    const late = queued.splice(0)
    there = [mark(`${DATE}T09:10:00.000Z`, FRIDAY, 'PM', 'I')]
    await at(MORNING, { since: NIGHT })
    await takeFiles()
    queued = late
    await takeFiles()
    expect(await codeOf(FRIDAY, 'PM')).toBe('I')
    const before = await school.stores.register(SCHOOL, FRIDAY, 'PM', '3b')
    await at(MORNING, { since: NIGHT })
    await takeFiles()
    expect((await school.stores.register(SCHOOL, FRIDAY, 'PM', '3b'))?.marks).toEqual(before?.marks)
  })

  test('for longer than two weeks of school are made up for that far, and the rest is a task', async () => {
    const spring = '2026-01-30'
    await nightOf(spring)
    expect(asked).toEqual(['2026-01-16T00:00:00.000Z'])
    expect(await tasks()).toContainEqual(
      expect.stringMatching(/before Friday 16 January and were not brought .* as a file/),
    )
  })

  test('are written for by the first that has an answer, also when that is more than a week later', async () => {
    await nightOf('2026-01-21')
    expect(written.flat()).toMatchObject([{ date: FRIDAY, session: 'AM', code: 'M' }])
  })
})
