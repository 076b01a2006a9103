/** Every way in which a text of today turns out to have been wrong, and who is then told, once. */
import { describe, expect, test } from 'vitest'
import {
  aCard,
  aClass,
  aContact,
  aDay,
  aPupil,
  aRegister,
  aText,
  at,
  DATE,
  decideAt,
  ordersOf,
  roll,
  tasksOf,
  textsOf,
} from '../../test/builders.ts'
import type { Standing, TextRecord } from './absence.ts'
import type { Known } from './known.ts'
import type { Mark, MarkSource } from './register.ts'

const MUM = aContact('mum', { mobile: '+447700900101' })
const DAD = aContact('dad', { mobile: '+447700900102' })
const GRAN = aContact('gran', { mobile: '+447700900103' })

/** One pupil whose mother was texted at 10:30, and the mark that stands since. */
const told = (code: string, source: MarkSource, standing: Standing, rest: Partial<Known> = {}): Known => {
  const register = aRegister({})
  return aDay({
    registers: [{ ...register, marks: { P1: { code, source } as Mark } }],
    cards: [aCard('P1', standing, { texts: aText({ contactId: 'mum', state: 'delivered' }) })],
    pupils: roll(aPupil('P1', { contacts: [MUM, DAD] })),
    ...rest,
  })
}
const corrections = (known: Known, time = '10:45') =>
  textsOf(decideAt(known, time)).flatMap(({ kind, pupils, contactId }) =>
    kind === 'correction' ? [[contactId, ...pupils]] : [],
  )
const calls = (known: Known, time = '10:45') =>
  tasksOf(decideAt(known, time)).filter(({ kind }) => kind === 'put-right')
const follows = (known: Known) => ordersOf(decideAt(known, '10:45'), 'follow').map(({ standing }) => standing)

describe('a child who is in after all', () => {
  test('by the office’s word: the absence is withdrawn, and whoever was texted hears so', () => {
    expect(follows(told('/', 'office', 'unexplained'))).toEqual(['withdrawn'])
    expect(corrections(told('/', 'office', 'withdrawn'))).toEqual([['mum', 'P1']])
  })
  test.each(['arrival', 'office', 'teacher', 'import'] as const)('by coming in late, as the %s says', (source) => {
    expect(follows(told('U', source, 'unexplained'))).toEqual(['arrived'])
    expect(corrections(told('U', source, 'arrived'))).toEqual([['mum', 'P1']])
  })
  test.each(['teacher', 'import'] as const)(
    'by a mark of the %s alone: the office looks first, and then the family is told',
    (source) => {
      const disputed = told('/', source, 'unexplained')
      expect([follows(disputed), corrections(disputed), calls(disputed)]).toEqual([[], [], []])
      expect(tasksOf(decideAt(disputed, '10:45')).map(({ kind }) => kind)).toContain('disputed-mark')
      expect(corrections(told('/', 'office', 'withdrawn'))).toEqual([['mum', 'P1']])
    },
  )
  test('is told to exactly those who may have read that day’s text, and to each once', () => {
    const texts = {
      ...aText({ contactId: 'mum', state: 'delivered' }),
      ...aText({ contactId: 'mum', state: 'delivered', kind: 'ladder' }),
      ...aText({ contactId: 'dad', state: 'uncertain' }),
      ...aText({ contactId: 'gran', state: 'refused' }),
    }
    const known = told('/', 'office', 'withdrawn', {
      cards: [aCard('P1', 'withdrawn', { texts })],
      pupils: roll(aPupil('P1', { contacts: [MUM, DAD, GRAN] })),
    })
    expect(corrections(known).toSorted()).toEqual([
      ['dad', 'P1'],
      ['mum', 'P1'],
    ])
  })
  describe('in the afternoon too, after a correction in the morning', () => {
    const again = (more: Readonly<Record<string, TextRecord>> = {}): Known => {
      const texts = {
        ...aText({ contactId: 'mum', state: 'delivered' }),
        ...aText({ contactId: 'mum', kind: 'correction', state: 'delivered', at: at('10:45') }),
        ...more,
      }
      const gone = { standing: 'withdrawn', since: at('13:40') } as const
      const present = { P1: { code: '/', source: 'office' } as Mark }
      return told('/', 'office', 'withdrawn', {
        registers: [
          { ...aRegister({}), marks: present },
          { ...aRegister({}), session: 'PM', submittedAt: at('13:10'), asOf: at('13:10'), marks: present },
        ],
        cards: [aCard('P1', 'withdrawn', { sessions: { AM: gone, PM: gone }, texts })],
      })
    }
    test('is not told a second time of a text that never went in the afternoon', () => {
      expect(corrections(again(), '13:45')).toEqual([])
    })
    test('is told when a text went in the afternoon as well', () => {
      const sent = aText({ contactId: 'mum', state: 'delivered', session: 'PM', at: at('13:30') })
      expect(corrections(again(sent), '13:45')).toEqual([['mum', 'P1']])
    })
    test('is told to another who had a text and no correction', () => {
      const sent = aText({ contactId: 'dad', state: 'delivered' })
      expect(corrections(again(sent), '13:45')).toEqual([['dad', 'P1']])
    })
  })
  test('is told although the child has changed class since', () => {
    const moved = told('/', 'office', 'withdrawn', {
      classes: [aClass('3b'), aClass('3a')],
      pupils: roll(aPupil('P1', { classId: '3a', contacts: [MUM] })),
    })
    expect(corrections(moved)).toEqual([['mum', 'P1']])
  })
  test('is told although the school has closed since: the register was in before', () => {
    const closed = {
      id: 'c1',
      from: DATE,
      until: DATE,
      sessions: ['AM', 'PM'],
      code: 'Y4',
      because: 'Snow',
      by: 'head',
      at: at('10:40'),
    } as const
    expect(corrections(told('/', 'office', 'withdrawn', { closures: [closed] }))).toEqual([['mum', 'P1']])
  })
})

