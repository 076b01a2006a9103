import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aRegister } from '../../../test/builders.ts'
import { ALL_CODES, type Code, type Session } from '../codes.ts'
import type { Register } from '../register.ts'
import { addDays } from '../time.ts'
import { byPupil, type ClassTally, countDay, countedCodes, noTally, recount, withinRoll } from './class-tally.ts'
import { datesBetween, enrolledIn } from './kept-to-roll.ts'
import { tallyOf } from './tally.ts'
import { type Enrolment, marksWithin } from './window.ts'

const FIRST = '2026-01-12'
const DAYS = 5
const PUPILS = ['P1', 'P2', 'P3']

const marks = fc.dictionary(fc.constantFrom(...PUPILS), fc.constantFrom(...ALL_CODES))
const save = fc.record({
  day: fc.nat(DAYS - 1),
  session: fc.constantFrom<Session>('AM', 'PM'),
  marks,
  submitted: fc.boolean(),
})
/** A school week in any order: registers are saved, saved again, and a night comes now and then. */
const events = fc.array(
  fc.oneof({ weight: 4, arbitrary: save }, { weight: 1, arbitrary: fc.constant('night' as const) }),
  {
    maxLength: 40,
  },
)

/** A roll: joiners and leavers of that week, some before they came, and a child who was there all along. */
const day = fc.integer({ min: -2, max: DAYS + 1 }).map((ahead) => addDays(FIRST, ahead))
const enrolment = fc
  .record({ admitted: fc.oneof(day, fc.constant('2021-09-02')), left: fc.option(day, { nil: undefined }) })
  .map(({ admitted, left }): Enrolment => (left === undefined ? { admitted } : { admitted, left }))
const roll = fc.dictionary(fc.constantFrom(...PUPILS), enrolment).map((children) => ({ roll: children }))
const changes = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: save },
    { weight: 2, arbitrary: roll },
    { weight: 1, arbitrary: fc.constant('night' as const) },
  ),
  { maxLength: 40 },
)

const onDay = (registers: Iterable<Register>, date: string) => [...registers].filter((each) => each.date === date)

