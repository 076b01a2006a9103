/** The functions of Firstbell: the environment each declares, how long it may run, and who is hurt when it does not. */
import type * as z from 'zod'
import type { Env as Announce } from '../functions/announce/env.ts'
import type { Env as Api } from '../functions/api/env.ts'
import type { Env as Chronicle } from '../functions/chronicle/env.ts'
import type { Env as Dispatch } from '../functions/dispatch/env.ts'
import type { Env as Evidence } from '../functions/evidence-bundle/env.ts'
import type { Env as Extracts } from '../functions/extracts/env.ts'
import type { Env as ExtractsApi } from '../functions/extracts-api/env.ts'
import type { Env as FamilyPage } from '../functions/family-page/env.ts'
import type { Env as Hooks } from '../functions/hooks/env.ts'
import type { Env as Import } from '../functions/import/env.ts'
import type { Env as InboundText } from '../functions/inbound-text/env.ts'
import type { Env as Judge } from '../functions/judge/env.ts'
import type { Env as Letters } from '../functions/letters/env.ts'
import type { Env as Line } from '../functions/line/env.ts'
import type { Env as LookAgain } from '../functions/look-again/env.ts'
import type { Env as Nightly } from '../functions/nightly/env.ts'
import type { Env as Receipts } from '../functions/receipts/env.ts'
import type { Env as ReceiptsFromLogs } from '../functions/receipts-from-logs/env.ts'
import type { Env as ReceivedTexts } from '../functions/received-texts/env.ts'
import type { Env as Rehearsal } from '../functions/rehearsal/env.ts'
import type { Env as ReportFiles } from '../functions/report-files/env.ts'
import type { Env as Reports } from '../functions/reports/env.ts'
import type { Env as Roles } from '../functions/roles/env.ts'
import type { Env as Seal } from '../functions/seal/env.ts'
import type { Env as Site } from '../functions/site/env.ts'
import type { Env as Sweep } from '../functions/sweep/env.ts'
import type { Env as Watchdog } from '../functions/watchdog/env.ts'

/** What each handler parses at cold start: a variable the stack forgets is a compile error here, not a broken school day. */
export interface Environments {
  readonly announce: z.input<typeof Announce>
  readonly api: z.input<typeof Api>
  readonly chronicle: z.input<typeof Chronicle>
  readonly dispatch: z.input<typeof Dispatch>
  readonly 'evidence-bundle': z.input<typeof Evidence>
  readonly extracts: z.input<typeof Extracts>
  readonly 'extracts-api': z.input<typeof ExtractsApi>
  readonly 'family-page': z.input<typeof FamilyPage>
  readonly hooks: z.input<typeof Hooks>
  readonly import: z.input<typeof Import>
  readonly 'inbound-text': z.input<typeof InboundText>
  readonly judge: z.input<typeof Judge>
  readonly line: z.input<typeof Line>
  readonly letters: z.input<typeof Letters>
  readonly 'look-again': z.input<typeof LookAgain>
  readonly nightly: z.input<typeof Nightly>
  readonly 'received-texts': z.input<typeof ReceivedTexts>
  readonly receipts: z.input<typeof Receipts>
  readonly 'receipts-from-logs': z.input<typeof ReceiptsFromLogs>
  readonly rehearsal: z.input<typeof Rehearsal>
  readonly reports: z.input<typeof Reports>
  readonly 'report-files': z.input<typeof ReportFiles>
  readonly site: z.input<typeof Site>
  readonly roles: z.input<typeof Roles>
  readonly seal: z.input<typeof Seal>
  readonly sweep: z.input<typeof Sweep>
  readonly watchdog: z.input<typeof Watchdog>
}
export type Folder = keyof Environments

interface About {
  readonly timeoutSeconds: number
  /** 512 unless said otherwise; a whole processor comes with 1,769. */
  readonly memoryMegabytes?: number
  /** Who is hurt when this function breaks: the first words an operator reads at night. */
  readonly hurts: string
}

