import { refused } from '../test-support/refused.ts'

refused(
  'a first-day text useful until before it is sent',
  { 'texts.usefulUntil.unreported': '10:30' },
  { field: 'texts.usefulUntil.unreported', what: /no such text would ever go/, remedy: /after 10:30/ },
)

refused(
  'a first-day text that may go when the day is over',
  { 'texts.usefulUntil.unreported': '15:30' },
  { field: 'texts.usefulUntil.unreported', what: /a day that is over/, remedy: /15:15 or earlier/ },
)

refused(
  'a ladder text useful until before it is sent',
  { 'texts.usefulUntil.ladder': '10:00' },
  { field: 'texts.usefulUntil.ladder', what: /no such text would ever go/, remedy: /after 10:30/ },
)

refused(
  'a correction that ends too early',
  { 'texts.usefulUntil.correction': '11:00' },
  { field: 'texts.usefulUntil.correction', what: /could not be put right/, remedy: /12:00 or later/ },
)

refused(
  'sending to families from a number reserved for drama',
  { live: true },
  { field: 'live', what: /\+447700900900, a number reserved for drama/, remedy: /own number first/ },
)

refused(
  'sending to families who would ring a number reserved for drama',
  { live: true },
  { field: 'live', what: /01632 960123, a number reserved for drama/, remedy: /own number first/ },
)

refused(
  'a correction that ends before the ladder’s texts',
  { 'texts.usefulUntil.correction': '15:00' },
  { field: 'texts.usefulUntil.correction', what: /before ladder texts do at 16:00/, remedy: /16:00 or later/ },
)

refused(
  'a time for a kind of text that is none',
  { 'texts.usefulUntil.birthday': '15:00' },
  { field: 'texts.usefulUntil.birthday', what: /not a field/, remedy: /unreported, ladder/ },
)

refused(
  'a silence that ends when no text may go any more',
  { 'texts.afterSilence.goTo': 'next-contact', 'texts.afterSilence.minutes': 90 },
  { field: 'texts.afterSilence.minutes', what: /only go for 90 minutes/, remedy: /below 90/ },
)

refused(
  'a wait for receipts that ends when no text may go any more',
  { 'texts.afterSilence.goTo': 'next-contact', 'texts.receiptWithinMinutes': 100 },
  { field: 'texts.receiptWithinMinutes', what: /only go for 90 minutes/, remedy: /below 90/ },
)

refused(
  'a night that ends after the gates open',
  { 'texts.quiet.until': '09:00' },
  { field: 'texts.quiet.until', what: /first texts of the day would wait/, remedy: /08:50 or earlier/ },
)

refused(
  'a night that begins while staff may still write to families',
  { 'texts.quiet.from': '19:00', 'texts.usefulUntil.reply': '19:30' },
  { field: 'texts.quiet.from', what: /may still have to go/, remedy: /after 19:30/ },
)
refused(
  'a night that begins while corrections may have to go',
  { 'texts.quiet.from': '17:00' },
  { field: 'texts.quiet.from', what: /may still have to go/, remedy: /after 18:00/ },
)
