/** What `npm run policy -- languages <academy> <language>` prints for a speaker who is to read and approve the texts. */
import { type TranslationState, translationMark, wordingVersion } from '../shared/domain/texts/languages.ts'
import type { Policy } from './policy.ts'
import { labelled, titled } from './print.ts'
import { translationsOf } from './timetable/languages.ts'

const STATE: Readonly<Record<TranslationState, string>> = {
  approved: 'may be sent',
  'not-approved': 'nobody has approved it: English goes',
  'english-changed': 'made from another English: English goes until it is made again and approved',
  changed: 'altered since it was approved: English goes until it is approved again',
}

/** The lines of the page, or nothing where the policy has no such language. */
export const languagesPage = (policy: Policy, tag: string): readonly string[] | undefined => {
  const language = policy.translations[tag]
  if (language === undefined) return undefined
  return [
    ...titled(`${policy.name}: texts in ${language.name} (${language.ownName})`).slice(1),
    ...translationsOf(policy, language).flatMap(({ name, translation, state }) => [
      '',
      `${name}: ${STATE[state]}`,
      ...labelled('English', policy.wordings[name], 11),
      ...labelled(language.name, translation.says, 11),
      ...labelled('', `"english": "${wordingVersion(policy.wordings[name])}"`, 11),
      ...labelled('', `"approvedText": "${translationMark(language, translation.says)}"`, 11),
      ...(translation.approvedBy === undefined
        ? []
        : labelled('', `approved by ${translation.approvedBy} on ${translation.approvedOn ?? ''}`, 11)),
    ]),
    '',
    `To approve a text, its speaker's name and the day go into languages/${tag}.json beside what it says, with the two marks above:`,
    '  "approvedBy": "...", "approvedOn": "2026-01-12", "approvedText": "..."',
  ]
}
