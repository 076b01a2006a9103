import { fieldsOf } from '../../shared/domain/wording.ts'
import { type Check, when } from './check.ts'

const saysPage = (wording: string): boolean => fieldsOf(wording).includes('page')

/** A wording that says {page} while no text carries the link could never go. */
export const pageOnlyWhereSwitchedOn: Check = ({ familyPage, wordings }) =>
  Object.entries(wordings).flatMap(([name, wording]) =>
    when(
      !familyPage.inTexts && saysPage(wording),
      `wordings.${name}`,
      'says {page}, but familyPage.inTexts is off.',
      'Set familyPage.inTexts to true, or take {page} out.',
    ),
  )

/** Switched on, and in no text: nobody would ever get the link. */
export const pageIsSaidSomewhere: Check = ({ familyPage, wordings }) =>
  when(
    familyPage.inTexts && !Object.values(wordings).some(saysPage),
    'familyPage.inTexts',
    'is on, but no wording says {page}.',
    'Put {page} into a wording such as unreported, or set familyPage.inTexts to false.',
  )

/** Switched on for letters, and in no letter. */
export const letterPageIsSaidSomewhere: Check = ({ familyPage, letters }) =>
  when(
    familyPage.inLetters &&
      !Object.values(letters.wordings).some(({ paragraphs }) => paragraphs.some((words) => words === '{page}')),
    'familyPage.inLetters',
    'is on, but no letter has {page}.',
    'Put {page}, alone in a paragraph, into a letter such as stage-1, or set familyPage.inLetters to false.',
  )
