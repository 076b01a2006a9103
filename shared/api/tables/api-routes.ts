import type { ApiRoute } from './api-route.ts'
import { AUTHORITY_ROUTES } from './authority.ts'
import { CASEWORK_ROUTES } from './casework.ts'
import { CLOSED_DAY_ROUTES } from './closed-days.ts'
import { COVER_ROUTES } from './cover.ts'
import { EXTRACT_ROUTES } from './extracts.ts'
import { HELD_LETTER_ROUTES } from './held-letters.ts'
import { IMPORT_ROUTES } from './imports.ts'
import { POLICY_ROUTES } from './policy.ts'
import { REHEARSAL_ROUTES } from './rehearsals.ts'
import { REPORT_ROUTES } from './reports.ts'
import { SITE_ROUTES } from './site.ts'
import { TEXT_ROUTES } from './texts.ts'
import { TRUST_ROUTES } from './trust.ts'

export type { ApiRoute } from './api-route.ts'

/** Every route there is: the gateway is built from it, so that nothing is answered that is not in this list. */
export const API_ROUTES: readonly ApiRoute[] = [
  { by: 'reports', route: 'GET /openapi.json', says: 'This description.', open: true },
  { route: 'GET /academies/{academy}/today', says: 'You, the times of today, and the classes you may take.' },
  { route: 'GET /academies/{academy}/classes/{class}', says: 'A class and the names of its pupils.' },
  { route: 'PUT /academies/{academy}/registers/{date}/{session}/{class}', says: 'Take or save a register.' },
  {
    route: 'GET /academies/{academy}/registers/{date}/{session}/{class}',
    says: 'A register, known absences filled in; with `?at=10:30` as it stood then, whatever was amended since.',
  },
  { route: 'GET /academies/{academy}/pupils', says: 'Pupils by class, by name, or below a line of attendance.' },
  { route: 'POST /academies/{academy}/pupils/search', says: 'Pupils on the roll today by name.' },
  { route: 'GET /academies/{academy}/pupils/{pupil}', says: 'A pupil, and what each contact may be told.' },
  { route: 'GET /academies/{academy}/pupils/{pupil}/chronicle', says: 'A pupil’s history.' },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/evidence',
    says: 'The evidence about a pupil for a court: asked for with dates, fetched with the bundle’s id, by a link for a minute.',
  },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/attendance',
    says: 'A pupil’s attendance, session by session, with how each counts and why.',
  },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/attendance/differences',
    says: 'Why two figures of a pupil differ, session by session: the year to date and the term, or any two spans.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/stage',
    says: 'Set the ATTEND meeting that a stage 2 letter invites to, or decide whether the next step comes after marks have changed.',
  },
  {
    route: 'GET /academies/{academy}/attendance',
    says: 'Attendance of the academy and its groups, year to date or between two dates.',
  },
  { route: 'POST /academies/{academy}/pupils/{pupil}/arrivals', says: 'A pupil came in.' },
  { route: 'POST /academies/{academy}/pupils/{pupil}/departures', says: 'A pupil left during the day.' },
  { route: 'POST /academies/{academy}/pupils/{pupil}/absences', says: 'A family said why a child is or will be away.' },
  {
    route: 'DELETE /academies/{academy}/pupils/{pupil}/absences/{absence}',
    says: 'Take back an absence entered by mistake.',
  },
  { route: 'PATCH /academies/{academy}/pupils/{pupil}/marks/{date}/{session}', says: 'Amend a mark, with the reason.' },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/hold',
    says: 'Say nothing automatic about this child until a date.',
  },
  { route: 'DELETE /academies/{academy}/pupils/{pupil}/hold', says: 'End the hold.' },
  {
    route: 'DELETE /academies/{academy}/contacts/{contact}/stop',
    says: 'Text a contact again who said STOP and now allows it.',
  },
  {
    by: 'reports',
    route: 'POST /academies/{academy}/wordings/{wording}/preview',
    says: 'What the contacts of some children would read, in which language, why, and what it would cost. Sends nothing.',
  },
  {
    route: 'GET /academies/{academy}/days/{date}/write-back',
    says: 'Codes agreed here that the school’s own system does not say yet.',
  },
  { route: 'GET /academies/{academy}/days/{date}', says: 'The office’s one list.' },
  { route: 'GET /academies/{academy}/tasks', says: 'Tasks, the urgent first.' },
  { route: 'POST /academies/{academy}/tasks/{task}/outcome', says: 'What came of a task.' },
  { route: 'GET /academies/{academy}/replies', says: 'Replies of a day, as read by rules.' },
  { route: 'POST /academies/{academy}/replies/{reply}/confirm', says: 'Confirm or change what was read.' },
  { route: 'POST /academies/{academy}/replies/{reply}/dismiss', says: 'It was no answer.' },
  {
    route: 'GET /academies/{academy}/conversations',
    says: 'Contacts with whom anything passed, the newest first.',
  },
  {
    route: 'GET /academies/{academy}/conversations/{contact}',
    says: 'What passed with one contact, in order of time.',
  },
  {
    route: 'POST /academies/{academy}/conversations/{contact}/replies',
    says: 'Text a contact in your own words about some of their children.',
  },
  { route: 'GET /academies/{academy}/brakes/{brake}', says: 'A held batch: who would get what, were it released now.' },
  { route: 'POST /academies/{academy}/brakes/{brake}/release', says: 'Let a held batch go, as the marks stand now.' },
  { route: 'POST /academies/{academy}/brakes/{brake}/refuse', says: 'Do not send a held batch.' },
  { route: 'GET /academies/{academy}/closures', says: 'Closures in force.' },
  { route: 'POST /academies/{academy}/closures', says: 'Close the school, or part of a day.' },
  { route: 'DELETE /academies/{academy}/closures/{closure}', says: 'Undo a closure.' },
  { route: 'GET /academies/{academy}/late-openings', says: 'Days on which school opens late, from today on.' },
  { route: 'POST /academies/{academy}/late-openings', says: 'Open school later on one day.' },
  { route: 'DELETE /academies/{academy}/late-openings/{date}', says: 'Open at the ordinary time after all.' },
  { route: 'GET /academies/{academy}/cases', says: 'Cases: open ones, or those that closed between two dates.' },
  { route: 'GET /academies/{academy}/cases/{case}', says: 'A case, its steps and visits.' },
  {
    route: 'POST /academies/{academy}/cases/{case}/close',
    says: 'End the case of a pupil who has left the roll, with the reason.',
  },
  {
    route: 'POST /academies/{academy}/cases/{case}/steps/{step}',
    says: 'Skip, hold or bring forward a step, with the reason.',
  },
  { route: 'GET /academies/{academy}/letters', says: 'Letters: those on their way, or at rest between two dates.' },
  {
    route: 'POST /academies/{academy}/letters/orders',
    says: 'Write the termly traffic-light letters or certificates of a class, a year or the school.',
  },
  {
    route: 'GET /academies/{academy}/letters/{letter}/pdf',
    says: 'The print of a letter, always the same bytes: a link for a minute.',
  },
  { route: 'POST /academies/{academy}/letters/{letter}/release', says: 'Let a letter go that has been looked at.' },
  { route: 'POST /academies/{academy}/letters/{letter}/hold', says: 'Stop a letter that has not left the house.' },
  { route: 'POST /academies/{academy}/letters/{letter}/returned', says: 'A letter came back undelivered.' },
  {
    route: 'POST /academies/{academy}/letters/batches',
    says: 'Make one file of every released letter, and a list, for the office to print.',
  },
  {
    route: 'GET /academies/{academy}/letters/batches/{batch}',
    says: 'A batch, with links for a minute once it is made.',
  },
  ...CASEWORK_ROUTES,
  ...AUTHORITY_ROUTES,
  ...REPORT_ROUTES,
  ...EXTRACT_ROUTES,
  ...REHEARSAL_ROUTES,
  ...POLICY_ROUTES,
  ...CLOSED_DAY_ROUTES,
  ...HELD_LETTER_ROUTES,
  ...SITE_ROUTES,
  ...TEXT_ROUTES,
  ...IMPORT_ROUTES,
  ...TRUST_ROUTES,
  ...COVER_ROUTES,
]
