/** How reports say figures: rates to one decimal from whole numbers, counts with their nouns, groups and pupils by name. */
import type { Grouping } from '../counting/groups.ts'
import { perCent } from '../counting/rate.ts'
import type { Tally } from '../counting/tally.ts'
import type { By } from '../figures/breakdown.ts'
import type { Member } from '../figures/member.ts'
import { firstName } from '../people.ts'
import type { ReportFacts } from './facts.ts'

/** Where there is nothing to say: no possible session, nobody. */
export const NOTHING = '–'

/** `91.3`, for a cell whose heading says the unit. */
export const rate = (part: number, whole: number): string => perCent(part, whole) ?? NOTHING
export const attendanceOf = (tally: Tally): string => rate(tally.attended, tally.possible)

/** `91.3%`, for a sentence. */
export const inPerCent = (part: number, whole: number): string => {
  const shown = perCent(part, whole)
  return shown === null ? 'no percentage' : `${shown}%`
}

/** Tenths of a per cent, for a chart; `null` where there is nothing to divide by. */
export const tenthsOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 2000 + whole) / (whole * 2))

/** `76,680`: a great number as a sentence says it. */
export const spelled = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** `1 pupil`, `12 pupils`, `no pupils`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  count === 0 ? `no ${many}` : `${count} ${count === 1 ? one : many}`

/** `1 pupil is`, `no pupils are`. */
export const countedAre = (count: number, one: string, many = `${one}s`): string =>
  `${counted(count, one, many)} ${count === 1 ? 'is' : 'are'}`

/** `Amelia, Bilal and Cerys`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** The first letter large, as a sentence begins. */
export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

export const GROUPING_NAMES: Readonly<Record<Grouping, string>> = {
  class: 'Class',
  year: 'Year group',
  sex: 'Sex',
  sen: 'Special educational needs',
  fsm: 'Free school meals',
  eal: 'English as an additional language',
  'looked-after': 'Looked after by the authority',
  'social-worker': 'With a social worker',
  'young-carer': 'Young carer',
  ethnicity: 'Ethnicity',
}

const SEN: Readonly<Record<string, string>> = {
  none: 'No special educational need',
  N: 'No special educational need',
  K: 'SEN support',
  E: 'Education, health and care plan',
}
const SEX: Readonly<Record<string, string>> = { F: 'Girls', M: 'Boys' }

/** A group as people call it: `Year 3`, `3B`, `Free school meals: yes`. */
export const groupName = (by: By, group: string, facts: Pick<ReportFacts, 'classes' | 'own'>): string => {
  switch (by) {
    case 'class':
      return facts.classes.find(({ id }) => id === group)?.name ?? group
    case 'year':
      if (group === 'R') return 'Reception'
      return /^\d+$/.test(group) ? `Year ${group}` : /^N\d$/.test(group) ? `Nursery ${group.slice(1)}` : group
    case 'own':
      return facts.own.find(({ id }) => id === group)?.name ?? group
    case 'sen':
      return SEN[group] ?? group
    case 'sex':
      return SEX[group] ?? group
    default:
      return by === 'ethnicity' ? group : `${GROUPING_NAMES[by]}: ${group}`
  }
}

/** A pupil in a table for staff. */
export const nameOf = ({ pupil }: Pick<Member, 'pupil'>): string =>
  pupil ? `${firstName(pupil)} ${pupil.surname}` : 'left the roll'

/** In the order of a list of people. */
export const byName = (one: Pick<Member, 'pupil'>, other: Pick<Member, 'pupil'>): number =>
  NAMES.compare(`${one.pupil?.surname} ${nameOf(one)}`, `${other.pupil?.surname} ${nameOf(other)}`)

const NAMES = new Intl.Collator('en-GB', { numeric: true })

export const classOf = ({ pupil }: Pick<Member, 'pupil'>, facts: Pick<ReportFacts, 'classes' | 'own'>): string =>
  pupil ? groupName('class', pupil.classId, facts) : NOTHING
