/** A school on its own local stack, with helpers that read like a school day. */
import { inject } from 'vitest'
import type { LoadedPolicy } from '../../../academies/load.ts'
import type { ReceiptState } from '../../../local/carrier.ts'
import { tasksOf } from '../../../local/day/write-out.ts'
import { FaultsSchema } from '../../../local/faults.ts'
import type { LoadFolder } from '../../../local/functions.ts'
import { type FileProblem, type ImportedFile, importFile } from '../../../local/import-file.ts'
import { localApi } from '../../../local/local-api.ts'
import { openTrust } from '../../../local/open-trust.ts'
import { type Called, callSchool } from '../../../local/school-call.ts'
import { type ShownText, shownTexts } from '../../../local/texts.ts'
import type { Session } from '../../../shared/domain/codes.ts'
import { addMinutes, canonicalInstant, instantOf, type LocalDate, localDate } from '../../../shared/domain/time.ts'
import { type Child, classOf, contactsFile, csv, mobile, rollFile, STAFF } from './people.ts'
import { mustSayNothingOf, personalWords } from './privacy.ts'

export interface SchoolSettings {
  readonly academy?: string
  readonly date?: LocalDate
  /** Ten children of 3B unless given; with none the school is as new as can be. */
  readonly pupils?: readonly Child[]
  readonly staff?: string
  readonly agencies?: string
  readonly calendar?: string
  readonly change?: (loaded: LoadedPolicy) => LoadedPolicy
  /** Functions that behave otherwise than their source. */
  readonly load?: LoadFolder
  /** Where its gateway listens, once it does. */
  readonly origin?: () => string
}

interface RegisterTaken {
  /** Not in the room: `N`. */
  readonly absent?: readonly string[]
  readonly marks?: Readonly<Record<string, string>>
  /** Pupils the teacher forgot. */
  readonly unmarked?: readonly string[]
}

/** What `/local/calls` answers. */
export interface RungLine {
  readonly said: readonly string[]
  readonly did: readonly string[]
  readonly kept: {
    readonly account: string | null
    readonly learned: Readonly<Record<string, unknown>> | null
    readonly reply: {
      readonly id: string
      readonly date: string
      readonly state: string
      readonly pupils: readonly string[]
      readonly reading: { readonly kind: string; readonly code?: string }
    } | null
    readonly tasks: readonly { readonly kind: string; readonly pupils: readonly string[]; readonly urgent: boolean }[]
  }
}

const OPENS_AT = '07:00'

const must = (what: string, problems: readonly FileProblem[]): void => {
  if (problems.length > 0)
    throw new Error(
      `${what}: ${problems.map(({ line, column, what: why }) => `line ${line} ${column} ${why}`).join('; ')}`,
    )
}

