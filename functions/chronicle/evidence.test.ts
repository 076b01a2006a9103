import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { beforeAll, describe, expect, test } from 'vitest'
import { toRegisterItem } from '../../shared/adapters/dynamodb/registers/register-item.ts'
import { envelopes } from '../../shared/adapters/evidence/envelopes.ts'
import { keyring } from '../../shared/adapters/evidence/keyring.ts'
import { sha256 } from '../../shared/adapters/evidence/sha256.ts'
import { evidenceShelf } from '../../shared/adapters/evidence/shelf.ts'
import { hashedText } from '../../shared/domain/evidence/entry.ts'
import type { Register } from '../../shared/domain/register.ts'
import type { Act } from '../../shared/ports/stores.ts'
import { act, aRegister, DATE, SCHOOL } from '../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../test/support/stores.ts'
import { testWorld } from '../../test/support/test-world.ts'
import { make } from './handler.ts'

const NOW = `${DATE}T09:12:00.000Z`
let stores: FreshStores['stores']
let world: ReturnType<typeof testWorld>
let tell: (...records: DynamoDBRecord[]) => Promise<unknown>
let sequence = 0

beforeAll(async () => {
  stores = (await freshStores()).stores
  world = testWorld({
    env: { TABLE: 'record', EVIDENCE_BUCKET: 'evidence', EVIDENCE_KEYS_BUCKET: 'keys' },
    now: NOW,
    stores: () => stores,
  })
  const run = make(world)
  // Lambda gives a context; this function asks nothing of it.
  tell = (...records) => run({ Records: records } as DynamoDBStreamEvent, {} as never)
})

const image = (item: object) => marshall(item, { removeUndefinedValues: true }) as never
const saved = (register: Register, by: Act, was?: Register): DynamoDBRecord => ({
  dynamodb: {
    SequenceNumber: String(++sequence),
    NewImage: image(toRegisterItem(SCHOOL, register, register.version, by)),
    ...(was && { OldImage: image(toRegisterItem(SCHOOL, was, was.version, act('register-saved'))) }),
  },
})

const shelf = () => evidenceShelf(world.files('evidence'))
const opened = async () => {
  const names = await shelf().arrivedOn(SCHOOL, DATE)
  const all = (await Promise.all(names.map((name) => shelf().arrived(SCHOOL, name)))).flat()
  const kept = envelopes(keyring(world.files('keys')))
  return Promise.all(all.map(async (enclosed) => ({ enclosed, inside: await kept.open(enclosed) })))
}

const first = aRegister({ classId: '3b', version: 1 })
const second: Register = {
  ...first,
  version: 2,
  marks: { ...first.marks, P002: { code: 'U', source: 'arrival', minutesLate: 25 } },
}

describe('what happens becomes evidence as it is written', () => {
  test('each entry of the record has the hash under which the evidence has it', async () => {
    await tell(saved(first, act('register-saved', { at: NOW })))
    const [entry] = await stores.chronicleOf(SCHOOL, { date: DATE })
    const all = await opened()
    const same = all.find(({ enclosed }) => enclosed.hash === entry?.hash)
    const { hash, ...plain } = entry ?? {}
    expect(same?.inside?.entry).toEqual(plain)
    for (const { enclosed, inside } of all)
      expect(inside && sha256(hashedText(inside.entry, inside.salt))).toBe(enclosed.hash)
  })

  test('a register gives each pupil an entry of their own mark, without another child in it', async () => {
    const marks = (await opened()).filter(({ inside }) => inside?.entry.kind === 'register-mark')
    expect(marks.map(({ enclosed }) => enclosed.about)).toEqual([{ pupil: 'P001' }, { pupil: 'P002' }])
    const mine = marks.find(({ inside }) => JSON.stringify(inside?.entry.about).includes('P001'))
    expect(mine?.inside?.entry.detail).toMatchObject({ class: '3b', session: 'AM', version: 1, mark: { code: '/' } })
    expect(JSON.stringify(mine?.inside)).not.toContain('P002')
  })

  test('a later version is an entry of those alone whose mark it changed, even where its act is told elsewhere', async () => {
    const before = (await opened()).length
    const echo = act('pupil-arrived', { at: NOW, pupils: ['P002'], echo: true })
    await tell(saved(second, echo, first))
    const fresh = (await opened()).map(({ inside }) => inside?.entry).filter((entry) => entry?.detail?.version === 2)
    expect(fresh.map((entry) => [entry?.kind, entry?.about])).toEqual([
      ['register-version', { date: DATE }],
      ['register-mark', { pupil: 'P002' }],
    ])
    expect(fresh[1]?.detail).toMatchObject({ was: { code: 'N' }, mark: { code: 'U', minutesLate: 25 } })
    expect((await opened()).length).toBe(before + 2)
    expect(await shelf().versionsOn(SCHOOL, DATE)).toEqual(
      [1, 2].map((version) => ({ date: DATE, session: 'AM', classId: '3b', version })),
    )
  })

  test('told twice it is kept once', async () => {
    const again = saved({ ...first, session: 'PM' }, act('register-saved', { at: NOW }))
    await tell(again)
    const before = await opened()
    await tell(again)
    expect((await opened()).map(({ enclosed }) => enclosed.hash)).toEqual(before.map(({ enclosed }) => enclosed.hash))
  })
})
