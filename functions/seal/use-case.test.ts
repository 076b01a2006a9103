import { beforeEach, describe, expect, test } from 'vitest'
import { envelopes } from '../../shared/adapters/evidence/envelopes.ts'
import { keyring } from '../../shared/adapters/evidence/keyring.ts'
import { sha256 } from '../../shared/adapters/evidence/sha256.ts'
import { evidenceShelf } from '../../shared/adapters/evidence/shelf.ts'
import { type Entry, ownerOf } from '../../shared/domain/evidence/entry.ts'
import type { EvidenceShelf } from '../../shared/ports/evidence.ts'
import { testWorld } from '../../test/support/test-world.ts'
import { make } from './handler.ts'
import { type SealPorts, sealUntil } from './use-case.ts'

const SCHOOL = 'springbank'
const MONDAY = '2026-01-12'
const TUESDAY = '2026-01-13'
const WEDNESDAY = '2026-01-14'

let world: ReturnType<typeof testWorld>
let shelf: EvidenceShelf
let ports: SealPorts
beforeEach(() => {
  world = testWorld({
    env: { EVIDENCE_BUCKET: 'evidence' },
    now: `${TUESDAY}T02:00:00.000Z`,
    stores: () => {
      throw new Error('A seal asks nothing of the record')
    },
  })
  shelf = evidenceShelf(world.files('evidence'))
  ports = { shelf, now: () => world.clock.now(), log: world.log, sha256 }
})

let made = 0
const entry = (pupil: string, at: string): Entry => ({
  id: `e${++made}`,
  academy: SCHOOL,
  about: { pupil },
  at,
  by: 'system',
  kind: 'absence-unexplained',
})
const arrive = async (date: string, ...entries: readonly Entry[]): Promise<void> =>
  shelf.keepArrived(SCHOOL, date, await envelopes(keyring(world.files('evidence'))).enclose(entries))
const register = (version: number, date = MONDAY) => ({ date, session: 'AM' as const, classId: '3b', version })
const keepVersion = async (version: number, date = MONDAY): Promise<void> => {
  const [enclosed] = await envelopes(keyring(world.files('evidence'))).enclose([entry('k01', `${date}T09:00:00.000Z`)])
  if (enclosed) await shelf.keepVersion(register(version, date), enclosed)
}
/** A day on which one pupil had an entry, and whose night has counted it. */
const aDay = async (date: string): Promise<void> => {
  await arrive(date, entry('k01', `${date}T10:30:00.000Z`))
  await shelf.expect(SCHOOL, date, [])
}
const sealed = (date: string) => shelf.seal(SCHOOL, date)

