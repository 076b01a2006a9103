import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letterPointerKey, lettersPk } from './casework/letter-keys.ts'
import { tableDefinition } from './create-table.ts'
import { importKey, mappingsPk } from './files/import-keys.ts'
import { mobilePk } from './roll/mobile-keys.ts'
import * as keys from './table.ts'

const slug = fc.stringMatching(/^[a-z0-9-]{2,32}$/)
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/)
const date = fc.constantFrom('2026-01-12', '2026-09-01')

/** Every partition that an academy's facts live in. */
const partitions = (academy: string, on: string, name: string): readonly string[] => [
  keys.dayPk(academy, on),
  keys.openPk(academy),
  keys.generationPk(academy, 'roll', 3),
  keys.generationPk(academy, 'contacts', 3),
  keys.pupilPk(academy, name),
  mobilePk(academy, '1', 'f00d'),
  lettersPk(academy),
  letterPointerKey(academy, name).pk,
  keys.liveKey(academy).pk,
  importKey(academy, name).pk,
  mappingsPk(academy),
  keys.endedTaskPointerKey(academy, name).pk,
  keys.pastKey(academy, 'HOLD', name, '2026-01-12T10:30:00.000Z').pk,
  keys.chroniclePk(academy, { pupil: name }),
  keys.chroniclePk(academy, { date: on }),
]

describe('the keys of an academy', () => {
  test('never reach another academy, whatever ids come from outside', () => {
    fc.assert(
      fc.property(slug, slug, date, id, id, (one, other, on, mine, yours) => {
        fc.pre(one !== other)
        const theirs = new Set(partitions(other, on, yours))
        expect(partitions(one, on, mine).filter((pk) => theirs.has(pk))).toEqual([])
      }),
    )
  })

  test('all begin with the academy, so that a role can be held to them', () => {
    fc.assert(
      fc.property(slug, date, id, (academy, on, name) => {
        for (const pk of partitions(academy, on, name))
          expect(pk === `A#${academy}` || pk.startsWith(`A#${academy}#`) || pk.startsWith(`H#${academy}#`)).toBe(true)
      }),
    )
  })

  test('cannot be made of an id that holds a separator', () => {
    expect(() => keys.cardKey('springbank', '2026-01-12', 'P1#X')).toThrow(RangeError)
    expect(() => keys.openPk('springbank#D')).toThrow(RangeError)
    expect(() => keys.openKey('springbank', 'TASK', '')).toThrow(RangeError)
  })
})

describe('the table', () => {
  test('has a stream with old and new images and no index', () => {
    expect(tableDefinition('t')).toEqual({
      TableName: 't',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    })
  })
})
