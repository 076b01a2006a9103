/** Contradictions within one academy's policy. Each check is a question with a remedy; the schema has already seen to shapes. */
import { readCode } from '../shared/domain/codes.ts'
import { clockMinutes } from '../shared/domain/time.ts'
import { fieldsOf } from '../shared/domain/wording.ts'
import { MERGE_FIELDS, type Policy, SWEEPS, type WordingName } from './policy.ts'
import type { PolicyProblem } from './problem.ts'

type Finding = Omit<PolicyProblem, 'file'>
type Check = (policy: Policy) => readonly Finding[]

const when = (wrong: boolean, field: string, what: string, remedy: string): readonly Finding[] =>
  wrong ? [{ field, what, remedy }] : []

/** SI 2024/208 regulation 10 and the guidance: open at most 30 minutes, as long in the afternoon as in the morning. */
const registersOpen: Check = ({ day }) => {
  const morning = clockMinutes(day.amOpens, day.amCloses)
  const afternoon = clockMinutes(day.pmOpens, day.pmCloses)
  return [
    ...when(
      morning < 1 || morning > 30,
      'day.amCloses',
      `keeps the register open ${morning} minutes.`,
      'The law allows at most 30.',
    ),
    ...when(
      afternoon !== morning,
      'day.pmCloses',
      `keeps the afternoon register open ${afternoon} minutes, the morning's ${morning}.`,
      'Both must be open equally long.',
    ),
  ]
}

const orderOfDay: Check = ({ day, sweeps }) => {
  const times = SWEEPS.map((sweep) => [sweep, sweeps[sweep]] as const)
  const disordered = times.slice(1).flatMap(([sweep, time], index) => {
    const before = times[index]
    return before && time <= before[1]
      ? when(
          true,
          `sweeps.${sweep}`,
          `at ${time} is not after ${before[0]} at ${before[1]}.`,
          'Put the sweeps in the order of the day.',
        )
      : []
  })
  return [
    ...disordered,
    ...when(
      sweeps['register-close'] < day.amCloses,
      'sweeps.register-close',
      `at ${sweeps['register-close']} is before the register closes at ${day.amCloses}.`,
      'Set it to the closing time or later.',
    ),
    ...when(
      sweeps['unreported-absence'] <= day.amCloses,
      'sweeps.unreported-absence',
      `would text at ${sweeps['unreported-absence']}, before the register closes at ${day.amCloses}.`,
      'Set it after the register closes.',
    ),
    ...when(
      sweeps['afternoon-close'] < day.pmCloses,
      'sweeps.afternoon-close',
      'is before the afternoon register closes.',
      'Set it to the closing time or later.',
    ),
    ...when(
      day.gatesOpen > day.amOpens,
      'day.gatesOpen',
      'is after the register opens.',
      'Set it to the opening time or earlier.',
    ),
    ...when(
      day.ends <= day.pmCloses,
      'day.ends',
      'is before the afternoon register closes.',
      'Set the end of the school day.',
    ),
  ]
}

const usefulTexts: Check = ({ sweeps, texts }) =>
  when(
    texts.usefulUntil.unreported <= sweeps['unreported-absence'],
    'texts.usefulUntil.unreported',
    `is not after the text at ${sweeps['unreported-absence']}: none would ever go.`,
    'Set a later time.',
  )

const REQUIRED_STEPS = ['call', 'visit', 'referral', 'wider-search'] as const

/** The safety floor: a complete ladder without a gap. */
const ladderComplete: Check = ({ ladder }) => {
  const last = Math.max(...ladder.map((step) => step.day))
  const covered = new Set(
    ladder.flatMap((step) =>
      step.repeat === 'once'
        ? [step.day]
        : Array.from({ length: last }, (_, index) => index + 1).filter((day) => day >= step.day),
    ),
  )
  const gap = Array.from({ length: last }, (_, index) => index + 1).find((day) => !covered.has(day))
  const missing = REQUIRED_STEPS.filter((kind) => !ladder.some((step) => step.do === kind))
  const ids = ladder.map((step) => step.id)
  return [
    ...when(gap !== undefined, 'ladder', `has no step on day ${gap}.`, 'Give every day without contact a step.'),
    ...when(last < 4, 'ladder', `ends on day ${last}.`, 'Go on to the wider search on day 4.'),
    ...when(
      missing.length > 0,
      'ladder',
      `has no ${missing.join(', no ')}.`,
      'The ladder is a safety floor: it may be reordered, not shortened.',
    ),
    ...when(new Set(ids).size < ids.length, 'ladder', 'uses one id for two steps.', 'Give each step its own id.'),
  ]
}

