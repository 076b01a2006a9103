/**
 * The one table, and the only place that knows a key (a school year's stand in `year-keys.ts`). pk and sk are strings; the stream carries new and old images; no index.
 *
 * | to find or write                       | pk                            | sk                                     | cost            |
 * |----------------------------------------|-------------------------------|----------------------------------------|-----------------|
 * | all of a day (sweep, look, office list)| A#<academy>#D#<date>          | (whole partition)                      | 1 strong query  |
 * |   a register                           |                               | R#<AM or PM>#<class>                   | 1 write         |
 * |   an absence card and its texts        |                               | C#<pupil>                              | 1 write         |
 * |   a brake · a reply with its words     |                               | B#<id> · Y#<id>                        |                 |
 * |   a task that has ended · a sweep done |                               | K#<task> · RUN#<sweep>                 |                 |
 * |   a case that closed on that day       |                               | CASE#<case>                            |                 |
 * | all that is open                       | A#<academy>#OPEN              | TASK# CASE# HOLD# CLOSURE# LATE# STOP# DUE# MEETING# REFUSED# COVER# | 1 strong query  |
 * |   which generations are live           |                               | LIVE                                   | with it, or 1   |
 * |   how many covers were ever named      |                               | COVERS                                 | with it, or 1   |
 * | absences known for a date and after    | A#<academy>#KNOWN             | <last day>#<id>                        | 1 query         |
 * |   closures and late openings, once more|                               | <last day>#CLOSURE#<id> · …#LATE#<date> | with them       |
 * | a pupil's closed cases                 | A#<academy>#P#<pupil>         | CASE#<opened>#<case>                   | 1 query         |
 * | holds, known absences ... that ended   | A#<academy>#PAST              | <what>#<id>#<ended at>                 |                 |
 * | where an ended task or a case rests    | A#<academy>#ENDED             | TASK#<id> · CASE#<case> · LETTER#<id>  | 1 read          |
 * | letters on their way · at rest         | A#<academy>#LETTERS           | OPEN#<letter> · SENT#<date>#<letter>   | 1 query each    |
 * | attendance cases, open                 | A#<academy>#ATTEND            | OPEN#<pupil>                           | 1 query, 1 read |
 * | groups that a school makes              | A#<academy>#GROUPS            | <group>                                | 1 query         |
 * | policy in force                        | A#<academy>                   | POLICY#<from>#<published>#<version>    | 1 query         |
 * | policy text of a version               | A#<academy>                   | TEXT#<version>                         | 1 read, kept    |
 * | what texts cost, by day                | A#<academy>#SPEND             | <date>                                 | 1 query         |
 * | import reports                         | A#<academy>#IMPORTS           | <import>                               | 1 read          |
 * | a pupil's years at earlier schools    | A#<academy>#P#<pupil>         | BEFORE#<year>-<school>                 | 1 query         |
 * | how other systems' exports are read   | A#<academy>#MAPPINGS          | <mapping>                              | 1 query         |
 * | which import writes a generation      | A#<academy>#STAGING           | <file>#<gen>                           | 1 write         |
 * | a class's roll · a pupil · a pupil id  | A#<academy>#ROLL#<gen>        | K#<class> · U#<pupil> · ID#<pupilId>   | batch get       |
 * | the key of a pupil who left the roll    | A#<academy>#KEYS              | ID#<pupilId>                           | batch get       |
 * | a pupil as they were when they left it  | A#<academy>#LEFT              | U#<pupil>                              | 1 read, 1 query |
 * | contacts · agencies of a pupil         | A#<academy>#CONTACTS#<gen> …  | U#<pupil>                              | batch get, query|
 * | staff · listed dates                   | A#<academy>#STAFF#<gen> …     | S#<staff> · DATES                      | query, read     |
 * | whose mobile this is                   | A#<academy>#TEL#<version>#<h> | G<gen>#<contact>                       | 1 query a key   |
 * | the schools of the trust a child is at | UPN#<version>#<h>             | <academy>#<pupil>                      | 1 query a key   |
 * | a call to the absence line, 7 days     | A#<academy>#LINE              | <call>                                 | 1 read          |
 * | a request of staff to text, 7 days     | A#<academy>#WRITTEN           | <request>                              | 1 write         |
 * | the day a carrier’s message was heard  | A#<academy>#HEARD             | <message>                              | 1 write         |
 * | up to when received texts were seen    | A#<academy>#SEEN              | RECEIVED                               | 1 read          |
 * | academies · academy of a number        | TRUST                         | ACADEMY#<academy> · NUMBER#<e164>      | 1 query, 1 read |
 * | the text of a provider's message id    | MSG#<provider id>             | MSG                                    | 1 read          |
 * | a link to a family's page               | LINK#<digest of its token>    | LINK                                   | 1 read          |
 * | evidence that was handed over           | A#<academy>#EXPORTS           | <at>#<export>                          | 1 write         |
 * | chronicle of a pupil · of a day        | H#<academy>#P#… · #D#<date>   | <at>#<entry>                           | 1 query         |
 *
 * Anything open lives in OPEN; when it ends it moves to its resting place in one transaction. `letter-keys.ts`,
 * `attend-keys.ts`, `group-keys.ts`, `import-keys.ts`, `known-keys.ts`, `leaver-keys.ts` and `mobile-keys.ts` are pages of this file.
 * Every key of an academy begins with `A#<academy>` or `H#<academy>` and an academy's slug holds no `#`,
 * so a role can be held to its academy by its leading keys.
 */
