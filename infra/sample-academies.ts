import type { AcademyTimes } from '../academies/times.ts'
import { type Stacks, trustStacks, UNBUNDLED } from './stacks.ts'

/** Invented academies for the tests of the stacks. */
export const sampleAcademies = (count: number): readonly AcademyTimes[] =>
  Array.from({ length: count }, (_, n) => ({
    academy: `academy-${String(n + 1).padStart(2, '0')}`,
    zone: 'Europe/London',
    console: 'https://attendance.example.org',
    signIn: { prefix: 'firstbell-sample' },
    byConnect: n === 0,
    looksForTexts: n === 0,
    isLive: n === 0,
    officers: ['la.891.reader'],
    nightly: '02:00',
    sweeps: {
      'register-close': '09:15',
      'unreported-absence': '10:30',
      lunch: '12:30',
      'afternoon-close': '13:15',
      'day-end': '15:30',
    },
  }))

/** The stacks of an invented trust, unbundled and without the checks that the one real synthesis makes. */
export const sampleStacks = (count: number): Stacks =>
  trustStacks(sampleAcademies(count), {
    context: UNBUNDLED,
    builtinCloudFormationValidation: false,
    treeMetadata: false,
  })
