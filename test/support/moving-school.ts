/** A school in which P001 is moved between 3B and 4C while registers are taken. */
import { importFile } from '../../functions/import/use-case.ts'
import type { Session } from '../../shared/domain/codes.ts'
import { isEntry } from '../../shared/domain/one-entry.ts'
import type { Mark } from '../../shared/domain/register.ts'
import { instantOf, localDate } from '../../shared/domain/time.ts'
import { memoryFiles } from './memory-files.ts'
import { openApiSchool, SCHOOL } from './school-api.ts'

export type MovingClass = '3b' | '4c'

const ROLL = 'pupilId,forename,surname,dateOfBirth,yearGroup,class,admitted'
const CONTACTS = 'contactId,pupilId,priority,name,relationship,parentalResponsibility,livesWith,hasCare,mobile'
const NAMES = { P001: '3B', P002: '3B', P003: '3B', P004: '3B', P005: '4C' } as const
const KEY = 'P001'

export const openMovingSchool = async () => {
  const school = await openApiSchool()
  const { world, stores, ask } = school
  let count = 0
  let its: MovingClass = '3b'
  const today = () => localDate(world.clock.now(), 'Europe/London')

  const send = async (file: 'roll' | 'contacts' | 'marks', lines: readonly string[], now = world.clock.now()) => {
    count++
    const bytes = new TextEncoder().encode(lines.join('\n'))
    const report = await importFile(
      {
        academy: SCHOOL,
        importId: `i${count}`,
        file,
        bytes,
        path: `imports/${count}`,
        asOf: now,
        confirmedBy: 's-lead',
      },
      { stores, files: memoryFiles().files, log: { write: () => undefined }, now: () => now },
    )
    if (report.state !== 'live') throw new Error(`${file} is ${report.state}: ${JSON.stringify(report.problems)}`)
  }
  const classes = () => ({ ...NAMES, P001: its.toUpperCase() })
  const idsIn = (classId: MovingClass): readonly string[] =>
    Object.entries(classes()).flatMap(([id, name]) => (name.toLowerCase() === classId ? [id] : []))

  /** The roll is imported anew, P001 in this class; at an instant before today where one is given. */
  const moves = async (to: MovingClass, now?: string) => {
    its = to
    const rows = Object.entries(classes()).map(([id, name]) => `${id},Robin,Ashdown,2017-10-01,3,${name},2023-09-04`)
    await send('roll', [ROLL, ...rows], now)
  }
  const place = (classId: MovingClass, session: Session) => `registers/${today()}/${session}/${classId}`
  const sees = (classId: MovingClass, session: Session = 'AM') =>
    ask(`teacher:t-${classId}`, 'GET', place(classId, session))

  /** The class's teacher takes the register on what they see: everybody present but those named. */
  const takes = async (
    classId: MovingClass,
    codes: Readonly<Record<string, string>> = {},
    { submitted = true, as = `teacher:t-${classId}` }: { readonly submitted?: boolean; readonly as?: string } = {},
  ) => {
    const { headers } = await sees(classId)
    const marks = Object.fromEntries(idsIn(classId).map((id) => [id, { code: codes[id] ?? '/' }]))
    return ask(as, 'PUT', place(classId, 'AM'), { marks, submitted }, { 'if-match': String(headers.etag) })
  }
  /** The school's own system exports a class. */
  const exported = (classId: MovingClass, codes: Readonly<Record<string, string>> = {}) =>
    send('marks', [
      'date,session,class,pupilId,code',
      ...idsIn(classId).map((id) => `${today()},AM,${classId.toUpperCase()},${id},${codes[id] ?? '/'}`),
    ])
  /** The entries that P001 has of this morning, each with the class whose register it is in. */
  const entries = async (): Promise<readonly (Mark & { readonly in: string })[]> =>
    (await stores.registersOn(SCHOOL, today())).flatMap((register) => {
      const mark = register.marks[KEY]
      return register.session === 'AM' && isEntry(register, mark) ? [{ ...mark, in: register.classId }] : []
    })
  const lastWeek = instantOf('2026-01-09', '09:00', 'Europe/London')
  await moves('3b', lastWeek)
  await send('contacts', [CONTACTS, 'c101,P001,1,Kit Ashdown,mother,Y,Y,Y,07700900101'], lastWeek)
  const evening = (date: string) => instantOf(date, '20:00', 'Europe/London')
  return { ...school, moves, takes, sees, exported, entries, evening, today, classOfP001: () => its }
}

export type MovingSchool = Awaited<ReturnType<typeof openMovingSchool>>
