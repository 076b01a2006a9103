/** What `npm run policy -- check` prints of one academy: the timetable, what people keep, and the open questions. */
import type { LoadedPolicy } from './load.ts'
import { plainEnglish } from './plain-english/advice.ts'
import type { Policy } from './policy.ts'
import { labelled, titled, wrap } from './print.ts'
import { type Question, questions } from './questions.ts'
import { timetable } from './timetable/index.ts'

const YEARS: Readonly<Record<string, string>> = { N1: 'Nursery 1', N2: 'Nursery 2', R: 'Reception' }
const yearName = (year: string | undefined): string => YEARS[year ?? ''] ?? `Year ${year}`

const heading = (policy: Policy, version: string): readonly string[] => {
  const { code, name } = policy.localAuthority
  const title = `${policy.name}: the attendance policy as Firstbell carries it out`
  return [
    title,
    '='.repeat(title.length),
    `A ${policy.phase} school, ${yearName(policy.yearGroups[0])} to ${yearName(policy.yearGroups.at(-1))}, in ${name} (local authority ${code})`,
    `Office ${policy.phone} · texts from ${policy.texts.number}, shown as ${policy.texts.senderId} where a name is shown`,
    `All times are local (${policy.zone}). In addresses the school is ${policy.academy}. Version: ${version}`,
  ]
}

const sayQuestion = ({ field, value, ask }: Question): readonly string[] =>
  labelled('?', `${field}${value === '' ? '' : ` = ${value}`}: ${ask}`, 2)

const questionPart = (title: string, asked: readonly Question[]): readonly string[] =>
  asked.length === 0 ? [] : ['', `  ${title}`, ...asked.flatMap(sayQuestion)]

const openQuestions = (policy: Policy, ownSources: LoadedPolicy['ownSources']): readonly string[] => {
  const all = questions(policy, ownSources)
  return [
    ...titled(`Open questions (${all.length})`),
    ...wrap('Please settle these, write the answer into the policy file, and put the clause in place of "assumed".', 0),
    ...questionPart(
      'Where the written policy is unclear, or the law says otherwise:',
      all.filter((each) => each.kind === 'clause'),
    ),
    ...questionPart(
      'What the written policy does not say, assumed for this school:',
      all.filter((each) => each.kind === 'assumed' && each.whose === 'academy'),
    ),
    ...questionPart(
      'Assumed by the Trust for all its schools:',
      all.filter((each) => each.kind === 'assumed' && each.whose === 'trust'),
    ),
  ]
}

/** Nothing where every text reads plainly. */
const inPlainEnglish = (policy: Policy): readonly string[] => {
  const advice = plainEnglish(policy)
  if (advice.length === 0) return []
  return [
    ...titled(`Could be said more plainly (${advice.length})`),
    ...advice.flatMap(({ field, what, remedy }) => labelled('?', `${field} ${what} ${remedy}`, 2)),
  ]
}

/** The lines of the page. */
export const checkPage = ({ policy, version, ownSources }: LoadedPolicy): readonly string[] => [
  ...heading(policy, version),
  ...timetable(policy).flatMap(({ title, lines }) => {
    const margin = Math.max(...lines.map(({ label }) => label.length)) + 2
    return [...titled(title), ...lines.flatMap(({ label, say }) => labelled(label, say, margin))]
  }),
  ...inPlainEnglish(policy),
  ...titled('Kept by people'),
  ...(policy.keptByPeople.length === 0 ? ['  Nothing is listed.'] : []),
  ...policy.keptByPeople.flatMap(({ clause, why }) => labelled('-', `${clause}. ${why}`, 2)),
  ...openQuestions(policy, ownSources),
]
