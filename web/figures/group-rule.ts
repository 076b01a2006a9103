/** Rules of groups in words and as ticks: of each kind that is named, a pupil has one of its words. */
import type * as z from 'zod'
import type { GroupsAnswer } from '../../events/api/groups.ts'
import { type Grouping, LEFT } from '../../shared/domain/counting/groups.ts'
import { type Classes, wordName } from './group-table.ts'

export type Group = z.output<typeof GroupsAnswer>['groups'][number]
export type Rule = Group['rule']

/** What can be ticked of one kind. */
export interface Offer {
  readonly by: Grouping
  readonly words: readonly string[]
}

const YES_OR_NO: readonly string[] = ['yes', 'no']
const FIXED: Readonly<Partial<Record<Grouping, readonly string[]>>> = {
  sex: ['F', 'M'],
  sen: ['none', 'K', 'E'],
  fsm: YES_OR_NO,
  eal: YES_OR_NO,
  'looked-after': YES_OR_NO,
  'social-worker': YES_OR_NO,
  'young-carer': YES_OR_NO,
}

interface Known {
  readonly kinds: readonly Grouping[]
  readonly classes: Classes
  readonly years: readonly string[]
}

/** The kinds of the school's policy with their words; what a rule names beside them is offered too, so that saving it loses nothing. */
export const offersFor = ({ kinds, classes, years }: Known, was: Rule): readonly Offer[] => {
  const wordsOf: typeof FIXED = {
    ...FIXED,
    year: years.filter((word) => word !== LEFT),
    class: classes.map(({ id }) => id),
  }
  const named = Object.keys(was) as readonly Grouping[]
  return [...new Set([...kinds, ...named])]
    .map((by) => ({ by, words: [...new Set([...(wordsOf[by] ?? []), ...(was[by] ?? [])])] }))
    .filter(({ words }) => words.length > 0)
}

/** The rule that was ticked; a kind without a tick is not in it. */
export const ruleOf = (offers: readonly Offer[], ticked: (by: Grouping) => readonly string[]): Rule =>
  Object.fromEntries(offers.flatMap(({ by }) => (ticked(by).length === 0 ? [] : [[by, [...ticked(by)]]])))

/** `Year 3 or Year 4, and Free school meals: yes`; empty where there is no rule. */
export const ruleInWords = (rule: Rule, classes: Classes): string =>
  (Object.entries(rule) as readonly (readonly [Grouping, readonly string[]])[])
    .map(([by, words]) => words.map((word) => wordName(by, word, classes)).join(' or '))
    .join(', and ')
