/** The lead's work with families at the console: one meeting for two children, a plan and how it goes, leave, stage 2, a notice to improve, and the Head's word on an erasure. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Child } from '../journeys/support/people.ts'
import { classOf } from '../journeys/support/people.ts'
import { beforeChristmas } from './before-christmas.ts'
import { stageTwoIsDue, timeIsOverFor } from './nights.ts'
import { type ConsoleSchool, go, openConsole, readable, type Screen } from './support.ts'

const mother: Child['parents'] = [
  {
    contactId: 'mum',
    mobile: '001',
    name: 'Robin Ashdown',
    more: { address1: '14 Meadow Lane', address2: 'Eastmoor', postcode: 'NG99 1AB' },
  },
]
const pupils = classOf('3B').map((child) =>
  ['P001', 'P004'].includes(child.id) ? { ...child, parents: mother } : child,
)
const history = beforeChristmas(pupils, { P001: ['I', 2], P004: ['I', 2], P006: ['O', 11] })

let school: ConsoleSchool
let lead: Screen

// biome-ignore lint/suspicious/noExplicitAny: an answer is read field by field against what the test expects
const ask = async (path: string): Promise<any> => (await school.school.api('lead', 'GET', path)).body

beforeAll(async () => {
  school = await openConsole({
    pupils,
    date: '2026-01-10',
    change: (loaded) => ({
      ...loaded,
      policy: { ...loaded.policy, brake: { ...loaded.policy.brake, classShare: 100, academyShare: 100 } },
    }),
  })
  const { school: stack } = school
  await stack.load('marks', history)
  await stack.clock.to('2026-01-12 08:55')
  for (const pupil of ['P001', 'P004']) await stack.rings(pupil)
  await stack.clock.to('2026-01-12 09:05')
  await stack.takeRegister('3B', 'AM', { marks: { P001: 'I', P004: 'I' } })
  await stack.clock.to('2026-01-12 13:05')
  await stack.takeRegister('3B', 'PM', { marks: { P001: 'I', P004: 'I' } })
  await stack.clock.to('2026-01-13 10:00')
  await stageTwoIsDue(stack, 'P005')
  await timeIsOverFor(stack, 'k77')
  lead = await school.open('Attendance Lead')
})
afterAll(() => school.close())

describe('the Attendance Lead', () => {
  test('asks a mother to one meeting about both her children', async () => {
    const { page } = lead
    await go(lead, 'ATTEND', 'attend')
    await page.getByRole('button', { name: 'Arrange a panel about Amelia Ashdown' }).click()
    await page.getByLabel('Day').fill('2026-01-20')
    await page.getByLabel('Time').fill('14:00')
    await page.getByLabel('The family hears of it').selectOption('person')
    await page.getByLabel('One meeting for Dawit Dunmore too').check()
    await readable(lead)
    await page.getByRole('button', { name: 'Arrange the panel' }).click()
    const calendar = page.getByRole('region', { name: 'Calendar' })
    await calendar.getByRole('link', { name: 'Amelia Ashdown' }).waitFor()
    await calendar.getByRole('link', { name: 'Dawit Dunmore' }).waitFor()
    const [one, other] = await Promise.all([ask('pupils/P001/attend'), ask('pupils/P004/attend')])
    expect(one.open.meetings[0].id).toBe(other.open.meetings[0].id)
  })

  test('sees a register as it stood at a moment, from the class and from the pupil', async () => {
    const { page } = lead
    await go(lead, 'Classes', 'classes')
    await page.getByRole('link', { name: 'As it stood at a moment, registers of 3B' }).click()
    const show = async (time: string): Promise<void> => {
      await page.getByLabel('Date of the register').fill('2026-01-12')
      await page.getByLabel('At', { exact: true }).fill(time)
      await page.getByRole('button', { name: 'Show the register' }).click()
    }
    await show('08:30')
    await page.getByText('Nobody had begun this register by then.').waitFor()
    await show('09:30')
    await page.getByRole('row', { name: 'Amelia Ashdown I Illness' }).waitFor()
    await page.getByText('The register was in.').waitFor()
    await readable(lead)
    await page.goto(`${lead.origin}/console/#/pupils/P001`)
    await page.getByText('Why?', { exact: true }).click()
    await page.getByRole('link', { name: 'Monday 12 January, morning' }).click()
    await page.getByRole('heading', { name: 'As it stood' }).waitFor()
    await expect.poll(() => page.getByLabel('Date of the register').inputValue()).toBe('2026-01-12')
  })

  test('agrees a plan with an owner and a review, something to do by a day, and writes down how it goes', async () => {
    const { page } = lead
    await go(lead, 'Amelia Ashdown', 'pupils', 'P001')
    const work = page.getByRole('region', { name: 'Work with the family' })
    await work.getByText('Agree a plan').click()
    const plan = work.locator('details', { hasText: 'Agree a plan' })
    await plan.getByLabel('What is to be reached').fill('In by nine each day until Easter.')
    await plan.getByLabel('Who sees to it').selectOption({ label: 'office of the school' })
    await plan.getByLabel('Looked at again on').fill('2026-01-27')
    await readable(lead)
    await plan.getByRole('button', { name: 'Keep the plan' }).click()
    await work.getByText('In by nine each day until Easter. office of the school sees to it.').waitFor()
    await work.getByText('One more thing to do').click()
    const more = work.locator('details', { hasText: 'One more thing to do' })
    await more.getByLabel('What will be done').fill('A place at breakfast club')
    await more.getByLabel('Who does it').selectOption({ label: 'teacher of the school' })
    await more.getByLabel('By the end of').fill('2026-01-16')
    await more.getByRole('button', { name: 'Keep it' }).click()
    await work.getByText('A place at breakfast club: teacher of the school, by Friday 16 January').waitFor()
    await work.getByText('How does it go?').click()
    const asked = work.locator('details', { hasText: 'How does it go?' })
    await asked.getByLabel('the child').check()
    await asked.getByLabel('What they say').fill('Breakfast club helps.')
    await asked.getByRole('button', { name: 'Keep it' }).click()
    await work.getByText('Tuesday 13 January, the child says: Breakfast club helps.').waitFor()
    expect((await ask('pupils/P001/attend')).open).toMatchObject({ review: '2026-01-27', plan: { owner: 'S02' } })
  })

  test('sets the meeting that the stage 2 letter waits for', async () => {
    const { page } = lead
    await go(lead, 'Elsie Everly', 'pupils', 'P005')
    await page.getByText('Set the meeting of stage 2').click()
    const form = page.locator('details', { hasText: 'Set the meeting of stage 2' })
    await form.getByLabel('Day').fill('2026-01-22')
    await form.getByLabel('Time').fill('14:00')
    await form.getByLabel('Why then').fill('agreed by telephone')
    await readable(lead)
    await form.getByRole('button', { name: 'Set the meeting' }).click()
    await page.getByText(/The meeting is on Thursday 22 January at 2:00pm/).waitFor()
    await page.getByText('Move the meeting of stage 2').waitFor()
  })

  test('gives a notice to improve, sees what counts against it, and takes it back with the reason', async () => {
    const { page } = lead
    await go(lead, 'Penalty notices', 'penalty-notices')
    await page.getByRole('button', { name: 'Decide about Farah Fenwick' }).click()
    await page.getByLabel('Decision').selectOption('notice-to-improve')
    await page.getByLabel('What was done to help, a sentence a line').fill('We offered breakfast club.')
    await page.getByLabel('Why', { exact: true }).fill('Help was offered and not taken up')
    await readable(lead)
    await page.getByRole('button', { name: 'Decide', exact: true }).click()
    await page.getByLabel('Decision').waitFor({ state: 'detached' })
    await page
      .getByText(/The notice to improve from .* runs\. At most 0 unauthorised sessions in it; up to now 0/)
      .waitFor()
    await readable(lead)
    await page.getByText('Take the notice back').click()
    await page.getByLabel('Why it ends').fill('The family has moved to another plan')
    await page.getByRole('button', { name: 'Take it back' }).click()
    await page.getByText(/The notice to improve from .* was taken back/).waitFor()
    expect((await ask('pupils/P006/penalty-notices')).improve).toMatchObject({ state: 'withdrawn' })
  })
})

describe('leave of absence', () => {
  test('is written down in the parent’s words, and decided by the Head with the reason', async () => {
    const { page } = lead
    await go(lead, 'Bilal Birch', 'pupils', 'P002')
    await page.getByText('A parent asks for leave of absence').click()
    const form = page.locator('details', { hasText: 'A parent asks for leave of absence' })
    await form.getByLabel('First day').fill('2026-02-02')
    await form.getByLabel('Last day').fill('2026-02-03')
    await form.getByLabel('Why, in the parent’s words').fill('A wedding in the family')
    await form.getByLabel('Who asked').fill('his father')
    await form.getByRole('button', { name: 'Write it down' }).click()
    await page.getByText('waits to be decided. A wedding in the family').waitFor()
    const head = await school.open('Head')
    await go(head, 'Bilal Birch', 'pupils', 'P002')
    const decide = head.page.locator('details', { hasText: /^Decide about Monday 2 February/ })
    await decide.getByText(/^Decide about Monday 2 February/).click()
    await decide.getByLabel(/^Grant/).check()
    await decide.getByLabel('Last day granted').fill('2026-02-02')
    await decide.getByLabel('Why', { exact: true }).fill('The wedding of a parent, once')
    await decide.getByLabel('The family hears of it').selectOption('person')
    await readable(head)
    await decide.getByRole('button', { name: 'Decide', exact: true }).click()
    await head.page.getByText('Monday 2 February to Tuesday 3 February: granted.').waitFor()
    const { requests } = await ask('pupils/P002/leave-requests')
    expect(requests).toMatchObject([{ state: 'granted', decision: { days: { until: '2026-02-02' } } }])
    await head.context.close()
  })
})

describe('the Head', () => {
  test('decides with a reason whether a pupil whose time is over is erased', async () => {
    const head = await school.open('Head')
    const { page } = head
    await go(head, 'Today', 'today')
    await page.getByText('Decide whether they are erased').click()
    await page.getByLabel('kept for another year').check()
    await page.getByLabel('Why', { exact: true }).fill('A claim is open')
    await readable(head)
    await page.getByRole('button', { name: 'Decide', exact: true }).click()
    await page.getByText('Decide whether they are erased').waitFor({ state: 'detached' })
    const task = await school.school.stack.stores.task(school.school.academy, 'erasure-k77')
    expect(task).toMatchObject({ state: 'done', outcome: { what: 'keep', note: 'A claim is open' } })
    await head.context.close()
  })

  test('names who covers for the lead, who finds the lead’s pages beside their own until it is ended', async () => {
    const [head, office] = [await school.open('Head'), await school.open('Office')]
    const { page } = head
    const attend = office.page.getByRole('link', { name: 'Attendance', exact: true })
    expect(await attend.count()).toBe(0)
    await go(head, 'Cover', 'cover')
    await page.getByText('Nobody covers for anybody.').waitFor()
    await page.getByLabel('Who is away').selectOption({ label: 'lead of the school (Attendance Lead)' })
    await page.getByLabel('Who covers').selectOption({ label: 'office of the school (Office)' })
    await page.getByLabel('Last day').fill('2026-01-14')
    await page.getByLabel('Why').fill('At a conference')
    await page.getByRole('button', { name: 'Name the cover' }).press('Enter')
    await page.getByText('At a conference. Named by head of the school.').waitFor()
    await readable(head)
    await office.page.reload()
    await go(office, 'ATTEND', 'attend')
    await attend.waitFor()
    await page.getByText('End the cover for lead of the school').click()
    await page.getByLabel('Why it ends').fill('Back early')
    await page.getByRole('button', { name: 'End it now' }).click()
    await page.getByText('Nobody covers for anybody.').waitFor()
    await office.page.reload()
    await office.page.getByText('There is no such page').waitFor()
    await head.context.close()
    await office.context.close()
  })
})
