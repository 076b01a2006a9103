import { expect, test } from 'vitest'
import { checkPage } from '../check-page.ts'
import { asObject, isObject, type Json, leaves, valueAt } from '../json.ts'
import { type LoadedPolicy, lookAtPolicies } from '../load.ts'
import { type Policy, PolicySchema } from '../policy.ts'
import { SHIPPED } from '../test-support/folder.ts'

/** The value with the one at a path replaced. */
const replaced = (value: Json, [part, ...rest]: readonly string[], by: Json): Json =>
  part === undefined ? by : { ...asObject(value), [part]: replaced(asObject(value)[part] ?? {}, rest, by) }

const LISTS: readonly Json[] = [
  ['governor'],
  ['upn'],
  ['2026-03-05'],
  ['early-help'],
  ['/', '\\', 'N'],
  [{ code: 'I', words: ['grotty'] }],
]
const WORDS: readonly Json[] = [
  'none',
  'sns',
  'twilio',
  'connect',
  'next-contact',
  'firstbell',
  'mis',
  'all-resident',
  'first',
  'special',
  'person',
  '892',
  '000001',
  '+447700900999',
  'governor',
  'notify',
  'office',
  'automatic',
  'person',
  'any-day',
  'child',
  'parent',
  'iso',
  'uk',
  '2024-09-01',
  'school',
  'returned',
  'week',
  'term',
]

/** What another school might say in the place of a value; some will not fit its field. */
const others = (value: Json): readonly Json[] => {
  if (typeof value === 'boolean') return [!value]
  if (typeof value === 'number') return [value + 1, value - 1]
  if (Array.isArray(value)) return [value.slice(1), ...LISTS]
  if (isObject(value)) return [{ pigeon: 'No pigeons.' }]
  return ['11:11', ...WORDS, `${value}x`, `${value} else`]
}

/** The page as far as the questions, which repeat values only while nobody has settled them. */
const said = (found: LoadedPolicy, policy: Policy): string => {
  const lines = checkPage({ ...found, policy, version: '' })
  return lines
    .slice(
      0,
      lines.findIndex((line) => line.startsWith('OPEN QUESTIONS')),
    )
    .join('\n')
}

/** Values that do nothing in a school because of another value of its policy. */
const isIdle = (path: string, { registerSource, visits, texts, replies, letters, wonde }: Policy): boolean =>
  // No translation that ships is approved, so none is sent; languages.test.ts has those that are. Their danger words are heard all the same.
  (path.startsWith('translations.') && !path.includes('.danger.')) ||
  (path.startsWith('wonde.') && path !== 'wonde.on' && !wonde.on) ||
  (path === 'registers.freshWithinMinutes' && registerSource === 'firstbell') ||
  ((path === 'visits.doers' || path === 'visits.dueInMinutes') && !visits.atLunch) ||
  (path === 'letters.postage' && letters.post !== 'notify') ||
  (path === 'replies.acknowledge.withinMinutes' && !replies.acknowledge.on) ||
  (path === 'texts.account' && ![texts.provider, texts.second].some((each) => ['notify', 'twilio'].includes(each)))

test.each(Object.values(lookAtPolicies(SHIPPED).policies).map((found) => [found.policy.name, found] as const))(
  'the check of %s says every value of its policy that has an effect: with another value it reads otherwise',
  (_name, found) => {
    const { sources, ...values } = found.policy
    const plain: Json = JSON.parse(JSON.stringify(values))
    const before = said(found, found.policy)
    // One after another, for most values are told from the first that fits.
    const readsOtherwise = (path: string): boolean =>
      others(valueAt(plain, path) ?? '').some((other) => {
        const parsed = PolicySchema.safeParse({ ...asObject(replaced(plain, path.split('.'), other)), sources })
        return parsed.success && said(found, parsed.data) !== before
      })
    for (const path of leaves(plain)
      .map(([each]) => each)
      .filter((each) => !isIdle(each, found.policy))) {
      // A field with one possible value, such as the end of the session, cannot be another.
      if (path === 'texts.usefulUntil.late') continue
      expect(readsOtherwise(path), path).toBe(true)
    }
  },
)
