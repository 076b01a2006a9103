/**
 * The policy of an academy as data: every time, threshold, ladder step, wording, sender, group and holiday, each field explained.
 * The one home of every number. What a value may be is here; what follows from it is in `shared/domain`.
 */
import * as z from 'zod'
import { absenceLine } from './absence-line.ts'
import { attend } from './attend.ts'
import { extracts } from './extracts.ts'
import { familyPage } from './family-page.ts'
import { letters } from './letters.ts'
import { localAuthority } from './local-authority.ts'
import { nightly, unresolved } from './nights.ts'
import { penalties } from './penalties.ts'
import { date, duties, duty, ladderStep, minutes, page, per100, role, sweepTimes, time } from './policy-parts.ts'
import { registers } from './registers.ts'
import { replies } from './replies.ts'
import { reports } from './reports.ts'
import { retention } from './retention.ts'
import { returns } from './returns.ts'
import { signIn } from './sign-in.ts'
import { source } from './source.ts'
import { texting } from './texting.ts'
import { translations } from './translations.ts'
import { visits } from './visits.ts'
import { wonde } from './wonde.ts'
import { wordings } from './wordings.ts'

export { STAFF_ROLES, SWEEPS, type Sweep } from './policy-parts.ts'
export { MERGE_FIELDS, type WordingName } from './wordings.ts'

