/**
 * Every line Firstbell may log: a code, a sentence for the operator, and the only fields it may carry.
 * Alarms count these codes; the runbook has a heading for each that alarms. No field holds a name, a number or words of anybody.
 */
interface LogCode {
  readonly level: 'INFO' | 'WARN' | 'ERROR'
  readonly says: string
  readonly fields: readonly string[]
  /** Who is hurt, when this code raises an alarm. */
  readonly alarm?: string
}

const catalogue = <const T extends Record<string, LogCode>>(codes: T): T => codes

export const LOG_CODES = catalogue({
  STARTED: { level: 'INFO', says: 'The function began.', fields: ['function', 'items'] },
  COMPLETED: { level: 'INFO', says: 'The function ended.', fields: ['function', 'items', 'failed'] },
  INPUT_REFUSED: {
    level: 'ERROR',
    says: 'A message does not have the agreed shape and went to the dead letters.',
    fields: ['function', 'field', 'rule'],
    alarm: 'A step of the school day, a text or a reply may not have been handled.',
  },
  BROKEN: {
    level: 'ERROR',
    says: 'A message could not be handled and will be tried again.',
    fields: ['function', 'error'],
    alarm: 'A step of the school day, a text or a reply may not have been handled.',
  },
  REQUEST_BROKEN: {
    level: 'ERROR',
    says: 'A request from the console could not be answered.',
    fields: ['function', 'route', 'error'],
    alarm: 'Staff cannot save what they entered.',
  },
  LOOKED: { level: 'INFO', says: 'A day was looked at.', fields: ['academy', 'date', 'why', 'orders'] },
  SWEEP_LATE: {
    level: 'ERROR',
    says: 'A sweep came too late and did nothing but raise a task.',
    fields: ['academy', 'sweep', 'minutesLate'],
    alarm: 'Families of absent pupils were not texted by the timetable.',
  },
  NOT_WATCHED: {
    level: 'ERROR',
    says: 'The watchdog could not look at an academy; the others were looked at.',
    fields: ['academy', 'error'],
  },
  SWEEP_MISSED: {
    level: 'ERROR',
    says: 'A sweep did not happen.',
    fields: ['academy', 'sweep'],
    alarm: 'Families of absent pupils were not texted by the timetable.',
  },
  REFERRAL_NOT_PRINTED: {
    level: 'WARN',
    says: 'The letter of a referral could not be printed; its pack has the tables alone.',
    fields: ['academy'],
  },
  NIGHT_COUNTED: {
    level: 'INFO',
    says: 'The year’s counts are brought up to a date.',
    fields: ['academy', 'date', 'classes', 'days', 'settled', 'stages', 'penalties', 'returns'],
  },
  EXTRACTS_MADE: {
    level: 'INFO',
    says: 'The extracts of an academy were looked at: how many were due, made, and chased.',
    fields: ['academy', 'date', 'wanted', 'made', 'chased'],
  },
  EXCHANGE_FAILED: {
    level: 'WARN',
    says: 'An exchange with a school’s own system failed; the office has a task, and it is tried again.',
    fields: ['academy', 'step', 'error'],
  },
  REPORTS_MADE: {
    level: 'INFO',
    says: 'The reports of an academy were looked at: how many were made.',
    fields: ['academy', 'date', 'made'],
  },
  SWEEP_STOOD_DOWN: {
    level: 'INFO',
    says: 'The school opens late: a sweep left its work to the shifted time.',
    fields: ['academy', 'sweep'],
  },
  TEXT_ACCEPTED: { level: 'INFO', says: 'A text was handed over.', fields: ['academy', 'kind'] },
  TEXT_STOOD_DOWN: {
    level: 'INFO',
    says: 'A text was not sent, the facts had changed.',
    fields: ['academy', 'kind', 'why'],
  },
  TEXT_REFUSED: { level: 'WARN', says: 'The provider refused a text.', fields: ['academy', 'kind'] },
  TEXT_UNCERTAIN: {
    level: 'ERROR',
    says: 'Nobody knows whether a text went; a person must settle it.',
    fields: ['academy', 'kind'],
    alarm: 'A family may not have been told that their child is missing.',
  },
  BRAKE_HELD: { level: 'WARN', says: 'A batch of texts is held.', fields: ['academy', 'kind', 'because', 'pupils'] },
  REPLY_KEPT: { level: 'INFO', says: 'A reply was kept.', fields: ['academy', 'reading'] },
  REPLY_UNKNOWN_ACADEMY: {
    level: 'ERROR',
    says: 'A text came in to a number no academy owns.',
    fields: ['function'],
    alarm: 'A parent’s reply has no office to read it.',
  },
  LINE_ANSWERED: {
    level: 'INFO',
    says: 'A step of a call to the absence line was answered.',
    fields: ['academy', 'place'],
  },
  LINE_UNKNOWN_ACADEMY: {
    level: 'ERROR',
    says: 'A call came in to a number no academy owns.',
    fields: ['function'],
    alarm: 'Parents who ring to report an absence are heard by nobody.',
  },
  REPLY_REPLAYED: {
    level: 'INFO',
    says: 'A text of an earlier day was delivered again and left as it was.',
    fields: ['academy'],
  },
  TEXTS_MISSED: {
    level: 'WARN',
    says: 'The provider had received texts of which its call never came; they are heard now.',
    fields: ['academy', 'texts'],
  },
  RECEIPT_ASKED: {
    level: 'WARN',
    says: 'The receipt of a text did not come; the provider was asked, and said what became of it.',
    fields: ['academy', 'state'],
  },
  RECEIPT_UNKNOWN: {
    level: 'WARN',
    says: 'A receipt names a text that is not known yet; it is kept and tried again.',
    fields: ['function'],
  },
  HOOK_UNREAD: {
    level: 'ERROR',
    says: 'A proved call of a provider does not have the documented shape; it is kept whole among the unread calls.',
    fields: ['route', 'field', 'rule'],
  },
  ACCOUNT_UNREADABLE: {
    level: 'ERROR',
    says: 'The trust’s account at a provider cannot be had: its secret does not answer, or what it holds is not in order.',
    fields: ['account', 'error'],
    alarm: 'Families are not texted by that provider, and what it tells us is not heard.',
  },
  LETTER_UNKNOWN: {
    level: 'WARN',
    says: 'The post or a message names a letter that is not known; what the post says is kept and tried again.',
    fields: ['academy'],
  },
  LETTER_REFUSED: { level: 'WARN', says: 'The post refused a letter; a task tells the office.', fields: ['academy'] },
  LETTER_NOT_PLANNED: {
    level: 'WARN',
    says: 'A letter that is due could not be written; a task tells the Attendance Lead.',
    fields: ['academy', 'why'],
  },
  CHRONICLE_LATE: {
    level: 'ERROR',
    says: 'The chronicle is more than 15 minutes behind.',
    fields: ['minutes'],
    alarm: 'The record that a court relies on is incomplete.',
  },
  DAY_SEALED: {
    level: 'INFO',
    says: 'A day was sealed.',
    fields: ['academy', 'date', 'number', 'entries', 'histories'],
  },
  RECORD_DIFFERS: {
    level: 'ERROR',
    says: 'The record has entries otherwise than they were sealed.',
    fields: ['academy', 'entries'],
    alarm: 'Somebody changed the record that a court relies on.',
  },
  SEAL_REFUSED: {
    level: 'ERROR',
    says: 'A day was not sealed, because register versions are missing in the evidence or the night has not counted it.',
    fields: ['academy', 'date', 'missing', 'counted'],
    alarm: 'The record that a court relies on is not sealed.',
  },
  IMPORT_REFUSED: { level: 'WARN', says: 'An imported file was refused.', fields: ['academy', 'file', 'problems'] },
  OLD_FILES_LEFT: {
    level: 'WARN',
    says: 'Files that went out of use could not be taken away; the next import tries again.',
    fields: ['academy', 'file'],
  },
  IMPORT_HELD: {
    level: 'ERROR',
    says: 'An imported file takes so much of the school away that a person must confirm it.',
    fields: ['academy', 'file', 'lost', 'had'],
    alarm: 'Roll or contacts stay as they were until somebody confirms the file or sends a whole one.',
  },
  IMPORT_LIVE: { level: 'INFO', says: 'An imported file is live.', fields: ['academy', 'file', 'rows'] },
})

export type LogCodeName = keyof typeof LOG_CODES