describe('the seal of a night', () => {
  test('is made by the function when its message comes', async () => {
    await aDay(MONDAY)
    const body = JSON.stringify({ academy: SCHOOL, until: MONDAY })
    const record = { messageId: 'm1', body, attributes: { ApproximateReceiveCount: '1' } }
    // Lambda gives more of a message than this function looks at.
    const answered = await make(world)({ Records: [record] } as never, {} as never)
    expect(answered).toEqual({ batchItemFailures: [] })
    expect(await sealed(MONDAY)).toMatchObject({ number: 1, entries: 1, previous: null })
  })

  test('made twice, or by two at once, is one', async () => {
    await aDay(MONDAY)
    await Promise.all([sealUntil(SCHOOL, MONDAY, ports), sealUntil(SCHOOL, MONDAY, ports)])
    const first = await sealed(MONDAY)
    world.turnTo(`${TUESDAY}T05:00:00.000Z`)
    await sealUntil(SCHOOL, MONDAY, ports)
    expect(await sealed(MONDAY)).toEqual(first)
    expect(await shelf.sealedDates(SCHOOL)).toEqual([MONDAY])
  })

  test('whose process dies before every file it reads or puts is whole at the next try', async () => {
    await aDay(MONDAY)
    await aDay(TUESDAY)
    for (let lives = 0; (await shelf.sealedDates(SCHOOL)).length < 2; lives++) {
      let left = lives
      const mortal = new Proxy(shelf, {
        get: (from, name) => {
          const call: unknown = Reflect.get(from, name)
          return typeof call !== 'function'
            ? call
            : (...args: unknown[]) => {
                if (left-- === 0) throw new Error('the process died')
                return Reflect.apply(call, from, args)
              }
        },
      })
      await sealUntil(SCHOOL, TUESDAY, { ...ports, shelf: mortal }).catch(() => undefined)
    }
    expect((await sealed(TUESDAY))?.previous).toBe((await sealed(MONDAY))?.hash)
  })

  test('makes up for nights that were missed, a seal for every date', async () => {
    await aDay(MONDAY)
    await shelf.expect(SCHOOL, TUESDAY, [])
    await aDay(WEDNESDAY)
    await sealUntil(SCHOOL, WEDNESDAY, ports)
    const [monday, tuesday, wednesday] = await Promise.all([MONDAY, TUESDAY, WEDNESDAY].map(sealed))
    expect([monday?.entries, tuesday?.entries, wednesday?.entries]).toEqual([1, 0, 1])
    expect(wednesday?.previous).toBe(tuesday?.hash)
    expect(wednesday?.sealed.k01).toMatchObject({ number: 2, previous: monday?.sealed.k01?.digest })
  })

  test('takes in what came after midnight of a day that is sealed, and calls it late', async () => {
    await aDay(MONDAY)
    await sealUntil(SCHOOL, MONDAY, ports)
    await arrive(MONDAY, entry('k02', `${MONDAY}T23:59:59.000Z`))
    await shelf.expect(SCHOOL, TUESDAY, [])
    await sealUntil(SCHOOL, TUESDAY, ports)
    expect((await sealed(TUESDAY))?.sealed.k02?.lines).toMatchObject([{ late: true }])
  })

  test('of a school that has no evidence yet is not made', async () => {
    await sealUntil(SCHOOL, MONDAY, ports)
    expect(await shelf.sealedDates(SCHOOL)).toEqual([])
  })
})

describe('a day that is not whole', () => {
  const refuses = (until = TUESDAY) => expect(sealUntil(SCHOOL, until, ports)).rejects.toThrow('not all evidence yet')
  beforeEach(async () => {
    await aDay(MONDAY)
    await sealUntil(SCHOOL, MONDAY, ports)
    await arrive(TUESDAY, entry('k01', `${TUESDAY}T10:30:00.000Z`))
  })

  test('is not sealed while a register version is missing, and says so to the operator; then it is', async () => {
    await shelf.expect(SCHOOL, TUESDAY, [register(2, TUESDAY)])
    await keepVersion(1, TUESDAY)
    await refuses()
    expect(world.logged.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ code: 'SEAL_REFUSED', academy: SCHOOL, date: TUESDAY, missing: 1, counted: true }),
    )
    expect(await sealed(TUESDAY)).toBeUndefined()
    await keepVersion(2, TUESDAY)
    await sealUntil(SCHOOL, TUESDAY, ports)
    expect(await sealed(TUESDAY)).toMatchObject({ number: 2 })
  })

  test('is not sealed before the night has said what the record has', async () => {
    await refuses()
    expect(world.logged.join()).toContain('"counted":false')
  })

  test('is not sealed when an earlier register has a gap that came to light since', async () => {
    await shelf.expect(SCHOOL, TUESDAY, [register(1, TUESDAY)])
    await keepVersion(1, TUESDAY)
    await sealUntil(SCHOOL, TUESDAY, ports)
    await shelf.expect(SCHOOL, WEDNESDAY, [])
    await keepVersion(3, TUESDAY)
    await refuses(WEDNESDAY)
  })

  test('is sealed without what is missing when a person decides so, and the seal says who, why and what', async () => {
    await shelf.expect(SCHOOL, TUESDAY, [register(1, TUESDAY)])
    await refuses()
    await shelf.decide(SCHOOL, TUESDAY, { by: 's-head', because: 'lost when the region failed' })
    await sealUntil(SCHOOL, TUESDAY, ports)
    expect((await sealed(TUESDAY))?.without).toEqual({
      by: 's-head',
      because: 'lost when the region failed',
      registers: ['2026-01-13 AM 3b, version 1'],
    })
  })
})

test('the history of an entry is its pupil’s, or the academy’s own', () => {
  expect(ownerOf({ pupil: 'k01' })).toBe('k01')
  expect(ownerOf({ date: MONDAY })).toBe('academy')
})
