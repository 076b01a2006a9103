import { expect, test } from 'vitest'
import { aReferral, formFor } from '../../../test/support/a-referral.ts'
import type { Block } from '../letters/model.ts'
import { missingFor, needsInWords } from './form-needs.ts'
import { referralDocument } from './referral-document.ts'
import { referralFiles } from './referral-files.ts'

const second = { ...aReferral.parents[1], asked: true, address: ['9 Canal Row', 'NG99 5ZZ'], addressWithheld: false }
const [first] = aReferral.parents
if (first === undefined) throw new Error('The referral names no parent')
const bothAsked = { ...aReferral, parents: [first, { ...first, ...second }] }
const county = { ...bothAsked, form: formFor('891') }
const city = { ...bothAsked, form: formFor('892') }

const rowsOf = (referral: typeof county): readonly string[] =>
  (referralFiles(referral)['row.csv'] ?? '').trimEnd().split('\r\n')
const headings = (referral: typeof county): readonly string[] =>
  referralDocument(referral).blocks.flatMap((block: Block) => (block.is === 'heading' ? [block.text] : []))

test('one authority gets a row for each parent, with its own headings and British dates', () => {
  const [heading, ...rows] = rowsOf(county)
  expect(heading).toMatch(/^School reference,UPN,Pupil legal surname,Pupil legal forename,DOB,Year,/)
  expect(rows).toHaveLength(2)
  expect(rows[0]).toContain('SPR-7K2M-19,V891201926017,Ashdown,Amelia,04/03/2017,3,N,Robin Ashdown')
  expect(rows[1]).toContain('Kit Ashdown')
})

test('another gets one row for the child, both parents in it, every session, and dates as computers write them', () => {
  const [heading, ...rows] = rowsOf(city)
  expect(heading).toBe(
    'upn,child_name,child_dob,parents,parent_addresses,home_language,sessions,letters,nti,school_ref',
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]).toContain('Amelia Ashdown,2017-03-04,Robin Ashdown; Kit Ashdown')
  expect(rows[0]).toContain('2025-12-17 AM O; 2025-12-17 PM O')
})

test('each gets the tables it asks for, and nothing else leaves the school', () => {
  expect(Object.keys(referralFiles(county)).toSorted()).toEqual([
    'actions.csv',
    'leave.csv',
    'letters.csv',
    'meetings.csv',
    'parents.csv',
    'referral.json',
    'register.csv',
    'row.csv',
    'sessions.csv',
    'support.csv',
    'texts.csv',
  ])
  expect(Object.keys(referralFiles(city)).toSorted()).toEqual(['letters.csv', 'row.csv', 'sessions.csv'])
  expect(Object.values(referralFiles(city)).join()).not.toContain('breakfast club on Mondays')
})

test('the letter has the parts of the form in its order, and says which form it is', () => {
  expect(headings(county)).toEqual(expect.arrayContaining(['Parents', 'Why', 'Help given', 'Declaration']))
  expect(headings(city)).toEqual(['Parents', 'The sessions', 'Why', 'Help given', 'Declaration'])
  expect(JSON.stringify(referralDocument(city))).toContain('request to issue a penalty notice')
})

test('what an authority takes no referral without is named before anything is sent', () => {
  expect(missingFor(city)).toEqual([])
  const bare = { ...city, pupil: { ...city.pupil, upn: null }, letters: [] }
  expect(missingFor(bare)).toEqual(['upn', 'letter-sent'])
  expect(needsInWords(missingFor(bare))).toMatch(/^the unique pupil number; a letter about the absence that went/)
  expect(missingFor({ ...bare, form: formFor('891') })).toEqual([])
})

test('a letter that came back counts as none, and an address that is withheld as known', () => {
  const returned = {
    ...city,
    letters: [
      { ...city.letters[0], kind: 'stage-1', date: '2026-01-05', contact: 'c1', state: 'returned', sent: '2026-01-06' },
    ],
  }
  expect(missingFor(returned)).toEqual(['letter-sent'])
  const withheld = { ...city, parents: [{ ...first, address: null, addressWithheld: true }] }
  expect(missingFor(withheld)).toEqual([])
  expect(rowsOf(withheld)[1]).toContain('Withheld')
})
