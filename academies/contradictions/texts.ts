import { type Check, when } from './check.ts'

const late = (until: string, sweep: string): string =>
  `at ${until} is not after the sweep at ${sweep} that sends it: no such text would ever go.`

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** Silence that is followed by another text must be over while that text may still go. */
export const silenceBeforeTheEnd: Check = ({ sweeps, texts: { afterSilence, receiptWithinMinutes, usefulUntil } }) => {
  const left = minutesOf(usefulUntil.unreported) - minutesOf(sweeps['unreported-absence'])
  const isNext = afterSilence.goTo === 'next-contact'
  return [
    ...when(
      isNext && afterSilence.minutes >= left,
      'texts.afterSilence.minutes',
      `is ${afterSilence.minutes}, but a first-day text may only go for ${left} minutes: the next contact would never be texted for want of an answer.`,
      `Set it below ${left}, or to 0, or let a person ring.`,
    ),
    ...when(
      isNext && receiptWithinMinutes >= left,
      'texts.receiptWithinMinutes',
      `is ${receiptWithinMinutes}, but a first-day text may only go for ${left} minutes: the next contact would never be texted for want of a receipt.`,
      `Set it below ${left}, or let a person ring.`,
    ),
  ]
}

/** A kind of text is useful for some time after the moment that sends it. */
export const usefulTexts: Check = ({ sweeps, ladder, day, texts: { usefulUntil } }) => {
  const firstDay = sweeps['unreported-absence']
  const textSteps = ladder.filter((step) => step.do === 'text-all').map((step) => sweeps[step.at])
  const lastLadderText = textSteps.toSorted().at(-1)
  return [
    ...when(
      usefulUntil.unreported <= firstDay,
      'texts.usefulUntil.unreported',
      late(usefulUntil.unreported, firstDay),
      `Set it after ${firstDay}, or send earlier.`,
    ),
    ...when(
      usefulUntil.unreported > day.ends,
      'texts.usefulUntil.unreported',
      `at ${usefulUntil.unreported} is after the school day ends at ${day.ends}: the text would speak of a day that is over.`,
      `Set it to ${day.ends} or earlier.`,
    ),
    ...when(
      lastLadderText !== undefined && usefulUntil.ladder <= lastLadderText,
      'texts.usefulUntil.ladder',
      late(usefulUntil.ladder, lastLadderText ?? ''),
      `Set it after ${lastLadderText}, or text earlier in the day.`,
    ),
    ...when(
      usefulUntil.correction < usefulUntil.unreported,
      'texts.usefulUntil.correction',
      `at ${usefulUntil.correction} ends before first-day texts do at ${usefulUntil.unreported}: a wrong text could not be put right.`,
      `Set it to ${usefulUntil.unreported} or later.`,
    ),
    ...when(
      usefulUntil.correction < usefulUntil.ladder,
      'texts.usefulUntil.correction',
      `at ${usefulUntil.correction} ends before ladder texts do at ${usefulUntil.ladder}: a wrong text could not be put right.`,
      `Set it to ${usefulUntil.ladder} or later.`,
    ),
  ]
}

/** Numbers that Ofcom keeps for drama reach nobody. */
export const dramaNumbersStayTests: Check = ({ live, texts, phone }) => [
  ...when(
    live && texts.number.startsWith('+447700900'),
    'live',
    `is true, but texts would come from ${texts.number}, a number reserved for drama.`,
    'Set texts.number to the school’s own number first, or keep live false.',
  ),
  ...when(
    live && /^(01632|0?7700 ?900)/.test(phone),
    'live',
    `is true, but parents would be asked to ring ${phone}, a number reserved for drama.`,
    'Set phone to the office’s own number first, or keep live false.',
  ),
]

/** The texts of the day must fall outside the hours of the night. */
export const quietHoursAreNight: Check = ({ texts: { quiet, usefulUntil }, sweeps, day }) => [
  ...when(
    quiet.until > day.gatesOpen,
    'texts.quiet.until',
    `at ${quiet.until} is after the gates open at ${day.gatesOpen}: the first texts of the day would wait.`,
    `Set it to ${day.gatesOpen} or earlier.`,
  ),
  ...when(
    quiet.from <= sweeps['day-end'] || quiet.from < usefulUntil.correction || quiet.from < usefulUntil.reply,
    'texts.quiet.from',
    `at ${quiet.from} begins while texts of the day may still have to go.`,
    `Set it after ${[sweeps['day-end'], usefulUntil.correction, usefulUntil.reply].toSorted().at(-1)}.`,
  ),
]
