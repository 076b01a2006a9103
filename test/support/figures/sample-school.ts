/** The sample school behind the real functions: two rolls, five weeks of marks, a night after each, a mark amended, and everything asked of it. */

import type { Policy } from '../../../academies/policy.ts'
import type { ImportRequested } from '../../../events/import-requested.v1.ts'
import { make as makeExtracts } from '../../../functions/extracts/handler.ts'
import { importFile } from '../../../functions/import/use-case.ts'
import { make as makeLetters } from '../../../functions/letters/handler.ts'
import { runNight } from '../../../shared/counting/nightly.ts'
import type { World } from '../../../shared/ports/world.ts'
import { springbankPolicy } from '../policies.ts'
import { API_ENV, openApiSchool, SCHOOL } from '../school-api.ts'
import { AMENDED, MARKS, NEW_ROLL, PUPILS, type SampleMark, type SamplePupil } from './marks.ts'

const VIRTUAL_SCHOOL = 'Nottinghamshire Virtual School'

type Recipient = Policy['extracts']['recipients'][number]
const recipient = (
  id: string,
  kind: Recipient['kind'],
  format: Recipient['format'],
  sends: readonly (readonly [string, Recipient['sends'][number]['every']])[],
): Recipient => ({
  id,
  name: kind === 'virtual-school' ? VIRTUAL_SCHOOL : id,
  kind,
  on: true,
  format,
  remind: false,
  sends: sends.map(([extract, every]) => ({ extract, every, afterSchoolDays: 0 })),
})

/** Every extract with figures in it, in both forms and in every rhythm. */
const RECIPIENTS: readonly Recipient[] = [
  recipient('authority', 'local-authority', 'csv', [
    ['absence', 'weekly'],
    ['below-line', 'weekly'],
  ]),
  recipient('authority-json', 'local-authority', 'json', [
    ['absence', 'monthly'],
    ['below-line', 'half-term'],
  ]),
  recipient('virtual-school', 'virtual-school', 'csv', [['looked-after', 'weekly']]),
  recipient('trust', 'trust', 'csv', [['trust-attendance', 'weekly']]),
  recipient('trust-half-term', 'trust', 'json', [['trust-attendance', 'half-term']]),
  recipient('trust-named', 'trust-named', 'csv', [['trust-attendance-named', 'monthly']]),
  recipient('dfe', 'dfe', 'csv', [['dfe-daily', 'daily']]),
]

const POLICY: Policy = {
  ...springbankPolicy,
  extracts: { ...springbankPolicy.extracts, lookBack: 0, recipients: [...RECIPIENTS] },
  // So that the five weeks hold two spans of so many, and movers are told.
  reports: { ...springbankPolicy.reports, movers: { schoolWeeks: 2, points: 5, most: 10 } },
}

const act = (kind: string) => ({ at: '2025-12-01T09:00:00.000Z', by: 'system', kind })
const flag = (is: boolean): string => (is ? 'Y' : 'N')

const ROLL = 'pupilId,forename,surname,dateOfBirth,sex,yearGroup,class,admitted,left,fsm,eal,senStatus,lookedAfter'
const rollRow = (pupil: SamplePupil, className: string): string =>
  [
    pupil.id,
    pupil.forename,
    pupil.surname,
    pupil.born,
    pupil.sex,
    pupil.year,
    className,
    pupil.admitted,
    pupil.left ?? '',
    flag(pupil.fsm),
    flag(pupil.eal),
    pupil.sen,
    flag(pupil.lookedAfter),
  ].join(',')

const firstRoll = () => [ROLL, ...PUPILS.map((pupil) => rollRow(pupil, pupil.before))]
const secondRoll = () => [
  ROLL,
  ...PUPILS.flatMap((pupil) => (pupil.class === undefined ? [] : rollRow(pupil, pupil.class))),
]

const contacts = () => [
  'pupilId,priority,name,relationship,parentalResponsibility,livesWith,mobile,address1,address2,postcode',
  ...PUPILS.map(({ id, surname }, nth) => {
    const number = `07700 900${String(nth + 100)}`
    return `${id},1,Kit ${surname},parent,Y,Y,${number},${nth + 1} Mill Lane,Eastmoor,NG99 1AB`
  }),
]
const agencies = () => [
  'pupilId,kind,name,phone',
  ...PUPILS.filter(({ lookedAfter }) => lookedAfter).map(({ id }) => `${id},virtual-school,${VIRTUAL_SCHOOL},`),
]

