/** Springbank's policy with the languages that ship, as they are and as if a speaker had approved every one of their texts. */
import { fileURLToPath } from 'node:url'
import { loadPolicies } from '../../academies/load.ts'
import type { Policy } from '../../academies/policy.ts'
import { translationMark, wordingVersion } from '../../shared/domain/texts/languages.ts'

const found = loadPolicies(fileURLToPath(new URL('../../academies', import.meta.url))).policies.springbank
if (found === undefined) throw new Error('Springbank has no policy')

/** As shipped: no translation is approved. */
export const springbankInLanguages: Policy = found.policy

type Language = Policy['translations'][string]

const approvedLanguage = (language: Language): Language => ({
  ...language,
  wordings: Object.fromEntries(
    Object.entries(language.wordings).map(([name, translation]) => [
      name,
      {
        ...translation,
        approvedBy: 'An invented speaker',
        approvedOn: '2025-12-01',
        approvedText: translationMark(language, translation.says),
      },
    ]),
  ),
})

/** The policy with the translations into these languages approved; into all of them when none is named. */
export const approvedBySpeakers = (policy: Policy, ...tags: readonly string[]): Policy => ({
  ...policy,
  translations: Object.fromEntries(
    Object.entries(policy.translations).map(([tag, language]) => [
      tag,
      tags.length === 0 || tags.includes(tag) ? approvedLanguage(language) : language,
    ]),
  ),
})

/** Names the English of a wording, as a translation of it must. */
export const englishOf = (policy: Policy, name: keyof Policy['wordings']): string =>
  wordingVersion(policy.wordings[name])
