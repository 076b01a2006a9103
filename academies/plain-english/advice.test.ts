import { describe, expect, test } from 'vitest'
import { policyCommand } from '../command.ts'
import { lookAtPolicies } from '../load.ts'
import type { Policy, WordingName } from '../policy.ts'
import { folderWith, SHIPPED } from '../test-support/folder.ts'
import { plainEnglish } from './advice.ts'
import { JARGON } from './words.ts'

const { policies } = lookAtPolicies(SHIPPED)
const springbank = policies.springbank?.policy as Policy

/** What is said of Springbank's first text in other words. */
const advised = (says: string, name: WordingName = 'unreported') =>
  plainEnglish({ wordings: { ...springbank.wordings, [name]: says } }).map(({ what, remedy }) => `${what} ${remedy}`)

test('every text that ships reads plainly', () => {
  for (const [academy, { policy }] of Object.entries(policies)) expect(plainEnglish(policy), academy).toEqual([])
})

describe('a text to families', () => {
  test('with a sentence of 26 words should be two; one of 25 is read', () => {
    const words = (count: number) => Array.from({ length: count }, (_, index) => `w${index}`).join(' ')
    expect(advised(`{school}: ${words(25)}. Ring {phone}.`)).toEqual([])
    expect(advised(`{school}: ${words(26)}. Ring {phone}.`)).toEqual([
      'has a sentence of 26 words, “w0 w1 w2 w3 ...”. Make two of it: at most 25 words are read at once.',
    ])
  })
  test('counts a field, and a choice of words, as one word', () => {
    expect(advised(`{school}: {names} {is|are} ${'a '.repeat(23)}end.`)).toHaveLength(1)
    expect(advised(`{school}: {names} {is|are} ${'a '.repeat(22)}end.`)).toEqual([])
  })
  for (const { words, say } of JARGON) {
    for (const each of words) {
      const said = each.replace(/\*$/, '')
      test(`that says “${said}” is told to ${say}`, () => {
        expect(advised(`{school}: about ${said.toUpperCase().toLowerCase()}, ring {phone}.`)).toContainEqual(
          expect.stringContaining(`Instead, ${say}.`),
        )
      })
    }
  }
  test('that says {session} or {daysMissed} speaks to nobody in jargon', () => {
    expect(advised('{school}: {names} was not in this {session}, {date}. Ring {phone}.')).toEqual([])
  })
  test('with letters that only staff know should spell them out', () => {
    expect(advised('{school}: please ring the EWO on {phone}.')).toEqual([
      'says “EWO”, which a family may not know and a phone reads as shouting. Spell it out, in small letters.',
    ])
  })
  test('is advised of one to ring-only contacts too; a page to staff is not', () => {
    expect(advised('{school}: regarding attendance, ring {phone}.', 'ladder-ring-only')).toHaveLength(1)
    expect(advised('{school}: the DSL is needed: {link}', 'page-safeguarding')).toEqual([])
  })
})

test('the check of a policy says what could be said more plainly, and is not refused for it', () => {
  const folder = folderWith({
    'springbank.json': (file) => {
      file.policy.wordings = { late: '{school}: {names} arrived at {time} on {date}, prior to lunch. Ring {phone}.' }
      file.sources['wordings.late'] = { assumed: 'a test' }
    },
  })
  const { lines, code } = policyCommand(['check', 'springbank'], folder)
  expect(code).toBe(0)
  const page = lines.join(' ').replaceAll(/\s+/g, ' ')
  expect(page).toContain('COULD BE SAID MORE PLAINLY (1)')
  expect(page).toContain('wordings.late says “prior to”')
  expect(policyCommand(['check', 'springbank'], SHIPPED).lines.join(' ')).not.toContain('MORE PLAINLY')
})
