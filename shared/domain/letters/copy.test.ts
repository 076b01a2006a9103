import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, printedAddress, readToken } from '../family-page/address.ts'
import { copyWithoutCode } from './copy.ts'
import type { LetterDocument } from './model.ts'

const letter = (text: string): LetterDocument => ({
  ...{ title: 'Attendance', language: 'en-GB', date: '2026-01-12', reference: 'ABCD12345' },
  school: { name: 'A school', strapline: '', contact: [] },
  address: ['A parent', '1 Mill Lane', 'ZZ9 9ZZ'],
  blocks: [{ is: 'paragraph', text }],
})
const saying = (address: string) => `You can read the record at ${address}, and tell us. Until 9 February.`
const policy = { console: 'https://attendance.example.org/' }
const token = fc.stringMatching(/^[0-9A-Za-z]{22}$/)

test('the copy of a letter has no code, says that it is in the post, and is otherwise the letter', () => {
  fc.assert(
    fc.property(token, (drawn) => {
      const code = codeOf(drawn)
      const address = printedAddress(policy, code)
      const copy = copyWithoutCode(letter(saying(address)))
      const there = 'attendance.example.org/p/code-is-in-the-post'
      expect(copy).toEqual(letter(saying(there)))
      expect(there).toHaveLength(address.length)
    }),
  )
  expect(readToken('code-is-in-the-post')).toBeUndefined()
})

test('a letter without a code needs no copy', () => {
  expect(copyWithoutCode(letter('Ring the school, www.school.example/p/attendance.'))).toBeUndefined()
})
