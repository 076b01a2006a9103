import { describe, expect, test } from 'vitest'
import { aRegister } from '../../test/builders.ts'
import { whereIs } from './on-site.ts'

const morning = aRegister({ P1: '/', P2: 'N', P3: 'U', P4: 'V' })

describe('when the building is emptied', () => {
  test('whoever was marked in this morning is looked for, late or not', () => {
    expect(whereIs('P1', [morning])).toEqual({ is: 'in' })
    expect(whereIs('P3', [morning])).toEqual({ is: 'in' })
  })

  test('nobody looks in the school for a child who is absent or on a trip', () => {
    expect(whereIs('P2', [morning])).toEqual({ is: 'away', code: 'N' })
    expect(whereIs('P4', [morning])).toEqual({ is: 'away', code: 'V' })
  })

  test('a child of whom no register says anything is looked for', () => {
    expect(whereIs('P9', [morning])).toEqual({ is: 'unknown' })
    expect(whereIs('P1', [])).toEqual({ is: 'unknown' })
    expect(whereIs('P1', [aRegister({ P1: '/' }, { submitted: false })])).toEqual({ is: 'unknown' })
  })

  test('a child who signed out is not in, until somebody has seen them in the afternoon', () => {
    const left = { ...morning, left: { P1: '11:20' } }
    expect(whereIs('P1', [left])).toEqual({ is: 'left', at: '11:20' })
    const afternoon = aRegister({ P1: '\\', P2: 'N' }, { session: 'PM' })
    expect(whereIs('P1', [left, afternoon])).toEqual({ is: 'in' })
  })

  test('the afternoon’s register is believed before the morning’s', () => {
    const afternoon = aRegister({ P1: 'N', P2: '\\' }, { session: 'PM' })
    expect(whereIs('P1', [afternoon, morning])).toEqual({ is: 'away', code: 'N' })
    expect(whereIs('P2', [morning, afternoon])).toEqual({ is: 'in' })
  })

  test('a child signed in at the gate is in before the teacher has sent the afternoon’s register', () => {
    const draft = aRegister({}, { session: 'PM', submitted: false })
    const signedIn = { ...draft, marks: { P2: { code: '\\', source: 'arrival' } as const } }
    expect(whereIs('P2', [morning, signedIn])).toEqual({ is: 'in' })
  })
})
