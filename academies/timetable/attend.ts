/** ATTEND panels and the work around them: in sentences. */
import type { Policy } from '../policy.ts'
import { counted, doers, listed } from './words.ts'

export const panels = ({ attend, duties, thresholds }: Policy): readonly string[] => [
  attend.proposePanels
    ? `Each further absence of a pupil below ${thresholds.stage1}% proposes a panel to ${doers(duties.panel.doers)}, one at a time for a family.`
    : `Firstbell proposes no panels: ${doers(duties.panel.doers)} arranges them.`,
  `The family is told date, time and place by letter, by text or by a person, and reminded by text ${counted(attend.remind.schoolDaysBefore, 'school day', 'school days')} before at ${attend.remind.at}.`,
  `${doers(duties.panel.doers)} records who came and what was agreed, and is asked for it from the next school day on.`,
  `Each open case is reviewed every ${counted(attend.reviewDays, 'day', 'days')}: what was agreed, and attendance before and after. What keeps a child from school is one of: ${listed(attend.barriers.map((kind) => kind.replaceAll('-', ' ')))}.`,
  'An action that is overdue is asked of whoever owns it.',
  `Back after ${counted(attend.longAbsenceSchoolDays, 'school day', 'school days')} away or more, a child gets a plan for the return proposed.`,
  `Support is asked of: ${listed(attend.agencies.map((name) => name.replaceAll('-', ' ')))}; without an answer, again after ${counted(attend.answerSchoolDays, 'school day', 'school days')}.`,
]
