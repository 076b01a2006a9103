import { refused } from './test-support/refused.ts'

refused(
  'a threshold above 100',
  { 'thresholds.warning': 101 },
  { field: 'thresholds.warning', what: /101, more than 100/, remedy: /at most 100.*warning text/ },
)

refused(
  'a misspelt field',
  { 'brake.clasShare': 20 },
  { field: 'brake.clasShare', what: /not a field/, remedy: /classShare/ },
)

refused(
  'a time that is no time',
  { 'day.ends': '3.15pm' },
  { field: 'day.ends', what: /"3.15pm"/, remedy: /HH:MM on the 24-hour clock.*End of the school day/ },
)

refused(
  'a value that is missing',
  { 'registers.headCountAt': undefined },
  { field: 'registers.headCountAt', what: /missing/, remedy: /Add it, as text.*count heads/ },
)

refused(
  'a sweep that is missing',
  { 'sweeps.lunch': undefined },
  { field: 'sweeps.lunch', what: /missing/, remedy: /Add it/ },
)

refused(
  'a choice that is none',
  { 'texts.recipients': 'everybody' },
  { field: 'texts.recipients', what: /"everybody", which is not one/, remedy: /"all-resident"/ },
)

refused('null', { 'cover.days': null }, { field: 'cover.days', what: /is null/, remedy: /take the line out/ })

refused(
  'a word where a number belongs',
  { 'calls.dueInMinutes': 'soon' },
  { field: 'calls.dueInMinutes', what: /"soon", which is not a/, remedy: /number/ },
)

refused(
  'a number written without its country',
  { 'texts.number': '07700 900900' },
  { field: 'texts.number', what: /07700 900900/, remedy: /\+447700900900/ },
)
