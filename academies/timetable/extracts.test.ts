import { expect, test } from 'vitest'
import { springbankPolicy } from '../../test/support/policies.ts'
import type { Policy } from '../policy.ts'
import { toOthers } from './extracts.ts'

type Recipient = Policy['extracts']['recipients'][number]

const saidOf = (more: Partial<Recipient>): string => {
  const [first] = springbankPolicy.extracts.recipients
  if (!first) throw new Error('Springbank has no recipient')
  const { extracts } = springbankPolicy
  return toOthers({ ...springbankPolicy, extracts: { ...extracts, recipients: [{ ...first, ...more }] } }).join('\n')
}

test('a recipient with a key has encrypted files: with what, and for which key, is said, and another key is another sentence', () => {
  expect(saidOf({})).not.toContain('encrypted')
  const one = saidOf({ encryption: { with: 'age', key: 'age1one' } })
  expect(one).toMatch(/As csv, encrypted with age for the key [0-9a-z]{13}, collected/)
  expect(saidOf({ encryption: { with: 'age', key: 'age1other' } })).not.toBe(one)
  expect(saidOf({ encryption: { with: 'pgp', key: 'block' } })).toContain('encrypted with PGP')
})

test('a recipient with a server of its own has its files brought: where to, and through what, is said', () => {
  expect(saidOf({})).toContain('collected by a signed-in officer with a receipt')
  const push = { connector: 'c-0123456789abcdef0', folder: '/in/attendance' }
  expect(saidOf({ push })).toContain('As csv, brought by SFTP to /in/attendance through c-0123456789abcdef0.')
})
