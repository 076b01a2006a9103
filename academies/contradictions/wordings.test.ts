import { refused } from '../test-support/refused.ts'

refused(
  'an unknown merge field',
  { 'wordings.late': '{school}: {names} {minutes}. {phone}' },
  { field: 'wordings.late', what: /unknown field \{minutes\}/, remedy: /Use only \{school\}/ },
)

refused(
  'a name told to a neighbour',
  { 'wordings.late-ring-only': '{school}: {names} was late. {phone}' },
  { field: 'wordings.late-ring-only', what: /may not be told about the child/, remedy: /Take it out/ },
)

refused(
  'a text that names nobody',
  { 'wordings.unreported': '{school}: ring {phone}.' },
  { field: 'wordings.unreported', what: /does not say \{names\}/, remedy: /Put \{names\}/ },
)

refused(
  'a first text without its date',
  { 'wordings.unreported': '{school}: {names} not in this {session}. Ring {phone}.' },
  { field: 'wordings.unreported', what: /does not say \{date\}/, remedy: /Put \{date\}/ },
)

refused(
  'a first text without its session',
  { 'wordings.unreported': '{school}: {names} not in on {date}. Ring {phone}.' },
  { field: 'wordings.unreported', what: /does not say \{session\}/, remedy: /Put \{session\}/ },
)

refused(
  'a first text that does not say which school writes',
  { 'wordings.unreported': '{names} not in this {session}, {date}. Ring {phone}.' },
  { field: 'wordings.unreported', what: /does not say \{school\}/, remedy: /Put \{school\}/ },
)

refused(
  'a lateness without its time',
  { 'wordings.late': '{school}: {names} came late on {date}.' },
  { field: 'wordings.late', what: /does not say \{time\}/, remedy: /Put \{time\}/ },
)

refused(
  'an invitation without its place',
  { 'wordings.meeting-invitation': '{school}: please come on {date} at {time}.' },
  { field: 'wordings.meeting-invitation', what: /does not say \{place\}/, remedy: /Put \{place\}/ },
)

refused(
  'a page without its link',
  { 'wordings.page-brake': '{school}: a batch is held' },
  { field: 'wordings.page-brake', what: /does not say \{link\}/, remedy: /Put \{link\}/ },
)

refused(
  'a bracket without its partner',
  { 'wordings.late': '{school}: {names} came {time. {phone}' },
  { field: 'wordings.late', what: /without its partner/, remedy: /Write fields/ },
)

refused(
  'a correction that promises safety',
  { 'wordings.correction': '{school}: {names} is safe. {phone}' },
  { field: 'wordings.correction', what: /says that a child is safe/, remedy: /where and when/ },
)

refused(
  'a choice of three words',
  { 'wordings.late': '{school}: {names} {is|are|be} late. {phone}' },
  { field: 'wordings.late', what: /more than two words/, remedy: /\{one\|several\}/ },
)

refused(
  'a warning with a percentage',
  { 'wordings.warning': '{school}: {names}, {daysMissed} days since {since}, below 93%. {phone}' },
  { field: 'wordings.warning', what: /percentage/, remedy: /daysMissed/ },
)

refused(
  'a percentage in any text to a family',
  { 'wordings.ladder': '{school}: {names}, {date}, attendance of 80 per cent. {phone}' },
  { field: 'wordings.ladder', what: /percentage/, remedy: /what happened and when/ },
)

for (const [said, text] of [
  ['code O', '{names} has a code O'],
  ['marked N', '{names} {is|are} marked N'],
  ['“U” mark', '{names} got a “U” mark'],
  ['coded as an O', '{names} {is|are} coded as an O'],
] as const)
  refused(
    `a letter of the register, as in ${said},`,
    { 'wordings.late': `{school}: ${text} at {time} on {date}. {phone}` },
    { field: 'wordings.late', what: /code of the register/, remedy: /in words what happened/ },
  )

refused(
  'a text of the later days that says no date',
  { 'wordings.ladder': '{school}: where {is|are} {names}? Ring {phone}.' },
  { field: 'wordings.ladder', what: /does not say \{date\}/, remedy: /Put \{date\}/ },
)

refused(
  'a warning that does not say since when the days are counted',
  { 'wordings.warning': '{school}: {names} missed {daysMissed} days. Ring {phone}.' },
  { field: 'wordings.warning', what: /does not say \{since\}/, remedy: /Put \{since\}/ },
)
