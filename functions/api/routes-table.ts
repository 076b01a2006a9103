/** A route of the API as the gateway sees it: `PUT /academies/{academy}/...`. */
export interface ApiRoute {
  readonly route: `${'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'} /${string}`
  /** What it is for, in the description of the API. */
  readonly says: string
  /** Answers without a token. */
  readonly open?: boolean
}

/** Every route there is: the gateway is built from it, so that nothing is answered that is not in this list. */
export const API_ROUTES: readonly ApiRoute[] = [
  { route: 'GET /openapi.json', says: 'This description.', open: true },
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
  { route: 'POST /academies/{academy}/visits', says: 'Record a visit; numbers the calling card.' },
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
  {
    route: 'GET /academies/{academy}/penalty-notices',
    says: 'Pupils near or at the threshold of a penalty notice, with the sessions counted and what stands in the way.',
  },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/penalty-notices',
    says: 'A pupil’s count towards a penalty notice, what was decided, and the notices of each parent.',
  },
  { route: 'GET /academies/{academy}/attend', says: 'Open attendance cases, with panels proposed and arranged.' },
  { route: 'GET /academies/{academy}/attend/invitations', says: 'A governor’s own: meetings they are asked to.' },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/attend',
    says: 'A pupil’s attendance case, and those that closed.',
  },
  { route: 'POST /academies/{academy}/pupils/{pupil}/attend', says: 'Open an attendance case, with the reason.' },
  { route: 'POST /academies/{academy}/pupils/{pupil}/attend/close', says: 'Close the case, with the reason.' },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/decline',
    says: 'No panel this time, with the reason.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/meetings',
    says: 'Arrange an ATTEND meeting and tell the family.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/meetings/{meeting}/rearrange',
    says: 'Move a meeting, with the reason, and tell the family.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/meetings/{meeting}/invite',
    says: 'Make the letters of a meeting that could not be made before.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/meetings/{meeting}/cancel',
    says: 'Cancel a meeting, with the reason.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/meetings/{meeting}/outcome',
    says: 'Who came to a meeting, and what was said.',
  },
  {
    route: 'GET /academies/{academy}/attend/review-list',
    says: 'The fortnightly review: whose case is due, what was agreed, attendance before and after.',
  },
  { route: 'GET /academies/{academy}/attend/actions', says: 'Open actions: your own, or everybody’s for the lead.' },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/plan',
    says: 'Agree a plan: owner, barriers, actions, review.',
  },
  { route: 'POST /academies/{academy}/pupils/{pupil}/attend/actions', says: 'One more action, with owner and date.' },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/actions/{action}/outcome',
    says: 'An action is done or dropped.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/barriers',
    says: 'What keeps the child from school, by the policy’s categories.',
  },
  { route: 'POST /academies/{academy}/pupils/{pupil}/attend/check-ins', says: 'How it goes, daily or weekly.' },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/attend/reviews',
    says: 'What a review saw, kept with attendance before and after, and the next one.',
  },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/leave-requests',
    says: 'Leave asked for, and what was decided.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/leave-requests',
    says: 'A parent asks for leave of absence; the Head is asked to decide.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/leave-requests/{request}/decision',
    says: 'Grant leave in exceptional circumstances, or refuse it, with the reason; the family is told.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/leave-requests/{request}/withdraw',
    says: 'Leave is asked for no more, or was entered by mistake.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/penalty-notices/decisions',
    says: 'Decide a case with the reason: refer it, give notice to improve, or not.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/penalty-notices/decisions/{decision}/undo',
    says: 'Take a decision back, with the reason.',
  },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/penalty-notices/decisions/{decision}/pack',
    says: 'The pack of a referral for the local authority: a link for a minute.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/penalty-notices/notices',
    says: 'Record a notice that the authority issued to a parent.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/penalty-notices/notices/{notice}/entries',
    says: 'Record that it was paid, withdrawn, or taken to court.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/penalty-notices/notices/{notice}/undo',
    says: 'Take back the last entry about a notice.',
  },
  {
    route: 'GET /academies/{academy}/returns',
    says: 'Returns to the local authority: those that are due, or all of a school year.',
  },
  { route: 'POST /academies/{academy}/returns/{return}/sent', says: 'The authority was told: when and how.' },
  { route: 'POST /academies/{academy}/returns/{return}/not-due', says: 'Nothing has to be sent, with the reason.' },
  { route: 'POST /academies/{academy}/returns/{return}/undo', says: 'Take back what was said of a return.' },
  {
    route: 'POST /academies/{academy}/returns/{return}/enquiries',
    says: 'What was done to find a child missing education.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/returns',
    says: 'Ask for an attendance or sickness return that no rule has asked for.',
  },
  {
    route: 'GET /academies/{academy}/pupils/{pupil}/support',
    says: 'Support offered and asked for, plans for a return, conversations.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/support',
    says: 'Support was offered, a service was asked, or a return is planned.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/support/{record}/answer',
    says: 'What came of an offer, a request or a plan.',
  },
  {
    route: 'GET /academies/{academy}/classes/{class}/conference-sheets',
    says: 'Each child’s attendance this term, and whether it was discussed.',
  },
  {
    route: 'POST /academies/{academy}/pupils/{pupil}/conferences',
    says: 'Attendance was discussed with child and family this term.',
  },
  { route: 'POST /academies/{academy}/imports/{file}', says: 'Import a CSV file of up to 4 MB.' },
  { route: 'POST /academies/{academy}/imports/{file}/upload-address', says: 'An address for a longer file.' },
  { route: 'GET /academies/{academy}/imports/{import}', says: 'The report of an import.' },
  { route: 'POST /academies/{academy}/imports/{import}/confirm', says: 'A held file is right: let it go live.' },
]
