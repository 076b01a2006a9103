import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import type { LetterMatter, LetterOrder, MissedSession } from './letter.ts'
import type { LetterDocument } from './model.ts'
import { writeLetter } from './write-letter.ts'

const ill: readonly MissedSession[] = [
  { date: '2025-10-06', session: 'AM', code: 'I' },
  { date: '2025-10-06', session: 'PM', code: 'I' },
]
const unexcused: readonly MissedSession[] = [
  { date: '2025-10-09', session: 'PM', code: 'O' },
  { date: '2025-10-10', session: 'AM', code: 'U' },
  { date: '2025-10-10', session: 'PM', code: 'G' },
]

const order = (missed: readonly MissedSession[], rest: Partial<LetterOrder> = {}, possible = 40): LetterOrder => {
  const authorised = missed.filter(({ code }) => code === 'I').length
  return {
    kind: 'stage-1',
    pupil: 'P1',
    cycle: '2025-26',
    figures: {
      from: '2025-09-03',
      until: '2026-01-16',
      possible,
      attended: possible - missed.length,
      authorised,
      unauthorised: missed.length - authorised,
    },
    missed,
    ...rest,
  }
}

const matter = (asked: LetterOrder, rest: Partial<LetterMatter> = {}): LetterMatter => ({
  order: asked,
  pupil: { forename: 'Amelia', surname: 'Marlowe' },
  to: { contactId: 'm', name: 'Robin Marlowe', address: ['14 Meadow Lane', 'Eastmoor'], postcode: 'ng991ab' },
  date: '2026-01-19',
  reference: 'L-1',
  signedBy: 'Jo Example',
  ...rest,
})

const written = (asked: LetterMatter): LetterDocument => {
  const letter = writeLetter(springbankPolicy, asked)
  if (!letter.ok) throw new Error(letter.refusal.why)
  return letter.value
}
const words = (letter: LetterDocument): string => JSON.stringify(letter).replaceAll('\u00a0', ' ')
const refusal = (asked: LetterMatter) => {
  const letter = writeLetter(springbankPolicy, asked)
  return letter.ok ? undefined : letter.refusal.code
}

describe('the page that a letter leads to', () => {
  const page = { address: 'attendance.example.org/p/0123-4567-89AB-CDEF', until: '2026-02-16' }

  test('is said where the wording has a place for it, with how long it opens', () => {
    const said = words(written(matter(order(unexcused), { page })))
    expect(said).toContain(`at ${page.address}`)
    expect(said).toContain('until Monday 16 February 2026')
  })
  test('is said nowhere in a letter that carries none', () => {
    const said = words(written(matter(order(unexcused))))
    expect(said).not.toMatch(/\/p\/|\{page\}|See the record/)
  })
})

describe('every letter', () => {
  const letter = written(matter(order(unexcused)))

  test('has the address in the window, the postcode last', () => {
    expect(letter.address).toEqual(['Robin Marlowe', '14 Meadow Lane', 'Eastmoor', 'NG99 1AB'])
  })

  test('names the pupil by first name and surname, the lead, their title and their number', () => {
    expect(letter.title).toBe('Attendance of Amelia Marlowe: stage 1 letter')
    expect(letter.blocks).toContainEqual({
      is: 'signature',
      lines: ['Yours sincerely', 'Jo Example', 'Attendance Lead, Springbank Academy', 'Telephone 01632 960124'],
    })
  })

  test('is signed before the record of sessions, so that the name is under the words', () => {
    const kinds = letter.blocks.map(({ is }) => is)
    expect(kinds.indexOf('signature')).toBeLessThan(kinds.indexOf('table'))
    expect(kinds.slice(-2)).toEqual(['heading', 'table'])
  })

  test('lists what was missed by day, both sessions together where the reason is one, without the codes of the office', () => {
    const table = written(matter(order([...unexcused, ...ill]))).blocks.find((block) => block.is === 'table')
    expect(table?.rows).toEqual([
      ['Monday 6 October 2025', 'All day', 'Illness', 'Yes'],
      ['Thursday 9 October 2025', 'Afternoon', 'No reason accepted', 'No'],
      ['Friday 10 October 2025', 'Morning', 'Arrived after the register closed', 'No'],
      ['Friday 10 October 2025', 'Afternoon', 'Holiday not agreed by the school', 'No'],
    ])
  })

  test('of the same matter is the same letter', () => {
    expect(written(matter(order(unexcused)))).toEqual(letter)
  })
})

