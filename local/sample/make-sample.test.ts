import { describe, expect, test } from 'vitest'
import { isCompulsoryAge } from '../../shared/domain/ages.ts'
import { checkMark } from '../../shared/domain/mark-check.ts'
import { makeSample, makeTrust } from './make-sample.ts'
import { policyOf, readSample } from './test-support/read-sample.ts'

const TODAY = '2026-01-12'
const springbank = policyOf('springbank')
const hilltop = policyOf('hilltop')
const files = makeSample({ policy: springbank, date: TODAY })
const read = readSample(files, TODAY)
const contacts = read.contacts.rows.map(({ pupil, contact }) => ({ pupil, ...contact }))

describe('a made-up school', () => {
  test('is repeated by its seed, and another seed makes another school', () => {
    expect(makeSample({ policy: springbank, date: TODAY })).toEqual(files)
    expect(makeSample({ policy: springbank, date: TODAY, seed: '2' }).roll).not.toBe(files.roll)
  })

  test.each([
    [1, springbank],
    [60, springbank],
    [900, hilltop],
  ])('of %i pupils is imported without a problem', (pupils, policy) => {
    const made = readSample(makeSample({ policy, date: TODAY, pupils }), TODAY)
    expect(made.problems).toEqual([])
    expect(made.contacts.warnings).toEqual([])
    expect(made.roll.rows).toHaveLength(pupils)
  })

  test('has 420 pupils in 14 classes, with a teacher for each', () => {
    expect(read.problems).toEqual([])
    expect(read.roll.rows).toHaveLength(420)
    expect(read.roll.classes.map(({ name }) => name).toSorted()).toEqual(
      ['R', '1', '2', '3', '4', '5', '6'].flatMap((year) => [`${year}A`, `${year}B`]).toSorted(),
    )
    expect(read.staff.rows.filter(({ role }) => role === 'teacher').flatMap(({ classes }) => classes)).toHaveLength(14)
  })

  test('has every mark a pupil of that age, class and day can hold', () => {
    const pupils = new Map(read.roll.rows.map((pupil) => [pupil.key, pupil]))
    const refused = read.marks.rows
      .map(({ date, session, pupil, mark }) =>
        checkMark(mark, pupils.get(pupil), { date, session, today: TODAY, closed: undefined }),
      )
      .filter((checked) => !checked.ok)
    expect(refused).toEqual([])
  })

  test('takes every register of ten school days and of the last, for all who are on the roll', () => {
    const registers = new Set(read.marks.rows.map(({ date, session, classId }) => `${date} ${session} ${classId}`))
    expect(registers.size).toBe(11 * 2 * 14)
    const today = read.marks.rows.filter(({ date, session }) => date === TODAY && session === 'AM')
    expect(today.length).toBe(read.roll.classes.reduce((sum, { pupils }) => sum + pupils, 0))
    expect(today.some(({ mark }) => mark.code === 'N')).toBe(true)
  })

  test('rings nowhere: every mobile is a drama number, one to a person, and none is an academy’s own', () => {
    const mobiles = new Map(contacts.map(({ contactId, mobile }) => [contactId, mobile]))
    const numbers = [...mobiles.values(), ...read.staff.rows.map(({ mobile }) => mobile)].filter(
      (number) => number !== undefined,
    )
    expect(numbers.filter((number) => !/^\+447700900\d{3}$/.test(number))).toEqual([])
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers).not.toContain(springbank.texts.number)
    expect(numbers).not.toContain(hilltop.texts.number)
  })

  test('keeps the first to ring of each family reachable when drama numbers run out', () => {
    const large = readSample(makeSample({ policy: hilltop, date: TODAY, pupils: 1000 }), TODAY)
    const without = large.contacts.rows.filter(({ contact }) => contact.mobile === undefined)
    const first = without.filter(({ contact }) => contact.priority === 1)
    expect(without.length).toBeGreaterThan(300)
    expect(first.length).toBeLessThan(60)
  })
})

