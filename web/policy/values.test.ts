import { describe, expect, test } from 'vitest'
import { asOwn, edited, emptyOf, isSame, labelOf, sayValue } from './values.ts'

const POLICY = {
  day: { amCloses: '09:15', amOpens: '09:00' },
  ladder: [
    { id: 'first-call', day: 1 },
    { id: 'first-visit', day: 1 },
  ],
}

describe('a draft of a policy', () => {
  test('says only what would be others, nested as an academy’s file is, lists whole', () => {
    const edits = { 'day.amCloses': '09:20', ladder: [{ id: 'first-call', day: 2 }] }
    expect(asOwn(edits)).toEqual({ day: { amCloses: '09:20' }, ladder: [{ id: 'first-call', day: 2 }] })
    expect(edited(POLICY, edits)).toEqual({
      day: { amCloses: '09:20', amOpens: '09:00' },
      ladder: [{ id: 'first-call', day: 2 }],
    })
  })

  test('that is put back as it was is no change, whatever the order of its keys', () => {
    expect(isSame({ id: 'a', day: 1 }, { day: 1, id: 'a' })).toBe(true)
    expect(isSame([1, 2], [2, 1])).toBe(false)
  })
})

describe('a field of a policy', () => {
  test('is called as a person would say it', () => {
    expect(['amCloses', 'register-close', 'stage1'].map(labelOf)).toEqual(['Am closes', 'Register close', 'Stage 1'])
    expect(sayValue([{ to: 'lead', afterMinutes: 0 }])).toBe('lead 0')
    expect(sayValue(false)).toBe('no')
  })

  test('of a list begins with what may stand there', () => {
    const step = {
      type: 'object',
      properties: { do: { enum: ['call', 'visit'] }, day: { type: 'integer', minimum: 1 }, who: { type: 'array' } },
    }
    expect(emptyOf(step)).toEqual({ do: 'call', day: 1, who: [] })
  })
})
