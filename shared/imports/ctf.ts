/**
 * The attendance block of a Common Transfer File: who each pupil is, and what a school before said of them. Other parts are passed
 * over. Where the block stands, and what it holds, is as programs in the field read it; no real file was at hand.
 */
import { type EarlierMarks, type EarlierYear, earlierId, readEarlierMarks } from '../domain/imports/earlier-school.ts'
import { isLocalDate } from '../domain/time.ts'
import type { FileProblem } from './table.ts'
import { readXml } from './xml.ts'

export interface CtfPupil {
  /** Where the pupil begins. */
  readonly line: number
  readonly upn: string
  readonly surname: string
  readonly dateOfBirth: string
  readonly years: readonly Omit<EarlierYear, 'asOf'>[]
}

export interface CtfFile {
  readonly pupils: readonly CtfPupil[]
  readonly problems: readonly FileProblem[]
  readonly warnings: readonly FileProblem[]
}

type Texts = Record<string, string>

const MOST_PUPILS = 5000
const COUNTS = ['SessionsPossible', 'SessionsAttended', 'SessionsAuthorised', 'SessionsUnauthorised'] as const

/** Reads a CTF of any version. */
export const parseCtf = (bytes: Uint8Array): CtfFile => {
  const problems: FileProblem[] = []
  const warnings: FileProblem[] = []
  const pupils: CtfPupil[] = []
  const open: string[] = []
  let version: number | undefined
  let pupil: { line: number; texts: Texts; years: Omit<EarlierYear, 'asOf'>[] } | undefined
  let year: { line: number; texts: Texts; sessions: EarlierMarks[] } | undefined
  let block: { line: number; texts: Texts } | undefined

  const wrong = (line: number, column: string, what: string, remedy: string): void => {
    problems.push({ line, column, what, remedy })
  }

  const closeBlock = (): void => {
    if (!block || !year) return
    const from = block.texts.AttendanceStartDate ?? ''
    const marks = readEarlierMarks(block.texts.AttendanceMarks ?? '', version)
    if (!isLocalDate(from)) wrong(block.line, 'AttendanceStartDate', 'is not a date.', 'Write it as 2025-09-03.')
    else if (marks === undefined)
      wrong(
        block.line,
        'AttendanceMarks',
        'holds something that is no mark.',
        'Before CTF 24 marks are one character each; since then they stand with commas between.',
      )
    else if (marks.length > 0) year.sessions.push({ from, marks })
    block = undefined
  }

  const closeYear = (): void => {
    if (!year || !pupil) return
    const { texts, line, sessions } = year
    const counted = COUNTS.map((name) => {
      const text = texts[name] ?? ''
      if (!/^\d{1,4}$/.test(text)) wrong(line, name, 'is not a number of sessions.', 'Write digits only.')
      return Number(text) || 0
    })
    const [possible = 0, attended = 0, authorised = 0, unauthorised = 0] = counted
    const named = { year: texts.Year ?? '', authority: texts.LEA ?? '', establishment: texts.Estab ?? '' }
    if (!/^\d{4}$/.test(named.year)) wrong(line, 'Year', 'is not a year.', 'Write four digits, like 2025.')
    if (!/^\d{3}$/.test(named.authority))
      wrong(line, 'LEA', 'is not the number of an authority.', 'Write three digits.')
    if (!/^\d{4}$/.test(named.establishment))
      wrong(line, 'Estab', 'is not the number of a school.', 'Write four digits.')
    if (attended + authorised + unauthorised !== possible)
      warnings.push({
        line,
        column: 'SessionsPossible',
        what: 'is not the sum of attended, authorised and unauthorised sessions.',
        remedy: 'It is kept as it came; ask that school.',
      })
    if (pupil.years.some((other) => earlierId(other) === earlierId(named)))
      wrong(line, 'Year', 'stands twice for this pupil and school.', 'Keep one.')
    const school = texts.SchoolName?.slice(0, 100)
    pupil.years.push({
      ...named,
      ...(school ? { school } : {}),
      possible,
      attended,
      authorised,
      unauthorised,
      sessions,
    })
    year = undefined
  }

  const closePupil = (): void => {
    if (!pupil) return
    const { line, texts, years } = pupil
    const upn = (texts.UPN ?? '').toUpperCase()
    if (years.length > 0) pupils.push({ line, upn, surname: texts.Surname ?? '', dateOfBirth: texts.DOB ?? '', years })
    if (pupils.length === MOST_PUPILS + 1)
      wrong(line, 'Pupil', `is one of more than ${MOST_PUPILS}.`, 'Send the file in parts.')
    pupil = undefined
  }

  const unreadable = readXml(bytes, {
    opened: (name, line) => {
      open.push(name)
      if (name === 'Pupil') pupil = { line, texts: {}, years: [] }
      else if (name === 'YearData') year = { line, texts: {}, sessions: [] }
      else if (name === 'AttendSessions') block = { line, texts: {} }
    },
    closed: (name, text) => {
      open.pop()
      const parent = open.at(-1)
      if (name === 'CTFversion') version = Number.parseFloat(text) || undefined
      else if (name === 'AttendSessions') closeBlock()
      else if (name === 'YearData') closeYear()
      else if (name === 'Pupil') closePupil()
      else if (parent === 'AttendSessions' && block) block.texts[name] = text
      else if (parent === 'YearData' && year) year.texts[name] = text
      else if (parent === 'Pupil' && pupil) pupil.texts[name] = text
    },
  })
  if (unreadable) return { pupils: [], problems: [unreadable], warnings: [] }
  return { pupils, problems, warnings }
}
