import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { beforeEach, expect, test } from 'vitest'
import { erasePupil } from '../../infra/erase.ts'
import { noTally } from '../../shared/domain/counting/class-tally.ts'
import { NO_SESSIONS } from '../../shared/domain/counting/tally.ts'
import { noPenalties } from '../../shared/domain/penalties/record.ts'
import { referralPath } from '../../shared/domain/penalties/referral.ts'
import { childOf } from '../../shared/domain/returns/authority-return.ts'
import { memoryFiles } from '../support/memory-files.ts'
import { act, aPupil, aTask } from '../support/stored-examples.ts'
import { type FreshStores, freshStores } from '../support/stores.ts'

const SCHOOL = 'springbank'
const NOW = '2032-09-10T09:00:00.000Z'
const task = aTask({ id: 'erasure-1', kind: 'erasure', date: '2032-09-01', pupils: ['k01'], doers: ['head'] })

let school: FreshStores
beforeEach(async () => {
  school = await freshStores()
  const { stores } = school
  await stores.raiseTask(SCHOOL, task, act())
  await stores.endTask(SCHOOL, task, 'done', { what: 'erase', by: 's-head', at: NOW, note: 'No claim is open' }, act())
})

const erase = (client: DynamoDBDocumentClient = school.client, letters = memoryFiles().files) => {
  const files = () => memoryFiles().files
  const ports = { client, table: school.table, evidence: files(), keys: files(), letters, now: NOW }
  return erasePupil(ports, SCHOOL, task.id)
}

const countIn = (year: string) => {
  const was = noTally('3b', year)
  return school.stores.saveTally(SCHOOL, { ...was, through: year, pupils: { k01: NO_SESSIONS } }, was, act())
}

const askReturn = (asked: string) =>
  school.stores.askReturn(
    SCHOOL,
    {
      ...{ id: 'new-pupil-k01', version: 0, kind: 'new-pupil', pupil: 'k01', child: childOf(aPupil({ key: 'k01' })) },
      ...{ from: asked, asked, due: asked, enquiries: [], entries: [] },
    },
    act(),
  )

/** The table goes away at the first question for which `when` holds. */
const dying = (when: (asked: string) => boolean): DynamoDBDocumentClient => {
  let isUp = true
  const send = async (command: Parameters<DynamoDBDocumentClient['send']>[0]) => {
    if (isUp && when(JSON.stringify(command.input))) isUp = false
    if (!isUp) throw new Error('the line is down')
    return school.client.send(command)
  }
  return new Proxy(school.client, { get: (of, name) => (name === 'send' ? send : Reflect.get(of, name)) })
}

test('an erasure that died between the years and what was returned to the authority is finished by the next', async () => {
  await countIn('2025-09-01')
  for (const asked of ['2025-08-20', '2025-10-01']) await askReturn(asked)
  await expect(erase(dying((asked) => asked.includes('#RETURNS#2025')))).rejects.toThrow('the line is down')
  await erase()
  expect(await school.stores.returns(SCHOOL, '2025-09-01')).toEqual([])
  expect(await school.stores.returns(SCHOOL, '2024-09-01')).toEqual([])
  expect((await school.stores.tallies(SCHOOL, '2025-09-01'))[0]?.pupils).toEqual({})
})

test('of a child who was to come and never did, what was asked for goes as well', async () => {
  const child = { ...aPupil({ key: 'k01', admitted: '2025-09-03' }), contacts: [], agencies: [] }
  await school.stores.roll.keepLeaver(SCHOOL, child, act())
  await askReturn('2025-08-20')
  await askReturn('2025-09-05')
  await erase()
  expect(await school.stores.returns(SCHOOL, '2025-09-01')).toEqual([])
  expect(await school.stores.returns(SCHOOL, '2024-09-01')).toEqual([])
  expect(await school.stores.roll.allLeavers(SCHOOL)).toEqual([])
})

test('a child who came back after the decision is not erased by it, though they have left again', async () => {
  await countIn('2025-09-01')
  await countIn('2032-09-01')
  await expect(erase()).rejects.toThrow('has been here since')
  expect((await school.stores.tallies(SCHOOL, '2025-09-01'))[0]?.pupils).toHaveProperty('k01')
})

test('every file of a letter and of a referral goes, those of words that were never sent too, also when the table goes away in between', async () => {
  const { stores } = school
  const letter = {
    id: 'letter-1',
    version: 1,
    kind: 'stage-1',
    cycle: '2025-26',
    pupil: 'k01',
    contactId: 'c1',
  } as const
  const rest = {
    date: '2026-01-12',
    state: 'planned',
    policy: 'v1',
    reference: 'ABCDEFGH1',
    document: 'second',
  } as const
  await stores.planLetter(SCHOOL, { ...letter, ...rest }, act())
  await stores.planLetter(SCHOOL, { ...letter, ...rest, id: 'letter-10', pupil: 'k02' }, act())
  const referred = { id: 'r1', decision: 'refer', by: 's-head', at: NOW, because: 'x', through: '2026-01-09' } as const
  const record = { ...noPenalties('k01', '2014-03-02'), considered: [{ ...referred, sessions: 12 }] }
  await stores.savePenaltyRecord(SCHOOL, record, act())
  await stores.saveLetter(SCHOOL, { ...letter, ...rest, state: 'posted', sent: { at: NOW, providerId: 'p-1' } }, act())
  await stores.keepPostId('p-1', { academy: SCHOOL, letter: letter.id })
  const { files, kept } = memoryFiles()
  const own = ['letters/springbank/letter-1/first.json', 'letters/springbank/letter-1/second.json']
  const another = 'letters/springbank/letter-10/second.json'
  for (const path of [
    ...own,
    another,
    referralPath(SCHOOL, 'r1', 'matter.json'),
    referralPath(SCHOOL, 'r1', 'pack.zip'),
  ])
    await files.put(path, 'Amelia', 'application/json')
  await expect(
    erase(
      dying((asked) => asked.includes('#EXPORTS')),
      files,
    ),
  ).rejects.toThrow()
  expect(await erase(school.client, files)).toContain('1 letters')
  expect([...kept.keys()]).toEqual([another])
  expect(await stores.letterOfPostId('p-1')).toBeUndefined()
})
