import { expect, test } from 'vitest'
import { makeClosing } from './closing.ts'

test('what was opened last is closed first, once, and one that cannot be closed keeps nothing else open', async () => {
  const closing = makeClosing()
  const closed: string[] = []
  closing.add(() => {
    closed.push('server')
  })
  closing.add(() => Promise.reject(new Error('it hangs')))
  closing.add(async () => {
    closed.push('stack')
  })
  await Promise.all([closing.close(), closing.close()])
  expect(closed).toEqual(['stack', 'server'])
})
