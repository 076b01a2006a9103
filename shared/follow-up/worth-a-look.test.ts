import { describe, expect, test } from 'vitest'
import { isWorthALook } from './worth-a-look.ts'

const reported = { kind: 'absence-reported', pupils: ['P001'] }
const open =
  (tasks: readonly string[], cases: readonly string[] = []) =>
  async () =>
    ({ tasks: tasks.map((pupil) => ({ pupils: [pupil] })), cases: cases.map((pupil) => ({ pupil })) }) as never

describe('a family’s word about one child', () => {
  test('asks for no look at the day when nothing is open about that child', async () => {
    expect(await isWorthALook([reported], open(['P002'], ['P003']))).toBe(false)
  })
  test('ends the call that is open, and the case', async () => {
    expect(await isWorthALook([reported], open(['P001']))).toBe(true)
    expect(await isWorthALook([reported], open([], ['P001']))).toBe(true)
  })
  test('together with anything else is a look, without asking what is open', async () => {
    const asked = () => Promise.reject(new Error('asked'))
    expect(await isWorthALook([reported, { kind: 'pupil-arrived', pupils: ['P002'] }], asked)).toBe(true)
    expect(await isWorthALook([{ kind: 'school-closed' }], asked)).toBe(true)
  })
})
