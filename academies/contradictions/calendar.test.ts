import { refused } from '../test-support/refused.ts'

refused(
  'a pair of terms that overlap',
  { 'calendar.terms.1.from': '2025-10-20' },
  { field: 'calendar.terms.1', what: /before Autumn 1 2025 has ended/, remedy: /without overlap/ },
)

refused(
  'a term that ends before it begins',
  { 'calendar.terms.11.until': '2027-06-01' },
  { field: 'calendar.terms.11', what: /before it begins/, remedy: /Correct its dates/ },
)

refused(
  'an INSET day outside the terms',
  { 'calendar.inset': ['2026-08-03'] },
  { field: 'calendar.inset', what: /2026-08-03, which is in no term/, remedy: /Correct the date/ },
)

refused(
  'an INSET day on a Saturday',
  { 'calendar.inset': ['2026-01-10'] },
  { field: 'calendar.inset', what: /Saturday 10 January/, remedy: /Correct the date/ },
)

refused(
  'a date that does not exist',
  { 'calendar.inset': ['2026-02-30'] },
  { field: 'calendar.inset', what: /2026-02-30, which is no date/, remedy: /Correct the month/ },
)

refused(
  'a bank holiday listed twice',
  { 'calendar.bankHolidays': ['2026-12-25', '2026-12-25'] },
  { field: 'calendar.bankHolidays', what: /2026-12-25 twice/, remedy: /Take one out/ },
)

refused(
  'an unknown code for teachers',
  { 'registers.teacherCodes': ['/', '\\', 'N', 'H'] },
  { field: 'registers.teacherCodes', what: /H, which is not a national code/, remedy: /national code/ },
)

refused(
  'an unknown code for leads',
  { 'registers.leadCodes': ['H'] },
  { field: 'registers.leadCodes', what: /H, which is not a national code/, remedy: /national code/ },
)

refused(
  'a code that is the lead’s and every teacher’s',
  { 'registers.teacherCodes': ['/', '\\', 'N', 'C'] },
  { field: 'registers.teacherCodes', what: /C, which registers.leadCodes keeps/, remedy: /one of the two/ },
)

refused(
  'a code without which the office cannot keep the register',
  { 'registers.leadCodes': ['N'] },
  { field: 'registers.leadCodes', what: /N, without which/, remedy: /codes of leave/ },
)

refused(
  'an unknown code from a reply',
  { 'replies.meanings': [{ code: 'ILL', words: ['poorly'] }] },
  { field: 'replies.meanings.0.code', what: /ILL, which is not a national code/, remedy: /national code/ },
)

refused(
  'a list of codes by which no register can be taken',
  { 'registers.teacherCodes': ['/', '\\'] },
  { field: 'registers.teacherCodes', what: /leaves out N/, remedy: /Keep/ },
)

refused(
  'a time zone that is none',
  { zone: 'Europe/Nottingham' },
  { field: 'zone', what: /no time zone/, remedy: /Europe\/London/ },
)

refused(
  'a reply that marks a child present',
  { 'replies.meanings': [{ code: '/', words: ['she is there'] }] },
  { field: 'replies.meanings.0.code', what: /no reason for an absence/, remedy: /such as I/ },
)

refused(
  'a year without terms',
  { 'calendar.terms': [] },
  { field: 'calendar.terms', what: /August included/, remedy: /each half term/ },
)
