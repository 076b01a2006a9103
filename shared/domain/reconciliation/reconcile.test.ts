import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ALL_CODES, type Code, type Session } from '../codes.ts'
import { type CountedMark, sumOf, tallyOf } from '../counting/tally.ts'
import { marksWithin } from '../counting/window.ts'
import { addDays } from '../time.ts'
import {
  type Counted,
  type Definition,
  departmentDefinition,
  governorsDefinition,
  schoolDefinition,
} from './definition.ts'
import { reconcile } from './reconcile.ts'

const WINDOW = { from: '2025-09-01', until: '2025-12-19' }
const END = WINDOW.until
const EIGHT = '2017-05-04'
const FOUR = '2021-03-01'

const marks = (...codes: readonly Code[]): readonly CountedMark[] =>
  codes.map((code, at) => ({
    date: addDays('2025-09-08', Math.floor(at / 2)),
    session: at % 2 === 0 ? 'AM' : 'PM',
    code,
  }))
const pupil = (key: string, all: readonly CountedMark[], rest: Partial<Counted> = {}): Counted => ({
  key,
  marks: all,
  enrolment: { admitted: '2021-09-02' },
  dateOfBirth: EIGHT,
  ...rest,
})
const school = schoolDefinition(WINDOW)
const department = departmentDefinition(WINDOW, '2025-09-01')
const named = (everybody: readonly Counted[], one: Definition, other: Definition) =>
  reconcile(everybody, one, other, END)
    .causes.filter(({ cause }) => cause !== 'rounding')
    .map(({ cause, possible, attended }) => [cause, possible, attended])

describe('why the Department’s figure is not ours', () => {
  test('a reception pupil is in the school’s figure and in no headline', () => {
    const everybody = [pupil('k1', marks('/', '\\')), pupil('k2', marks('/', 'O'), { dateOfBirth: FOUR })]
    expect(named(everybody, school, department)).toEqual([['age', -2, -1]])
  })
  test('days before the first full week are in the school’s and not in the published one', () => {
    const early: readonly CountedMark[] = [{ date: '2025-09-03', session: 'AM', code: 'O' }]
    const begins = departmentDefinition({ from: '2025-09-02', until: END }, '2025-09-02')
    expect(begins.window.from).toBe('2025-09-08')
    expect(named([pupil('k1', [...early, ...marks('/', '\\')])], school, begins)).toEqual([['window', -1, 0]])
  })
  test('one decimal against two is rounding, and is said even where nothing else differs', () => {
    const everybody = [pupil('k1', marks('/', '\\', 'O'))]
    const { first, second, difference, causes } = reconcile(everybody, school, department, END)
    expect([first.attendance, second.attendance, difference.hundredths]).toEqual(['66.7', '66.67', -3])
    expect(causes).toMatchObject([{ cause: 'rounding', hundredths: -3, possible: 0 }])
  })
})

describe('why the governors’ figure is not ours', () => {
  test('theirs is of the term in which the question ends', () => {
    const term = { from: '2025-11-03', until: '2025-12-19' }
    const everybody = [pupil('k1', [...marks('O', 'O'), { date: '2025-11-03', session: 'AM', code: '/' }])]
    expect(named(everybody, school, governorsDefinition(WINDOW, term))).toEqual([['window', -2, 0]])
  })
})

