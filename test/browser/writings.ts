/** What people write at the console through a day, each with where, how, and what shows that it was taken. */
import type { Locator, Page } from 'playwright-core'
import type { FullSchool } from './full-school.ts'

export interface Writing {
  readonly what: string
  readonly at: string
  /** What has to have happened at the school before. */
  readonly after?: (full: FullSchool) => Promise<unknown>
  /** Fills it in, and answers where the words are that must stay. */
  readonly write: (page: Page) => Promise<Locator>
  readonly press: string | RegExp
  /** What the page shows once it is taken. */
  readonly done: (page: Page) => Locator
  /** One of each kind of place that says what went wrong is looked at by the rules of WCAG too. */
  readonly isLookedAt?: true
}

const named = async (field: Locator, words: string): Promise<Locator> => {
  await field.fill(words)
  return field
}
const folded = async (page: Page, title: string): Promise<Locator> => {
  const part = page.locator('details', { hasText: title })
  await part.getByText(title, { exact: true }).click()
  return part
}

export const WRITINGS: readonly Writing[] = [
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
      return named(page.getByLabel('Why, and with whom'), 'to the optician with his father')
    },
    press: 'Sign out of school',
    done: (page) => page.getByText(/^Idris .* is signed out at/),
  },
  {
    what: 'what a family said on the telephone',
    at: 'today',
    async write(page) {
      await page.getByRole('button', { name: 'Call about Dawit Dunmore, 3B' }).click()
      return named(page.getByLabel('Another reason, in their words'), 'his grandmother is in hospital')
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
      return named(page.getByLabel('Why it is corrected'), 'A letter of the dentist lay in the office')
    },
    press: 'Correct',
    done: (page) => page.getByText(/^Explained: \d/),
  },
  {
    what: 'why texts are let go',
    at: 'brakes',
    write: (page) => named(page.getByLabel('Why you let them go, or not'), 'I rang the teacher: they are missing'),
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
      await page.getByLabel('Look at it again on').fill('2026-01-19')
      return named(page.getByLabel('Why', { exact: true }), 'A death in the family')
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
      await form.getByLabel('First day').fill('2026-02-02')
      await form.getByLabel('Last day').fill('2026-02-03')
      await form.getByLabel('Who asked').fill('his father')
      return named(form.getByLabel('Why, in the parent’s words'), 'A wedding in the family')
    },
    press: 'Write it down',
    done: (page) => page.getByText('waits to be decided. A wedding in the family'),
  },
  {
    what: 'a panel that is arranged',
    at: 'attend',
    async write(page) {
      await page.getByRole('button', { name: 'Arrange a panel about Amelia Ashdown' }).click()
      await page.getByLabel('Day').fill('2026-01-13')
      await page.getByLabel('Time').fill('16:30')
      await page.getByLabel('The family hears of it').selectOption('person')
      return named(page.getByLabel('Where'), 'the library')
    },
    press: 'Arrange the panel',
    done: (page) => page.getByRole('region', { name: 'Calendar' }).getByText(/the library/),
    isLookedAt: true,
  },
  {
    what: 'the minutes of a panel',
    at: 'attend',
    async write(page) {
      await page.getByRole('button', { name: 'Keep the minutes of the panel about Amelia Ashdown' }).click()
      await page.getByLabel('They came').check()
      await page.getByLabel(/^Robin Ashdown/).check()
      return named(page.getByLabel(/^What was said and agreed/), 'He walks with a friend from Monday on.')
    },
    press: 'Keep the minutes',
    done: (page) => page.getByText('No panel is arranged.'),
  },
  {
    what: 'a plan with a family',
    at: 'pupils/P001',
    async write(page) {
      const plan = await folded(page, 'Agree a plan')
      await plan.getByLabel('Who sees to it').selectOption({ label: 'office of the school' })
      await plan.getByLabel('Looked at again on').fill('2026-01-27')
      return named(plan.getByLabel('What is to be reached'), 'In by nine each day until Easter.')
    },
    press: 'Keep the plan',
    done: (page) => page.getByText('In by nine each day until Easter. office of the school sees to it.'),
  },
  {
    what: 'the decision about a penalty notice',
    at: 'penalty-notices',
    async write(page) {
      await page.getByRole('button', { name: 'Decide about Farah Fenwick' }).click()
      return named(page.getByLabel('Why', { exact: true }), 'The family has a plan with us')
    },
    press: 'Decide',
    done: (page) => page.getByText('Nobody has met the threshold.'),
  },
  {
    what: 'why a policy is published',
    at: 'policy/thresholds',
    async write(page) {
      await page.getByLabel('Warning').fill('94')
      await page.getByRole('link', { name: 'See and publish 1 change' }).click()
      await page.getByText('thresholds.warning').waitFor()
      await page.getByLabel('Why').fill('The governors asked for it')
      await page.getByRole('button', { name: 'Publish', exact: true }).click()
      return page.getByText('The governors asked for it')
    },
    press: 'Yes, publish',
    done: (page) => page.getByText(/^Published\. It is in force from/),
  },
  {
    what: 'the letters that somebody has chosen',
    at: 'letters',
    after: ({ console: { school } }) => school.clock.to('2026-01-13 16:02'),
    async write(page) {
      await page
        .getByRole('button', { name: /^Read it/ })
        .first()
        .click()
      const chosen = page.getByRole('checkbox').first()
      await chosen.waitFor()
      return chosen
    },
    press: 'Release 1 letter',
    done: (page) => page.getByText('1 letter is released.'),
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
