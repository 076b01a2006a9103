/** A school whose own system is asked by Firstbell itself: by night for roll and contacts, on school days for marks, and told what was agreed here. */
import { beforeEach, describe, expect, test } from 'vitest'
import { importFile } from '../../functions/import/use-case.ts'
import { type ExchangeDue, type ExchangePorts, exchange } from '../../shared/mis/exchange.ts'
import type { MisMark, WrittenBack } from '../../shared/ports/mis.ts'
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
      return [{ date: DATE, session: 'AM', class: '3B', pupilId: 'A100', code: 'N' }]
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
