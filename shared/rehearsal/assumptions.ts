/** Everything a rehearsal supposes because no file says it, in sentences that stand in its answer. */
import { ANSWER_MINUTES } from './families.ts'
import { MEETING_AHEAD } from './people.ts'
import type { PlayedPolicy, Suppositions } from './school.ts'

const reasons = ({ unreported }: Suppositions): string =>
  unreported === 0
    ? 'A reason that stands in the marks was known when the register was taken; only N and O were texted about. Where families often report late there are more first-day texts than these.'
    : `Of the mornings marked I or M, ${unreported} in a hundred were N until 11:00, when the family gave the reason.`

const answers = ({ answered }: Suppositions): string =>
  answered === 0
    ? 'No family answered a text about a mark of N or O: every such absence was silent.'
    : `Of the texts about a mark of N or O, ${answered} in a hundred were answered ${ANSWER_MINUTES} minutes later, and the office took that as contact made.`

/** In the order in which a school day meets them. */
export const assumptionsOf = (
  { policy: { registerSource, letters } }: PlayedPolicy,
  supposed: Suppositions,
  ofFiles: readonly string[],
): readonly string[] => [
  ...ofFiles,
  'The roll, the contacts and the staff are those of the files all year long: nobody moved class, changed a number or sent STOP.',
  `Every register that has marks came in on time${registerSource === 'mis' ? ', with data that is fresh' : ''}; a class without marks took no register.`,
  'Late pupils came at the minute the marks say; where they say none, L is five minutes after the register opened and U five minutes after it closed.',
  reasons(supposed),
  answers(supposed),
  'Every text was taken by the carrier and delivered a minute later.',
  'Every call, visit and other task was done that day at 17:00 and brought no contact; decisions that only a person can take (penalty notices, ATTEND panels, legal action, returns) were not taken.',
  'No held brake was released: its families were rung.',
  'Letters that were held because they were many were looked at and let go the same evening.',
  `Every letter was read, released and left the house on the day it was written${letters.post === 'notify' ? ', by GOV.UK Notify' : ''}; each is one sheet.`,
  `A meeting for a stage 2 letter was set ${Math.max(MEETING_AHEAD, letters.meeting.noticeSchoolDays)} school days ahead, on the evening of the day it was asked for.`,
  'There were no holds, no closures and late openings declared on the day, no leave asked for ahead, and no letters that people order, such as the termly ones.',
]
