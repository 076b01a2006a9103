/** What the office does with and for families through a day: writing to them, going to the door, letting a child out and in. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Child, classOf, mobile } from '../journeys/support/people.ts'
import { accessible, type ConsoleSchool, fitsPhone, go, openConsole, type Screen } from './support.ts'

const SISTERS = { name: 'Kit Ashdown', mobile: '001', contactId: 'C-MUM' }
const NEIGHBOUR = {
  name: 'Nan Next-Door',
  priority: 2,
  mobile: '204',
  contactId: 'C-NEXT',
  more: { relationship: 'neighbour', parentalResponsibility: 'N', livesWith: 'N', hasCare: 'N' },
}
const parentsOf: Readonly<Record<string, Child['parents']>> = {
  P001: [SISTERS],
  P002: [SISTERS],
  P004: [{ mobile: '004', contactId: 'C-P004' }, NEIGHBOUR],
}
const pupils = classOf('3B').map((child) => ({ ...child, parents: parentsOf[child.id] ?? child.parents ?? [] }))

const PATIENCE = { timeout: 30_000 }

let school: ConsoleSchool
let office: Screen

beforeAll(async () => {
  school = await openConsole({ pupils })
  await school.school.clock.to('09:05')
  await school.school.takeRegister('3B', 'AM', { absent: ['P001', 'P002', 'P004', 'P005'] })
  await school.school.clock.to('09:20')
  office = await school.open('Office')
})
afterAll(() => school.close())

describe('a row of the day', () => {
  const row = (name: string) =>
    office.page.getByRole('listitem').filter({ has: office.page.getByRole('link', { name }) })
  const markOf = async (pupil: string) => {
    const { body } = await school.school.api('office', 'GET', 'registers/2026-01-12/AM/3b')
    return (body as { marks: Record<string, { code: string } | null> }).marks[pupil]?.code
  }

  test('has its family texted at once, brothers and sisters together, and only once', async () => {
    const { page } = office
    await page.getByRole('button', { name: 'More about Amelia Ashdown, 3B' }).click()
    await page.getByRole('button', { name: 'Text the family now' }).waitFor()
    await accessible(page)
    await fitsPhone(office)
    await page.getByRole('button', { name: 'Text the family now' }).click()
    await row('Amelia Ashdown')
      .getByText(/Text of 09:2/)
      .waitFor()
    const sent = await school.school.texts('unreported')
    expect(sent.map(({ to, pupils: about }) => [to, [...about].toSorted()])).toEqual([
      [mobile('001'), ['P001', 'P002']],
    ])
    await page.getByRole('button', { name: 'Text the family now' }).waitFor({ state: 'detached' })
    await school.school.clock.to('10:31')
    expect((await school.school.texts('unreported')).filter(({ to }) => to === mobile('001'))).toHaveLength(1)
  })

  test('has its mark corrected, with the reason kept', async () => {
    const { page } = office
    await page.getByRole('button', { name: 'More about Elsie Everly, 3B' }).click()
    const elsie = row('Elsie Everly')
    await elsie.getByLabel('Mark', { exact: true }).selectOption('M')
    await elsie.getByLabel('Why it is corrected').fill('A letter of the dentist lay in the office')
    await office.press('Enter')
    await expect.poll(() => markOf('P005'), PATIENCE).toBe('M')
  })

  test('puts the family on hold, where the lead looks at it', async () => {
    const lead = await school.open('Attendance Lead')
    const { page } = lead
    await page.getByRole('button', { name: 'More about Dawit Dunmore, 3B' }).click()
    await page.getByText('Put the family on hold').click()
    await page.getByLabel('Why', { exact: true }).fill('A death in the family')
    await page.getByLabel('Look at it again on').fill('2026-01-19')
    await page.getByRole('button', { name: 'Put on hold' }).click()
    await page.getByText('On hold until looked at on Monday 19 January').waitFor()
    await page.getByRole('button', { name: 'End the hold' }).click()
    await page.getByText('Put the family on hold').waitFor()
    await lead.context.close()
  })
})

describe('leaving during the day', () => {
  const isOut = async (pupil: string) => {
    const { body } = await school.school.api('office', 'GET', 'on-site')
    const { classes } = body as { classes: { pupils: { id: string; is: string }[] }[] }
    return classes.flatMap(({ pupils: all }) => all).find(({ id }) => id === pupil)?.is
  }

  test('a child signs out with a reason, is not looked for, and signs back in', async () => {
    const { page } = office
    await go(office, 'Leaving', 'leaving')
    await page.getByLabel('Name').fill('hana')
    await page.getByRole('button', { name: 'Hana Holloway' }).click()
    await page.getByLabel('Why, and with whom').fill('To the dentist with her mother')
    await accessible(page)
    await page.getByRole('button', { name: 'Sign out of school' }).click()
    await page.getByText(/Hana Holloway is signed out at/).waitFor()
    await page.getByRole('region', { name: 'Out now' }).getByRole('heading', { name: 'Hana Holloway' }).waitFor()
    expect(await isOut('P008')).toBe('left')
    await go(office, 'On site now', 'on-site')
    await page.getByText(/Hana Holloway \(Signed out at/).waitFor()
    await go(office, 'Leaving', 'leaving')
    await page.getByRole('button', { name: /Back in school.*Hana Holloway/ }).click()
    await page.getByText('Hana Holloway is back in school.').waitFor()
    expect(await isOut('P008')).toBe('in')
    await fitsPhone(office)
  })

  test('the list of who is in school is there without a connection, and ticks count who has been seen', async () => {
    const other = await school.open('Office')
    const { page } = other
    await page.getByRole('link', { name: 'On site' }).click()
    const threeB = page.getByRole('region', { name: '3B' })
    await threeB.getByRole('heading', { name: '0 of 6 seen' }).waitFor()
    await page.getByRole('link', { name: 'Today' }).click()
    await other.context.setOffline(true)
    await page.getByRole('link', { name: 'On site' }).click()
    await page.getByText(/There is no connection/).waitFor()
    await threeB.getByLabel('Hana Holloway').check()
    await threeB.getByRole('heading', { name: '1 of 6 seen' }).waitFor()
    await accessible(page)
    await fitsPhone(other)
    expect(await page.evaluate('JSON.stringify(localStorage) + JSON.stringify(sessionStorage)')).not.toContain('Hana')
    await other.context.close()
  })
})

describe('the conversation with a parent', () => {
  beforeAll(async () => {
    await school.school.clock.to('10:34')
    await school.school.reply(mobile('001'), 'They are both poorly')
  })

  test('is in the list of messages, with what waits to be judged', async () => {
    const { page } = office
    await page.getByRole('link', { name: 'Messages', exact: true }).click()
    const row = page.getByRole('listitem').filter({ hasText: 'Kit Ashdown' })
    await row.getByText(/to judge/).waitFor()
    await accessible(page)
    await fitsPhone(office)
    await row.getByRole('link', { name: 'Kit Ashdown' }).click()
    await page.getByText('They are both poorly').waitFor()
  })

  test('is answered in the school’s own words, with the parts they cost, by keyboard alone', async () => {
    const { page } = office
    const words = 'Thank you. Please tell us tomorrow how they are.'
    await page.getByLabel('Write to Kit Ashdown').focus()
    await page.keyboard.type(words)
    await page.getByText(`1 part, ${words.length} of 480 characters, `).waitFor()
    await accessible(page)
    await office.press('Tab')
    await office.press('Enter')
    await expect
      .poll(async () => (await school.school.texts('reply')).map(({ body }) => body), PATIENCE)
      .toEqual([words])
    await page
      .getByRole('listitem')
      .filter({ hasText: words })
      .getByText(/Written by the school/)
      .waitFor()
    expect(await page.getByLabel('Write to Kit Ashdown').inputValue()).toBe('')
    await fitsPhone(office)
  })

  test('says why a neighbour may not be written to about a child, and what to do instead', async () => {
    const { page } = office
    await go(office, 'Dawit Dunmore', 'pupils', 'P004')
    await page.getByRole('link', { name: 'Messages with Nan Next-Door' }).click()
    await page.getByText(/Nothing can be written about Dawit Dunmore/).waitFor()
    await page.getByText(/write to a parent/).waitFor()
    expect(await page.getByRole('button', { name: 'Send the text' }).count()).toBe(0)
    await accessible(page)
    expect(await page.title()).not.toContain('Nan')
  })
})

describe('a visit', () => {
  let visitor: Screen
  beforeAll(async () => {
    const { school: stack } = school
    await stack.clock.to('13:20')
    await stack.takeRegister('3B', 'PM', { absent: ['P004'] })
    await stack.api('lead', 'POST', 'pupils/P004/visit-risk', { note: 'A large dog', twoPeople: true })
    await stack.clock.to('15:31')
    visitor = await school.open('Office')
  })
  afterAll(() => visitor.context.close())

  test('shows the address, the number of the card and what to know, and nobody goes alone', async () => {
    const { page } = visitor
    await go(visitor, 'Visits', 'visits')
    await page.getByText('Before you go: A large dog').waitFor()
    await page.getByText('Go out', { exact: true }).click()
    await page.getByLabel('Dawit Dunmore').check()
    await accessible(page)
    await fitsPhone(visitor)
    await page.getByRole('button', { name: /Go out, back within 60 minutes/ }).click()
    await page.getByText('Nobody goes to one of these homes alone.').waitFor()
    await page.getByLabel(/Two of us go/).check()
    await page.getByRole('button', { name: /Go out, back within 60 minutes/ }).click()
    await page.getByText(/You are out since 15:3/).waitFor()
  })

  const kept = () => visitor.page.evaluate('JSON.stringify(localStorage)')

  test('is recorded at the door without a connection, sent when it returns, and kept where it is not taken', async () => {
    const { page, context } = visitor
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Record the visit to Dawit Dunmore' }).click()
    await page.getByLabel('Somebody else was there').check()
    await page.getByLabel('Who it was').fill('A')
    await page.getByLabel('What the school should know').fill('The curtains were drawn')
    await page.getByLabel(/I left card/).waitFor()
    await accessible(page)
    await page.getByRole('button', { name: 'Save the visit' }).click()
    await page.getByText(/kept here, and sent by itself once it gets through/).waitFor()
    expect(await kept()).not.toContain('Dawit')
    const refusal = {
      type: 'about:blank',
      status: 422,
      code: 'unknown',
      title: 'Nobody is called so.',
      remedy: 'Say who it was.',
    }
    await page.route('**/visits', (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 422, json: refusal }) : route.continue(),
    )
    await context.setOffline(false)
    await page.getByText(/not taken as it is/).waitFor()
    await page.getByText(/Say who it was/).waitFor()
    expect(await kept()).toContain('firstbell.visit')
  })

  test('is put right at the same form, with all that had been written, and sent again', async () => {
    const { page } = visitor
    await page.unroute('**/visits')
    await page.getByRole('button', { name: 'Put it right and send it again' }).click()
    expect(await page.getByLabel('Somebody else was there').isChecked()).toBe(true)
    expect(await page.getByLabel('What the school should know').inputValue()).toBe('The curtains were drawn')
    await accessible(page)
    await page.getByLabel('Who it was').fill('A neighbour')
    await page.getByRole('button', { name: 'Save the visit' }).click()
    await page.getByText(/the visit is recorded, card/).waitFor()
    expect(await kept()).not.toContain('firstbell.visit')
    const { body } = await school.school.api('office', 'GET', 'pupils/P004')
    const [aCase] = (body as { cases: { id: string }[] }).cases
    const { body: found } = await school.school.api('office', 'GET', `cases/${aCase?.id}`)
    expect((found as { visits: object[] }).visits).toMatchObject([{ note: 'The curtains were drawn' }])
  })

  test('ends with the visitor back; somebody looks for one who does not say so', async () => {
    const { page } = visitor
    await school.school.clock.to('16:40')
    const alarms = await school.school.tasks('safeguarding')
    expect(alarms).toMatchObject([{ state: 'open', urgent: true }])
    await page.reload()
    await page.getByText(/Be back by/).waitFor()
    await accessible(page)
    await page.getByRole('button', { name: 'I am back' }).click()
    await page.getByText(/Be back by/).waitFor({ state: 'detached' })
    expect(await school.school.tasks('safeguarding')).toMatchObject([{ state: 'withdrawn' }])
  })
})
