import { describe, expect, test } from 'vitest'
import { mergeMarking } from './merge.ts'

const base = { amelia: '/', bilal: '/', cerys: 'N' }

describe('two people saved one register', () => {
  test('what only one of them changed stands, whoever it was', () => {
    expect(mergeMarking(base, { ...base, amelia: 'N' }, { ...base, cerys: 'L' })).toEqual({
      marking: { amelia: 'N', bilal: '/', cerys: 'L' },
      disputed: [],
    })
  })

  test('a child whom both changed alike is in no dispute', () => {
    expect(mergeMarking(base, { ...base, cerys: '/' }, { ...base, cerys: '/' })).toEqual({
      marking: { ...base, cerys: '/' },
      disputed: [],
    })
  })

  test('a child whom they changed differently waits for a person, and holds the newer mark meanwhile', () => {
    expect(mergeMarking(base, { ...base, cerys: '/' }, { ...base, cerys: 'M' })).toEqual({
      marking: { ...base, cerys: 'M' },
      disputed: [{ id: 'cerys', mine: '/', theirs: 'M' }],
    })
  })

  test('both took the register from nothing: only where they differ somebody decides', () => {
    expect(mergeMarking({}, { amelia: '/', bilal: 'N' }, { amelia: '/', bilal: '/' })).toEqual({
      marking: { amelia: '/', bilal: '/' },
      disputed: [{ id: 'bilal', mine: 'N', theirs: '/' }],
    })
  })

  test('a child who joined the class meanwhile comes with the newer register', () => {
    expect(mergeMarking(base, base, { ...base, dawit: '/' }).marking).toEqual({ ...base, dawit: '/' })
  })
})
