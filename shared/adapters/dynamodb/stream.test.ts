import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { AT, act, aRegister, DATE, SCHOOL } from '../../../test/support/stored-examples.ts'
import { toRegisterItem } from './registers/register-item.ts'
import { actOf, versionOf } from './stream.ts'
import { cardKey, chroniclePk, type Key, providerIdKey } from './table.ts'
import type { Item } from './write.ts'

// The Lambda types name the same JSON differently from the SDK's.
const image = (item: Item) => marshall(item, { removeUndefinedValues: true }) as never

const record = (now: Item | undefined, before?: Item): DynamoDBRecord => ({
  dynamodb: {
    SequenceNumber: '111',
    ...(now && { NewImage: image(now) }),
    ...(before && { OldImage: image(before) }),
  },
})

const KEY: Key = cardKey(SCHOOL, DATE, 'P001')
const said = act('text-claimed', { pupils: ['P001'], look: true, detail: { session: 'AM' } })

describe('a change of the table', () => {
  test('tells the academy and the act of the version it made, with the same id on every delivery', () => {
    const once = actOf(record({ ...KEY, v: 2, act: said }, { ...KEY, v: 1, act: act('absence-unexplained') }))
    expect(once).toMatchObject({ academy: SCHOOL, act: said, sequence: '111' })
    expect(actOf(record({ ...KEY, v: 2, act: said }))?.id).toBe(once?.id)
  })

  test('of a register tells its marks too, for the history of each of its pupils', () => {
    const saved = toRegisterItem(SCHOOL, aRegister(), 1, act('register-saved'))
    expect(actOf(record(saved))?.marks).toEqual({ P001: '/', P002: 'N' })
    expect(actOf(record({ ...KEY, v: 1, act: said }))?.marks).toBeUndefined()
  })

  test('of a register says whose it is, though its item does not say that twice; a draft handed in at the same moment is an act of its own', () => {
    const saved = (submitted: boolean, version: number) => {
      const place = { class: '7a', session: 'AM', date: DATE, submitted }
      const { submittedAt: _, ...register } = aRegister({ submitted })
      return toRegisterItem(SCHOOL, register, version, act('register-saved', { detail: { ...place, changes: 1 } }))
    }
    const handedIn = actOf(record(saved(true, 2), saved(false, 1)))
    expect(handedIn?.act.detail).toEqual({ class: '7a', session: 'AM', date: DATE, submitted: true, changes: 1 })
    expect(saved(true, 2).act).toMatchObject({ detail: { changes: 1 } })
    expect(versionOf(record(saved(true, 2)))?.act.detail).toEqual(handedIn?.act.detail)
  })

  test.each<[string, DynamoDBRecord]>([
    ['a deletion', record(undefined, { ...KEY, act: said })],
    ['a look-up item', record({ ...providerIdKey('prov-1'), academy: SCHOOL })],
    ['an entry of the chronicle', record({ pk: chroniclePk(SCHOOL, { pupil: 'P001' }), sk: `${AT}#e`, act: said })],
    ['a change that kept the act', record({ ...KEY, v: 2, act: said }, { ...KEY, v: 1, act: said })],
  ])('that is %s tells none', (_, change) => {
    expect(actOf(change)).toBeUndefined()
  })
})
