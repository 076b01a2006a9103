import { refused } from '../test-support/refused.ts'

const paragraphs = (name: string) => `letters.wordings.${name}.paragraphs`

refused(
  'a letter with a field it cannot fill',
  { 'letters.wordings.full-attendance.title': 'Attendance of {pupil}: {percent}' },
  { field: 'letters.wordings.full-attendance.title', what: /has \{percent\}/, remedy: /Use \{school\}/ },
)

refused(
  'a stage 2 letter that invites to nothing',
  { [paragraphs('stage-2')]: ['{percent} {missed} {phone}', '{sessions}', '{reply-slip}'] },
  { field: 'letters.wordings.stage-2', what: /does not say \{meeting\}/, remedy: /Put \{meeting\}/ },
)

refused(
  'a table of sessions in the middle of a sentence',
  { [paragraphs('stage-1')]: ['{percent} {missed} {phone} {sessions}'] },
  { field: `${paragraphs('stage-1')}.0`, what: /has \{sessions\}/, remedy: /alone in a paragraph also/ },
)

refused(
  'a bracket without its partner in a letter',
  { 'letters.wordings.stage-1.title': 'Attendance of {pupil' },
  { field: 'letters.wordings.stage-1.title', what: /without its partner/, remedy: /Write fields/ },
)

refused(
  'a notice to improve that warns of nothing',
  {
    [paragraphs('notice-to-improve')]: [
      '{from} {until} {unauthorised} {improve-from} {improve-until} {improvement} {phone} section 444, more help',
      '{support}',
      '{sessions}',
    ],
  },
  { field: 'letters.wordings.notice-to-improve', what: /penalty notice may follow/, remedy: /Say so/ },
)

refused(
  'a notice to improve that nobody reads first',
  { 'letters.release.notice-to-improve': 'automatic' },
  { field: 'letters.release.notice-to-improve', what: /without anybody/, remedy: /person/ },
)

refused(
  'an amber that begins above green',
  { 'letters.trafficLight.amber': 96 },
  { field: 'letters.trafficLight.amber', what: /green already/, remedy: /below 95/ },
)
