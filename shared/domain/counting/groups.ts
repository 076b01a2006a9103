/** The groups that figures are broken down by, and which one a pupil is in. */
import type { Pupil, PupilFlag } from '../people.ts'

export const GROUPINGS = [
  'class',
  'year',
  'sex',
  'sen',
  'fsm',
  'eal',
  'looked-after',
  'social-worker',
  'young-carer',
  'ethnicity',
] as const
export type Grouping = (typeof GROUPINGS)[number]

const FLAGS: Readonly<Partial<Record<Grouping, PupilFlag>>> = {
  fsm: 'fsm',
  eal: 'eal',
  'looked-after': 'lookedAfter',
  'social-worker': 'socialWorker',
  'young-carer': 'youngCarer',
}

const NOT_RECORDED = 'not recorded'
/** Whoever has left the roll's file is still in the school's figures up to the leaving day (DfE, year to date). */
export const LEFT = 'left the roll'

type Grouped = Pick<Pupil, 'classId' | 'yearGroup' | 'sex' | 'senStatus' | 'ethnicity' | 'flags'>

/** The group of a pupil, in the words of the roll; a flag is `yes` or `no`. */
export const groupOf = (by: Grouping, pupil: Grouped | undefined): string => {
  if (pupil === undefined) return LEFT
  const flag = FLAGS[by]
  if (flag !== undefined) return pupil.flags.includes(flag) ? 'yes' : 'no'
  switch (by) {
    case 'class':
      return pupil.classId
    case 'year':
      return pupil.yearGroup
    case 'sex':
      return pupil.sex ?? NOT_RECORDED
    case 'sen':
      return pupil.senStatus ?? 'none'
    default:
      return pupil.ethnicity ?? NOT_RECORDED
  }
}
