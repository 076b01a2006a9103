import { describe, expect, test } from 'vitest'
import { pagesFor } from '../pages/pages-for.ts'
import { stepsFor } from './first-day.ts'

describe('the first day', () => {
  test.each(['teacher', 'office', 'lead', 'head', 'dsl'] as const)(
    'of a %s leads only to pages that are theirs',
    (role) => {
      const pages = pagesFor([role])
      for (const { at } of stepsFor([role])) expect(pages.at(at.way), at.way).toBeDefined()
    },
  )

  test('is that of the role in which somebody does most', () => {
    expect(stepsFor(['teacher', 'office'])).toEqual(stepsFor(['office']))
    expect(stepsFor(['office', 'lead'])).toEqual(stepsFor(['lead']))
    expect(stepsFor(['teacher'])).not.toEqual(stepsFor(['office']))
  })
})
