/** The office brings files in: read as the school says, seen before they are applied, and nothing half done. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goThrough } from '../../local/browser.ts'
import { ALL_CODES, CODES } from '../../shared/domain/codes.ts'
import { classOf, csv } from '../journeys/support/people.ts'
import { accessible, type ConsoleSchool, fits, fitsPhone, openConsole, PHONE, type Screen } from './support.ts'

const pupils = classOf('3B')
const NEW = { id: 'P020', name: 'Kofi Kéttle' }

/** The roll as another system exports it. */
const exported = (children: readonly { readonly id: string; readonly name?: string }[], date = '04/05/2017') =>
  csv(
    children.map(({ id, name = '' }) => ({
      'Person ID': id,
      'Legal First Name': name.split(' ')[0] ?? '',
      'Legal Last Name': name.split(' ')[1] ?? '',
      'Born on': date,
      'Year Group': '3',
      'Tutor Group': '3B',
      'Is here since': '01/09/2024',
      House: 'Red',
    })),
  )

/** In the page, because so large a file is not worth handing to it. */
const CHOOSE_HUGE = `(() => {
  const files = new DataTransfer()
  files.items.add(new File([new Uint8Array(40_000_001)], 'all.csv', { type: 'text/csv' }))
  document.querySelector('#file').files = files.files
})()`

let school: ConsoleSchool
let office: Screen

const chooseRoll = async ({ page }: Screen, text: string | Buffer): Promise<void> => {
  await page.getByLabel('What is in the file').selectOption('roll')
  await page
    .getByLabel(/^The file/)
    .setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: 'Read the file' }).click()
  await page.getByText('How the columns are read').waitFor()
}
const live = async () => {
  const { body } = await school.school.api('office', 'POST', 'pupils/search', { name: 'Kofi' })
  return (body as { pupils: { name: string }[] }).pupils.map(({ name }) => name)
}
/** The stack reads files when its clock is turned, as a queue would a moment later. */
const moment = () => school.school.stack.turning.quiet()

beforeAll(async () => {
  school = await openConsole({ pupils })
  office = await school.open('Office')
  await goThrough(office.page, 'Import')
})
afterAll(() => school.close())

