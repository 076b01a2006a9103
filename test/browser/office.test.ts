/** The office's morning at the console, from the close of the registers to lunch, in a real browser before the real wiring. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DayAnswer } from '../../events/api/day.ts'
import { type Child, classOf, mobile } from '../journeys/support/people.ts'
import { accessible, type ConsoleSchool, fits, go, openConsole, PHONE, type Screen } from './support.ts'

const of = (name: string, from: number, second: string): readonly Child[] =>
  classOf(name, from).map((child) => ({ ...child, name: child.name?.replace(' ', ` ${second} `) ?? '' }))
const pupils = [
  ...classOf('3B').map((child) => (child.id === 'P003' ? { ...child, more: { socialWorker: 'Y' } } : child)),
  ...of('4A', 11, 'Rose'),
  ...of('4B', 21, 'Jo'),
  ...of('5A', 31, 'Kay'),
]

const PATIENCE = { timeout: 30_000 }

let school: ConsoleSchool
let office: Screen

const row = (name: string) => office.page.getByRole('listitem').filter({ has: office.page.getByRole('link', { name }) })
const section = (title: string) => office.page.getByRole('region', { name: title })
const markOf = async (pupil: string, classId = '3b') => {
  const { body } = await school.school.api('office', 'GET', `registers/2026-01-12/AM/${classId}`)
  return (body as { marks: Record<string, { code: string } | null> }).marks[pupil]?.code
}

beforeAll(async () => {
  school = await openConsole({ pupils })
  await school.school.clock.to('09:05')
  await school.school.takeRegister('3B', 'AM', { absent: ['P001', 'P002', 'P003'] })
  await school.school.takeRegister('4A', 'AM', { absent: ['P011', 'P012', 'P013', 'P014', 'P015'] })
  await school.school.takeRegister('4B', 'AM', { absent: ['P021'] })
  await school.school.clock.to('09:20')
  office = await school.open('Office')
})
afterAll(() => school.close())

describe('after the registers have closed', () => {
  test('the list begins with whom to ring first, and names the register that is missing', async () => {
    const { page } = office
    await section('Vulnerable and not in').getByRole('link', { name: 'Cerys Castell' }).waitFor()
    const titles = await page.getByRole('heading', { level: 2 }).allInnerTexts()
    expect(titles.map((title) => title.replace(/ \d+$/, ''))).toEqual([
      'Vulnerable and not in',
      'Registers missing',
      'Not in, no reason',
      ...titles.slice(3).map((title) => title.replace(/ \d+$/, '')),
    ])
    await section('Registers missing').getByText('Class 5A').waitFor()
    await row('Bilal Birch').first().getByText('A text at 10:30 if nobody is reached.').waitFor()
    await accessible(page)
  })

  test('a call is made and its outcome kept in two presses, with what to say and to whom', async () => {
    const { page } = office
    await page.getByRole('button', { name: 'Call about Cerys Castell, 3B' }).click()
    await page.getByText('This is Springbank Academy. Cerys is not in school today').waitFor()
    await page.getByRole('link', { name: '07700 900003' }).waitFor()
    await accessible(page)
    await page.getByRole('button', { name: 'Ill', exact: true }).click()
    await expect.poll(() => markOf('P003'), PATIENCE).toBe('I')
    await section('Vulnerable and not in').waitFor({ state: 'detached' })
  })

  test('who comes late is signed in at the gate: name, time, reason', async () => {
    const { page } = office
    await go(office, 'Late gate', 'late-gate')
    await page.getByLabel('Name').fill('amel ash')
    await page.getByRole('button', { name: 'Amelia Ashdown' }).first().click()
    await page.getByLabel('Time').fill('09:18')
    await page.getByLabel('Reason').fill('missed the bus')
    await accessible(page)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('Amelia Ashdown is signed in at 9:18am.').waitFor()
    expect(await markOf('P001')).toBe('U')
  })

  test('a mark that somebody else corrects meanwhile is shown, and overwritten only by who has seen it', async () => {
    const { page } = office
    await go(office, 'Today', 'today')
    const child = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Amelia Jo Ashdown' }) })
    await child.getByRole('button', { name: /^More/ }).click()
    await child.getByText('It is N: Reason not yet established.').waitFor()
    await accessible(page)
    const path = 'pupils/P021/marks/2026-01-12/AM'
    await school.school.api('lead', 'PATCH', path, { code: 'O', because: 'not accepted', was: 'N' })
    await child.getByLabel('Mark', { exact: true }).selectOption('I')
    await child.getByLabel('Why it is corrected').fill('the mother rang')
    await child.getByRole('button', { name: 'Correct' }).click()
    await child.getByText('Somebody has changed this mark meanwhile: it is O now.').waitFor()
    await child.getByText('It is O: Absent in other or unknown circumstances.').waitFor()
    expect(await markOf('P021', '4b')).toBe('O')
    await child.getByRole('button', { name: 'Correct' }).click()
    await expect.poll(() => markOf('P021', '4b'), PATIENCE).toBe('I')
  })
})

describe('at half past ten', () => {
  beforeAll(async () => {
    await school.school.clock.to('10:32')
    await school.school.reply(mobile('002'), 'Bilal has a temperature')
  })

  test('too many at once are held; the lead sees exactly who would get what, and decides', async () => {
    const lead = await school.open('Attendance Lead')
    const { page } = lead
    await page.getByRole('link', { name: 'See who would get what' }).first().click()
    await page.getByText(/^Too many of .* are missing at once/).waitFor()
    await accessible(page)
    const shown = await page.getByRole('blockquote').allInnerTexts()
    expect(shown.length).toBeGreaterThan(4)
    const before = (await school.school.texts('unreported')).map(({ id }) => id)
    await page.getByLabel('Why you let them go, or not').fill('I rang the teacher: they are missing')
    await page.getByRole('button', { name: `Release ${shown.length} texts` }).click()
    await page.getByText('The texts were let go.').waitFor()
    const sent = (await school.school.texts('unreported')).filter(({ id }) => !before.includes(id))
    expect(sent.map(({ body }) => body).toSorted()).toEqual(shown.toSorted())
    await lead.context.close()
  })

  test('what a parent answered is confirmed with one key', async () => {
    const { page } = office
    await go(office, 'Today', 'today')
    await page.getByText('Bilal has a temperature').waitFor()
    await accessible(page)
    await page.getByRole('button', { name: 'Confirm: Illness for Bilal Birch, 3B' }).focus()
    await office.press('Enter')
    await expect.poll(() => markOf('P002'), PATIENCE).toBe('I')
    await page.getByText('Bilal has a temperature').waitFor({ state: 'detached' })
  })

  test('what a stranger writes is read on one row, and is ended only once all of it was read', async () => {
    const { page } = office
    for (const words of ['is this the school?', 'my neighbour’s boy is outside alone'])
      await school.school.reply(mobile('990'), words)
    await go(office, 'Today', 'today')
    const stranger = page.getByRole('listitem').filter({ hasText: 'A text came from a number that is no contact’s' })
    await stranger.getByText('is this the school?').waitFor()
    await stranger.getByText('my neighbour’s boy is outside alone').waitFor()
    expect(await stranger.count()).toBe(1)
    await accessible(page)
    await stranger.getByRole('button', { name: 'Done…' }).click()
    await stranger.getByLabel('What came of it').fill('Rang back')
    await school.school.reply(mobile('990'), 'it is Bilal Birch’s brother')
    await stranger.getByRole('button', { name: 'Save' }).click()
    await stranger.getByText('The same number has written again since.').waitFor()
    await stranger.getByText('it is Bilal Birch’s brother').waitFor(PATIENCE)
    await stranger.getByRole('button', { name: 'Save' }).click()
    await stranger.waitFor({ state: 'detached' })
  })

  test('the list fits a phone', async () => {
    const phone = await school.open('Office', PHONE)
    await phone.page.getByRole('heading', { level: 2 }).first().waitFor()
    await fits(phone.page)
    await accessible(phone.page)
    await phone.context.close()
  })
})

describe('a pupil’s page', () => {
  test('tells the story, the figure with why, and whom to speak to', async () => {
    const { page } = office
    await go(office, 'Bilal Birch', 'pupils', 'P002')
    await page.getByRole('listitem').filter({ hasText: 'Reply confirmed by the school' }).waitFor()
    await page.getByRole('link', { name: '07700 900002' }).waitFor()
    await page.getByText('Why?', { exact: true }).click()
    await accessible(page)
    expect(await page.title()).not.toContain('Bilal')
    await page.setViewportSize(PHONE)
    await fits(page)
  })

  test('is found by name, without a name in any address', async () => {
    const { page } = office
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await go(office, 'Pupils', 'pupils')
    await page.getByLabel('Name').fill('geo')
    await page.getByRole('button', { name: 'George Garrow' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'George Garrow' }).waitFor()
    expect(asked.filter((url) => /geo/i.test(url))).toEqual([])
  })
})

describe('on a day on which 1,500 children are missing', () => {
  const MISSING = 1500
  const MOST_NODES = 1500
  let asked = 0
  let askedAtFirst = 0

  beforeAll(async () => {
    const { page } = office
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.route('**/days/*', async (route) => {
      asked++
      const answer = await route.fetch()
      const day = DayAnswer.parse(await answer.json())
      const [first] = day.rows.filter(({ section: of, pupils: [one] }) => of === 'unexplained' && one !== undefined)
      const made = Array.from({ length: MISSING }, (_, at) => ({
        ...(first ?? day.rows[0]),
        section: at % 2 === 0 ? 'unexplained' : 'explained',
        pupils: [{ id: `Q${at}`, name: `Child ${at}`, class: '3b' }],
      }))
      await route.fulfill({ json: { ...day, rows: made } })
    })
    await go(office, 'Today', 'today')
    await page.getByRole('link', { name: 'Child 0', exact: true }).waitFor()
    askedAtFirst = asked
  })

  const nodes = () => office.page.evaluate('document.querySelectorAll("*").length')

  test('the page makes the first of them, and asks for the day once', async () => {
    expect(await nodes()).toBeLessThan(MOST_NODES)
    expect(askedAtFirst).toBe(1)
    await accessible(office.page)
  })

  test('one press brings more, and the keyboard stands at the first of them', async () => {
    const { page } = office
    await page.getByRole('button', { name: /^Show 30 more/ }).focus()
    await office.press('Enter')
    await page.getByRole('link', { name: 'Child 60', exact: true }).waitFor()
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Child 60')
    await page.getByText('690 are not shown yet.').waitFor()
  })

  test('who is explained is made when somebody looks', async () => {
    const { page } = office
    expect(await page.getByRole('link', { name: 'Child 1', exact: true }).count()).toBe(0)
    await page.getByText(`Explained: ${MISSING / 2}`).click()
    await page.getByRole('link', { name: 'Child 1', exact: true }).waitFor()
    expect(await nodes()).toBeLessThan(2 * MOST_NODES)
  })
})
