/** A teacher's morning at the console, in a real browser before the real wiring. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goThrough } from '../../local/browser.ts'
import { type Child, classOf } from '../journeys/support/people.ts'
import { accessible, type ConsoleSchool, fits, openConsole, PHONE, type Screen, signInAs } from './support.ts'

const DATE = '2026-01-12'
/** Thirty children: three times the ten names, told apart by a second name. */
const thirty: readonly Child[] = ['', ' Rose', ' Jo'].flatMap((second, index) =>
  classOf('3B', 1 + index * 10).map((child) => ({ ...child, name: child.name?.replace(' ', `${second} `) ?? '' })),
)

let school: ConsoleSchool
let teacher: Screen

const saved = async (session: string) => {
  const { body } = await school.school.api('office', 'GET', `registers/${DATE}/${session}/3b`)
  return body as { version: number; submitted: boolean; marks: Record<string, { code: string } | null> }
}
const codes = async (session: string, ...pupils: readonly string[]) => {
  const { marks } = await saved(session)
  return pupils.map((pupil) => marks[pupil]?.code)
}
const openRegister = async ({ page }: Screen, half: string): Promise<void> => {
  await page.goto(`${school.origin}/console/#/classes`)
  await page.getByRole('link', { name: `${half} register of 3B` }).click()
  await page.getByRole('heading', { name: 'Register 3B' }).waitFor()
  await page
    .getByText(/not marked|present/)
    .first()
    .waitFor()
}
const child = (page: Screen['page'], name: string, mark: string) =>
  page.getByRole('radiogroup', { name }).getByRole('radio', { name: mark })

beforeAll(async () => {
  school = await openConsole({ pupils: thirty })
  await school.school.clock.to('08:55')
  const dentist = { from: DATE, reason: 'dentist', code: 'M', reportedBy: 'parent', via: 'phone', sessions: ['AM'] }
  expect((await school.school.api('office', 'POST', 'pupils/P002/absences', dentist)).status).toBe(201)
  await school.school.clock.to('09:02')
  teacher = await school.open('Teacher')
})
afterAll(() => school.close())

describe('a register of thirty', () => {
  test('is taken by keyboard in under forty key presses, three children missing or late', async () => {
    const { page, press, presses } = teacher
    await openRegister(teacher, 'Morning')
    await press('Tab')
    await press('Enter')
    await press('ArrowDown', 4)
    await press('a')
    await press('ArrowDown', 10)
    await press('l')
    await press('ArrowDown', 15)
    await press('a')
    await press('Enter')
    await page.getByText('The register is in.').waitFor()
    expect(presses()).toBeLessThan(40)
    const { marks } = await saved('AM')
    const given = Object.values(marks).map((mark) => mark?.code)
    expect(given.filter((code) => code === '/')).toHaveLength(26)
    expect(given.filter((code) => code === 'N')).toHaveLength(2)
    expect(given.filter((code) => code === 'L')).toHaveLength(1)
  })

  test('keeps what the school was told ahead, and shows who is away when it is in', async () => {
    expect(await codes('AM', 'P002')).toEqual(['M'])
    await teacher.page.getByText('Medical or dental appointment').waitFor()
    await accessible(teacher.page)
  })

  test('is put right afterwards; a mark too many is undone', async () => {
    const { page } = teacher
    await page.getByRole('button', { name: 'Change something' }).click()
    await accessible(page)
    await child(page, 'Amelia Ashdown', 'Late').check()
    await child(page, 'Bilal Birch', 'Present').check()
    await page.getByRole('button', { name: 'Undo the last mark' }).click()
    await page.getByRole('button', { name: 'Submit register' }).click()
    await page.getByText('The register is in.').waitFor()
    expect(await codes('AM', 'P001', 'P002')).toEqual(['L', 'M'])
  })
})

describe('on a phone, in the afternoon', () => {
  let phone: Screen
  beforeAll(async () => {
    await school.school.clock.to('13:02')
    phone = await school.open('Teacher', PHONE)
    await accessible(phone.page)
    await fits(phone.page)
    await openRegister(phone, 'Afternoon')
  })

  test('who has no mark is named, and the way to them is a press', async () => {
    const { page } = phone
    await fits(page)
    await child(page, 'Amelia Ashdown', 'Absent').check()
    await page.getByRole('button', { name: 'Submit register' }).click()
    await page.getByRole('alert').getByText('29 children have no mark').waitFor()
    await accessible(page)
    await page.getByRole('button', { name: /^Bilal Birch: not/ }).click()
    expect(await page.evaluate('document.activeElement?.name')).toBe('mark-P002')
  })

  test('a lost connection half way loses nothing: the register is kept, and goes when it returns', async () => {
    const { page, context } = phone
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Everyone else present' }).click()
    await page.getByRole('button', { name: 'Submit register' }).click()
    await page.getByText('The register is kept on this device.').waitFor()
    await accessible(page)
    expect((await saved('PM')).submitted).toBe(false)
    await context.setOffline(false)
    await expect.poll(async () => (await saved('PM')).submitted, { timeout: 30_000 }).toBe(true)
    expect(await codes('PM', 'P001', 'P002')).toEqual(['N', '\\'])
    await page.getByText('The register is in.').waitFor()
  })

  test('no name of a child is left on the device or in the address', async () => {
    const stored = await phone.page.evaluate('JSON.stringify([localStorage, location.href])')
    for (const { name = '' } of thirty) expect(stored).not.toContain(name.split(' ')[0])
  })
})

