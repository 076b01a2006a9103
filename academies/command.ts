/** The policy command: reads what was asked and answers with lines to print and an exit code. */
import { checkPage } from './check-page.ts'
import { diffPage } from './diff-page.ts'
import { languagesPage } from './languages-page.ts'
import { type LoadedTrust, lookAtPolicies } from './load.ts'
import { PREVIEW_USAGE, previewCommand } from './preview-command.ts'
import { labelled, titled } from './print.ts'
import { type PolicyProblem, sayProblem } from './problem.ts'

export interface Answer {
  readonly lines: readonly string[]
  readonly code: 0 | 1
}

const USAGE = [
  'npm run policy -- check              every policy in plain English, with its open questions',
  'npm run policy -- check <academy>    one academy',
  'npm run policy -- diff <academy>     where an academy differs from its trust',
  ...PREVIEW_USAGE,
  'npm run policy -- languages <academy> <language>   its texts in a language, for a speaker to approve',
]

const refusal = (problems: readonly PolicyProblem[]): readonly string[] => [
  ...titled(`Refused: ${problems.length === 1 ? 'one thing is' : `${problems.length} things are`} not in order`).slice(
    1,
  ),
  ...problems.flatMap((problem) => labelled('!', sayProblem(problem), 2)),
]

const isAbout = (academy: string, { file }: PolicyProblem): boolean =>
  file === 'trust.json' || file.startsWith('languages/') || file === `${academy}.json`

const unknownAcademy = (academy: string, { academies }: LoadedTrust): Answer => ({
  lines: [`There is no academy called ${academy}. There are: ${academies.join(', ')}.`, '', ...USAGE],
  code: 1,
})

const check = (found: LoadedTrust, asked: string | undefined): Answer => {
  if (asked !== undefined && !found.academies.includes(asked)) return unknownAcademy(asked, found)
  const academies = asked === undefined ? found.academies : [asked]
  const problems = asked === undefined ? found.problems : found.problems.filter((each) => isAbout(asked, each))
  const pages = academies
    .flatMap((academy) => found.policies[academy] ?? [])
    .map(checkPage)
    .flatMap((page, index) => (index === 0 ? page : ['', '', ...page]))
  if (problems.length === 0) return { lines: pages, code: 0 }
  return { lines: [...pages, ...(pages.length > 0 ? [''] : []), ...refusal(problems)], code: 1 }
}

const diff = (found: LoadedTrust, asked: string | undefined): Answer => {
  if (asked === undefined) {
    return { lines: [`Say which academy: ${found.academies.join(', ')}.`, '', ...USAGE], code: 1 }
  }
  if (!found.academies.includes(asked)) return unknownAcademy(asked, found)
  const loaded = found.policies[asked]
  const problems = found.problems.filter((each) => isAbout(asked, each))
  return loaded === undefined || problems.length > 0
    ? { lines: refusal(problems), code: 1 }
    : { lines: diffPage(loaded, found.trust.policy), code: 0 }
}

const preview = (found: LoadedTrust, [academy, ...options]: readonly string[]): Answer => {
  if (academy === undefined || !found.academies.includes(academy)) return unknownAcademy(academy ?? 'that', found)
  const loaded = found.policies[academy]
  return loaded === undefined
    ? { lines: refusal(found.problems.filter((each) => isAbout(academy, each))), code: 1 }
    : previewCommand(loaded.policy, options)
}

const languages = (found: LoadedTrust, academy: string | undefined, tag: string | undefined): Answer => {
  if (academy === undefined || !found.academies.includes(academy)) return unknownAcademy(academy ?? 'that', found)
  const loaded = found.policies[academy]
  if (loaded === undefined) return { lines: refusal(found.problems.filter((each) => isAbout(academy, each))), code: 1 }
  const lines = languagesPage(loaded.policy, tag ?? '')
  const there = Object.keys(loaded.policy.translations).join(', ')
  return lines === undefined ? { lines: [`Say which language: ${there}.`, '', ...USAGE], code: 1 } : { lines, code: 0 }
}

/** Answers `check [academy]`, `diff <academy>` and `languages <academy> <language>` about the policies of a folder. */
export const policyCommand = (words: readonly string[], folder: string): Answer => {
  if (words[0] === 'languages' && words.length < 4) return languages(lookAtPolicies(folder), words[1], words[2])
  if (words[0] === 'preview') return preview(lookAtPolicies(folder), words.slice(1))
  const [command, academy, ...more] = words
  if (more.length > 0) return { lines: [`“${more.join(' ')}” is too much to ask at once.`, '', ...USAGE], code: 1 }
  if (command === 'check') return check(lookAtPolicies(folder), academy)
  if (command === 'diff') return diff(lookAtPolicies(folder), academy)
  return { lines: [...(command === undefined ? [] : [`There is no command “${command}”.`, '']), ...USAGE], code: 1 }
}