/** The safety floor: the brake, the danger words and the lateness guard cannot be switched off. */
const safetyFloor: Check = ({ brake, replies }) => [
  ...when(
    brake.classShare >= 80,
    'brake.classShare',
    `of ${brake.classShare}% never holds anything.`,
    'Set it below 80; 25 is usual.',
  ),
  ...when(
    brake.academyShare >= 50,
    'brake.academyShare',
    `of ${brake.academyShare}% never holds anything.`,
    'Set it below 50; 10 is usual.',
  ),
  ...when(
    replies.dangerWords.length < 10,
    'replies.dangerWords',
    'lists fewer than ten words.',
    'Keep the Trust’s list and add to it.',
  ),
]

const thresholdsInOrder: Check = ({ thresholds: { target, warning, stage1 } }) =>
  when(
    !(stage1 < warning && warning < target),
    'thresholds',
    `stage 1 below ${stage1}, warning below ${warning}, target ${target} are out of order.`,
    'Stage 1 is below the warning, the warning below the target.',
  )

const knownFields: Check = ({ wordings }) =>
  (Object.keys(MERGE_FIELDS) as WordingName[]).flatMap((name) => {
    const allowed: readonly string[] = MERGE_FIELDS[name]
    return fieldsOf(wordings[name])
      .filter((field) => !allowed.includes(field))
      .flatMap((field) =>
        when(
          true,
          `wordings.${name}`,
          `has an unknown field {${field}}.`,
          `Use only ${allowed.map((each) => `{${each}}`).join(', ')}.`,
        ),
      )
  })

const knownCodes: Check = ({ registers, replies }) => [
  ...registers.teacherCodes
    .filter((code) => readCode(code) === undefined)
    .flatMap((code) =>
      when(
        true,
        'registers.teacherCodes',
        `has ${code}, which is not a national code.`,
        'Use the codes of the register.',
      ),
    ),
  ...replies.meanings
    .filter(({ code }) => readCode(code) === undefined)
    .flatMap(({ code }) =>
      when(
        true,
        'replies.meanings',
        `proposes ${code}, which is not a national code.`,
        'Use the codes of the register.',
      ),
    ),
]

const calendarInOrder: Check = ({ calendar: { terms, bankHolidays } }) => [
  ...terms.flatMap((term, index) => {
    const before = terms[index - 1]
    return [
      ...when(
        term.until < term.from,
        `calendar.terms.${index}`,
        `${term.name} ends before it begins.`,
        'Correct its dates.',
      ),
      ...when(
        before !== undefined && term.from <= before.until,
        `calendar.terms.${index}`,
        `${term.name} begins before ${before?.name} has ended.`,
        'List terms in order, without overlap.',
      ),
    ]
  }),
  ...when(
    new Set(bankHolidays).size < bankHolidays.length,
    'calendar.bankHolidays',
    'lists a date twice.',
    'Take one out.',
  ),
]

const dramaNumbersStayTests: Check = ({ live, texts }) =>
  when(
    live && texts.number.startsWith('+447700900'),
    'live',
    'is on with a sending number reserved for drama.',
    'Set texts.number to the school’s own number first.',
  )

const CHECKS: readonly Check[] = [
  registersOpen,
  orderOfDay,
  usefulTexts,
  ladderComplete,
  safetyFloor,
  thresholdsInOrder,
  knownFields,
  knownCodes,
  calendarInOrder,
  dramaNumbersStayTests,
]

/** All contradictions in a merged policy. */
export const contradictions = (policy: Policy, file: string): readonly PolicyProblem[] =>
  CHECKS.flatMap((check) => check(policy)).map((finding) => ({ file, ...finding }))