describe('a roll of another system', () => {
  test('is read by names that are known, shown with how sure each is, and put right by hand', async () => {
    const { page } = office
    await page.getByLabel('What is in the file').waitFor()
    await accessible(page)
    // As a spreadsheet on a British machine saves it, which is no UTF-8.
    await chooseRoll(office, Buffer.from(exported([...pupils, NEW]), 'latin1'))
    const columns = page.getByRole('region', { name: 'Columns of the file' })
    expect(await columns.getByLabel('Person ID').inputValue()).toBe('pupilId')
    await columns.getByText('Known name of Bromcom: please check').first().waitFor()
    await columns.getByLabel('Born on').selectOption('dateOfBirth')
    await columns.getByLabel('Is here since').selectOption('admitted')
    await accessible(page)
    await page.setViewportSize(PHONE)
    await fits(page)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  test('shows what it would change before it changes anything', async () => {
    const { page } = office
    await page.getByRole('button', { name: 'See what it would change' }).click()
    await moment()
    await page.getByText('Nothing is changed yet.').waitFor()
    await page.getByRole('button', { name: 'New: 1' }).click()
    await page.getByRole('row', { name: /P020/ }).getByText('Kofi').first().waitFor()
    await accessible(page)
    expect(await live()).toEqual([])
  })

  test('stands when somebody has said so', async () => {
    const { page } = office
    await page.getByRole('button', { name: 'Apply the file' }).click()
    await moment()
    await page.getByText('The file stands: 11 rows.').waitFor()
    expect(await live()).toEqual(['Kofi Kéttle'])
    await accessible(page)
  })

  test('is read the same way the next time, and what it would change is turned page by page', async () => {
    const { page } = office
    await page.getByRole('link', { name: 'Import another file' }).click()
    await chooseRoll(office, exported([...pupils, NEW], '05/05/2017'))
    await page.getByText('Read as files of Bromcom were read before.').waitFor()
    expect(await page.getByLabel('Born on').inputValue()).toBe('dateOfBirth')
    await page.getByRole('button', { name: 'See what it would change' }).click()
    await moment()
    await page.getByRole('row', { name: /P001/ }).getByText('2017-05-05').waitFor()
  })
})

describe('a file too large for one request', () => {
  // A column that nothing reads makes it so, with no more rows than the school has pupils.
  const large = () => {
    const [header = '', ...rows] = exported([...pupils, NEW], '08/05/2017')
      .trim()
      .split('\n')
    return [`${header},Notes`, ...rows.map((row) => `${row},${'x'.repeat(400_000)}`)].join('\n')
  }
  const look = ({ page }: Screen) => page.getByRole('button', { name: 'See what it would change' })

  test('is sent to an address of its own, and may be stopped on its way', async () => {
    const { page } = office
    await page.getByRole('link', { name: 'Import another file' }).click()
    expect(Buffer.byteLength(large())).toBeGreaterThan(4_000_000)
    await chooseRoll(office, large())
    // An address at which nothing is heard of the file.
    await page.route('**/uploads/*', () => undefined)
    await look(office).click()
    await page.getByRole('progressbar', { name: 'How much of the file is sent' }).waitFor()
    await page.getByRole('button', { name: 'Stop sending' }).click()
    await page.getByText('You stopped the sending.').waitFor()
    await accessible(page)
    await fitsPhone(office)
  })

  test('is not lost when the line breaks: a press sends it again', async () => {
    const { page } = office
    await page.unroute('**/uploads/*')
    await page.route('**/uploads/*', (route) => route.abort('connectionreset'), { times: 1 })
    await look(office).click()
    await page.getByText('The file did not arrive.').waitFor()
    await page.getByText('from export.csv.').waitFor()
    await page.route('**/uploads/*', (route) => route.fulfill({ status: 503 }), { times: 1 })
    await look(office).click()
    await page.getByText('The file was not taken.').waitFor()
  })

  test('is shown before it is applied, as a small one is', async () => {
    const { page } = office
    await look(office).click()
    await page
      .getByText(/The file waits to be read|Read so far|Nothing is changed yet/)
      .first()
      .waitFor()
    await moment()
    await page.getByText('Nothing is changed yet.').waitFor()
    await page.getByRole('row', { name: /P001/ }).getByText('2017-05-08').waitFor()
    await page.getByRole('button', { name: 'Apply the file' }).click()
    await moment()
    await page.getByText('The file stands: 11 rows.').waitFor()
  })
})

describe('a file with something wrong', () => {
  test('is not taken, and every bad row is named by line and column with what to do', async () => {
    const { page } = office
    await page.getByRole('link', { name: 'Import another file' }).click()
    await chooseRoll(office, exported([...pupils, NEW]).replace('04/05/2017', '31/31/2017'))
    await page.getByRole('button', { name: 'See what it would change' }).click()
    await moment()
    await page.getByText('The file is not taken, and nothing is changed.').waitFor()
    const row = page.getByRole('region', { name: 'What is wrong with the file' }).getByRole('row').nth(1)
    expect(await row.getByRole('cell').first().innerText()).toBe('2')
    expect(await row.getByRole('cell').last().innerText()).not.toBe('')
    await accessible(page)
    await page.setViewportSize(PHONE)
    await fits(page)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  test('says what must still be said before it can be read at all', async () => {
    const { page } = office
    await page.getByRole('link', { name: 'Import another file' }).click()
    await chooseRoll(office, csv([{ Colour: 'red', Size: 'large' }]))
    await page.getByText(/Still to say: .*pupil ID/).waitFor()
    expect(await page.getByRole('button', { name: 'See what it would change' }).isDisabled()).toBe(true)
  })
})

describe('a file that does not get through', () => {
  const DIFFERENCES = '**/differences?**'
  const CONFIRM = '**/confirm'

  test('is not lost: what was chosen stays until how files are read is known, and one that was changed on the disk is chosen once more', async () => {
    const { page } = office
    await page.getByRole('button', { name: 'Choose another file' }).click()
    const path = join(await mkdtemp(join(tmpdir(), 'roll-')), 'export.csv')
    await writeFile(path, exported([...pupils, NEW], '06/05/2017'))
    const field = page.getByLabel(/^The file/)
    await field.setInputFiles(path)
    await page.route('**/mappings', (route) => route.abort())
    await page.getByRole('button', { name: 'Read the file' }).click()
    await page.getByRole('alert').getByText('then press again').waitFor()
    expect(await field.inputValue()).toContain('export.csv')
    await page.unroute('**/mappings')
    await writeFile(path, exported([...pupils, NEW], '07/05/2017'))
    await page.getByRole('button', { name: 'Read the file' }).click()
    await page.getByRole('alert').getByText('The file cannot be read any more.').waitFor()
    await field.setInputFiles(path)
    await page.getByRole('button', { name: 'Read the file' }).click()
    await page.getByText('How the columns are read').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test('goes on being read when the page is loaded again', async () => {
    const { page } = office
    const REPORT = /\/imports\/[^/?]+$/
    await page.route(REPORT, async (route) => {
      const answer = await route.fetch()
      const headers = { ...answer.headers(), etag: '"as-it-was"' }
      const json = { ...(await answer.json()), state: 'checking', percent: 40 }
      await route.fulfill({ response: answer, headers, json })
    })
    await page.getByRole('button', { name: 'See what it would change' }).click()
    await page.getByText('Read so far: 40 per cent.').waitFor()
    await page.reload()
    await page.getByText('Read so far: 40 per cent.').waitFor()
    await page.route(DIFFERENCES, (route) => route.abort())
    await moment()
    await page.unroute(REPORT)
    await page.getByRole('alert').getByText('It was not fetched. Check the Wi-Fi, then press again.').waitFor()
    await accessible(page)
  })

  test('shows what it would change once that can be fetched, and is applied though the answer was lost on its way', async () => {
    const { page } = office
    await page.unroute(DIFFERENCES)
    await page.getByRole('button', { name: 'Fetch what it would change again' }).click()
    await page.getByRole('row', { name: /P001/ }).getByText('2017-05-07').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.route(CONFIRM, (route) => route.abort())
    await page.getByRole('button', { name: 'Apply the file' }).click()
    await page
      .getByRole('alert')
      .getByText(/It may not have got through/)
      .waitFor()
    await page.unroute(CONFIRM)
    await page.route(CONFIRM, async (route) => {
      await route.fetch()
      await route.abort()
    })
    await page.getByRole('button', { name: 'Apply the file' }).click()
    await moment()
    await page.getByText('The file stands: 11 rows.').waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.unroute(CONFIRM)
  })

  test('or that is larger than is read at all is refused before it is read, with what to do', async () => {
    const { page } = office
    await page.getByRole('link', { name: 'Import another file' }).click()
    await page.getByLabel(/^The file/).waitFor()
    await page.evaluate(CHOOSE_HUGE)
    await page.getByRole('button', { name: 'Read the file' }).click()
    await page.getByText(/The file is over 40 MB/).waitFor()
    await page.getByText(/Export a shorter time/).waitFor()
  })
})

describe('the codes and words', () => {
  test('are explained from the data that registers are checked by, for everybody', async () => {
    const { page } = office
    await goThrough(page, 'Help', 'Codes and words')
    for (const code of ALL_CODES) await page.getByText(`${CODES[code].meaning}.`).first().waitFor()
    await accessible(page)
    await page.setViewportSize(PHONE)
    await fits(page)
  })
})
