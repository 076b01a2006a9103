/** Whatever is amended, whoever dies and however often the night comes: what is noted beside a letter is what the registers count. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aRegister } from '../../test/builders.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { memoryStores } from '../adapters/memory/memory-stores.ts'
import { ALL_CODES, type Session } from '../domain/codes.ts'
import { countedTo } from '../domain/counting/class-tally.ts'
import { saysTheSame, tallyOf } from '../domain/counting/tally.ts'
import { marksWithin } from '../domain/counting/window.ts'
import type { Register } from '../domain/register.ts'
import { addDays } from '../domain/time.ts'
import { amendedIn, annotateAmended, annotateStages } from './annotate-stages.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { marksOf, registersBetween } from './marks-between.ts'

const SCHOOL = 'springbank'
const YEAR = '2025-09-01'
const FIRST = '2025-12-01'
const DAYS = 6
const PUPILS = ['P1', 'P2']
const LAST = addDays(FIRST, DAYS + 1)

const save = fc.record({
  do: fc.constant('save' as const),
  day: fc.nat(DAYS - 1),
  session: fc.constantFrom<Session>('AM', 'PM'),
  classId: fc.constantFrom('3a', '3b'),
  marks: fc.dictionary(fc.constantFrom(...PUPILS), fc.constantFrom(...ALL_CODES)),
  dies: fc.boolean(),
})
const letter = fc.record({
  do: fc.constant('letter' as const),
  pupil: fc.constantFrom(...PUPILS),
  step: fc.constantFrom('stage-1' as const, 'stage-2' as const),
})
const night = fc.record({ do: fc.constant('night' as const), dies: fc.boolean() })
const events = fc.array(
  fc.oneof({ weight: 6, arbitrary: save }, { weight: 1, arbitrary: letter }, { weight: 3, arbitrary: night }),
  { minLength: 5, maxLength: 40 },
)

const open = () => {
  const classes = ['3a', '3b'].map((id) => ({ id, name: id, yearGroup: '3', pupils: 2 }))
  const version = { version: 'v1', policy: springbankPolicy, from: YEAR }
  return memoryStores({ classes, pupils: [], staff: [] }, version, () => undefined).stores
}

test('amendments, letters, nights and deaths in any order leave the note that counting the registers gives', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (happened) => {
      const stores = open()
      let nights = 0
      const moment = () => ({
        academy: SCHOOL,
        now: `${addDays(FIRST, Math.max(nights, DAYS))}T12:00:00.000Z`,
        policy: springbankPolicy,
        policyVersion: 'v1',
      })
      const act = () => ({ at: moment().now, by: 'system', kind: 'tested' })
      const counted = async (pupil: string, until: string) => {
        const registers: readonly Register[] = await registersBetween(stores, SCHOOL, { from: FIRST, until })
        return tallyOf(marksWithin(marksOf(registers).get(pupil) ?? [], { from: FIRST, until }, { admitted: YEAR }))
      }
      const runNight = async (until: string, dies: boolean) => {
        const dying = { ...stores, saveTally: () => Promise.reject(new Error('died')) }
        await bringUpToDate(dies ? { ...dying, roll: stores.roll } : stores, SCHOOL, until, act(), {
          beforeSaving: [annotateAmended(stores, moment())],
        }).catch(() => undefined)
        if (!dies) nights++
      }
      for (const event of happened) {
        if (event.do === 'night') {
          if (nights < DAYS) await runNight(addDays(FIRST, nights), event.dies)
        } else if (event.do === 'letter') {
          const record = await stores.stage(SCHOOL, YEAR, event.pupil)
          const on = countedTo(await stores.tallies(SCHOOL, YEAR))
          if (on === undefined || record.sent.some(({ step }) => step === event.step)) continue
          const sent = { step: event.step, on, tally: await counted(event.pupil, on), at: moment().now }
          await stores.saveStage(SCHOOL, { ...record, sent: [...record.sent, sent] }, act())
        } else {
          const { session, classId } = event
          const date = addDays(FIRST, event.day)
          const was = await stores.register(SCHOOL, date, session, classId)
          const is = { ...aRegister(event.marks, { classId, date, session }), version: (was?.version ?? 0) + 1 }
          await stores.saveRegister(SCHOOL, is, is.version - 1, act())
          if (!event.dies) await annotateStages(stores, amendedIn(was, is), { ...moment(), by: 's-lead' })
        }
      }
      await runNight(LAST, false)
      for (const pupil of PUPILS) {
        const { sent, waitsSince } = await stores.stage(SCHOOL, YEAR, pupil)
        for (const { tally, corrected, on } of sent) {
          const now = await counted(pupil, on)
          expect(saysTheSame(corrected?.now ?? tally, now)).toBe(true)
          expect(corrected === undefined).toBe(saysTheSame(tally, now))
          if (corrected?.holds === false) expect(waitsSince).toBeDefined()
        }
      }
      const tallies = await stores.tallies(SCHOOL, YEAR)
      expect(tallies.flatMap(({ amended }) => Object.keys(amended))).toEqual([])
    }),
    { numRuns: 150 },
  )
})
