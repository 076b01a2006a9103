import { type Check, when } from './check.ts'

/** A reminder that falls into the hours in which no family is texted would never go at its time. */
export const remindersAreHeard: Check = ({ attend: { remind }, texts: { quiet } }) =>
  when(
    remind.at < quiet.until || remind.at >= quiet.from,
    'attend.remind.at',
    `is ${remind.at}, when no family is texted.`,
    `Set it from ${quiet.until} and before ${quiet.from}.`,
  )