describe('one text for two children, of whom one was in', () => {
  const both = aText({ contactId: 'mum', state: 'delivered', pupils: ['P1', 'P2'] })
  const pointer = aText({ contactId: 'mum', state: 'claimed', owner: 'P1' })
  const family = (first: [string, Standing], second: [string, Standing], more = {}): Known =>
    aDay({
      registers: [
        {
          ...aRegister({}),
          marks: { P1: { code: first[0], source: 'office' }, P2: { code: second[0], source: 'office' } } as Record<
            string,
            Mark
          >,
        },
      ],
      cards: [aCard('P1', first[1], { texts: { ...both, ...more } }), aCard('P2', second[1], { texts: pointer })],
      pupils: roll(aPupil('P1', { contacts: [MUM] }), aPupil('P2', { contacts: [MUM] })),
    })

  test('is put right for that child alone', () => {
    expect(corrections(family(['/', 'withdrawn'], ['N', 'unexplained']))).toEqual([['mum', 'P1']])
    expect(corrections(family(['N', 'unexplained'], ['/', 'withdrawn']))).toEqual([['mum', 'P2']])
  })
  test('and for the other when that one comes in too', () => {
    const sent = aText({ contactId: 'mum', kind: 'correction', state: 'delivered' })
    expect(corrections(family(['/', 'withdrawn'], ['U', 'arrived'], sent))).toEqual([['mum', 'P2']])
  })
})

describe('a lateness that was none', () => {
  const late = (code: string, source: MarkSource = 'office'): Known => {
    const texts = aText({ contactId: 'mum', state: 'delivered', kind: 'late', at: at('09:22') })
    const standing = code === '/' ? 'withdrawn' : 'arrived'
    return told(code, source, standing, { cards: [aCard('P1', standing, { texts })] })
  }
  test.each(['/', 'L'])('amended to %s is put right with whoever was told of it', (code) => {
    expect(corrections(late(code))).toEqual([['mum', 'P1']])
  })
  test('is not taken back on the word of a teacher', () => {
    expect(corrections(late('L', 'teacher'))).toEqual([])
  })
  test('stands while the mark is U', () => {
    expect([corrections(late('U')), calls(late('U'))]).toEqual([[], []])
  })
})

