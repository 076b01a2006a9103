/** The school day in sentences, each at its time. */
import { clockAfter, type LocalTime } from '../../shared/domain/time.ts'
import type { Policy } from '../policy.ts'
import { counted, doers, duration, listed, roleName, sentence } from './words.ts'

export interface Moment {
  readonly at: LocalTime
  readonly say: string
}

const RECIPIENTS: Readonly<Record<Policy['texts']['recipients'], string>> = {
  first: 'every contact with the lowest priority number who may be texted',
  'all-resident': 'every contact who lives with the child and may be texted',
  'all-responsible': 'every contact with parental responsibility who may be texted',
}

const FLAGS: Readonly<Record<Policy['vulnerable']['flags'][number], string>> = {
  socialWorker: 'with a social worker',
  lookedAfter: 'looked after',
  youngCarer: 'a young carer',
  alert: 'with an alert on the roll',
}

const AGENCIES: Readonly<Record<Policy['vulnerable']['tell'][number], string>> = {
  'social-worker': 'social worker',
  'youth-offending': 'youth offending worker',
  'virtual-school': 'Virtual School',
  'early-help': 'early help worker',
}

const lateText = ({ texts: { lateArrivals } }: Policy): string =>
  lateArrivals
    ? 'the family is texted at once, unless the session has ended; a pupil with a fitting reason, such as an appointment (M), is not texted about'
    : 'no text is sent about it'

const mornings = (policy: Policy): readonly Moment[] => {
  const { day } = policy
  return [
    { at: day.gatesOpen, say: 'Pupils may come in.' },
    {
      at: day.amOpens,
      say: `The morning register opens. A pupil here by ${day.amOpens} is present (/); from ${clockAfter(day.amOpens, 1)} to ${day.amCloses} late (L).`,
    },
    {
      at: day.amCloses,
      say: `The morning register closes. A pupil who is not here, with no known reason, is marked N. From ${clockAfter(day.amCloses, 1)} an arrival is late after the register has closed (U) and ${lateText(policy)}.`,
    },
  ]
}

const vulnerable = ({ vulnerable }: Policy): string => {
  const agencies = vulnerable.agencies.map((agency) => AGENCIES[agency])
  const who = listed(
    vulnerable.flags.map((flag) => FLAGS[flag]),
    'or',
  )
  const also = agencies.length > 0 ? `; or known to a ${listed(agencies, 'or')}` : ''
  const told =
    vulnerable.tell.length > 0
      ? ` Their ${listed(
          vulnerable.tell.map((kind) => AGENCIES[kind]),
          'or',
        )} is told the same day, by ${doers(vulnerable.tellDoers)}.`
      : ''
  return `Vulnerable pupils come first (${who}${also}): ${doers(vulnerable.doers)} rings within ${duration(vulnerable.callWithinMinutes)}, before any text.${told}`
}

const afterSilence = ({ texts: { receiptWithinMinutes, afterSilence: silence } }: Policy): string => {
  const when = silence.minutes === 0 ? '' : `, or after ${duration(silence.minutes)} without an answer`
  const then =
    silence.goTo === 'call-list' ? 'a person rings' : 'the next contact is texted, and a person rings when none is left'
  return `After ${duration(receiptWithinMinutes)} without a receipt${when} ${then}.`
}

const followUp = (policy: Policy): readonly Moment[] => {
  const { sweeps, registers, texts, calls, visits, duties } = policy
  const chased = duties.missingRegister.doers.map(roleName)
  return [
    {
      at: sweeps['register-close'],
      say: `A class whose register is not in: ${listed(chased)} ${chased.length === 1 ? 'is' : 'are'} asked for it. Nobody in that class counts as absent, and nobody is texted about it.`,
    },
    { at: sweeps['register-close'], say: vulnerable(policy) },
    { at: registers.headCountAt, say: 'A morning register still not in: the Head counts heads in that class now.' },
    {
      at: sweeps['unreported-absence'],
      say: `Every pupil still unreported: one text to ${RECIPIENTS[texts.recipients]}, brothers and sisters in one text. A text that fails goes to the next contact. ${afterSilence(policy)}`,
    },
    { at: texts.usefulUntil.unreported, say: 'No first-day text goes out after this. A person rings instead.' },
    {
      at: sweeps.lunch,
      say: `Every pupil of whom nothing has been heard: ${doers(calls.doers)} rings, within ${duration(calls.dueInMinutes)}${visits.atLunch ? `, and ${doers(visits.doers)} visits the home, within ${duration(visits.dueInMinutes)}` : '; the home is visited if a person thinks it right'}. A case opens, and the steps below begin. Whoever goes to a home says so first; who has not said within ${duration(visits.backWithinMinutes)} that they are back is looked for: ${doers(visits.notBack.doers)}, within ${duration(visits.notBack.dueInMinutes)}.`,
    },
  ]
}

const afternoons = ({ day, sweeps, registers, holiday, calls }: Policy): readonly Moment[] => [
  { at: day.pmOpens, say: 'The afternoon register opens.' },
  { at: day.pmCloses, say: 'The afternoon register closes.' },
  {
    at: sweeps['afternoon-close'],
    say: `A pupil who was here in the morning and is missing now is urgent: ${doers(calls.leftSite.doers)} searches the site and rings home within ${duration(calls.leftSite.dueInMinutes)}. Before ${counted(holiday.closedDays, 'closed day', 'closed days')} or more, every open case also goes to the safeguarding lead.`,
  },
  {
    at: clockAfter(day.pmCloses, registers.pmHeadCountAfterMinutes),
    say: 'An afternoon register still not in: the Head counts heads in that class now.',
  },
  { at: day.ends, say: 'The school day ends.' },
  {
    at: sweeps['day-end'],
    say: 'The Attendance Lead gets the proof of the day: every absent pupil is explained, or a named person is doing something by a named time. A reply that nobody confirmed counts as silence.',
  },
]

const lastTexts = ({ texts }: Policy): readonly Moment[] => {
  const kinds = [
    ['ladder', 'text about a child nobody can account for'],
    ['correction', 'correction of an earlier text'],
    ['warning', 'warning about attendance'],
    ['reply', 'reply that staff write'],
  ] as const
  const byTime = Map.groupBy(kinds, ([kind]) => texts.usefulUntil[kind])
  return [...byTime].map(([at, which]) => ({
    at,
    say: sentence(
      `no ${listed(
        which.map(([, words]) => words),
        'or',
      )} goes out after this.`,
    ),
  }))
}

/** Every moment of the day, in order. */
export const dayMoments = (policy: Policy): readonly Moment[] =>
  [...mornings(policy), ...followUp(policy), ...afternoons(policy), ...lastTexts(policy)].toSorted((one, other) =>
    one.at.localeCompare(other.at),
  )
