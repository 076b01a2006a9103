import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../time.ts'
import { linkOf } from './chain.ts'
import { type ArrivedFile, leavesOf, type Seal, sealDay, sealHash, sealHead } from './seal.ts'
import { rootAlong, rootOf, wayFrom } from './tree.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const MONDAY = '2026-01-12'
const at = (date: string, time: string) => `${date}T${time}:00.000Z`
const line = (pupil: string, id: string, when: string) => ({
  about: { pupil },
  id,
  at: when,
  hash: sha256(`${pupil} ${id}`),
})
const seal = (files: readonly ArrivedFile[], previous?: Seal, date = MONDAY): Seal =>
  sealDay({ academy: 'springbank', date, sealedAt: at(addDays(date, 1), '02:10'), previous, files }, sha256)

const digits = fc.stringMatching(/^[0-9a-f]{64}$/)
const leaves = fc.array(digits, { minLength: 1, maxLength: 40 })

describe('the tree of a day', () => {
  test('proves every history that is in it', () => {
    fc.assert(
      fc.property(leaves, (all) => {
        const root = rootOf(all, sha256)
        for (const [place, leaf] of all.entries())
          expect(rootAlong(leaf, wayFrom(all, place, sha256), sha256)).toBe(root)
      }),
    )
  })

  test('proves none that is not', () => {
    fc.assert(
      fc.property(leaves, digits, (all, other) => {
        fc.pre(all[0] !== other)
        expect(rootAlong(other, wayFrom(all, 0, sha256), sha256)).not.toBe(rootOf(all, sha256))
      }),
    )
  })
})

describe('a seal', () => {
  const arrived = fc.uniqueArray(
    fc.record({ pupil: fc.constantFrom('k01', 'k02', 'k03'), id: fc.stringMatching(/^e[0-9]{3}$/) }),
    { selector: ({ pupil, id }) => `${pupil} ${id}`, minLength: 1, maxLength: 30 },
  )

  test('is the same in whatever files and order its entries came, and however often', () => {
    fc.assert(
      fc.property(arrived, fc.integer({ min: 1, max: 5 }), (entries, count) => {
        const lines = entries.map(({ pupil, id }) => line(pupil, id, at(MONDAY, `09:${id.slice(1, 3)}`.slice(0, 5))))
        const inOne = seal([{ name: 'a', lines }])
        const inMany = seal(
          Array.from({ length: count }, (_, index) => ({
            name: `f${index}`,
            lines: [...lines.filter((_line, place) => place % count === index), ...lines.slice(0, 1)].toReversed(),
          })),
        )
        expect(inMany.hash).toBe(inOne.hash)
      }),
    )
  })

  test('chains each pupil’s day to that pupil’s last, and the academy’s to yesterday’s', () => {
    const monday = seal([
      { name: 'a', lines: [line('k01', 'e1', at(MONDAY, '09:00')), line('k02', 'e2', at(MONDAY, '09:01'))] },
    ])
    const tuesday = seal([{ name: 'b', lines: [line('k02', 'e3', at('2026-01-13', '09:00'))] }], monday, '2026-01-13')
    const wednesday = seal(
      [{ name: 'c', lines: [line('k01', 'e4', at('2026-01-14', '09:00'))] }],
      tuesday,
      '2026-01-14',
    )
    expect([monday.number, tuesday.number, wednesday.number]).toEqual([1, 2, 3])
    expect(tuesday.previous).toBe(monday.hash)
    expect(wednesday.sealed.k01).toMatchObject({ number: 2, previous: monday.sealed.k01?.digest })
    expect(wednesday.heads.k02).toEqual({ number: 2, digest: tuesday.sealed.k02?.digest })
  })

  test('says where every history stands, also of whom nothing is in it', () => {
    const monday = seal([
      { name: 'a', lines: [line('k01', 'e1', at(MONDAY, '09:00')), line('k02', 'e2', at(MONDAY, '09:01'))] },
    ])
    const tuesday = seal([{ name: 'b', lines: [line('k02', 'e3', at('2026-01-13', '09:00'))] }], monday, '2026-01-13')
    const { mine, stands, standing } = linkOf(tuesday, 'k01', sha256)
    expect([mine, stands?.digest]).toEqual([undefined, monday.sealed.k01?.digest])
    expect(stands && rootAlong(stands.digest, stands.way, sha256)).toBe(standing)
    expect(linkOf(tuesday, 'k02', sha256)).toMatchObject({ mine: { number: 2 } })
    expect(linkOf(tuesday, 'k03', sha256)).not.toHaveProperty('stands')
  })

  test('takes in what came late, and says so', () => {
    const monday = seal([])
    const tuesday = seal([{ name: 'b', lines: [line('k01', 'e1', at(MONDAY, '16:00'))] }], monday, '2026-01-13')
    expect(tuesday.sealed.k01?.lines).toMatchObject([{ id: 'e1', late: true }])
  })

  test('leaves out what the last seal has already', () => {
    const lines = [line('k01', 'e1', at(MONDAY, '23:59'))]
    const monday = seal([{ name: 'a', lines }])
    const tuesday = seal([{ name: 'b', lines }], monday, '2026-01-13')
    expect(tuesday).toMatchObject({ entries: 0, histories: 0, sealed: {} })
  })

  test('of a day on which nothing happened is a link of the chain all the same', () => {
    const sunday = seal([], undefined, '2026-01-11')
    expect(seal([], sunday).previous).toBe(sunday.hash)
  })

  test('is never made for another day than the next', () => {
    expect(() => seal([], seal([]), '2026-01-14')).toThrow('The day after the seal of 2026-01-12 comes next')
  })

  test('has a hash of its head, which holds the root over its histories', () => {
    const monday = seal([{ name: 'a', lines: [line('k01', 'e1', at(MONDAY, '09:00'))] }])
    expect(sealHash(sealHead(monday), sha256)).toBe(monday.hash)
    const digests = leavesOf(monday.sealed).map(({ digest }) => digest)
    expect(monday.root).toBe(rootOf(digests, sha256))
  })
})