test('a family whose child was ill is offered help and not warned', () => {
  const letter = written(matter(order(ill)))
  expect(words(letter)).toContain('how can we help?')
  expect(words(letter)).not.toContain('stage 1')
})

describe('a stage 2 letter', () => {
  const meeting = { date: '2026-01-29', time: '14:00', place: 'the school office' }

  test('says when and where the meeting is, and has a slip to send back', () => {
    const { blocks } = written(matter(order(unexcused, { kind: 'stage-2', meeting })))
    expect(blocks).toContainEqual({
      is: 'meeting',
      items: [
        { label: 'Day', value: 'Thursday 29 January 2026' },
        { label: 'Time', value: '2:00pm' },
        { label: 'Place', value: 'the school office' },
      ],
    })
    expect(blocks.at(-1)).toMatchObject({
      is: 'reply-slip',
      about: expect.arrayContaining([{ label: 'Reference', value: 'L-1' }]),
    })
  })

  test('without a meeting is refused', () => {
    expect(refusal(matter(order(unexcused, { kind: 'stage-2' })))).toBe('letter-matter')
  })
})

test('a notice to improve has the record, the duty, the help given and offered, what must improve by when, and what may follow', () => {
  const improve = { from: '2026-01-26', until: '2026-03-06', mostUnauthorised: 0, support: ['We met you in November.'] }
  const said = words(written(matter(order(unexcused, { kind: 'notice-to-improve', improve }))))
  for (const part of [
    '3 sessions of these were not authorised',
    'section 444 of the Education Act 1996',
    'We met you in November.',
    'more help',
    'From 26 January 2026 to 6 March 2026: there must be no unauthorised absence.',
    'penalty notice',
    'Why attendance matters',
    '01632 960124',
  ])
    expect(said).toContain(part)
})

describe('the termly letter', () => {
  const termly = (missed: number, possible: number) =>
    written(
      matter(
        order(
          Array.from({ length: missed }, (_, day) => ({
            date: `2025-10-${String(day + 1).padStart(2, '0')}`,
            session: 'AM',
            code: 'I',
          })),
          { kind: 'traffic-light', term: 'the autumn term' },
          possible,
        ),
      ),
    )

  test.each([
    [5, 100, 'green', '95.0%'],
    [6, 100, 'amber', '94.0%'],
    [10, 100, 'amber', '90.0%'],
    [11, 100, 'red', '89.0%'],
  ])('with %i of %i sessions missed is %s', (missed, possible, colour, percent) => {
    const letter = termly(missed, possible)
    expect(letter.title).toBe(`Attendance of Amelia Marlowe in the autumn term: ${colour}`)
    expect(letter.blocks).toContainEqual(expect.objectContaining({ is: 'figures', colour }))
    expect(words(letter)).toContain(percent)
  })

  test('says the days missed', () => {
    expect(words(termly(5, 100))).toContain('2 and a half days')
  })
})

describe('a certificate', () => {
  test('names the child and the term', () => {
    const { blocks } = written(matter(order([], { kind: 'full-attendance', term: 'the autumn term' })))
    expect(blocks.at(-1)).toMatchObject({ is: 'certificate', name: 'Amelia Marlowe' })
  })

  test('is refused for a child who missed a session', () => {
    expect(refusal(matter(order(ill, { kind: 'full-attendance', term: 'the autumn term' })))).toBe('letter-matter')
  })
})

test.each([
  ['no postcode', { postcode: 'Paris' }],
  ['too many lines', { address: ['1', '2', '3', '4', '5', '6'] }],
  ['no street', { address: [] }],
])('an address with %s is refused', (_what, change) => {
  const { to } = matter(order(unexcused))
  expect(refusal(matter(order(unexcused), { to: { ...to, ...change } }))).toBe('letter-address')
})