describe('two people at one register', () => {
  test('what each changed stands; where they differ the one at the page decides', async () => {
    const { page } = teacher
    await openRegister(teacher, 'Afternoon')
    await page.getByRole('button', { name: 'Change something' }).click()
    await child(page, 'Cerys Castell', 'Absent').check()
    await child(page, 'Dawit Dunmore', 'Absent').check()
    const { version } = await saved('PM')
    const theirs = { P003: { code: 'L' }, P005: { code: 'L' } }
    const put = { marks: theirs, submitted: true }
    const address = `registers/${DATE}/PM/3b`
    expect((await school.school.api('office', 'PUT', address, put, { 'if-match': `"${version}"` })).status).toBe(200)
    await page.getByRole('button', { name: 'Submit register' }).click()
    await page.getByText('Somebody else has saved this register meanwhile.').waitFor()
    await accessible(page)
    await page.getByRole('group', { name: 'Cerys Castell' }).getByRole('button', { name: 'They said: Late' }).click()
    await page.getByRole('button', { name: 'Submit register' }).click()
    await page.getByText('The register is in.').waitFor()
    expect(await codes('PM', 'P003', 'P004', 'P005')).toEqual(['L', 'N', 'L'])
  })
})

describe('when something is wrong', () => {
  test('an API that fails says so, keeps the register, and takes it when it is well', async () => {
    const { page } = teacher
    await page.getByRole('button', { name: 'Change something' }).click()
    await child(page, 'George Garrow', 'Absent').check()
    await page.route('**/registers/**', (route) =>
      route.request().method() === 'PUT' ? route.fulfill({ status: 500, json: {} }) : route.continue(),
    )
    await page.getByRole('button', { name: 'Submit register' }).click()
    await page.getByText('The register is kept on this device.').waitFor()
    await page.unroute('**/registers/**')
    await expect.poll(() => codes('PM', 'P007'), { timeout: 30_000 }).toEqual(['N'])
  })

  test('an expired sign-in asks for another, and the register that was begun is still there', async () => {
    const { page } = teacher
    await openRegister(teacher, 'Afternoon')
    await page.getByRole('button', { name: 'Change something' }).click()
    await child(page, 'Farah Fenwick', 'Absent').check()
    await page.route('**/academies/**', (route) => route.fulfill({ status: 401, json: {} }))
    await page.getByRole('button', { name: 'Submit register' }).click()
    await page.getByText('Your sign-in has expired.').waitFor()
    await accessible(page)
    await page.unroute('**/academies/**')
    await signInAs(page, 'Teacher')
    await expect.poll(() => codes('PM', 'P006'), { timeout: 30_000 }).toEqual(['N'])
  })
})

describe('a teacher', () => {
  test('sees nothing of the office: no way leads there, and the address alone shows nothing', async () => {
    const { page } = teacher
    await page.goto(`${school.origin}/console/#/today`)
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
    expect(await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').allInnerTexts()).toEqual([
      'Classes',
      'Figures',
      'Help',
    ])
    await page.goto(`${school.origin}/console/#/registers/4a/AM`)
    await page.getByText('This is not one of your classes.').waitFor()
  })

  test('is shown a first day, step by step by keyboard, that goes on where it was left', async () => {
    const { page, press } = teacher
    await page.goto(`${school.origin}/console/#/first-day`)
    await page.getByText('Step 1 of 3').waitFor()
    await accessible(page)
    await page.getByRole('button', { name: 'Next' }).focus()
    await press('Enter')
    await page.getByText('Step 2 of 3').waitFor()
    expect(await page.evaluate('document.activeElement.textContent')).toBe('The register in under a minute')
    await page.getByRole('link', { name: 'Choose a class and open its register' }).click()
    await page.getByRole('heading', { level: 1, name: 'My classes' }).waitFor()
    await goThrough(page, 'Help')
    await page.getByText('Step 2 of 3').waitFor()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Done' }).click()
    await page.getByText('You know what a day needs.').waitFor()
    await accessible(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await fits(page)
  })
})