describe('a child who was not in, as the school knew', () => {
  test.each(['V', 'P', 'W', 'B', 'D', 'X', 'C2'])(
    'amended to %s: the family is rung, as no text can say "present"',
    (code) => {
      const known = told(code, 'office', 'reported')
      expect(calls(known).map(({ pupils, urgent }) => [pupils, urgent])).toEqual([[['P1'], true]])
      expect(corrections(known)).toEqual([])
    },
  )
  test.each(['I', 'M', 'G', 'Y2'])(
    'amended to %s, which a family tells: the text was true, and nobody is rung',
    (code) => {
      expect(calls(told(code, 'office', 'reported'))).toEqual([])
    },
  )
  test('is rung about once, and not while a text has reached nobody', () => {
    const [asked] = calls(told('V', 'office', 'reported'))
    if (!asked) throw new Error('nobody is rung')
    const { do: _, ...order } = asked
    const task = { ...order, date: DATE, version: 1, raised: at('10:45'), state: 'done', pages: {} } as const
    expect(calls(told('V', 'office', 'reported', { tasks: [task] }), '11:00')).toEqual([])
    const refused = [aCard('P1', 'reported', { texts: aText({ contactId: 'mum', state: 'refused' }) })]
    expect(calls(told('V', 'office', 'reported', { cards: refused }))).toEqual([])
  })
  test('is not rung about where a correction has told the family already', () => {
    const texts = {
      ...aText({ contactId: 'mum', state: 'delivered' }),
      ...aText({ contactId: 'mum', kind: 'correction', state: 'delivered' }),
    }
    expect(calls(told('V', 'office', 'withdrawn', { cards: [aCard('P1', 'withdrawn', { texts })] }))).toEqual([])
  })
  test('is missing after all: the call falls away', () => {
    const [asked] = calls(told('V', 'office', 'reported'))
    if (!asked) throw new Error('nobody is rung')
    const { do: _, ...order } = asked
    const task = { ...order, date: DATE, version: 1, raised: at('10:45'), state: 'open', pages: {} } as const
    const again = decideAt(told('N', 'office', 'unexplained', { tasks: [task] }), '11:00')
    expect(ordersOf(again, 'settle').map(({ taskId }) => taskId)).toContain(task.id)
  })
})

describe('a school that closes after the texts went', () => {
  const closure = {
    id: 'c1',
    from: DATE,
    until: DATE,
    sessions: ['AM', 'PM'],
    code: 'Y4',
    because: 'Snow',
    by: 'head',
    at: at('10:40'),
  } as const

  test('leaves a text true whose register was in before: the child is still missing, and nothing is taken back', () => {
    const known = told('N', 'teacher', 'unexplained', { closures: [closure] })
    expect([follows(known), corrections(known), calls(known)]).toEqual([[], [], []])
  })
  test('on a day that the calendar says was closed all along: the absence is withdrawn and the family rung', () => {
    const calendar: Known['calendar'] = { listed: { [DATE]: { kind: 'closure' } }, terms: [] }
    expect(follows(told('N', 'teacher', 'unexplained', { calendar }))).toEqual(['withdrawn'])
    expect(calls(told('N', 'teacher', 'withdrawn', { calendar }))).toHaveLength(1)
  })
  test('and opens again: an absence that was withdrawn meanwhile is an absence again, and nothing is taken back', () => {
    expect(follows(told('N', 'teacher', 'withdrawn'))).toEqual(['unexplained'])
    const reopened = told('N', 'teacher', 'unexplained')
    expect([corrections(reopened), calls(reopened)]).toEqual([[], []])
  })
})