const markRows = (some: readonly SampleMark[]) => [
  'date,session,class,pupilId,code,minutesLate,comment',
  ...some.map(({ date, session, class: name, pupil, code, minutesLate }) =>
    [date, session, name, pupil.id, code, minutesLate, ['V', 'P', 'Y1', 'D'].includes(code) ? 'as agreed' : ''].join(
      ',',
    ),
  ),
]

const LETTERS_ENV = {
  TABLE: 'table',
  LETTERS_BUCKET: 'letters',
  LETTERS_QUEUE_URL: API_ENV.LETTERS_QUEUE_URL,
  ACCOUNTS_SECRET: 'accounts',
}
const EXTRACTS_ENV = {
  TABLE: 'table',
  EXTRACTS_BUCKET: 'extracts',
  EXTRACTS_QUEUE_URL: 'extracts-queue',
  PSEUDONYMS_SECRET: 'pseudonyms',
}

export const openSampleSchool = async () => {
  const school = await openApiSchool(
    (stores) => stores,
    async (stores) => {
      await stores.policies.publish(
        SCHOOL,
        { version: 'v1', policy: POLICY, from: '2025-09-01' },
        act('policy-published'),
      )
    },
  )
  const { world, stores } = school
  let imports = 0
  const take = async (file: ImportRequested['file'], lines: readonly string[]): Promise<void> => {
    const importId = `i${++imports}`
    const bytes = new TextEncoder().encode(lines.join('\n'))
    const now = () => world.clock.now()
    const request = { academy: SCHOOL, importId, file, path: `imports/${importId}`, asOf: now(), bytes }
    const { state, problems } = await importFile(request, { stores, files: world.files('files'), log: world.log, now })
    if (state !== 'live') throw new Error(`${file} is ${state}: ${JSON.stringify(problems.slice(0, 3))}`)
  }
  const night = async (date: string): Promise<void> => {
    school.at('02:00', date)
    await runNight(SCHOOL, world.clock.now(), { stores, log: world.log })
  }
  /** Gives a queue function one message. */
  const hand = async (handler: unknown, message: unknown): Promise<void> => {
    const run = handler as (event: unknown, context: unknown) => Promise<{ batchItemFailures: readonly unknown[] }>
    const event = { Records: [{ messageId: 'm', body: JSON.stringify(message), attributes: {} }] }
    const { batchItemFailures } = await run(event, {})
    if (batchItemFailures.length > 0) throw new Error(`Failed: ${world.logged.slice(-3).join('\n')}`)
  }
  const letters = makeLetters({ ...world, env: LETTERS_ENV } as World)
  const extracts = makeExtracts({ ...world, env: EXTRACTS_ENV } as World)

  school.at('18:00', '2026-01-16')
  await take('roll', firstRoll())
  await take('contacts', contacts())
  await take('agencies', agencies())
  await take('marks', markRows(MARKS.filter(({ date }) => date < NEW_ROLL)))
  await night('2026-01-17')
  school.at('07:00', NEW_ROLL)
  await take('roll', secondRoll())
  school.at('17:00', '2026-01-23')
  await take('marks', markRows(MARKS.filter(({ date }) => date >= NEW_ROLL)))
  await night('2026-01-24')
  school.at('10:00', '2026-01-26')
  const { id, date, session, now } = AMENDED
  const amended = await school.ask('office', 'PATCH', `pupils/${id}/marks/${date}/${session}`, {
    code: now,
    because: 'A letter of the doctor was shown',
  })
  if (amended.status !== 200) throw new Error(JSON.stringify(amended.body))
  await hand(extracts, { academy: SCHOOL, anew: false })

  /** Hands the letters function what waits for it until nothing does. */
  const writeLetters = async (): Promise<void> => {
    const done = new Set<unknown>()
    const waiting = () =>
      world.sent.find((each) => each.url === API_ENV.LETTERS_QUEUE_URL && !done.has(each) && !each.delaySeconds)
    for (let next = waiting(); next !== undefined; next = waiting()) {
      done.add(next)
      await hand(letters, next.message)
    }
  }
  return { ...school, writeLetters, policy: POLICY }
}

export type SampleSchool = Awaited<ReturnType<typeof openSampleSchool>>
