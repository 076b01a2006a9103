import { describe, expect, test } from 'vitest'
import {
  aCard,
  aContact,
  aDay,
  aPupil,
  aRegister,
  aSilentDay,
  aTask,
  aText,
  at,
  DATE,
  decideAt,
  roll,
  tasksOf,
} from '../../../test/builders.ts'

const hold = (pupil: string) => ({ pupil, because: 'refuge', by: 'dsl', at: at('08:00'), review: '2026-02-01' })
const duties = (known: Parameters<typeof decideAt>[0], time: string) =>
  tasksOf(decideAt(known, time))
    .filter(({ kind }) => kind === 'held-duty')
    .map(({ id }) => id)

describe('a child on hold who is still missing after the named person has tried', () => {
  const tried = (time: string) =>
    aTask({
      id: `${DATE}-held-P1`,
      kind: 'held-duty',
      doers: ['dsl'],
      state: 'done',
      outcome: { what: 'no answer', by: 'dsl', at: at(time) },
    })
  const third = {
    caseId: 'c1',
    pupil: 'P1',
    opened: '2026-01-08',
    version: 1,
    days: ['2026-01-08', '2026-01-09', DATE],
    steps: [],
    visits: [],
  }
  const known = (time: string) => aSilentDay({ holds: [hold('P1')], cases: [third], tasks: [tried(time)] })
  test('is not asked about again at once', () => {
    expect(duties(known('10:40'), '10:45')).toEqual([])
    expect(duties(known('12:40'), '12:45')).toEqual([])
  })
  test('is the named person’s again at lunch on the third day, when the referral falls due', () => {
    expect(duties(known('10:40'), '12:30')).toEqual([`${DATE}-held-P1-2`])
  })
  test('is so, too, where the child was seen in the morning by nobody and is missing in the afternoon', () => {
    const sessions = { PM: { standing: 'unexplained', since: at('13:15') } } as const
    const registers = [aRegister({ P1: 'N' }, { session: 'PM' })]
    const afternoon = { ...known('10:40'), registers, cards: [aCard('P1', 'unexplained', { sessions })] }
    expect(duties(afternoon, '13:16')).toEqual([`${DATE}-held-P1-2`])
  })
  test('has an owner at the end of the day', () => {
    expect(duties(known('12:40'), '15:30')).toEqual([`${DATE}-held-P1-2`])
  })
})

describe('a text about a child on hold and a brother, of which nobody knows whether it went', () => {
  test('is the office’s to settle for the brother, and the named person’s for the child', () => {
    const mother = { contacts: [aContact('mum')] }
    const known = aDay({
      registers: [aRegister({ P1: 'N', P2: 'N' })],
      cards: [
        aCard('P1', 'unexplained', { texts: aText({ contactId: 'mum', state: 'uncertain', pupils: ['P1', 'P2'] }) }),
        aCard('P2', 'unexplained', { texts: aText({ contactId: 'mum', owner: 'P1' }) }),
      ],
      pupils: roll(aPupil('P1', mother), aPupil('P2', mother)),
    })
    const asked = (holds: ReturnType<typeof hold>[]) =>
      tasksOf(decideAt({ ...known, holds }, '10:40')).map(({ kind, pupils }) => [kind, pupils])
    expect(asked([hold('P1')])).toEqual(
      expect.arrayContaining([
        ['uncertain-text', ['P1', 'P2']],
        ['held-duty', ['P1']],
      ]),
    )
    const both = asked([hold('P1'), hold('P2')])
    expect(both).not.toContainEqual(['uncertain-text', ['P1', 'P2']])
    expect(both).toEqual(
      expect.arrayContaining([
        ['held-duty', ['P1']],
        ['held-duty', ['P2']],
      ]),
    )
  })
})