/** Opens a school at seven in the morning, its files imported. Close it when done. */
export const openSchool = async (settings: SchoolSettings = {}) => {
  const { academy = 'springbank', date = '2026-01-12', pupils = classOf('3B') } = settings
  const zone = 'Europe/London'
  const logged: string[] = []
  const said: string[] = []
  const { stack, policies } = await openTrust({
    endpoint: inject('ddbEndpoint'),
    start: instantOf(date, OPENS_AT, zone),
    writeLog: (line) => void logged.push(line),
    ...(settings.change ? { change: settings.change } : {}),
    ...(settings.load ? { load: settings.load } : {}),
    ...(settings.origin ? { origin: settings.origin } : {}),
  })
  const policy = policies.find((one) => one.policy.academy === academy)?.policy
  if (!policy) throw new Error(`There is no academy ${academy}`)

  const load = async (file: ImportedFile, text: string): Promise<void> =>
    must(file, await importFile(stack, academy, file, text))
  if (settings.calendar !== undefined) await load('calendar', settings.calendar)
  if (pupils.length > 0) {
    await load('roll', rollFile(pupils))
    await load('contacts', contactsFile(pupils))
  }
  await load('staff', settings.staff ?? STAFF)
  if (settings.agencies !== undefined) await load('agencies', settings.agencies)

  /** `10:30`, `10:29:59`, `2026-01-13 09:15` or an instant. */
  const instantAt = (time: string): string => {
    if (time.includes('T')) return canonicalInstant(time)
    const [clock = '', day] = time.split(' ').toReversed()
    return addMinutes(
      instantOf(day ?? localDate(stack.clock.now(), zone), clock.slice(0, 5), zone),
      Number(clock.slice(6) || 0) / 60,
    )
  }
  const today = (): LocalDate => localDate(stack.clock.now(), zone)

  const api = async (
    role: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Called> => {
    const groups = role.split(',').map((one) => (one.includes('.') ? one : `${academy}.${one}`))
    const address = path.startsWith('/') ? path : `/academies/${academy}/${path}`
    const called = await callSchool(stack, { sub: `S-${role}`, groups }, method, address, body, headers)
    await stack.turning.quiet()
    return called
  }

  const texts = async (kind?: string): Promise<readonly ShownText[]> => {
    await stack.turning.quiet()
    return (await shownTexts(stack, academy)).filter((text) => kind === undefined || text.kind === kind)
  }

  const takeRegister = async (
    className: string,
    session: Session,
    { absent = [], marks = {}, unmarked = [] }: RegisterTaken = {},
  ): Promise<Called | undefined> => {
    const present = session === 'AM' ? '/' : '\\'
    const inClass = pupils.filter((pupil) => (pupil.class ?? '3B') === className && !unmarked.includes(pupil.id))
    const codes = inClass.map(({ id }) => [id, marks[id] ?? (absent.includes(id) ? 'N' : present)] as const)
    if (policy.registerSource === 'mis') {
      const rows = codes.map(([pupilId, code]) => ({ date: today(), session, class: className, pupilId, code }))
      await load('marks', csv(rows))
      return undefined
    }
    const { classes } = await stack.stores.roll.live(academy)
    const id = classes.find(({ name }) => name === className)?.id ?? className
    const body = { marks: Object.fromEntries(codes.map(([pupil, code]) => [pupil, { code }])), submitted: true }
    return api('office', 'PUT', `registers/${today()}/${session}/${id}`, body)
  }

  return {
    stack,
    policy,
    academy,
    api,
    texts,
    takeRegister,
    load,
    clock: {
      now: () => stack.clock.now(),
      to: (time: string) => stack.turning.turnTo(instantAt(time)),
    },
    /** Every task of today and whatever is still open, of a kind when named. */
    async tasks(kind?: string) {
      await stack.turning.quiet()
      return (await tasksOf(stack, academy, today())).filter((task) => kind === undefined || task.kind === kind)
    },
    async timeline(kind?: string) {
      await stack.turning.quiet()
      return stack.timeline
        .lines()
        .filter((line) => line.academy === academy && (kind === undefined || line.kind === kind))
    },
    async reply(from: string, body: string): Promise<void> {
      said.push(body)
      stack.carrier.reply({ from, to: policy.texts.number, body })
      await stack.turning.quiet()
    },
    /** Somebody rings the absence line; `from` ends like a mobile of the sample families, or is withheld. */
    async ringsLine(from: string | undefined, more: Readonly<Record<string, unknown>> = {}): Promise<RungLine> {
      said.push(...[more.speech ?? []].flat().map(String))
      const body = {
        ...(from === undefined ? { withheld: true } : { from: mobile(from) }),
        to: policy.line.number,
        ...more,
      }
      const request = { method: 'POST', path: '/local/calls', headers: {}, body: Buffer.from(JSON.stringify(body)) }
      const answered = await localApi(request, stack)
      if (answered.status !== 201) throw new Error(`/local/calls answered ${answered.status}: ${answered.body}`)
      return JSON.parse(String(answered.body))
    },
    async receipt(text: Pick<ShownText, 'id'>, state: ReceiptState): Promise<void> {
      stack.carrier.receipt(text.id, state, stack.clock.now())
      await stack.turning.quiet()
    },
    /** A pupil comes in, at the present moment unless told. */
    arrives: (pupil: string, time?: string) =>
      api('office', 'POST', `pupils/${pupil}/arrivals`, {
        at: time ? instantAt(time) : stack.clock.now(),
        because: 'Signed in at the office',
      }),
    /** A parent rings the office. */
    rings: (pupil: string, more: Readonly<Record<string, unknown>> = {}) =>
      api('office', 'POST', `pupils/${pupil}/absences`, {
        from: today(),
        until: today(),
        reason: 'ill',
        code: 'I',
        reportedBy: 'parent',
        via: 'phone',
        ...more,
      }),
    faults: (faults: Parameters<typeof FaultsSchema.parse>[0]) => stack.faults.set(FaultsSchema.parse(faults)),
    /** Closes the school; whatever it did, no line of its log may have given anybody away. */
    async close(): Promise<void> {
      await stack.close()
      const texts = stack.carrier.texts().map(({ text }) => text.body)
      mustSayNothingOf(personalWords(pupils, [...said, ...texts]), logged)
    },
  }
}

export type School = Awaited<ReturnType<typeof openSchool>>
