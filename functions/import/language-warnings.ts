/** Families who will be texted in English because the school has no texts in the language that their file names; it goes live all the same. */
import type { Policy } from '../../academies/policy.ts'
import type { Contact } from '../../shared/domain/people.ts'
import { languageAsked } from '../../shared/domain/texts/languages.ts'
import type { FileProblem } from '../../shared/imports/table.ts'

/** One warning for each language, the one of most contacts first. */
export const languageWarnings = (
  contacts: readonly Contact[],
  policy: Pick<Policy, 'translations'>,
): readonly FileProblem[] => {
  const people = [...new Map(contacts.map((contact) => [contact.contactId, contact])).values()]
  const unknown = people.filter(({ language }) => languageAsked(language, policy) === undefined)
  const byLanguage = [...Map.groupBy(unknown, ({ language = '' }) => language.trim().toLowerCase()).values()]
  return byLanguage
    .toSorted((one, other) => other.length - one.length)
    .map((speakers) => ({
      line: 0,
      column: 'language',
      what: `${speakers.length} ${speakers.length === 1 ? 'contact speaks' : 'contacts speak'} “${speakers[0]?.language?.trim()}”, in which the school has no texts: they are texted in English.`,
      remedy:
        'Correct the name, or ask the trust for texts in it (academies/languages, alsoCalled); until then agree with the family who reads it to them.',
    }))
}
