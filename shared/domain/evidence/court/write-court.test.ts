import { describe, expect, test } from 'vitest'
import { aContact, aPupil, aRegister, at, DATE } from '../../../../test/builders.ts'
import type { Block } from '../../letters/model.ts'
import type { Register } from '../../register.ts'
import type { Entry } from '../entry.ts'
import type { Material } from './material.ts'
import { writeCourt } from './write-court.ts'

const SCHOOL = 'springbank'
let made = 0
const entry = (kind: string, time: string, detail: Entry['detail'] = {}, more: Partial<Entry> = {}): Entry => ({
  id: `e${++made}`,
  academy: SCHOOL,
  about: { pupil: 'k01' },
  at: at(time),
  by: 'system',
  kind,
  detail,
  ...more,
})

const material = (more: Partial<Material> = {}): Material => ({
  academy: SCHOOL,
  school: 'Springbank Academy',
  zone: 'Europe/London',
  pupil: aPupil('k01', { pupilId: 'P001', contacts: [aContact('c1')] }),
  from: DATE,
  until: DATE,
  asked: { at: at('16:00'), by: 's-lead' },
  told: [],
  registers: [],
  letters: [],
  visits: [],
  links: [],
  destroyed: 0,
  differing: [],
  names: { 's-lead': 'The attendance lead (lead)', c1: 'Robin Marlowe (parent)' },
  ...more,
})
const telling = (...entries: readonly Entry[]): Material =>
  material({ told: entries.map((each) => ({ entry: each, standing: 'sealed' })) })

const exhibit = (number: number, from: Material): readonly Block[] => {
  const part = writeCourt(from, 'B1').parts.find(({ title }) => title.startsWith(`Exhibit ${number}:`))
  if (!part) throw new Error('There is no such exhibit')
  return part.blocks
}
const rowsOf = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.is === 'table' ? block.rows : []))
const wordsOf = (blocks: readonly Block[]): string => JSON.stringify(blocks)
const register = (session: 'AM' | 'PM', code: string): Register => aRegister({ k01: code, k02: 'N' }, { session })

describe('the front page', () => {
  test('says of which day the names of staff and contacts are, and what becomes of who has left', () => {
    const { front } = writeCourt(material({}), 'B1')
    expect(wordsOf(front)).toContain('contacts on 12 January 2026, when this bundle was made')
    expect(wordsOf(front)).toContain('shown by the number alone')
  })

  test('shows whoever is in no file any more by their number, never by another’s name', () => {
    const gone = entry('mark-amended', '10:30', {}, { by: 's-gone' })
    expect(rowsOf(exhibit(1, telling(gone)))[0]?.[2]).toBe('s-gone')
  })
})

describe('the chronology', () => {
  test('names what happened, the clause that asked for it, and who it was, by the school’s clock', () => {
    const summer = {
      at: '2026-07-06T09:30:00.000Z',
      rule: 'unreported-absence',
      clause: 'Registration: a text by 10.30am',
    }
    const [row] = rowsOf(exhibit(1, telling(entry('text-claimed', '10:30', { contact: 'c1' }, summer))))
    expect(row).toEqual([
      '6 July 2026, 10:30',
      'A text was sent: contact Robin Marlowe (parent). Registration: a text by 10.30am (rule unreported-absence)',
      'Firstbell, by the policy',
    ])
  })

  test('says of an entry that no seal speaks of it', () => {
    const told = [{ entry: entry('case-opened', '12:30'), standing: 'before-sealing' as const }]
    expect(wordsOf(exhibit(1, material({ told })))).toContain('Recorded before sealing began.')
  })

  test('tells a kind that it has no words for by its name', () => {
    expect(wordsOf(exhibit(1, telling(entry('panel-invited', '12:30'))))).toContain('Panel invited')
  })
})

describe('the register', () => {
  test('has a row for each week, and every amendment with who, when and why', () => {
    const mark = {
      class: '3b',
      date: DATE,
      session: 'AM',
      was: { code: 'N' },
      mark: { code: 'M' },
      because: 'a card was shown',
    }
    const amended = entry('register-mark', '11:00', mark, { by: 's-lead' })
    const blocks = exhibit(2, {
      ...telling(amended),
      registers: [register('AM', 'M'), register('PM', '\\')],
    })
    expect(rowsOf(blocks)).toContainEqual(['12 January 2026', 'M', '\\', '–', '–', '–', '–', '–', '–', '–', '–'])
    expect(rowsOf(blocks)).toContainEqual([
      '12 January 2026 AM',
      'N to M',
      '12 January 2026, 11:00',
      'The attendance lead (lead)',
      'a card was shown',
    ])
  })
})

