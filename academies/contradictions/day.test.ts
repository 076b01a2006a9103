import { refused } from '../test-support/refused.ts'

refused(
  'a text before the register closes',
  { 'sweeps.register-close': '09:05', 'sweeps.unreported-absence': '09:10' },
  { field: 'sweeps.unreported-absence', what: /before the register has closed at 09:15/, remedy: /after 09:15/ },
)

refused(
  'sweeps out of the order of the day',
  { 'sweeps.lunch': '10:15' },
  { field: 'sweeps.lunch', what: /10:15 is not after unreported-absence at 10:30/, remedy: /order of the day/ },
)

refused(
  'a close sweep before the close',
  { 'sweeps.register-close': '09:00' },
  { field: 'sweeps.register-close', what: /before the register closes/, remedy: /09:15 or later/ },
)

refused(
  'an afternoon sweep before the afternoon close',
  { 'sweeps.afternoon-close': '13:10' },
  { field: 'sweeps.afternoon-close', what: /before the afternoon register closes/, remedy: /13:15 or later/ },
)

refused(
  'a proof of the day before its end',
  { 'sweeps.day-end': '14:00' },
  { field: 'sweeps.day-end', what: /before the school day ends/, remedy: /15:15 or later/ },
)

refused(
  'heads counted before the close',
  { 'registers.headCountAt': '09:15' },
  { field: 'registers.headCountAt', what: /not after the register closes/, remedy: /later/ },
)

refused(
  'a register open for longer than the law allows',
  { 'day.amCloses': '09:31', 'sweeps.register-close': '09:31' },
  { field: 'day.amCloses', what: /31 minutes; the law allows at most 30/, remedy: /by 09:30/ },
)

refused(
  'registers open unequally',
  { 'day.pmCloses': '13:10' },
  { field: 'day.pmCloses', what: /10 minutes and the morning's for 15/, remedy: /13:15/ },
)

refused(
  'a register that closes before it opens',
  { 'day.amCloses': '08:45' },
  { field: 'day.amCloses', what: /the law/, remedy: /by 09:30/ },
)

refused(
  'an afternoon before the morning is over',
  { 'day.pmOpens': '09:10', 'day.pmCloses': '09:25' },
  { field: 'day.pmOpens', what: /not after the morning register closes/, remedy: /after lunch/ },
)

refused(
  'gates that open after the register',
  { 'day.gatesOpen': '09:05' },
  { field: 'day.gatesOpen', what: /after the register opens/, remedy: /09:00 or earlier/ },
)

refused(
  'heads counted in the afternoon for the morning',
  { 'registers.headCountAt': '13:00' },
  { field: 'registers.headCountAt', what: /not in the morning/, remedy: /before 13:00/ },
)

refused(
  'heads counted when the pupils have gone home',
  { 'registers.pmHeadCountAfterMinutes': 120 },
  {
    field: 'registers.pmHeadCountAfterMinutes',
    what: /15:15, when the school day has ended/,
    remedy: /fewer than 120/,
  },
)

refused(
  'a way of reporting that is taken and refused',
  { 'reporting.refuses.phone': 'We do not answer the telephone.' },
  { field: 'reporting.refuses.phone', what: /which reporting.via takes/, remedy: /one of the two/ },
)

refused(
  'a close that is judged an hour later',
  { 'sweeps.register-close': '10:15' },
  {
    field: 'sweeps.register-close',
    what: /more than 15 minutes after the register closes/,
    remedy: /09:30 at the latest/,
  },
)

refused(
  'a night that counts a day before it is over, or while pupils come in',
  { 'nightly.at': '00:30' },
  { field: 'nightly.at', what: /not between 01:00 and the gates opening at 08:50/, remedy: /early morning/ },
)

refused(
  'a reason asked for when the time to find it has gone',
  { 'unresolved.remindFrom': 5 },
  { field: 'unresolved.remindFrom', what: /the 5 that there are for it have gone/, remedy: /fewer days/ },
)
