/** Says in plain English what the schema found: which value does not fit, by what rule, and what to write instead. */
import type * as z from 'zod'
import { pathOf } from './json.ts'
import { meaningOf, namesBelow } from './meaning.ts'
import type { PolicyProblem } from './problem.ts'

export type Finding = Omit<PolicyProblem, 'file'>

const KINDS: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'a group of values in curly brackets',
  record: 'a group of values in curly brackets',
}

const shown = (value: unknown): string => (typeof value === 'object' ? 'a group of values' : JSON.stringify(value))
const list = (values: readonly unknown[]): string => values.map(shown).join(', ')
const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

const unknownName = (under: string, key: string): Finding => {
  const names = namesBelow(under)
  return {
    field: pathOf(under, key),
    what: 'is not a field that Firstbell knows.',
    remedy: `Correct its spelling or take it out${names.length > 0 ? `; here there may be ${names.join(', ')}` : ''}.`,
  }
}

const misfit = (issue: z.core.$ZodIssue, field: string): Omit<Finding, 'field'> => {
  const given = issue.input
  const meaning = meaningOf(field)
  const about = meaning === '' ? '' : ` ${meaning}`
  switch (issue.code) {
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? issue.expected
      return given === undefined
        ? { what: 'is missing.', remedy: `Add it, as ${kind}.${about}` }
        : { what: `is ${shown(given)}, which is not ${kind}.`, remedy: `Write ${kind}.${about}` }
    }
    case 'too_big':
      return issue.origin === 'array' || issue.origin === 'string'
        ? {
            what: 'is too long.',
            remedy: `Keep it to ${issue.maximum} ${issue.origin === 'array' ? 'entries' : 'letters'}.${about}`,
          }
        : { what: `is ${shown(given)}, more than ${issue.maximum}.`, remedy: `Give at most ${issue.maximum}.${about}` }
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? {
            what: 'is empty or too short.',
            remedy: `Give at least ${issue.minimum} ${issue.origin === 'array' ? 'entry' : 'letters'}.${about}`,
          }
        : { what: `is ${shown(given)}, less than ${issue.minimum}.`, remedy: `Give at least ${issue.minimum}.${about}` }
    case 'invalid_format':
      return { what: `is ${shown(given)}.`, remedy: `${sentence(issue.message)}.${about}` }
    case 'invalid_value':
      return {
        what: `is ${shown(given)}, which is not one of the choices.`,
        remedy: `Choose ${list(issue.values)}.${about}`,
      }
    case 'invalid_union':
      return {
        what: 'does not say a source.',
        remedy: 'Write {"clause": "..."}, if you like with a "question", or {"assumed": "why"}.',
      }
    default:
      return { what: `does not fit: ${issue.message}.`, remedy: meaning === '' ? 'Correct the value.' : meaning }
  }
}

/** The findings of one issue of the schema. `under` is the path of what was parsed. */
export const findingsOf = (issue: z.core.$ZodIssue, under = ''): readonly Finding[] => {
  const field = pathOf(under, ...issue.path.map(String))
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownName(field, key))
  return [{ field, ...misfit(issue, field) }]
}
