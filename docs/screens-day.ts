import { goThrough } from '../local/browser.ts'
import { heading, type Screen, through } from './screen.ts'

/** A school day of teachers and the office. */
export const DAY_SCREENS: readonly Screen[] = [
  {
    name: 'sign-in',
    shows: '',
    at: '08:55',
    as: '',
    open: (page) => page.getByRole('button', { name: 'Sign in' }).waitFor(),
  },
  { name: 'classes', at: '08:55', as: 'Teacher', open: heading },
  {
    name: 'register',
    shows: 'registers',
    at: '08:55',
    as: 'Teacher',
    async open(page) {
      await page
        .getByRole('link', { name: /Morning register/ })
        .first()
        .click()
      await page.getByRole('button', { name: 'Everyone' }).click()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('a')
    },
  },
  { name: 'today-0920', shows: 'today', at: '09:20', as: 'Office', open: heading },
  {
    name: 'call',
    shows: 'today',
    at: '09:20',
    as: 'Office',
    async open(page) {
      await page
        .getByRole('button', { name: /^Call about/ })
        .first()
        .click()
      await page.getByText('You spoke to').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'late-gate',
    at: '09:20',
    as: 'Office',
    async open(page) {
      await goThrough(page, 'Late gate')
      await page.getByLabel('Name').fill('el')
      await page.getByRole('button').nth(2).waitFor()
    },
  },
  {
    name: 'more',
    shows: 'today',
    at: '09:20',
    as: 'Attendance Lead',
    async open(page) {
      await page
        .getByRole('button', { name: /^More about/ })
        .first()
        .click()
      await page.getByLabel('Mark', { exact: true }).selectOption('M')
      await page.getByLabel('Why it is corrected').fill('At the dentist')
      await page.getByText('Put the family on hold').scrollIntoViewIfNeeded()
    },
  },
  { name: 'today-1045', shows: 'today', at: '10:45', as: 'Office', open: heading },
  {
    name: 'pupil',
    shows: 'pupils',
    at: '10:45',
    as: 'Attendance Lead',
    async open(page) {
      await page.locator('.fb-row__subject a').first().click()
      await page.getByText('Why?', { exact: true }).waitFor()
      await page.locator('.fb-entry').first().waitFor()
    },
  },
  {
    name: 'brake',
    shows: 'brakes',
    at: '10:45',
    as: 'Attendance Lead',
    async open(page) {
      await page.getByRole('link', { name: 'See who would get what' }).first().click()
      await page.getByRole('blockquote').first().waitFor()
    },
  },
  {
    name: 'stood',
    at: '10:45',
    as: 'Office',
    async open(page) {
      await through('Classes')(page)
      await page
        .getByRole('link', { name: /^As it stood/ })
        .first()
        .click()
      await page.getByRole('button', { name: 'Show the register' }).click()
      await page.getByRole('table').first().waitFor()
    },
  },
  { name: 'messages', shows: 'conversations', at: '10:45', as: 'Office', open: through('Messages') },
  {
    name: 'conversation',
    shows: 'conversations',
    at: '10:45',
    as: 'Office',
    async open(page) {
      await through('Messages')(page)
      await page.locator('.fb-row__subject a').first().click()
      await page.getByLabel(/^Write to/).fill('Thank you. Please ring us when you know more.')
    },
  },
  { name: 'leaving', at: '10:45', as: 'Office', open: through('Leaving') },
  { name: 'on-site', at: '10:45', as: 'Office', open: through('On site') },
  { name: 'visits', at: '15:35', as: 'Office', open: through('Visits') },
]