import type { Session } from '../../domain/codes.ts'
import type { PupilKey } from '../../domain/people.ts'
import type { LocalDate } from '../../domain/time.ts'

export interface Key {
  readonly pk: string
  readonly sk: string
}

export type GenerationFile = 'roll' | 'contacts' | 'agencies' | 'staff' | 'calendar'
type StandingKind = 'HOLD' | 'CLOSURE' | 'LATE' | 'STOP' | 'RISK' | 'COVER'
export type OpenKind = 'TASK' | 'CASE' | 'DUE' | 'MEETING' | 'REFUSED' | StandingKind

/** A part of a key made of what came from outside: a `#` in it would reach into other keys. */
export const part = (text: string): string => {
  if (text === '' || text.includes('#'))
    throw new RangeError('A part of a key is empty or holds a "#"; refuse the id at the edge')
  return text
}

export const academyPk = (academy: string): string => `A#${part(academy)}`
export const dayPk = (academy: string, date: LocalDate): string => `${academyPk(academy)}#D#${part(date)}`
export const openPk = (academy: string): string => `${academyPk(academy)}#OPEN`
export const generationPk = (academy: string, file: GenerationFile, generation: number): string =>
  `${academyPk(academy)}#${file.toUpperCase()}#${generation}`

const onDay = (academy: string, date: LocalDate, sk: string): Key => ({ pk: dayPk(academy, date), sk })

export const registerKey = (academy: string, date: LocalDate, session: Session, classId: string): Key => ({
  pk: dayPk(academy, date),
  sk: `R#${session}#${part(classId)}`,
})
export const cardKey = (academy: string, date: LocalDate, pupil: PupilKey): Key =>
  onDay(academy, date, `C#${part(pupil)}`)
export const brakeKey = (academy: string, date: LocalDate, id: string): Key => onDay(academy, date, `B#${part(id)}`)
export const replyKey = (academy: string, date: LocalDate, id: string): Key => onDay(academy, date, `Y#${part(id)}`)
export const endedTaskKey = (academy: string, date: LocalDate, id: string): Key => onDay(academy, date, `K#${part(id)}`)
export const runKey = (academy: string, date: LocalDate, sweep: string): Key =>
  onDay(academy, date, `RUN#${part(sweep)}`)
/** What the texts of a day were held to cost; a month's begin alike. */
export const spendPk = (academy: string): string => `${academyPk(academy)}#SPEND`
export const spendKey = (academy: string, date: LocalDate): Key => ({ pk: spendPk(academy), sk: part(date) })

/** Beginnings of the sort keys of a day. */
export const DAY_PREFIX = {
  registers: 'R#',
  cards: 'C#',
  brakes: 'B#',
  replies: 'Y#',
  endedTasks: 'K#',
  closedCases: 'CASE#',
  runs: 'RUN#',
} as const

export const openKey = (academy: string, kind: OpenKind, id: string): Key => ({
  pk: openPk(academy),
  sk: `${kind}#${part(id)}`,
})
export const endedTaskPointerKey = (academy: string, id: string): Key => ({
  pk: `${academyPk(academy)}#ENDED`,
  sk: `TASK#${part(id)}`,
})
/** Where a closed case rests: its id does not say whose it is. */
export const closedCasePointerKey = (academy: string, caseId: string): Key => ({
  pk: `${academyPk(academy)}#ENDED`,
  sk: `CASE#${part(caseId)}`,
})
export const pastPk = (academy: string): string => `${academyPk(academy)}#PAST`
export const pastKey = (academy: string, kind: OpenKind | 'KNOWN' | 'MAPPING', id: string, endedAt: string): Key => ({
  pk: pastPk(academy),
  sk: `${kind}#${part(id)}#${part(endedAt)}`,
})
export const pupilPk = (academy: string, pupil: PupilKey): string => `${academyPk(academy)}#P#${part(pupil)}`
export const CASE_PREFIX = 'CASE#'
export const closedCaseKey = (academy: string, pupil: PupilKey, opened: LocalDate, caseId: string): Key => ({
  pk: pupilPk(academy, pupil),
  sk: `CASE#${part(opened)}#${part(caseId)}`,
})
/** The same case in the day that it closed, where a look finds it in case the closing was a mistake. */
export const caseClosedOnKey = (academy: string, date: LocalDate, caseId: string): Key => ({
  pk: dayPk(academy, date),
  sk: `CASE#${part(caseId)}`,
})