describe('the texts', () => {
  const slot = { kind: 'unreported', step: 'first', session: 'AM', contact: 'c1' }
  test('each have their own receipts, though the same text was sent the next day too', () => {
    const tomorrow = (time: string) => ({ at: at(time, '2026-01-13') })
    const rows = rowsOf(
      exhibit(
        3,
        telling(
          entry('text-claimed', '10:30', { ...slot, body: 'first', to: '+447700900101' }),
          entry('text-delivered', '10:31', { slot: 'unreported|first|AM|c1' }),
          entry('text-claimed', '10:30', { ...slot, body: 'second' }, tomorrow('10:30')),
          entry('text-failed', '10:40', { slot: 'unreported|first|AM|c1' }, tomorrow('10:40')),
        ),
      ),
    )
    expect(rows.map(([number, , to, body, became]) => [number, to, body, became])).toEqual([
      ['3.1', 'Robin Marlowe (parent), +447700900101', 'first', 'The text reached the phone: 12 January 2026, 10:31'],
      ['3.2', 'Robin Marlowe (parent)', 'second', 'The text did not reach the phone: 13 January 2026, 10:40'],
    ])
  })
})

test('meetings, plans and requests for leave are an exhibit, whatever became of them', () => {
  const kinds = [
    'meeting-arranged',
    'panel-declined',
    'attend-plan-agreed',
    'action-agreed',
    'leave-refused',
    'case-opened',
  ]
  const rows = rowsOf(exhibit(6, telling(...kinds.map((kind) => entry(kind, '11:00', { date: DATE })))))
  expect(rows.map(([, what]) => what)).toEqual([
    'Meeting arranged. date 12 January 2026',
    'Panel declined. date 12 January 2026',
    'Attend plan agreed. date 12 January 2026',
    'Action agreed. date 12 January 2026',
    'Leave refused. date 12 January 2026',
  ])
})

describe('the certificate', () => {
  test('states the enrolment, the exact period, the sums, each unauthorised session, and that the register can be produced', () => {
    const words = wordsOf(exhibit(7, material({ registers: [register('AM', 'G'), register('PM', '\\')] })))
    expect(words).toContain('DRAFT')
    expect(words).toContain('12 January 2026 to 12 January 2026, both included')
    expect(words).toContain('{"label":"possible sessions","value":"2"}')
    expect(words).toContain('["12 January 2026 AM","G","Holiday not granted"]')
    expect(words).toContain('Robin Marlowe (parent, with parental responsibility)')
    expect(words).toContain('which can be produced')
  })

  test('Case 56: is not drafted while an N stands in the period', () => {
    const words = wordsOf(exhibit(7, material({ registers: [register('AM', 'N'), register('PM', '\\')] })))
    expect(words).toContain('No certificate is drafted. One session of the period still has N')
    expect(words).not.toContain('I certify')
  })

  test.each(['K', 'B', 'Y7'])(
    'Case 28: is not drafted while a %s of a file stands in the period without its note',
    (code) => {
      const am = register('AM', code)
      const words = (note?: string) => {
        const marks = {
          k01: { ...am.marks.k01, code, source: 'import', ...(note ? { note } : {}) },
        } as Register['marks']
        return wordsOf(exhibit(7, material({ registers: [{ ...am, marks }, register('PM', '\\')] })))
      }
      expect(words()).toContain(`is wanted for: 12 January 2026 AM (${code})`)
      expect(words()).not.toContain('DRAFT')
      expect(words('at the authority’s unit')).toContain('DRAFT')
    },
  )

  test('counts no register that was never submitted, and no day after the pupil left', () => {
    const left = { ...material().pupil, left: '2026-01-09' }
    const draft = { ...register('AM', 'O'), submitted: false }
    expect(wordsOf(exhibit(7, material({ registers: [draft] })))).toContain('"value":"0"')
    expect(wordsOf(exhibit(7, material({ pupil: left, registers: [register('AM', 'O')] })))).not.toContain('"O"')
  })
})

test('a whole document says nothing of another child in the class', () => {
  const registers = [register('AM', '/'), register('PM', '\\')]
  expect(JSON.stringify(writeCourt(material({ registers }), 'B1'))).not.toContain('k02')
})

test('what is wrong with the evidence is said in the bundle itself', () => {
  const without = { because: 'lost when the region failed', by: 's-head', registers: ['2026-01-12 AM 3b, version 1'] }
  const link = {
    form: 'firstbell-seal/1' as const,
    academy: SCHOOL,
    date: DATE,
    number: 1,
    previous: null,
    sealedAt: at('02:00', '2026-01-13'),
    histories: 1,
    entries: 1,
    root: 'r',
    hash: 'h',
    without,
  }
  const words = wordsOf(
    exhibit(8, material({ links: [link], destroyed: 2, differing: [entry('mark-amended', '09:00')] })),
  )
  expect(words).toContain('lost when the region failed')
  expect(words).toContain('2 sealed entries can be read by nobody any more')
  expect(words).toContain('has 1 of these entries otherwise than they were sealed')
})
