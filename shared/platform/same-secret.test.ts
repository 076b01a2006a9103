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

test('every secret is looked at, also after one that fits, so that the time does not say which it was', () => {
  const looked: string[] = []
  const secrets = new Proxy(['newest', 'older', 'oldest'], {
    get: (from, name) => {
      if (typeof name === 'string' && /^\d$/.test(name)) looked.push(name)
      return Reflect.get(from, name)
    },
  })
  for (const given of ['newest', 'oldest', 'none of them']) isOneOf(given, secrets)
  expect(looked).toEqual(['0', '1', '2', '0', '1', '2', '0', '1', '2'])
})