describe('the families of a made-up school', () => {
  const some = (is: (contact: (typeof contacts)[number]) => boolean) => contacts.some(is)
  const classesOf = (contactId: string) =>
    new Set(
      contacts
        .filter((each) => each.contactId === contactId)
        .map(({ pupil }) => read.roll.rows.find(({ key }) => key === pupil)?.classId),
    )

  test.each([
    ['a parent whom a court bars', ({ courtRestriction }) => courtRestriction],
    ['a parent who must not be contacted', ({ noContact }) => noContact],
    ['somebody with a landline only', ({ mobile, landline }) => mobile === undefined && landline !== undefined],
    ['somebody with no telephone', ({ mobile, landline }) => mobile === undefined && landline === undefined],
    ['somebody who wants no texts', ({ textsAllowed }) => !textsAllowed],
    ['somebody who wants no letters', ({ lettersAllowed }) => !lettersAllowed],
    ['a confidential address', ({ addressConfidential }) => addressConfidential],
    ['a neighbour', ({ relationship }) => relationship === 'neighbour'],
    ['a grandmother', ({ relationship }) => relationship === 'grandmother'],
    [
      'a foster carer',
      ({ relationship, parentalResponsibility }) => /foster/.test(relationship) && !parentalResponsibility,
    ],
    ['a home where another language is spoken', ({ language }) => language !== undefined],
    ['parents who live apart', ({ parentalResponsibility, livesWith }) => parentalResponsibility && !livesWith],
    ['brothers and sisters in several classes', ({ contactId }) => classesOf(contactId).size > 1],
  ] satisfies [string, (contact: (typeof contacts)[number]) => boolean][])('include %s', (_what, is) => {
    expect(some(is)).toBe(true)
  })

  test('include a parent whom a court bars from one child of two', () => {
    const barred = contacts.filter(({ courtRestriction }) => courtRestriction)
    expect(barred.length).toBeGreaterThan(0)
    for (const { contactId, pupil } of barred)
      expect(some((each) => each.contactId === contactId && each.pupil !== pupil && !each.courtRestriction)).toBe(true)
  })

  test('have no two children born within the same half year, unless they are twins', () => {
    const born = new Map(read.roll.rows.map(({ key, dateOfBirth }) => [key, Date.parse(dateOfBirth)]))
    const families = Map.groupBy(contacts, ({ contactId }) => contactId)
    for (const children of families.values()) {
      const days = children
        .map(({ pupil }) => (born.get(pupil) ?? 0) / 86_400_000)
        .toSorted((one, other) => one - other)
      const gaps = days.slice(1).map((day, index) => day - (days[index] ?? 0))
      expect(gaps.filter((gap) => gap > 0 && gap < 180)).toEqual([])
    }
  })
})

describe('the pupils of a made-up school', () => {
  test.each(['socialWorker', 'lookedAfter', 'youngCarer', 'fsm', 'eal', 'alert'] as const)(
    'include some with %s',
    (flag) => {
      expect(read.roll.rows.some(({ flags }) => flags.includes(flag))).toBe(true)
    },
  )

  test('include some below compulsory age, some who joined and some who left in the year', () => {
    expect(read.roll.rows.some(({ dateOfBirth }) => !isCompulsoryAge(dateOfBirth, TODAY))).toBe(true)
    expect(read.roll.rows.some(({ admitted }) => admitted > '2025-09-10')).toBe(true)
    expect(read.roll.rows.some(({ left }) => left !== undefined)).toBe(true)
  })

  test('include part-time timetables and dual registration', () => {
    const year = readSample(makeSample({ policy: springbank, date: TODAY, from: '2025-09-01' }), TODAY)
    expect(year.problems).toEqual([])
    const codes = new Set(year.marks.rows.map(({ mark }) => mark.code))
    expect(codes.has('C2') || codes.has('X')).toBe(true)
    expect(codes.has('D')).toBe(true)
  })

  test('have the professionals that their flags speak of', () => {
    const worked = new Set(
      read.agencies.rows.filter(({ agency }) => agency.kind === 'social-worker').map(({ pupil }) => pupil),
    )
    expect(read.roll.rows.filter(({ flags }) => flags.includes('socialWorker')).map(({ key }) => key)).toEqual([
      ...worked,
    ])
  })

  test('have looked-after pupils with the Virtual School by its name in the policy, so that its extract finds them', () => {
    const byName = read.agencies.rows.filter(({ agency }) => agency.name === 'Nottinghamshire Virtual School')
    const lookedAfter = read.roll.rows.filter(({ flags }) => flags.includes('lookedAfter'))
    expect(lookedAfter.length).toBeGreaterThan(0)
    expect(byName.map(({ pupil, agency }) => [pupil, agency.kind])).toEqual(
      lookedAfter.map(({ key }) => [key, 'virtual-school']),
    )
  })
})

describe('a made-up trust', () => {
  test('has the files of each academy, with staff whom no two academies share', () => {
    const trust = makeTrust({
      academies: [
        { policy: springbank, pupils: 60 },
        { policy: hilltop, pupils: 80 },
      ],
      seed: '7',
      until: TODAY,
    })
    const staff = Object.values(trust).map((each) => readSample(each, TODAY))
    expect(staff.flatMap(({ problems }) => problems)).toEqual([])
    const mobiles = staff.flatMap(({ staff: { rows } }) => rows.flatMap(({ mobile }) => mobile ?? []))
    expect(new Set(mobiles).size).toBe(mobiles.length)
  })
})
