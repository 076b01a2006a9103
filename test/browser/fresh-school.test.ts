/** A school on its first morning: every page says what will stand on it, and what to do. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classOf, contactsFile, csv, rollFile } from '../journeys/support/people.ts'
import { EVERY_PAGE, walkedAs } from './every-page.ts'
import { accessible, type ConsoleSchool, fits, openConsole, type Screen, settled } from './support.ts'

/** Pages that are a form, a text or a sum, and never an empty list. */
const NEVER_EMPTY = [
  'late-gate',
  'classes',
  'on-site',
  'pupils',
  'reports',
  'reconciliation',
  'policy',
  'rehearsal',
  'imports',
  'first-day',
  'glossary',
]
const NOT_BY_THEMSELVES = ['brakes', 'registers', 'stood']

/** What will be there, and what to do: one sentence is half of it. */
const TEACHES = /[^.]\. [^.]+\.$|; .+\.$/

const pupils = classOf('3B')
const MORNING = { date: '2026-01-12', session: 'AM', class: '3B' }

let school: ConsoleSchool
let lead: Screen
beforeAll(async () => {
  school = await openConsole({ pupils: [] })
  await school.school.clock.to('08:55')
  lead = await school.open('Attendance Lead')
})
afterAll(() => school.close())

const open = async (name: string): Promise<void> => {
  await lead.page.goto(`${school.origin}/console/#/${name}`)
  await settled(lead.page)
}
const empties = () => lead.page.locator('main .fb-empty').allInnerTexts()
const ofLead = EVERY_PAGE.filter((name) => walkedAs(name) === 'Attendance Lead')

describe('before the roll has come', () => {
  test('every page says that nothing can be on it yet, and leads to the import', async () => {
    for (const name of ofLead) {
      await open(name)
      const wayOut = lead.page.getByRole('link', { name: 'Import the roll' })
      if (NOT_BY_THEMSELVES.includes(name)) await lead.page.getByText('There is no such page').waitFor()
      else expect(await wayOut.count(), name).toBe(1)
    }
    await open('today')
    expect(await lead.page.getByText('Everybody is accounted for').count()).toBe(0)
    await accessible(lead.page)
    await lead.page.getByRole('link', { name: 'Import the roll' }).click()
    await lead.page.getByRole('heading', { level: 1, name: 'Import a file' }).waitFor()
  })
})

describe('with a roll, before anything has happened', () => {
  beforeAll(async () => {
    await school.school.load('roll', rollFile(pupils))
    await school.school.load('contacts', contactsFile(pupils))
    await lead.page.reload()
  })

  test('every empty list says what would stand in it, and what to do meanwhile', async () => {
    for (const name of ofLead.filter((each) => !NOT_BY_THEMSELVES.includes(each))) {
      await open(name)
      expect(await lead.page.getByRole('link', { name: 'Import the roll' }).count(), name).toBe(0)
      const said = await empties()
      if (!NEVER_EMPTY.includes(name)) expect(said, name).not.toEqual([])
      for (const sentence of said) expect(sentence, name).toMatch(TEACHES)
    }
  })

  test('a child of whom nothing is known yet has a page that says what will come', async () => {
    await open('pupils/P001')
    const said = await empties()
    expect(said.length).toBeGreaterThan(2)
    for (const sentence of said) expect(sentence).toMatch(TEACHES)
    await accessible(lead.page)
    await fits(lead.page)
  })

  test('a quiet day is good news only once the registers are in', async () => {
    await open('today')
    await lead.page.getByText('No register is in yet.').waitFor()
    await school.school.clock.to('09:05')
    await school.school.load('marks', csv(pupils.map(({ id }) => ({ ...MORNING, pupilId: id, code: '/' }))))
    await lead.page.reload()
    await lead.page.getByText('Everybody is accounted for so far.').waitFor()
    await accessible(lead.page)
  })
})