describe('a class’s running count', () => {
  test('registers saved, amended and counted in any order give what counting them all at the end gives', () => {
    return fc.assert(
      fc.property(events, (happened) => {
        const registers = new Map<string, Register>()
        let tally: ClassTally = noTally('3b', FIRST)
        let nights = 0
        for (const event of happened) {
          if (event === 'night') {
            if (nights === DAYS) continue
            const date = addDays(FIRST, nights++)
            tally = countDay(tally, date, onDay(registers.values(), date))
            continue
          }
          const date = addDays(FIRST, event.day)
          const slot = `${date} ${event.session}`
          const is = { ...aRegister(event.marks), date, session: event.session, submitted: event.submitted }
          tally = recount(tally, registers.get(slot), is)
          registers.set(slot, is)
        }
        let derived = noTally('3b', FIRST)
        for (let day = 0; day < nights; day++) {
          const date = addDays(FIRST, day)
          derived = countDay(derived, date, onDay(registers.values(), date))
        }
        for (const pupil of PUPILS) {
          const [kept, counted] = [tally, derived].map((each) => byPupil([each]).get(pupil) ?? tallyOf([]))
          expect(kept).toEqual(counted)
        }
      }),
    )
  })
  test('marks and changes of the roll in any order give what somebody counts who has the last registers and the last roll', () => {
    return fc.assert(
      fc.property(changes, (happened) => {
        const registers = new Map<string, Register>()
        let children: Readonly<Record<string, Enrolment>> = {}
        let generation = 0
        let tally: ClassTally = noTally('3b', FIRST)
        let nights = 0
        const keep = () => {
          const enrolled = enrolledIn(tally, PUPILS, new Map(Object.entries(children)))
          const dates = datesBetween(tally, enrolled)
          const between = [...registers.values()].filter(({ date }) => dates.includes(date))
          tally = withinRoll(tally, enrolled, generation, between)
        }
        for (const event of happened) {
          if (event === 'night') {
            if (nights === DAYS) continue
            const date = addDays(FIRST, nights++)
            tally = countDay(tally, date, onDay(registers.values(), date))
          } else if ('roll' in event) {
            children = { ...children, ...event.roll }
            generation++
            keep()
          } else {
            const date = addDays(FIRST, event.day)
            const is = { ...aRegister(event.marks), date, session: event.session, submitted: event.submitted }
            const slot = `${date} ${event.session}`
            tally = recount(tally, registers.get(slot), is)
            registers.set(slot, is)
          }
        }
        const span = { from: FIRST, until: addDays(FIRST, nights - 1) }
        for (const pupil of PUPILS) {
          const all = [...registers.values()].flatMap((register) => {
            const code = countedCodes(register)[pupil]
            return code === undefined ? [] : [{ date: register.date, session: register.session, code }]
          })
          const within = marksWithin(all, span, children[pupil] ?? { admitted: '2021-09-02' })
          expect(byPupil([tally]).get(pupil) ?? tallyOf([])).toEqual(tallyOf(within))
        }
      }),
      { numRuns: 500 },
    )
  })
  test('remembers whose counted marks count otherwise, with the earliest date, whatever changes them', () => {
    const week = [0, 1, 2].map((on) => addDays(FIRST, on))
    const given = (date: string, P1: Code, P2: Code) => aRegister({ P1, P2, P3: '/' }, { date })
    const counted = week
      .map((date) => given(date, 'N', 'O'))
      .reduce((sum, register) => countDay(sum, register.date, [register]), noTally('3b', FIRST))
    expect(counted.amended).toEqual({})
    const amend = (sum: ClassTally, on: number, P1: Code, P2: Code) =>
      recount(sum, given(week[on] ?? '', 'N', 'O'), given(week[on] ?? '', P1, P2))
    // N to O is unauthorised absence as before, and of being on time no letter tells.
    expect(amend(counted, 2, 'O', 'O').amended).toEqual({})
    expect(amend(amend(counted, 2, 'I', 'O'), 1, 'I', 'I').amended).toEqual({ P1: week[1], P2: week[1] })
    const late = recount(counted, undefined, { ...given(week[1] ?? '', '/', '/'), session: 'PM' })
    expect(late.amended).toEqual({ P1: week[1], P2: week[1], P3: week[1] })
    const left = { P3: { admitted: '2021-09-02', left: FIRST } }
    const registers = week.map((date) => given(date, 'N', 'O'))
    expect(withinRoll(counted, left, 2, registers).amended).toEqual({ P3: week[1] })
    expect(recount(counted, undefined, given(addDays(FIRST, 3), 'I', 'I')).amended).toEqual({})
  })
  test('a night that runs twice counts once', () => {
    return fc.assert(
      fc.property(marks, (given) => {
        const registers = [aRegister(given)]
        const once = countDay(noTally('3b', FIRST), FIRST, registers)
        expect(countDay(once, FIRST, registers)).toEqual(once)
      }),
    )
  })
  test('what a teacher has begun to enter counts for nothing until the register is in; an arrival counts', () => {
    const draft = aRegister({ P1: 'N', P2: 'L' }, { submitted: false })
    const register = { ...draft, marks: { ...draft.marks, P2: { code: 'L', source: 'arrival' } as const } }
    const { pupils } = countDay(noTally('3b', FIRST), FIRST, [register])
    expect(Object.keys(pupils)).toEqual(['P2'])
  })
  test('a pupil whom the registers no longer name is past, is still in the year, and comes back as the same pupil', () => {
    const days = [{ P1: '/', P2: 'N' }, { P1: '/' }, { P1: '/', P2: '/' }].map((given, day) =>
      aRegister(given, { date: addDays(FIRST, day) }),
    )
    const [first, second, third] = days.map((_, day) =>
      days.slice(0, day + 1).reduce((sum, register) => countDay(sum, register.date, [register]), noTally('3b', FIRST)),
    )
    expect(Object.keys(first?.pupils ?? {})).toEqual(['P1', 'P2'])
    expect([Object.keys(second?.pupils ?? {}), Object.keys(second?.past ?? {})]).toEqual([['P1'], ['P2']])
    expect([Object.keys(third?.pupils ?? {}).toSorted(), Object.keys(third?.past ?? {})]).toEqual([['P1', 'P2'], []])
    expect(byPupil(third ? [third] : []).get('P2')).toMatchObject({ possible: 2, attended: 1, unauthorised: 1 })
  })
})
