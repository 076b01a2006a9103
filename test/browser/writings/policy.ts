/** What is written to change the policy, and to see what another would have done. */
import { filled, type Writing } from './writing.ts'

export const OF_POLICY: readonly Writing[] = [
  {
    what: 'a rehearsal',
    at: 'rehearsal',
    async write(page) {
      await page.getByText('What must be supposed').click()
      return filled(page, { From: '2025-12-01', Until: '2025-12-01', 'Texts that a family answers, per cent': '40' })
    },
    press: 'Rehearse',
    done: (page) => page.getByRole('region', { name: 'What came of it' }),
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
    what: 'why an earlier version of the policy is gone back to',
    at: 'policy/versions',
    after: ({ console: { school } }) => school.clock.to('2026-01-13 10:45'),
    async write(page) {
      await page.getByRole('button', { name: /^Publish again/ }).click()
      return filled(page, { Why: 'It was better before' })
    },
    press: /^Yes, go back/,
    done: (page) => page.getByText('It was better before', { exact: true }),
  },
]
