import { isReason, readCode } from '../../shared/domain/codes.ts'
import { fieldsOf } from '../../shared/domain/wording.ts'
import { GREETING_FIELDS } from '../absence-line.ts'
import { type Check, when } from './check.ts'

/** A line that nobody may report by would take reports that the office then has to refuse. */
export const lineMayReport: Check = ({ line, reporting }) =>
  when(
    line.on && !reporting.via.includes('line'),
    'line.on',
    'is true, but reporting.via does not have "line": what is said on it could not be recorded.',
    'Add "line" to reporting.via, or set line.on to false.',
  )

/** Ringing the line must not lead back to the line. */
export const lineLeadsOn: Check = ({ line }) =>
  when(
    line.transfer === line.number,
    'line.transfer',
    `puts callers through to ${line.number}, which is the line itself.`,
    'Give the number of the office, or none.',
  )

export const lineGreets: Check = ({ line: { greeting } }) => {
  const unknown = fieldsOf(greeting).filter((field) => !GREETING_FIELDS.some((each) => each === field))
  return when(
    unknown.length > 0 || /[{}]/.test(greeting.replaceAll(/\{[^{}|]*\}/g, '')),
    'line.greeting',
    'has a field that the line cannot fill: everybody hears it, before anybody is known.',
    `Use only ${GREETING_FIELDS.map((field) => `{${field}}`).join(' and ')}.`,
  )
}

/** What a caller may give as a reason is a reason, in a national code. */
export const lineReasons: Check = ({ line }) =>
  line.reasons.flatMap(({ code }, index) => {
    if (code === undefined) return []
    const read = readCode(code)
    return when(
      read !== code || !isReason(read),
      `line.reasons.${index}.code`,
      `proposes ${code}, which is no code of a reason for an absence.`,
      'Give the national code of the reason, or leave it out for staff to choose.',
    )
  })

/** Numbers that Ofcom keeps for drama are answered by nobody. */
export const lineIsReal: Check = ({ live, line }) =>
  when(
    live && line.on && /^\+44(1632960|7700900)/.test(line.number),
    'live',
    `is true, but families would report absences to ${line.number}, a number reserved for drama.`,
    'Set line.number to the school’s own line first, or line.on to false.',
  )
