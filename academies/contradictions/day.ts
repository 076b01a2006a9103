import { clockAfter, clockMinutes } from '../../shared/domain/time.ts'
import { SWEEPS } from '../policy.ts'
import { type Check, type Finding, when } from './check.ts'

const MOST_MINUTES_OPEN = 30
/** Another system may need a moment to hand its registers over; the law gives N at the close, and vulnerable pupils are rung from it. */
const MOST_MINUTES_AFTER_CLOSE = 15

export const zoneIsKnown: Check = ({ zone }) => {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone })
    return []
  } catch {
    return when(true, 'zone', `is ${zone}, which is no time zone.`, 'Write Europe/London.')
  }
}

/** Safety floor. Guidance, contents of the attendance register: open at most 30 minutes, equally long each session. */
export const registersOpen: Check = ({ day }) => {
  const morning = clockMinutes(day.amOpens, day.amCloses)
  const afternoon = clockMinutes(day.pmOpens, day.pmCloses)
  const wrong = (minutes: number) => minutes < 1 || minutes > MOST_MINUTES_OPEN
  const tooLong = (minutes: number, opens: string) =>
    `keeps the register open for ${minutes} minutes; the law allows at most ${MOST_MINUTES_OPEN}, and more than none. It opens at ${opens}.`
  return [
    ...when(
      wrong(morning),
      'day.amCloses',
      tooLong(morning, day.amOpens),
      `Close it by ${clockAfter(day.amOpens, MOST_MINUTES_OPEN)}.`,
    ),
    ...when(
      wrong(afternoon),
      'day.pmCloses',
      tooLong(afternoon, day.pmOpens),
      `Close it by ${clockAfter(day.pmOpens, MOST_MINUTES_OPEN)}.`,
    ),
    ...when(
      !wrong(morning) && !wrong(afternoon) && morning !== afternoon,
      'day.pmCloses',
      `keeps the afternoon register open for ${afternoon} minutes and the morning's for ${morning}; the law wants both alike.`,
      `Close it at ${clockAfter(day.pmOpens, morning)}, or change the morning's.`,
    ),
  ]
}

/** Gates, registers and the end of the day follow one another. */
export const momentsOfDay: Check = ({ day }) => [
  ...when(
    day.gatesOpen > day.amOpens,
    'day.gatesOpen',
    `at ${day.gatesOpen} is after the register opens at ${day.amOpens}.`,
    `Set it to ${day.amOpens} or earlier.`,
  ),
  ...when(
    day.pmOpens <= day.amCloses,
    'day.pmOpens',
    `at ${day.pmOpens} is not after the morning register closes at ${day.amCloses}.`,
    'Set it after lunch.',
  ),
  ...when(
    day.ends <= day.pmCloses,
    'day.ends',
    `at ${day.ends} is not after the afternoon register closes at ${day.pmCloses}.`,
    'Set it to the end of the school day.',
  ),
]

/** Before one o'clock in summer the day before is not over by UTC, and would be counted a night late. */
export const nightBeforeDay: Check = ({ nightly, day }) =>
  when(
    nightly.at < '01:00' || nightly.at >= day.gatesOpen,
    'nightly.at',
    `at ${nightly.at} is not between 01:00 and the gates opening at ${day.gatesOpen}.`,
    'Set it to a time in the early morning, like 02:00.',
  )

/** People are asked for a reason while there is still time to find it. */
export const askedInTime: Check = ({ unresolved: { remindFrom, schoolDays } }) =>
  when(
    remindFrom >= schoolDays,
    'unresolved.remindFrom',
    `asks for the reason after ${remindFrom} school days, when the ${schoolDays} that there are for it have gone.`,
    'Give fewer days than unresolved.schoolDays.',
  )

/** The sweeps run in the order of the day. */
export const sweepsInOrder: Check = ({ sweeps }) =>
  SWEEPS.flatMap((sweep, index): readonly Finding[] => {
    const before = SWEEPS[index - 1]
    return before === undefined
      ? []
      : when(
          sweeps[sweep] <= sweeps[before],
          `sweeps.${sweep}`,
          `at ${sweeps[sweep]} is not after ${before} at ${sweeps[before]}.`,
          `Put the sweeps in the order of the day: ${SWEEPS.join(', ')}.`,
        )
  })

/** Nothing is followed up before the register it rests on has closed. */
export const followUpAfterClose: Check = ({ day, sweeps, registers }) => [
  ...when(
    sweeps['register-close'] < day.amCloses,
    'sweeps.register-close',
    `at ${sweeps['register-close']} is before the register closes at ${day.amCloses}.`,
    `Set it to ${day.amCloses} or later.`,
  ),
  ...when(
    sweeps['unreported-absence'] <= day.amCloses,
    'sweeps.unreported-absence',
    `would text families at ${sweeps['unreported-absence']}, before the register has closed at ${day.amCloses}.`,
    `Set it after ${day.amCloses}.`,
  ),
  ...when(
    sweeps['afternoon-close'] < day.pmCloses,
    'sweeps.afternoon-close',
    `at ${sweeps['afternoon-close']} is before the afternoon register closes at ${day.pmCloses}.`,
    `Set it to ${day.pmCloses} or later.`,
  ),
  ...when(
    sweeps['day-end'] < day.ends,
    'sweeps.day-end',
    `at ${sweeps['day-end']} is before the school day ends at ${day.ends}.`,
    `Set it to ${day.ends} or later.`,
  ),
  ...when(
    registers.headCountAt <= day.amCloses,
    'registers.headCountAt',
    `at ${registers.headCountAt} is not after the register closes at ${day.amCloses}.`,
    'Set it later, so that a late register can still come in.',
  ),
]

/** What the close sets going does not wait. */
export const closeIsJudged: Check = ({ day, sweeps }) =>
  (
    [
      ['register-close', day.amCloses],
      ['afternoon-close', day.pmCloses],
    ] as const
  ).flatMap(([sweep, closes]) =>
    when(
      clockMinutes(closes, sweeps[sweep]) > MOST_MINUTES_AFTER_CLOSE,
      `sweeps.${sweep}`,
      `at ${sweeps[sweep]} is more than ${MOST_MINUTES_AFTER_CLOSE} minutes after the register closes at ${closes}: missing children would wait for it.`,
      `Set it to ${closes}, or to ${clockAfter(closes, MOST_MINUTES_AFTER_CLOSE)} at the latest.`,
    ),
  )

/** A class whose register never comes has its heads counted while its pupils are still there. */
export const headsAreCounted: Check = ({ day, registers }) => {
  const afternoon = clockAfter(day.pmCloses, registers.pmHeadCountAfterMinutes)
  return [
    ...when(
      registers.headCountAt >= day.pmOpens,
      'registers.headCountAt',
      `at ${registers.headCountAt} is not in the morning: the afternoon register opens at ${day.pmOpens}.`,
      `Set it before ${day.pmOpens}.`,
    ),
    ...when(
      afternoon >= day.ends,
      'registers.pmHeadCountAfterMinutes',
      `puts the count at ${afternoon}, when the school day has ended at ${day.ends}: nobody would count.`,
      `Give fewer than ${clockMinutes(day.pmCloses, day.ends)} minutes.`,
    ),
  ]
}