describe('why another report’s figure is not ours', () => {
  const other = (rest: Partial<Definition>): Definition => ({ ...school, ...rest })

  test('a leaver stays in ours to the last day; a report of those on the roll today leaves them out', () => {
    const everybody = [
      pupil('k1', marks('/', '\\')),
      pupil('k2', marks('O', 'O'), { enrolment: { admitted: '2021-09-02', left: '2025-09-30' } }),
    ]
    expect(named(everybody, school, other({ leavers: 'left-out' }))).toEqual([['leavers', -2, 0]])
  })
  test('C2 taken for no session, X or Y taken for absence are each told by name', () => {
    const everybody = [pupil('k1', marks('/', 'C2', 'X', 'Y4', 'Y1'))]
    expect(named(everybody, school, other({ c2: 'left-out', x: 'absence', y: 'absence' }))).toEqual([
      ['c2', -1, 0],
      ['x', 1, 0],
      ['y', 2, 0],
    ])
  })
  test('a session that two causes would explain belongs to the first: the leaver of four is a leaver', () => {
    const everybody = [
      pupil('k2', marks('O', 'O'), { dateOfBirth: FOUR, enrolment: { admitted: '2025-09-02', left: '2025-09-30' } }),
    ]
    expect(named(everybody, school, other({ leavers: 'left-out', ages: '5-15' }))).toEqual([['leavers', -2, 0]])
  })
})

const someDate = fc.integer({ min: 0, max: 120 }).map((days) => addDays('2025-08-25', days))
const someMarks = fc.uniqueArray(
  fc.record({
    date: someDate,
    session: fc.constantFrom<Session>('AM', 'PM'),
    code: fc.constantFrom(...ALL_CODES),
  }),
  { selector: ({ date, session }) => `${date} ${session}`, maxLength: 30 },
)
const someone = fc.record(
  {
    key: fc.uuid(),
    marks: someMarks,
    enrolment: fc.oneof(
      fc.record({ admitted: someDate }),
      fc.record({ admitted: fc.constant('2021-09-02'), left: someDate }),
    ),
    dateOfBirth: fc.constantFrom(EIGHT, FOUR, '2008-01-01'),
  },
  { requiredKeys: ['key', 'marks'] },
)
const someDefinition = fc.record({
  window: fc.tuple(someDate, someDate).map(([one, other]) => ({
    from: one < other ? one : other,
    until: one < other ? other : one,
  })),
  leavers: fc.constantFrom('counted', 'left-out'),
  ages: fc.constantFrom('all', '5-15'),
  c2: fc.constantFrom('absence', 'left-out'),
  x: fc.constantFrom('absence', 'left-out'),
  y: fc.constantFrom('absence', 'left-out'),
  decimals: fc.constantFrom(1, 2),
}) satisfies fc.Arbitrary<Definition>

describe('whatever the marks and the definitions', () => {
  test('the causes add up to the difference, session by session and to the hundredth of a per cent', () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 6 }), someDefinition, someDefinition, (everybody, one, other) => {
        const { first, second, difference, causes } = reconcile(everybody, one, other, END)
        for (const field of [
          'pupils',
          'possible',
          'attended',
          'authorised',
          'unauthorised',
          'persistentlyAbsent',
        ] as const) {
          expect(second[field] - first[field]).toBe(difference[field])
          expect(causes.reduce((sum, cause) => sum + cause[field], 0)).toBe(difference[field])
        }
        const points = causes.map(({ hundredths }) => hundredths)
        // Where some step on the way has nothing to divide by, there is no percentage to share out.
        if (points.every((each) => each !== null))
          expect(points.reduce((sum, each) => sum + (each ?? 0), 0)).toBe(difference.hundredths ?? 0)
      }),
    )
  })
  test('a figure against itself has no cause', () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 4 }), someDefinition, (everybody, one) => {
        expect(reconcile(everybody, one, one, END).causes).toEqual([])
      }),
    )
  })
  test('the school’s own side is what every other figure of Firstbell counts', () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 6 }), (everybody) => {
        const { first } = reconcile(everybody, school, department, END)
        const { possible, attended, authorised, unauthorised } = sumOf(
          everybody.map(({ marks: own, enrolment = { admitted: WINDOW.from } }) =>
            tallyOf(marksWithin(own, WINDOW, enrolment)),
          ),
        )
        expect(first).toMatchObject({ possible, attended, authorised, unauthorised })
      }),
    )
  })
})