export const FOLDERS: Readonly<Record<Folder, About>> = {
  announce: { timeoutSeconds: 30, hurts: 'Other systems of the trust do not hear what happened.' },
  // The HTTP API gives up after 30 seconds, so nothing that takes longer can be answered.
  api: { timeoutSeconds: 20, hurts: 'Staff cannot take registers or record what they know.' },
  chronicle: { timeoutSeconds: 60, hurts: 'The record that a court relies on is incomplete.' },
  // Less than the two-minute lease of a claim, so that no send is still under way when its lease has run out.
  dispatch: { timeoutSeconds: 90, hurts: 'Families of absent pupils are not texted.' },
  // A year of a pupil is some hundred small files, and some dozen prints.
  'evidence-bundle': { timeoutSeconds: 300, hurts: 'The Head waits for the evidence that a court has asked for.' },
  // A half term of a large school is some hundred days of registers.
  extracts: { timeoutSeconds: 300, hurts: 'The authority, the Virtual School or the Trust waits for its extracts.' },
  'extracts-api': { timeoutSeconds: 20, hurts: 'Officers cannot collect extracts.' },
  'family-page': {
    timeoutSeconds: 10,
    hurts: 'Parents cannot open the record of their child, or answer on its page; texts and calls go on.',
  },
  // GOV.UK Notify waits five seconds for an answer, and the way there and back is among them.
  hooks: { timeoutSeconds: 4, hurts: 'What parents text, and what became of our texts, is told again later or lost.' },
  // The largest file that is allowed is held whole, with what it would change (docs/files.md says what was measured).
  import: {
    timeoutSeconds: 300,
    memoryMegabytes: 2048,
    hurts: 'Roll, contacts or marks are out of date: wrong families may be asked.',
  },
  'inbound-text': { timeoutSeconds: 30, hurts: 'What parents reply is not read, a cry for help among it.' },
  judge: { timeoutSeconds: 120, hurts: 'What was learned since the last sweep is not acted upon.' },
  // Amazon Connect waits eight seconds for an answer, with a caller on the line.
  line: {
    timeoutSeconds: 7,
    hurts: 'Parents who ring to report an absence hear only an apology.',
  },
  // A batch of a termly letter to every parent of a large school is some thousand prints.
  letters: { timeoutSeconds: 300, hurts: 'Parents are not written to, and letters that came back are not noticed.' },
  'look-again': { timeoutSeconds: 120, hurts: 'Undelivered texts and unanswered pages are not passed on.' },
  nightly: { timeoutSeconds: 300, hurts: 'Attendance figures are a day old, and no warning or letter falls due.' },
  receipts: { timeoutSeconds: 30, hurts: 'Nobody knows which texts arrived; families are rung who had their text.' },
  'receipts-from-logs': {
    timeoutSeconds: 30,
    hurts: 'Nobody knows which texts arrived; families are rung who had their text.',
  },
  'received-texts': {
    timeoutSeconds: 60,
    hurts: 'A parent’s text of which the provider never told us is read by nobody.',
  },
  // The most that Lambda allows: a year of the largest school under one policy is some minutes (docs/rehearsal.md).
  rehearsal: {
    timeoutSeconds: 900,
    memoryMegabytes: 2048,
    hurts: 'Nobody hears what a draft of the policy would have done; the day goes on.',
  },
  site: {
    timeoutSeconds: 10,
    hurts: 'Nobody can see who is on the site, or say that they go on a visit; what was printed is still right.',
  },
  // The HTTP API gives up after 30 seconds; a year of a large school is read in a few.
  reports: { timeoutSeconds: 25, hurts: 'Nobody can read a report, a pattern or a group; the day goes on.' },
  // At the end of a half term a sheet for each class of a large school is printed.
  'report-files': { timeoutSeconds: 300, hurts: 'Reports of the day are not kept; each can still be asked for.' },
  // A user pool waits five seconds for an answer.
  roles: { timeoutSeconds: 5, hurts: 'Staff cannot sign in, and soon nobody is signed in any more.' },
  // A day of a large school is some thousand small files; nights that were missed come one after another.
  seal: { timeoutSeconds: 300, hurts: 'The record that a court relies on is not sealed.' },
  sweep: { timeoutSeconds: 300, hurts: 'Families of absent pupils are not texted by the timetable.' },
  watchdog: { timeoutSeconds: 120, hurts: 'A sweep that did not happen would not be noticed.' },
}
