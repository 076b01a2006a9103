import { refused } from '../test-support/refused.ts'

refused(
  'a brake switched off by the share of a class',
  { 'brake.classShare': 100 },
  { field: 'brake.classShare', what: /cannot be switched off/, remedy: /25 is usual/ },
)

refused(
  'a brake switched off by the share of the school',
  { 'brake.academyShare': 100 },
  { field: 'brake.academyShare', what: /cannot be switched off/, remedy: /10 is usual/ },
)

refused(
  'a brake switched off by a number',
  { 'brake.atLeast': 30 },
  { field: 'brake.atLeast', what: /cannot be switched off/, remedy: /4 is usual/ },
)

refused(
  'a policy by which registers never count as old',
  { 'registers.freshWithinMinutes': 1440 },
  { field: 'registers.freshWithinMinutes', what: /yesterday/, remedy: /240 or less/ },
)

refused(
  'an empty list of danger words',
  { 'replies.dangerWords': [] },
  { field: 'replies.dangerWords', what: /empty/, remedy: /at least 1/ },
)

refused(
  'a list of one danger word',
  { 'replies.dangerWords': ['help'] },
  { field: 'replies.dangerWords', what: /cannot be switched off/, remedy: /of at least 10/ },
)

refused(
  'danger words that the safeguarding lead never hears of',
  { 'duties.danger.doers': ['office'] },
  { field: 'duties.danger.doers', what: /safeguarding lead/, remedy: /dsl/ },
)

refused(
  'a lateness guard above 45 minutes',
  { 'guard.refuseAfterMinutes': 60 },
  { field: 'guard.refuseAfterMinutes', what: /60, more than 45/, remedy: /at most 45/ },
)

refused(
  'a brake that pages nobody at once',
  { 'brake.pages': [{ to: 'head', afterMinutes: 10 }] },
  { field: 'brake.pages', what: /nobody at once/, remedy: /after 0 minutes/ },
)

refused(
  'danger words that page out of order',
  {
    'replies.pages': [
      { to: 'dsl', afterMinutes: 0 },
      { to: 'head', afterMinutes: 9 },
      { to: 'lead', afterMinutes: 5 },
    ],
  },
  { field: 'replies.pages', what: /not in order/, remedy: /order of minutes/ },
)

refused(
  'a letter before the warning',
  { 'thresholds.stage1': 94 },
  { field: 'thresholds.stage1', what: /not below the warning/, remedy: /below 93/ },
)

refused(
  'a warning above the target',
  { 'thresholds.warning': 96 },
  { field: 'thresholds.warning', what: /above the target/, remedy: /95 or less/ },
)

refused(
  'a warning at an hour after which none goes',
  { 'thresholds.textsAt': '18:00' },
  { field: 'thresholds.textsAt', what: /none would ever go/, remedy: /before 18:00/ },
)
