/** What the office writes through a day. */
import { filled, folded, named, type Writing } from './writing.ts'

export const OF_OFFICE: readonly Writing[] = [
  {
    what: 'a late arrival',
    at: 'late-gate',
    async write(page) {
      await page.getByLabel('Name').fill('bilal')
      await page.getByRole('button', { name: 'Bilal Birch' }).click()
      return named(page.getByLabel('Reason'), 'the bus broke down')
    },
    press: 'Sign in',
    done: (page) => page.getByText(/^Bilal Birch is signed in at/),
    isLookedAt: true,
  },
  {
    what: 'a child who leaves during the day',
    at: 'leaving',
    async write(page) {
      await page.getByLabel('Name').fill('idris')
      await page.getByRole('button', { name: /^Idris/ }).click()
      return filled(page, { 'Why, and with whom': 'to the optician with his father' })
    },
    press: 'Sign out of school',
    done: (page) => page.getByText(/^Idris .* is signed out at/),
  },
  {
    what: 'what a family said on the telephone',
    at: 'today',
    async write(page) {
      await page.getByRole('button', { name: 'Call about Dawit Dunmore, 3B' }).click()
      return filled(page, { 'Another reason, in their words': 'his grandmother is in hospital' })
    },
    press: 'Save the reason',
    done: (page) => page.getByText(/^Explained: \d/),
    isLookedAt: true,
  },
  {
    what: 'a mark that is corrected',
    at: 'today',
    async write(page) {
      await page.getByRole('button', { name: 'More about Elsie Everly, 3B' }).click()
      await page.getByText('It is N: Reason not yet established.').waitFor()
      await page.getByLabel('Mark', { exact: true }).selectOption('M')
      return filled(page, { 'Why it is corrected': 'A letter of the dentist lay in the office' })
    },
    press: 'Correct',
    done: (page) => page.getByText(/^Explained: \d/),
  },
  {
    what: 'why texts are let go',
    at: 'brakes',
    write: (page) => filled(page, { 'Why you let them go, or not': 'I rang the teacher: they are missing' }),
    press: /^Release \d+ texts?$/,
    done: (page) => page.getByText('The texts were let go.'),
  },
  {
    what: 'a text to a family',
    at: 'conversations/C-P003',
    write: (page) => named(page.getByLabel(/^Write to/), 'Thank you. Please ring us tomorrow.'),
    press: 'Send the text',
    done: (page) => page.getByRole('listitem').filter({ hasText: 'Thank you. Please ring us tomorrow.' }),
  },
  {
    what: 'a hold',
    at: 'pupils/P009',
    async write(page) {
      await page.getByText('Put the family on hold').click()
      return filled(page, { 'Look at it again on': '2026-01-19', Why: 'A death in the family' })
    },
    press: 'Put on hold',
    done: (page) => page.getByText('On hold until looked at on Monday 19 January'),
  },
  {
    what: 'what to know at a family’s door',
    at: 'pupils/P003',
    async write(page) {
      const note = await folded(page, 'Note a risk for visitors')
      return named(note.getByRole('textbox'), 'A large dog')
    },
    press: 'Keep the note',
    done: (page) => page.getByText(/A large dog/).first(),
  },
  {
    what: 'leave that a parent asks for',
    at: 'pupils/P002',
    async write(page) {
      const form = await folded(page, 'A parent asks for leave of absence')
      return filled(form, {
        'First day': '2026-02-02',
        'Last day': '2026-02-03',
        'Who asked': 'his father',
        'Why, in the parent’s words': 'A wedding in the family',
      })
    },
    press: 'Write it down',
    done: (page) => page.getByText('waits to be decided. A wedding in the family'),
  },
  {
    what: 'who goes out to visit',
    at: 'visits',
    async write(page) {
      await (await folded(page, 'Go out')).getByRole('checkbox').first().check()
      return page.getByRole('checkbox').first()
    },
    press: /^Go out, back within/,
    done: (page) => page.getByText(/^You are out since/),
  },
]
