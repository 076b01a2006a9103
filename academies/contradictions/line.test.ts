import { refused } from '../test-support/refused.ts'

refused(
  'a line on which nobody may report',
  { 'reporting.via': ['phone', 'text'], 'line.on': true },
  { field: 'line.on', what: /could not be recorded/, remedy: /Add "line"/ },
)

refused(
  'a line that puts callers through to itself',
  { 'line.transfer': '+447700900910' },
  { field: 'line.transfer', what: /is the line itself/, remedy: /number of the office/ },
)

refused(
  'a greeting that speaks of a child',
  { 'line.greeting': 'Good morning, {names} is away.' },
  { field: 'line.greeting', what: /cannot fill/, remedy: /only \{school\} and \{phone\}/ },
)

refused(
  'a reason that is a mark of presence',
  { 'line.reasons': [{ says: 'being here', code: '/' }] },
  { field: 'line.reasons.0.code', what: /no code of a reason/, remedy: /leave it out/ },
)

refused(
  'a live line on a number reserved for drama',
  { live: true },
  { field: 'live', what: /report absences to \+447700900910/, remedy: /own line first/ },
)

refused(
  'a menu longer than the keys there are',
  { 'line.reasons': Array.from({ length: 8 }, (_, index) => ({ says: `reason ${index}` })) },
  { field: 'line.reasons', what: /./, remedy: /./ },
)
