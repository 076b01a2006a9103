/** The tables of what was done with the family, for an authority that reads them into its own system. */
import { csvText } from '../csv-text.ts'
import type { Casework } from './casework.ts'

const yesNo = (is: boolean | null): string => (is === null ? '' : is ? 'Y' : 'N')

export const CASEWORK_TABLES = ['meetings', 'actions', 'support', 'leave', 'texts'] as const
export type CaseworkTable = (typeof CASEWORK_TABLES)[number]

/** The text of each table; one without rows has its columns all the same. */
export const caseworkFiles = ({
  meetings,
  actions,
  texts,
  leave,
  offers,
}: Casework): Readonly<Record<CaseworkTable, string>> => ({
  actions: csvText([
    ['action', 'agreedOn', 'due', 'state'],
    ...actions.map(({ words, agreedOn, due, state }) => [words, agreedOn, due, state]),
  ]),
  leave: csvText([
    [
      'askedOn',
      'askedBy',
      'from',
      'until',
      'purpose',
      'words',
      'state',
      'decidedOn',
      'because',
      'grantedFrom',
      'grantedUntil',
    ],
    ...leave.map((each) => [
      each.askedOn,
      each.askedBy,
      each.from,
      each.until,
      each.purpose,
      each.words,
      each.state,
      each.decidedOn ?? '',
      each.because ?? '',
      each.granted?.from ?? '',
      each.granted?.until ?? '',
    ]),
  ]),
  meetings: csvText([
    [
      'date',
      'time',
      'place',
      'state',
      'toldBy',
      'arrangedOn',
      'invited',
      'came',
      'minutes',
      'pupilSaid',
      'parentsSaid',
      'dutyExplained',
      'because',
    ],
    ...meetings.map((each) => [
      each.date,
      each.time,
      each.place,
      each.state,
      each.told,
      each.arrangedOn,
      each.invited.map(({ name, on }) => (on === null ? name : `${name} ${on}`)).join('; '),
      each.came.join('; '),
      each.minutes ?? '',
      each.pupilSaid ?? '',
      each.parentsSaid ?? '',
      yesNo(each.dutyExplained),
      each.because ?? '',
    ]),
  ]),
  support: csvText([
    ['kind', 'on', 'words', 'agency', 'answer', 'answerWords', 'answeredOn'],
    ...offers.map((each) => [
      each.kind,
      each.on,
      each.words,
      each.agency ?? '',
      each.answer ?? '',
      each.answerWords ?? '',
      each.answeredOn ?? '',
    ]),
  ]),
  texts: csvText([
    ['date', 'time', 'about', 'to', 'state'],
    ...texts.map(({ date, time, kind, to, state }) => [date, time, kind, to, state]),
  ]),
})