export const PolicySchema = z.strictObject({
  academy: z
    .string()
    .regex(/^[a-z0-9-]{2,32}$/, 'an academy is named in small letters, digits and hyphens, like springbank')
    .describe('The slug in every address and key.'),
  name: z.string().min(2).max(80).describe('As a parent knows the school.'),
  phase: z.enum(['nursery', 'primary', 'secondary', 'all-through', 'special']).describe('Phase of education.'),
  yearGroups: z
    .array(z.string().regex(/^(N1|N2|R|1[0-3]|[1-9])$/, 'a year group is N1, N2, R or 1 to 13'))
    .min(1)
    .describe('Year groups taught.'),
  localAuthority,
  zone: z.string().min(3).max(50).describe('IANA time zone of every local time in this file.'),
  phone: z.string().min(5).max(20).describe('The office number that texts ask parents to ring.'),
  console: z.url().describe('Address of the console; pages to staff link there.'),
  signIn: signIn.describe('How staff of the trust sign in.'),
  live: z.boolean().describe('False: texts may go only to numbers reserved for drama (07700 900000 to 900999).'),
  registerSource: z.enum(['firstbell', 'mis']).describe('Where teachers take the register.'),
  wonde: wonde.describe('Exchange with the school’s own system.'),
  day: z.strictObject({
    gatesOpen: time.describe('Pupils may come in.'),
    amOpens: time.describe('Morning register begins; arrivals to this minute are present.'),
    amCloses: time.describe('Morning register closes; arrivals to this minute are L, later ones U.'),
    pmOpens: time.describe('Afternoon register begins.'),
    pmCloses: time.describe('Afternoon register closes.'),
    ends: time.describe('End of the school day.'),
  }),
  sweeps: sweepTimes.describe('When Firstbell looks at the day by itself.'),
  nightly: nightly.describe('The night’s count.'),
  unresolved: unresolved.describe('The time limit of N.'),
  guard: z.strictObject({
    refuseAfterMinutes: z.int().min(5).max(45).describe('A sweep this late does nothing but raise a task.'),
    watchdogAfterMinutes: z.int().min(1).max(30).describe('A sweep not seen by then is reported.'),
  }),
  registers: registers.describe('Taking the register, and who may give which code.'),
  reporting: z.strictObject({
    via: z
      .array(z.enum(['phone', 'text', 'line', 'page', 'in-person']))
      .min(1)
      .describe('Ways a reason may be given.'),
    refuses: z.record(z.string(), z.string()).describe('Ways the school refuses, each with what to tell the parent.'),
  }),
  texts: texting.describe('How texts are sent and heard, to whom, and until when.'),
  wordings: wordings.describe('What each text says, with {fields}.'),
  translations: translations.default({}).describe('The texts in other languages, from academies/languages.'),
  familyPage: familyPage.describe('The page on which a parent reads their own child’s record.'),
  brake: z.strictObject({
    classShare: per100.describe('Per cent of a class above which a batch is held.'),
    academyShare: per100.describe('Per cent of the academy above which a batch is held.'),
    atLeast: z.int().min(1).max(30).describe('Never held below this many pupils.'),
    pages: z.array(page).min(1).describe('Who is paged while it is held.'),
  }),
  imports: z.strictObject({
    lossShare: per100.describe(
      'Per cent of pupils that one file may take away; one that takes more waits for a person.',
    ),
    lossAtLeast: z.int().min(1).max(100).describe('Never held below this many pupils.'),
  }),
  vulnerable: z.strictObject({
    flags: z
      .array(z.enum(['socialWorker', 'lookedAfter', 'youngCarer', 'alert']))
      .describe('Roll flags that put a pupil first.'),
    agencies: z
      .array(z.enum(['social-worker', 'youth-offending', 'virtual-school', 'early-help']))
      .describe('Agencies that do.'),
    callWithinMinutes: minutes(240).describe('Time allowed for the first call.'),
    doers: z.array(role).min(1).describe('Who rings.'),
    tell: z
      .array(z.enum(['social-worker', 'youth-offending', 'virtual-school', 'early-help']))
      .describe('Told the same day.'),
    tellDoers: z.array(role).min(1).describe('Who tells them.'),
  }),
  calls: z.strictObject({
    doers: z.array(role).min(1).describe('Who rings families.'),
    dueInMinutes: minutes(240).describe('Time allowed for a call.'),
    leftSite: duty.describe('The call when a pupil who was here, or was due back, is missing after lunch.'),
  }),
  visits: visits.describe('Visits to homes, and the safety of whoever makes them.'),
  holds: duty.describe('Duties about a child on hold: the named person who decides them, and how soon.'),
  cover: z.strictObject({
    days: z.int().min(1).max(10).describe('School days a reason with dates covers before Firstbell asks again.'),
  }),
  replies: replies.describe('What is made of the answers of families.'),
  line: absenceLine.describe('The telephone line on which families report an absence.'),
  ladder: z.array(ladderStep).min(1).describe('What is done for a pupil nobody can account for, day by day.'),
  retention: retention.describe('How long what is known of a pupil is kept after they have left.'),
  duties: duties.describe('Who does what else, and the time allowed for it.'),
  referral: z.strictObject({
    acknowledgeWithinMinutes: minutes(1440).describe('Not acknowledged by then, the Trust is telephoned.'),
  }),
  holiday: z.strictObject({
    closedDays: z.int().min(1).max(14).describe('Open cases go to the safeguarding lead before this many closed days.'),
  }),
  thresholds: z.strictObject({
    target: per100.describe('Attendance the school aims at, per cent.'),
    warning: per100.describe('Below this, a warning text.'),
    stage1: per100.describe('Below this, the stage 1 letter.'),
    minimumSessions: z.int().min(0).max(380).describe('Possible sessions before a threshold counts.'),
    textsAt: time.describe('When a warning text goes and letters are written, on the next school day.'),
    reviewSchoolDays: z
      .int()
      .min(5)
      .max(60)
      .describe('School days after a letter has left, or its meeting is over, that are looked at for improvement.'),
    improved: per100.describe('Attendance in those days from which it has improved, per cent.'),
    lateEvery: z
      .int()
      .min(3)
      .max(100)
      .describe(
        'Late arrivals (L and U) in a school year after which a pupil is persistently late; told again after as many more.',
      ),
    cycleSchoolDays: z
      .int()
      .min(1)
      .max(190)
      .describe('School days in a row at or above the target after which a later fall begins anew.'),
  }),
  penalties: penalties.describe('When a penalty notice is considered, and how notices count.'),
  attend: attend.describe('ATTEND panels, and the work with a family around them.'),
  returns: returns.describe('What the local authority is told of by law.'),
  extracts: extracts.describe(
    'What is sent on schedule to the authority, the Virtual School, the Trust and the Department.',
  ),
  reports: reports.describe('Reports, patterns, classes and rewards.'),
  letters: letters.describe('Letters to parents.'),
  calendar: z.strictObject({
    terms: z
      .array(
        z.strictObject({
          name: z.string().describe('As the school calls it.'),
          from: date.describe('Its first day.'),
          until: date.describe('Its last day.'),
        }),
      )
      .describe('First and last day of each half term.'),
    bankHolidays: z.array(date).describe('In England and Wales.'),
    inset: z.array(date).describe('Days for staff only.'),
    closures: z.array(date).describe('Planned whole-school closures, such as a polling day.'),
  }),
  groups: z.array(z.string()).describe('Groups that reports break figures down by.'),
  keptByPeople: z
    .array(
      z.strictObject({
        clause: z.string().describe('The clause, in the words of the written policy.'),
        why: z.string().describe('Why people keep it.'),
      }),
    )
    .describe('Clauses of the written policy that people keep, and why.'),
  sources: z
    .record(z.string(), source)
    .describe(
      'Where each value comes from: a clause of the written policy, or assumed with why. A path covers all below it.',
    ),
})

/**
 * Values that change only when the stack is deployed, by the command line: schedules, numbers and providers hang on them. A path
 * covers all below it. All other values may also be published from the console.
 */
export const DEPLOY_FIELDS: readonly string[] = [
  'academy',
  'zone',
  'live',
  'console',
  'signIn',
  'sweeps',
  'nightly.at',
  'texts.provider',
  'texts.second',
  'texts.account',
  'texts.number',
  'texts.senderId',
  'line.provider',
  'line.number',
]

/** A complete, merged policy. */
export type Policy = z.infer<typeof PolicySchema>
export type LadderStep = Policy['ladder'][number]
