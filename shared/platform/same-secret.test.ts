import { expect, test } from 'vitest'
import { isOneOf, sameSecret } from './same-secret.ts'

test('only the whole secret is the secret', () => {
  expect(sameSecret('open sesame', 'open sesame')).toBe(true)
  for (const wrong of ['', 'open', 'open sesam', 'open sesame!', 'Open sesame']) {
    expect(sameSecret(wrong, 'open sesame')).toBe(false)
  }
})

test('the one before the newest still opens, and none opens nothing', () => {
  expect(isOneOf('old', ['new', 'old'])).toBe(true)
  expect(isOneOf('older', ['new', 'old'])).toBe(false)
  expect(isOneOf('', [])).toBe(false)
})
