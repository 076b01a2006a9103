import { beforeEach, describe, expect, test } from 'vitest'
import { importFile } from '../../functions/import/use-case.ts'
import { pullMarks, pullSchool } from '../../shared/mis/pull.ts'
import { writeBack } from '../../shared/mis/write-back.ts'
import type { Mis, MisMark, WrittenBack } from '../../shared/ports/mis.ts'
import { type ImportingSchool, importingSchool, NOW } from '../support/importing-school.ts'
import { memoryFiles } from '../support/memory-files.ts'
import { act, DATE, SCHOOL } from '../support/stored-examples.ts'

const ROLL = {
  pupilId: 'A100',
  forename: 'Amelia',
  surname: 'Example',
  dateOfBirth: '2017-05-04',
  yearGroup: '3',
  class: '3B',
  admitted: '2021-09-02',
}
const CONTACT = {
  contactId: 'A900',
  pupilId: 'A100',
  priority: '1',
  name: 'Robin Example',
  relationship: 'Mother',
  mobile: '07700 900101',
}

let school: ImportingSchool
let written: MisMark[][]
let answer: () => WrittenBack
const mis: Mis = {
  school: async () => ({ roll: [ROLL], contacts: [CONTACT] }),
  marksSince: async () => [{ date: DATE, session: 'AM', class: '3B', pupilId: 'A100', code: 'N' }],
  write: async (marks) => {
    written.push([...marks])
    return answer()
  },
}
const exchange = () => {
  const { files } = memoryFiles()
  const sent: { message: Parameters<typeof importFile>[0]; delay: number }[] = []
  let made = 0
  const ports = {
    mis,
    stores: school.stores,
    files,
    imports: {
      send: async (messages: readonly unknown[], { delaySeconds = 0 } = {}) =>
        void sent.push(...messages.map((message) => ({ message: message as never, delay: delaySeconds }))),
    },
    ids: { fresh: () => `pulled-${++made}` },
    now: () => NOW,
  }
  const take = async () => {
    const reports = []
    for (const { message } of sent.splice(0)) {
      const bytes = (await files.get(message.path)) ?? new Uint8Array()
      const log = { write: () => undefined }
      reports.push(await importFile({ ...message, bytes }, { stores: school.stores, files, log, now: () => NOW }))
    }
    return reports
  }
  return { ports, sent, take }
}

beforeEach(async () => {
  school = await importingSchool()
  written = []
  answer = () => ({ outcome: 'written', reference: '77' })
})

test('roll and contacts come in by the import as any file does, contacts when the roll has had time', async () => {
  const { ports, sent, take } = exchange()
  expect(await pullSchool(SCHOOL, ports)).toMatchObject([
    { file: 'roll', rows: 1 },
    { file: 'contacts', rows: 1 },
  ])
  expect(sent.map(({ message, delay }) => [message.file, message.asOf, delay])).toEqual([
    ['roll', NOW, 0],
    ['contacts', NOW, 300],
  ])
  expect(await take()).toMatchObject([{ state: 'live' }, { state: 'live', differences: { counts: { added: 1 } } }])
  await pullSchool(SCHOOL, ports)
  expect(await take()).toMatchObject([
    { differences: { counts: { unchanged: 1, added: 0 } } },
    { differences: { counts: { unchanged: 1 } } },
  ])
})

test('marks come in as a file; where none changed nothing is sent', async () => {
  const { ports, sent, take } = exchange()
  await pullSchool(SCHOOL, ports)
  await take()
  await pullMarks(SCHOOL, NOW, ports)
  expect(await take()).toMatchObject([{ file: 'marks', state: 'live', differences: { counts: { added: 1 } } }])
  expect(await pullMarks(SCHOOL, NOW, { ...ports, mis: { ...mis, marksSince: async () => [] } })).toEqual([])
  expect(sent).toEqual([])
})

describe('a code agreed here', () => {
  const register = () => school.stores.register(SCHOOL, DATE, 'AM', '3b')
  const back = () => writeBack(SCHOOL, DATE, { mis, stores: school.stores, now: () => NOW })
  beforeEach(async () => {
    const { ports, take } = exchange()
    await pullSchool(SCHOOL, ports)
    await take()
    await pullMarks(SCHOOL, NOW, ports)
    await take()
  })
  const agrees = async (code: 'M' | 'I') => {
    const current = await register()
    const key = Object.keys(current?.marks ?? {})[0] ?? ''
    if (!current) throw new Error('The register came in above')
    const marks = { [key]: { code, source: 'office' } as const }
    await school.stores.saveRegister(
      SCHOOL,
      { ...current, version: current.version + 1, marks },
      current.version,
      act('amended'),
    )
  }

  test('is written there once, under the system’s own id of the pupil, and waits no more', async () => {
    expect(await back()).toEqual({ outcome: 'nothing' })
    await agrees('M')
    expect(await back()).toEqual({ outcome: 'written', reference: '77', marks: 1 })
    expect(written).toEqual([[{ pupilId: 'A100', date: DATE, session: 'AM', code: 'M' }]])
    expect(Object.values((await register())?.marks ?? {})).toEqual([{ code: 'M', source: 'office', inMis: true }])
    expect(await back()).toEqual({ outcome: 'nothing' })
  })

  test('that is refused, or of which nobody knows, waits still', async () => {
    await agrees('M')
    answer = () => ({ outcome: 'refused', why: 'Wonde answered 422' })
    expect(await back()).toMatchObject({ outcome: 'refused', marks: 1 })
    answer = () => {
      throw new Error('not known')
    }
    await expect(back()).rejects.toThrow('not known')
    answer = () => ({ outcome: 'written', reference: '78' })
    expect(await back()).toMatchObject({ outcome: 'written' })
  })

  test('that changed while it was written waits again', async () => {
    await agrees('M')
    const slow: Mis = {
      ...mis,
      write: async (marks) => {
        await agrees('I')
        return mis.write(marks)
      },
    }
    await writeBack(SCHOOL, DATE, { mis: slow, stores: school.stores, now: () => NOW })
    expect(await back()).toMatchObject({ outcome: 'written', marks: 1 })
    expect(written.map(([mark]) => mark?.code)).toEqual(['M', 'I'])
  })
})
