/** What `npm run policy -- diff` prints: the differences of one academy from its trust. */
import { type Difference, differences } from './diff.ts'
import { isObject, type Json } from './json.ts'
import type { LoadedPolicy } from './load.ts'
import { meaningOf } from './meaning.ts'
import type { Policy } from './policy.ts'
import { labelled, titled, wrap } from './print.ts'
import { sayStep } from './timetable/ladder.ts'
import { counted } from './timetable/words.ts'

const SHORT = 70

const sayEntry = (value: Json): string =>
  isObject(value) ? Object.values(value).map(sayValue).join(', ') : String(value)

/** A value as a person reads it: text as it is, lists with commas, long lists by their number and what they begin with. */
const sayValue = (value: Json): string => {
  if (!Array.isArray(value)) return sayEntry(value)
  if (value.length === 0) return 'none'
  const whole = value.map(sayEntry).join(value.some(isObject) ? '; ' : ', ')
  if (whole.length <= 2 * SHORT) return whole
  const [first] = value.map((entry) => (isObject(entry) ? Object.values(entry)[0] : entry))
  return `${counted(value.length, 'entry', 'entries')}, the first: ${sayValue(first ?? '')}`
}

const saySteps = (policy: Policy): readonly string[] =>
  policy.ladder.map((step) => `Day ${step.day}: ${sayStep(step, policy)}`)

const values = ({ field, own, trust }: Difference, policy: Policy): readonly string[] => {
  const here = field === 'ladder' ? saySteps(policy) : [sayValue(own)]
  if (trust === undefined) return here
  const [only] = here
  const before = sayValue(trust)
  return here.length === 1 && before.length + (only?.length ?? 0) <= SHORT
    ? [`${before} -> ${only}`]
    : [`Trust: ${before}`, ...here.map((say) => `Here: ${say}`)]
}

const fieldLines = (found: Difference, policy: Policy): readonly string[] => [
  ...labelled('', `${found.field}: ${meaningOf(found.field)}`, 0),
  ...values(found, policy).flatMap((say) => labelled('', say, 4)),
]

const part = (title: string, found: readonly Difference[], policy: Policy): readonly string[] => {
  if (found.length === 0) return []
  const groups = Map.groupBy(found, ({ field }) => field.split('.')[0] ?? field)
  const lines = [...groups.values()].flatMap((group) => [...group.flatMap((each) => fieldLines(each, policy)), ''])
  return [...titled(`${title} (${found.length})`), ...lines.slice(0, -1)]
}

/** The lines of the page. */
export const diffPage = ({ policy, own }: LoadedPolicy, trust: Json): readonly string[] => {
  const { changed, added, same } = differences(trust, own)
  const title = `${policy.name}: where it differs from its trust`
  const repeated = `${same.join(', ')}. These lines may be taken out; left in, they stay as they are when the trust changes its own.`
  return [
    title,
    '='.repeat(title.length),
    ...part('Set otherwise than the trust: trust -> here', changed, policy),
    ...part('Set here, where the trust says nothing', added, policy),
    ...(same.length === 0 ? [] : [...titled(`The same as the trust (${same.length})`), ...wrap(`  ${repeated}`, 2)]),
  ]
}
