/** A policy in plain English, in the order of the day, the ladder and the year. */
import type { Policy } from '../policy.ts'
import { panels } from './attend.ts'
import { againstWrongTexts, answers, attendance, referralPatience } from './care.ts'
import { whatIsTooMuch, whatTextsCost } from './costs.ts'
import { dayMoments } from './day.ts'
import { otherDuties } from './duties.ts'
import { toOthers } from './extracts.ts'
import { onTheFamilyPage } from './family-page.ts'
import { ladderDays } from './ladder.ts'
import { inOtherLanguages } from './languages.ts'
import { letterRules, sampleLetters } from './letters.ts'
import { onTheLine } from './line.ts'
import { towardsNotices } from './penalties.ts'
import { registersAndCodes } from './registers.ts'
import { onReports } from './reports.ts'
import { keptUntil } from './retention.ts'
import { toTheAuthority } from './returns.ts'
import { signingIn } from './sign-in.ts'
import { sampleTexts } from './texts.ts'
import { throughWonde } from './wonde.ts'
import { schoolYear } from './year.ts'

/** A line with what stands in front of it: a time, a day, or nothing. */
export interface Line {
  readonly label: string
  readonly say: string
}

export interface Part {
  readonly title: string
  readonly lines: readonly Line[]
}

const bullets = (sentences: readonly string[]): readonly Line[] => sentences.map((say) => ({ label: '-', say }))

/** A time or a day stands once, before the first of its sentences. */
const labelledOnce = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, index) => (lines[index - 1]?.label === line.label ? { ...line, label: '' } : line))

export const timetable = (policy: Policy): readonly Part[] => [
  {
    title: 'The school day',
    lines: labelledOnce(dayMoments(policy).map(({ at, say }) => ({ label: at, say }))),
  },
  {
    title: 'When nobody can say where a pupil is (school days without contact)',
    lines: [
      ...labelledOnce(ladderDays(policy).flatMap(([day, steps]) => steps.map((say) => ({ label: `Day ${day}`, say })))),
      { label: '-', say: referralPatience(policy) },
      {
        label: '-',
        say: 'Contact made ends it: an entitled adult has said where the child is, or staff have seen the child.',
      },
    ],
  },
  { title: 'Registers and codes', lines: bullets(registersAndCodes(policy)) },
  { title: 'How staff sign in', lines: bullets(signingIn(policy)) },
  { title: 'How long records are kept', lines: bullets(keptUntil(policy)) },
  { title: 'So that no wrong text goes out', lines: bullets(againstWrongTexts(policy)) },
  {
    title: 'What the texts say, with made-up names',
    lines: sampleTexts(policy).map(([label, say]) => ({ label, say })),
  },
  { title: 'Texts in other languages', lines: bullets(inOtherLanguages(policy)) },
  {
    title: 'How many texts, when, and what they cost',
    lines: bullets([...whatIsTooMuch(policy), ...whatTextsCost(policy)]),
  },
  { title: 'The page for a parent', lines: bullets(onTheFamilyPage(policy)) },
  { title: 'When a family answers', lines: bullets(answers(policy)) },
  { title: 'When a family rings the absence line', lines: bullets(onTheLine(policy)) },
  { title: 'What else people do, and in what time', lines: bullets(otherDuties(policy)) },
  { title: 'Attendance over the year', lines: bullets(attendance(policy)) },
  { title: 'Penalty notices', lines: bullets(towardsNotices(policy)) },
  { title: 'ATTEND panels', lines: bullets(panels(policy)) },
  { title: 'Returns to the local authority', lines: bullets(toTheAuthority(policy)) },
  { title: 'The school’s own system', lines: bullets(throughWonde(policy)) },
  { title: 'Extracts for others', lines: bullets(toOthers(policy)) },
  { title: 'Reports, patterns, classes and rewards', lines: bullets(onReports(policy)) },
  { title: 'Letters to parents', lines: bullets(letterRules(policy)) },
  { title: 'What the letters say, with made-up names', lines: bullets(sampleLetters(policy)) },
  { title: 'The school year', lines: bullets(schoolYear(policy)) },
]
