import { readFileSync } from 'node:fs'
import { RULES } from '../shared/domain/rules/index.ts'

/** The sentence that opens a rule's file, which is what an attendance officer would read. */
const sentenceOf = (rule: string): string => {
  const source = readFileSync(new URL(`../shared/domain/rules/${rule}.ts`, import.meta.url), 'utf8')
  const comment = /\/\*\*([\s\S]*?)\*\//.exec(source)?.[1] ?? ''
  return comment
    .replace(/\s*\n\s*\*\s?/g, ' ')
    .trim()
    .replaceAll('|', '\\|')
}

interface KeptByPeople {
  readonly clause: string
  readonly why: string
}

/** Clauses of Springbank's written policy that people keep, from its policy file. */
const keptByPeople = (): readonly KeptByPeople[] =>
  JSON.parse(readFileSync(new URL('../academies/springbank.json', import.meta.url), 'utf8')).policy.keptByPeople ?? []

/** The page that shows, for each clause, the rule that carries it out; and the clauses that people keep, with why. */
export const rulesPage = (): string => {
  const rows = RULES.map(
    (rule) =>
      `| ${rule.clause} | [\`${rule.name}\`](../shared/domain/rules/${rule.name}.ts) | ${sentenceOf(rule.name)} |`,
  )
  const people = keptByPeople().map((kept) => `| ${kept.clause} | ${kept.why} |`)
  return [
    '# Clauses and rules',
    '',
    'Made by `npm run docs` from `shared/domain/rules`. Each clause of the policy that Firstbell carries out, and the rule that does.',
    'The statements that hold each rule to it are in `shared/domain/decide.test.ts` and `test/journeys`.',
    '',
    '| clause | rule | in words |',
    '|---|---|---|',
    ...rows,
    '',
    '## Kept by people',
    '',
    'Clauses of Springbank’s policy that no software should keep, or that come with later work.',
    '',
    '| clause | why |',
    '|---|---|',
    ...people,
    '',
  ].join('\n')
}
