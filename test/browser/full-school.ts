/** A school in the middle of a morning in which everything has happened that a page can show, and where on the console that is. */
import * as z from 'zod'
import { type Child, classOf, mobile, rollFile } from '../journeys/support/people.ts'
import { beforeChristmas } from './before-christmas.ts'
import type { Examples } from './every-page.ts'
import { type ConsoleSchool, openConsole } from './support.ts'

const at = (street: string) => ({ address1: street, address2: 'Eastmoor', postcode: 'NG99 1AB' })
const DETAILS: Readonly<Record<string, Partial<Child>>> = {
  P001: { parents: [{ mobile: '001', name: 'Robin Ashdown', more: at('14 Meadow Lane') }] },
  P003: { parents: [{ mobile: '003', contactId: 'C-P003', more: at('9 Well Street') }], more: { socialWorker: 'Y' } },
  P006: { parents: [{ mobile: '006', name: 'Kit Fenwick', more: at('2 Mill Street') }] },
}
const pupils = classOf('3B').map((child) => ({ ...child, ...DETAILS[child.id] }))
/** Sessions missed before Christmas, the first of its days on. */
const MISSED: Readonly<Record<string, readonly [string, number]>> = { P001: ['I', 2], P006: ['O', 11] }

const Day = z.object({ brakes: z.array(z.object({ id: z.string() })).min(1) })
const Reports = z.object({ reports: z.array(z.object({ name: z.string() })).min(1) })
const Kept = z.object({ reports: z.array(z.object({ id: z.string() })).min(1) })
const Begun = z.object({ id: z.string() })

export interface FullSchool {
  readonly console: ConsoleSchool
  readonly examples: Examples
  close(): Promise<void>
}

/** Monday with everybody but the ill in; Tuesday at 10:35 with texts sent and held, an answer, and letters of the night. */
const play = async ({ school }: ConsoleSchool): Promise<void> => {
  await school.load('marks', beforeChristmas(pupils, MISSED))
  await school.clock.to('2026-01-12 08:55')
  await school.rings('P001')
  await school.clock.to('2026-01-12 09:05')
  await school.takeRegister('3B', 'AM', { absent: ['P003'], marks: { P001: 'I' } })
  await school.clock.to('2026-01-12 13:05')
  await school.takeRegister('3B', 'PM', { absent: ['P003'], marks: { P001: 'I' } })
  await school.clock.to('2026-01-13 09:05')
  await school.takeRegister('3B', 'AM', { absent: ['P002', 'P003', 'P004', 'P005', 'P007'] })
  await school.clock.to('2026-01-13 10:35')
  await school.reply(mobile('003'), 'Cerys has a temperature')
  await school.api('office', 'POST', 'pupils/P008/departures', {
    at: school.clock.now(),
    because: 'To the dentist with her mother',
  })
}

const examplesOf = async ({ school }: ConsoleSchool): Promise<Examples> => {
  const [day, reports, kept, made, begun] = await Promise.all([
    school.api('lead', 'GET', 'days/2026-01-13').then(({ body }) => Day.parse(body)),
    school.api('lead', 'GET', 'reports').then(({ body }) => Reports.parse(body)),
    school.api('lead', 'GET', 'kept-reports').then(({ body }) => Kept.parse(body)),
    school
      .api('lead', 'POST', 'groups', { name: 'Chess club', pupils: ['P001', 'P002'], rule: { sex: ['F'] } })
      .then(({ body }) => Begun.parse(body)),
    school
      .api('office', 'POST', 'imports/roll?preview=true', rollFile(pupils.slice(1)))
      .then(({ body }) => Begun.parse(body)),
  ])
  return {
    registers: [
      ['3b', 'AM'],
      ['3b', 'PM'],
    ],
    stood: [
      ['3b', '2026-01-13', 'AM'],
      ['3b', '2026-01-13', 'AM', '09:30'],
    ],
    brakes: day.brakes.slice(0, 1).map(({ id }) => [id]),
    conversations: [['C-P003']],
    pupils: [['P001']],
    groups: [['sex'], ['own', 'new'], ['own', made.id]],
    reports: reports.reports.slice(0, 1).map(({ name }) => [name]),
    'kept-reports': kept.reports.slice(0, 1).map(({ id }) => [id]),
    policy: [['ladder'], ['wordings'], ['publish'], ['versions']],
    imports: [[begun.id]],
  }
}

export const openFullSchool = async (): Promise<FullSchool> => {
  const console = await openConsole({ pupils, date: '2026-01-10' })
  await play(console)
  return { console, examples: await examplesOf(console), close: () => console.close() }
}
