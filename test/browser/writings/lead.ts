/** What the Attendance Lead and the Head write of families and of colleagues. */
import { stageTwoIsDue, timeIsOverFor } from '../nights.ts'
import { filled, folded, named, type Writing } from './writing.ts'

export const OF_LEAD: readonly Writing[] = [
  {
    what: 'a panel that is arranged',
    at: 'attend',
    async write(page) {
      await page.getByRole('button', { name: 'Arrange a panel about Amelia Ashdown' }).click()
      await page.getByLabel('The family hears of it').selectOption('person')
      return filled(page, { Day: '2026-01-13', Time: '16:30', Where: 'the library' })
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
      return filled(plan, {
        'Looked at again on': '2026-01-27',
        'What is to be reached': 'In by nine each day until Easter.',
      })
    },
    press: 'Keep the plan',
    done: (page) => page.getByText('In by nine each day until Easter. office of the school sees to it.'),
  },
  {
    what: 'the meeting of stage 2',
    at: 'pupils/P005',
    after: ({ console: { school } }) => stageTwoIsDue(school, 'P005'),
    async write(page) {
      const form = await folded(page, 'Set the meeting of stage 2')
      return filled(form, { Day: '2026-01-22', Time: '14:00', Where: 'the library', 'Why then': 'agreed by telephone' })
    },
    press: 'Set the meeting',
    done: (page) => page.getByText(/The meeting is on Thursday 22 January at 2:00pm, the library/),
  },
  {
    what: 'a notice to improve',
    at: 'penalty-notices',
    async write(page) {
      await page.getByRole('button', { name: 'Decide about Farah Fenwick' }).click()
      await page.getByLabel('Decision').selectOption('notice-to-improve')
      return filled(page, {
        Why: 'Help was offered and not taken up',
        'What was done to help, a sentence a line': 'We offered breakfast club.',
      })
    },
    press: 'Decide',
    done: (page) => page.getByText(/^The notice to improve from .* runs\./),
  },
  {
    what: 'why a notice to improve is taken back',
    at: 'penalty-notices',
    async write(page) {
      await folded(page, 'Take the notice back')
      return filled(page, { 'Why it ends': 'The family has a plan with us' })
    },
    press: 'Take it back',
    done: (page) => page.getByText(/^The notice to improve from .* was taken back/),
  },
  {
    what: 'the decision about a penalty notice',
    at: 'penalty-notices',
    async write(page) {
      await page.getByRole('button', { name: 'Decide about Farah Fenwick' }).click()
      return filled(page, { Why: 'The family has a plan with us' })
    },
    press: 'Decide',
    done: (page) => page.getByText('Nobody has met the threshold.'),
  },
  {
    what: 'a group of the school’s own',
    at: 'groups/own/new',
    async write(page) {
      await filled(page, { 'Add a pupil by name': 'hana' })
      await page.getByRole('button', { name: /^Hana/ }).click()
      await page.getByText('Take out Hana Holloway').waitFor()
      await page.getByText('Everybody whom the roll says this of').click()
      await page.getByLabel('3B', { exact: true }).check()
      return filled(page, { Name: 'Breakfast club' })
    },
    press: 'Make the group',
    done: (page) => page.getByRole('link', { name: 'Breakfast club' }),
  },
  {
    what: 'who covers for somebody who is away',
    at: 'cover',
    async write(page) {
      await page.getByLabel('Who is away').selectOption({ label: 'teacher of the school (Teacher)' })
      await page.getByLabel('Who covers').selectOption({ label: 'office of the school (Office)' })
      return filled(page, { 'Last day': '2026-01-14', Why: 'At a conference' })
    },
    press: 'Name the cover',
    done: (page) => page.getByText('At a conference. Named by lead of the school.'),
  },
  {
    what: 'the Head’s word on an erasure',
    as: 'Head',
    at: 'today',
    after: ({ console: { school } }) => timeIsOverFor(school, 'k77'),
    async write(page) {
      const form = await folded(page, 'Decide whether they are erased')
      await form.getByLabel('kept for another year').check()
      return filled(form, { Why: 'A claim is open' })
    },
    press: 'Decide',
    done: (page) => page.getByRole('heading', { level: 1, name: 'Today' }),
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
]
