import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { policyCommand } from './command.ts'
import { SHIPPED } from './test-support/folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'firstbell-preview-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, ...lines: readonly string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}
const ROLL = file(
  'roll.csv',
  'pupilId,forename,surname,dateOfBirth,yearGroup,class,admitted',
  'P001,Amelia,Ashdown,2017-03-04,3,3B,2024-09-02',
  'P002,Łukasz,Borecki,2017-05-06,3,3B,2024-09-02',
  'P003,Siân,Corbett,2017-07-08,3,3B,2024-09-02',
)
const CONTACTS = file(
  'contacts.csv',
  'pupilId,name,relationship,priority,mobile,parentalResponsibility,livesWith,language',
  'P001,Kit Ashdown,mother,1,07700 900001,Y,Y,',
  'P001,Sam Neighbour,neighbour,1,07700 900003,N,N,',
  'P002,Ewa Borecka,mother,1,07700 900002,Y,Y,pl',
)

const preview = (...options: readonly string[]) => {
  const { lines, code } = policyCommand(['preview', 'springbank', ...options], SHIPPED)
  return { code, page: lines.join(' ').replaceAll(/\s+/g, ' ') }
}

test('a text is shown as each contact of the school’s own pupils would read it, with what all of them cost', () => {
  const { code, page } = preview('--roll', ROLL, '--contacts', CONTACTS)
  expect(code).toBe(0)
  expect(page).toContain('Amelia Ashdown, 3b to Kit Ashdown (mother): “Springbank Academy: Amelia is not in school')
  expect(page).toContain('Amelia Ashdown, 3b to Sam Neighbour (neighbour): “Springbank Academy: please ring')
  expect(page).toContain('Łukasz Borecki, 3b to Ewa Borecka (mother)')
  expect(page).toContain('In English: not yet approved by a speaker.')
  expect(page).toContain('Together 3 pupils, 3 texts of')
  expect(page).toContain('Nobody to text Siân Corbett, 3b. The office rings')
})

test('another text is shown by its name', () => {
  expect(preview('--roll', ROLL, '--contacts', CONTACTS, '--wording', 'warning').page).toContain('WARNING, BY')
})

test('a file that is not in order is said line by line, and nothing is shown', () => {
  const wrong = file(
    'wrong.csv',
    'pupilId,name,relationship,priority,mobile',
    'P001,Kit Ashdown,mother,1,12345',
    'P009,Nobody,mother,1,07700 900009',
  )
  const { code, page } = preview('--roll', ROLL, '--contacts', wrong)
  expect(code).toBe(1)
  expect(page).toContain('contacts, line 2, mobile:')
  expect(page).toContain('contacts, line 3, pupilId: is not on the roll.')
  expect(page).not.toContain('Kit Ashdown')
})

test.each([
  [['--roll', 'roll.csv'], 'give both --roll and --contacts, or neither'],
  [['--roll', 'no.csv', '--contacts', CONTACTS], '--roll no.csv cannot be read'],
  [['--roll', ROLL, '--contacts', CONTACTS, '--wording', 'page-brake'], '--wording is one of unreported'],
  [['--pupils', 'x'], "Unknown option '--pupils'"],
])('%j is refused, saying what to do', (options, why) => {
  const { code, page } = preview(...options)
  expect([code, page]).toEqual([1, expect.stringContaining(why)])
})