/** How many covers were ever named: two that were named at the same instant would not know of each other. */
export const coversNamedKey = (academy: string): Key => ({ pk: openPk(academy), sk: 'COVERS' })
export const liveKey = (academy: string): Key => ({ pk: openPk(academy), sk: 'LIVE' })
export const policyHeadKey = (academy: string, from: LocalDate, published: string, version: string): Key => ({
  pk: academyPk(academy),
  sk: `POLICY#${part(from)}#${part(published)}#${part(version)}`,
})
export const policyTextKey = (academy: string, version: string): Key => ({
  pk: academyPk(academy),
  sk: `TEXT#${part(version)}`,
})
export const POLICY_PREFIX = 'POLICY#'
/** The sort keys of every policy that begins on or before a date, the one published last at the end of its date. */
export const policiesUntil = (academy: string, date: LocalDate) => ({
  pk: academyPk(academy),
  from: POLICY_PREFIX,
  until: `POLICY#${part(date)}#~`,
})
/** Says which import is writing a generation that is not live yet. */
export const stagingKey = (academy: string, file: GenerationFile, generation: number): Key => ({
  pk: `${academyPk(academy)}#STAGING`,
  sk: `${file}#${generation}`,
})

export const rosterKey = (academy: string, generation: number, classId: string): Key => ({
  pk: generationPk(academy, 'roll', generation),
  sk: `K#${part(classId)}`,
})
export const pupilKeyIn = (
  academy: string,
  file: 'roll' | 'contacts' | 'agencies',
  generation: number,
  pupil: PupilKey,
): Key => ({
  pk: generationPk(academy, file, generation),
  sk: `U#${part(pupil)}`,
})
export const pupilIdKey = (academy: string, generation: number, pupilId: string): Key => ({
  pk: generationPk(academy, 'roll', generation),
  sk: `ID#${part(pupilId)}`,
})
export const staffKey = (academy: string, generation: number, staffId: string): Key => ({
  pk: generationPk(academy, 'staff', generation),
  sk: `S#${part(staffId)}`,
})
export const datesKey = (academy: string, generation: number): Key => ({
  pk: generationPk(academy, 'calendar', generation),
  sk: 'DATES',
})

/** Outside the days: a message that the carrier plays again another day is known for what it is. */
export const heardKey = (academy: string, id: string): Key => ({ pk: `${academyPk(academy)}#HEARD`, sk: part(id) })
/** Up to when a provider's list of received texts was seen: of no interest to anybody but the next look. */
export const seenUntilKey = (academy: string): Key => ({ pk: `${academyPk(academy)}#SEEN`, sk: 'RECEIVED' })
export const writtenKey = (academy: string, request: string): Key => ({
  pk: `${academyPk(academy)}#WRITTEN`,
  sk: part(request),
})
export const lineCallKey = (academy: string, id: string): Key => ({ pk: `${academyPk(academy)}#LINE`, sk: part(id) })

export const exportKey = (academy: string, at: string, id: string): Key => ({
  pk: `${academyPk(academy)}#EXPORTS`,
  sk: `${part(at)}#${part(id)}`,
})
export const TRUST_PK = 'TRUST'
export const ACADEMY_PREFIX = 'ACADEMY#'
export const academyEntryKey = (academy: string): Key => ({ pk: TRUST_PK, sk: `${ACADEMY_PREFIX}${part(academy)}` })
export const numberKey = (number: string): Key => ({ pk: TRUST_PK, sk: `NUMBER#${part(number)}` })
/** By the digest of what opens it: whoever reads the table cannot open the page. */
export const familyLinkKey = (digest: string): Key => ({ pk: `LINK#${part(digest)}`, sk: 'LINK' })
export const providerIdKey = (providerId: string): Key => ({ pk: `MSG#${part(providerId)}`, sk: 'MSG' })

export const chroniclePk = (academy: string, about: { pupil: PupilKey } | { date: LocalDate }): string =>
  'pupil' in about ? `H#${part(academy)}#P#${part(about.pupil)}` : `H#${part(academy)}#D#${part(about.date)}`
/** `at` first, so that a partition reads in order of time. */
export const chronicleSk = (at: string, id: string): string => `${at}#${id}`

/** The academy whose facts a partition holds; none for the chronicle, the trust's list and look-ups by provider id. */
export const academyOf = (pk: string): string | undefined => /^A#([^#]+)/.exec(pk)?.[1]

/** What follows a prefix of so many parts: the class of `R#AM#7a` is the rest after 2. */
export const restOfKey = (key: string, parts: number): string => key.split('#').slice(parts).join('#')

/** Items with this attribute are cleared away by the table some days after that second (operational items only). */
export const TTL_ATTRIBUTE = 'ttl'
